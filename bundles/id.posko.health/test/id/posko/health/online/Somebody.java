package id.posko.health.online;

import id.posko.kit.RegionCode;
import id.posko.kit.Secrets;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.DayKey;
import id.posko.staff.Entry;
import id.posko.staff.Journal;
import id.posko.staff.Post;
import id.posko.staff.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who acts in tests, and the journal of it. */
final class Somebody implements Secrets, Journal.Mark {

	static final Actor ADB = of(Role.ADB, Optional.empty());

	final Journal journal;
	final Acts acts;
	private final Map<String, char[]> secrets = new TreeMap<>();
	private Journal.Last last = Journal.Last.NONE;

	Somebody(Path folder) {
		journal = new Journal(folder.resolve("journal"), this, new DayKey(this), InstantSource.system(), ZoneOffset.UTC);
		acts = new Acts(journal);
	}

	static Actor of(Role role, Optional<RegionCode> where) {
		return new Actor(role.name().toLowerCase(Locale.ROOT), role.name(), List.of(new Post(role, where)), "pc");
	}

	List<Entry> entries() throws IOException {
		List<Entry> entries = new ArrayList<>();
		journal.read(entries::add);
		return entries;
	}

	@Override
	public Journal.Last last() {
		return last;
	}

	@Override
	public void mark(Journal.Last is) {
		last = is;
	}

	@Override
	public Optional<char[]> secret(String name) {
		return Optional.ofNullable(secrets.get(name)).map(char[]::clone);
	}

	@Override
	public void keep(String name, char[] secret) {
		secrets.put(name, secret);
	}

	@Override
	public void forget(String name) {
		secrets.remove(name);
	}

	@Override
	public List<String> names() {
		return List.copyOf(secrets.keySet());
	}

	@Override
	public String place() {
		return "";
	}
}
