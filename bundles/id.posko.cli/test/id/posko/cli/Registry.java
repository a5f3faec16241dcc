package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.memory.People;
import id.posko.memory.UsualHours;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.EvidenceFiles;
import id.posko.procedure.desk.Runs;
import id.posko.procedure.desk.Shelf;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Run;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.DayKey;
import id.posko.staff.Journal;
import id.posko.staff.Post;
import id.posko.staff.Role;
import id.posko.staff.Staff;

/** The people and runs of an office, in memory; journal and evidence in a folder. */
final class Registry implements Runs {

	static final String PASSWORD = "rahasia-besar-1";

	Instant now = Instant.parse("2026-03-02T01:00:00Z");
	final List<StepAction> actions = new ArrayList<>();
	final Staff staff;
	final Journal journal;
	private final Path folder;
	private final Acts acts;
	private final Map<String, Run> runs = new LinkedHashMap<>();

	Registry(Path folder) throws IOException {
		this.folder = folder;
		People people = new People();
		journal = new Journal(folder.resolve("journal"), people, new DayKey(people), () -> now, ZoneOffset.UTC);
		acts = new Acts(journal);
		staff = new Staff(people, acts, () -> now);
	}

	Desk desk() {
		return new Desk(this, new EvidenceFiles(() -> folder), staff, acts, actions, new UsualHours(), () -> now);
	}

	/** As a console finds it at its start. */
	Shelf shelf() {
		return new Shelf(new Library(), acts, () -> folder);
	}

	Actor hire(String name, Role role) throws IOException {
		Actor by = staff.local("meja").orElse(new Actor("adb", "ADB", List.of(post(Role.ADB)), "meja"));
		staff.add(by, new Account(name, "Nama " + name, List.of(post(role)), true), PASSWORD.toCharArray());
		return new Actor(name, "Nama " + name, List.of(post(role)), "meja");
	}

	private static Post post(Role role) {
		return new Post(role, Optional.empty());
	}

	@Override
	public String newId() {
		return runs.size() + 1 + "";
	}

	@Override
	public void begin(Run run) {
		runs.put(run.id(), run);
	}

	@Override
	public boolean add(Run run) {
		boolean isNext = runs.get(run.id()).acts().size() == run.acts().size() - 1;
		if (isNext) {
			runs.put(run.id(), run);
		}
		return isNext;
	}

	@Override
	public Optional<Run> find(String id) {
		return Optional.ofNullable(runs.get(id));
	}

	@Override
	public List<Run> open() {
		return runs.values().stream().filter(run -> !run.isOver()).toList();
	}

	@Override
	public List<Run> all() {
		return List.copyOf(runs.values());
	}
}
