package id.posko.ticket.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Checks;
import id.posko.health.Evidence;
import id.posko.health.Monitoring;
import id.posko.health.Settings;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.memory.People;
import id.posko.memory.UsualHours;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.EvidenceFiles;
import id.posko.procedure.desk.Runs;
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
import id.posko.staff.Staff;
import id.posko.ticket.NoPast;
import id.posko.ticket.repair.step.CheckAction;
import id.posko.ticket.repair.step.MendAction;
import id.posko.ticket.repair.step.PartsAction;
import id.posko.ticket.repair.step.ReportAction;

/** An office that repairs: its runs and parts lie in memory; desk, staff, journal, evidence and checks are real ones. */
final class Workshop implements Runs, DeviceRuns, Inventory, AutoCloseable {

	static final char[] PASSWORD = "rahasia-besar-1".toCharArray();
	static final RegionCode PANGGUL = new RegionCode("35.03.01");
	static final DeviceKey UPS = new DeviceKey(PANGGUL, "UPS server");
	static final DeviceKey SCANNER = new DeviceKey(PANGGUL, "Pemindai jari");

	Instant now = Instant.parse("2026-11-02T01:00:00Z");
	volatile boolean isDead = true;
	final Path folder;
	final Staff staff;
	final Acts acts;
	final Monitoring monitoring;
	final PartsInMemory parts = new PartsInMemory();
	final PartDesk partDesk;
	final RepairPapers papers;
	final EvidenceFiles files;
	final Desk desk;
	private final Journal journal;
	private final Map<String, Run> runs = new LinkedHashMap<>();

	Workshop(Path folder) throws IOException {
		this.folder = folder;
		People people = new People();
		UsualHours hours = new UsualHours();
		journal = new Journal(folder.resolve("journal"), people, new DayKey(people), () -> now, hours.calendar().zone());
		acts = new Acts(journal);
		staff = new Staff(people, acts, () -> now);
		files = new EvidenceFiles(() -> folder);
		monitoring = new Monitoring(this, new Checks(List.of(new Pulse())), new NoPast(), Settings.DEFAULT,
				InstantSource.system());
		partDesk = new PartDesk(parts, acts, () -> now);
		papers = new RepairPapers(this, parts, staff, acts, files, () -> folder, hours, () -> now);
		desk = new Desk(this, files, staff, acts, List.of(new CheckAction(this, monitoring),
				new MendAction(this, monitoring), new PartsAction(this, partDesk), new ReportAction(partDesk, papers)), hours,
				() -> now);
	}

	@Override
	public void close() {
		monitoring.close();
	}

	/** Answers unless it is dead; scanners can not be asked. */
	private final class Pulse implements Check {

		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return device.address().isPresent();
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			return isDead && device.kind() == DeviceKind.UPS_SERVER
					? new Answer.Failed(Cause.of("silent", Duration.ofSeconds(2)), Evidence.of("icmp-raw"))
					: new Answer.Answered(Evidence.of("icmp-raw", "127.0.0.1", Duration.ofMillis(3)));
		}
	}

	@Override
	public Fleet fleet() {
		return new Fleet(List.of(new Site(PANGGUL, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE),
				new Site(new RegionCode("35.03"), "Dinas Dukcapil Contoh", SiteKind.DINAS, LinkKind.FIBRE)),
				List.of(device(new DeviceKey(PANGGUL, "Pusat"), DeviceKind.DATA_CENTRE, Address.tryParse("127.0.0.1")),
						device(UPS, DeviceKind.UPS_SERVER, Address.tryParse("127.0.0.1")),
						device(SCANNER, DeviceKind.FINGER_SCANNER, Optional.empty())));
	}

	private static Device device(DeviceKey key, DeviceKind kind, Optional<Address> address) {
		return new Device(key, kind, address, "SN-" + kind, "", 1, Optional.empty(), "");
	}

	@Override
	public Subscription onChange(Consumer<Fleet> listener) {
		return () -> {
		};
	}

	/** Makes an account. */
	Actor hire(String name, Role role) throws IOException {
		Actor by = staff.isOpen() ? staff.local("meja 1").orElseThrow() : of("adb", Role.ADB, Optional.empty());
		staff.add(by, new Account(name, "Nama " + name, List.of(new Post(role, Optional.empty())), true), PASSWORD.clone());
		return of(name, role, Optional.empty());
	}

	/** Without an account, which nobody asks for before a password is needed. */
	static Actor of(String name, Role role, Optional<RegionCode> place) {
		return new Actor(name, "Nama " + name, List.of(new Post(role, place)), "meja 1");
	}

	List<String> journalled(String beginning) throws IOException {
		List<String> all = new ArrayList<>();
		journal.read(entry -> all.add(entry.who() + ": " + entry.act() + ": " + entry.object()));
		return all.stream().filter(line -> line.contains(": " + beginning)).toList();
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
		Run kept = runs.get(run.id());
		if (kept.acts().size() != run.acts().size() - 1) {
			return false;
		}
		Act last = run.acts().getLast();
		List<Act> all = Stream.concat(kept.acts().stream(), Stream.of(new Act(last.at(), last.by(),
				MoveText.parse(MoveText.of(last.move())).orElseThrow()))).toList();
		runs.put(run.id(), Run.replay(run.id(), run.procedure(), run.matter(), run.startedBy(), run.startedAt(), all));
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

	@Override
	public Map<String, String> devices() {
		Map<String, String> devices = new TreeMap<>();
		runs.forEach((id, run) -> devices.put(id, run.matter().getOrDefault(Subject.DEVICE, "")));
		return devices;
	}
}
