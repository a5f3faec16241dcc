package id.posko.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.DayKey;
import id.posko.staff.Entry;
import id.posko.staff.Journal;
import id.posko.staff.Post;
import id.posko.staff.Role;
import id.posko.staff.Staff;

/** Who acts in tests, and the journal of it: a real one, in a folder. */
public final class Somebody extends People {

	public static final Actor ADB = of(Role.ADB, Optional.empty());

	public final Journal journal;
	/** Of people who are what they say, whatever accounts there are. */
	public final Acts acts;
	public final Staff staff;

	public Somebody(Path folder) {
		journal = new Journal(folder.resolve("journal"), this, new DayKey(this), InstantSource.system(), ZoneOffset.UTC);
		acts = new Acts(journal);
		staff = new Staff(this, new Acts(journal, this), InstantSource.system());
	}

	public static Actor of(Role role, Optional<RegionCode> where) {
		return new Actor(role.name().toLowerCase(Locale.ROOT), role.name(), List.of(new Post(role, where)), "pc");
	}

	public List<Entry> entries() throws IOException {
		List<Entry> entries = new ArrayList<>();
		journal.read(entries::add);
		return entries;
	}
}
