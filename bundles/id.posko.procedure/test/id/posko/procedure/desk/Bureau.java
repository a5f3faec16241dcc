package id.posko.procedure.desk;

import id.posko.kit.RegionCode;
import id.posko.memory.People;
import id.posko.memory.UsualHours;
import id.posko.procedure.file.MoveText;
import id.posko.procedure.run.Act;
import id.posko.procedure.run.Run;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.DayKey;
import id.posko.staff.Journal;
import id.posko.staff.Post;
import id.posko.staff.Role;
import id.posko.staff.SignIn;
import id.posko.staff.Staff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An office at work: accounts, secrets and runs lie in memory, journal and evidence in a folder. */
final class Bureau implements Runs {

	static final char[] PASSWORD = "rahasia-besar-1".toCharArray();

	Instant now = Instant.parse("2026-03-02T01:00:00Z");
	/** What happens between reading a run and keeping it. */
	Runnable between = () -> {
	};
	final Path folder;
	final Staff staff;
	final Journal journal;
	final List<StepAction> actions = new ArrayList<>();
	final Acts acts;
	private final Map<String, Run> runs = new LinkedHashMap<>();

	Bureau(Path folder) throws IOException {
		this.folder = folder;
		People people = new People();
		journal = new Journal(folder.resolve("journal"), people, new DayKey(people), () -> now, ZoneId.of("Asia/Jakarta"));
		acts = new Acts(journal);
		staff = new Staff(people, acts, () -> now);
	}

	Desk desk() {
		return new Desk(this, files(), staff, acts, actions, new UsualHours(), () -> now);
	}

	EvidenceFiles files() {
		return new EvidenceFiles(() -> folder);
	}

	Actor local() throws IOException {
		return staff.local("meja 1").orElseThrow();
	}

	/** Makes an account with that role in that place and signs in. */
	Actor hire(String name, Role role, Optional<RegionCode> place) throws IOException {
		Actor by = staff.isOpen() ? local() : actor("adb");
		staff.add(by, new Account(name, "Nama " + name, List.of(new Post(role, place)), true), PASSWORD.clone());
		return actor(name);
	}

	Actor hire(String name, Role role) throws IOException {
		return hire(name, role, Optional.empty());
	}

	private Actor actor(String name) throws IOException {
		return ((SignIn.Welcome) staff.signIn(name, PASSWORD.clone(), "meja 1")).actor();
	}

	List<String> journalled() throws IOException {
		return lines().stream().filter(line -> line.contains(": sop ")).toList();
	}

	/** What was done, and why. */
	List<String> purposes() throws IOException {
		List<String> all = new ArrayList<>();
		journal.read(entry -> all.add(entry.act() + ": " + entry.purpose()));
		return all;
	}

	List<String> lines() throws IOException {
		List<String> all = new ArrayList<>();
		journal.read(entry -> all.add(entry.who() + ": " + entry.act() + ": " + entry.object()));
		return all;
	}

	@Override
	public String newId() {
		return runs.size() + 1 + "";
	}

	@Override
	public void begin(Run run) {
		runs.put(run.id(), run);
	}

	/** Keeps what the text of the act says, as tables do. */
	@Override
	public boolean add(Run run) {
		Runnable other = between;
		between = () -> {
		};
		other.run();
		Run kept = runs.get(run.id());
		if (kept.acts().size() != run.acts().size() - 1) {
			return false;
		}
		Act last = run.acts().getLast();
		List<Act> acts = Stream.concat(kept.acts().stream(), Stream.of(new Act(last.at(), last.by(),
				MoveText.parse(MoveText.of(last.move())).orElseThrow()))).toList();
		runs.put(run.id(), Run.replay(run.id(), run.procedure(), run.matter(), run.startedBy(), run.startedAt(), acts));
		return true;
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
