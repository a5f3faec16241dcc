package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Acknowledgement;
import id.posko.health.Care;
import id.posko.health.Checks;
import id.posko.health.EchoAnswer;
import id.posko.health.Monitoring;
import id.posko.health.NoticeSetup;
import id.posko.health.Settings;
import id.posko.health.Vantage;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.Counters;
import id.posko.health.counter.HandCounter;
import id.posko.health.online.OnlineResult;
import id.posko.health.online.OnlineResults;
import id.posko.health.online.OnlineRuns;
import id.posko.health.online.OnlineSop;
import id.posko.inventory.Change;
import id.posko.inventory.DeviceLabels;
import id.posko.inventory.Edit;
import id.posko.inventory.Entry;
import id.posko.inventory.Field;
import id.posko.inventory.Lists;
import id.posko.inventory.Outcome;
import id.posko.inventory.Registry;
import id.posko.inventory.StocktakeDesk;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.memory.Folder;
import id.posko.memory.Somebody;
import id.posko.memory.UsualHours;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.EvidenceFiles;
import id.posko.procedure.desk.Shelf;
import id.posko.procedure.file.Library;
import id.posko.procedure.file.ProcedureFiles;
import id.posko.procedure.run.Run;
import id.posko.seal.Identity;
import id.posko.ssh.HostKey;
import id.posko.ssh.HostKeys;
import id.posko.ssh.Trust;
import id.posko.staff.Account;
import id.posko.staff.Accounts.Kept;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Audit;
import id.posko.staff.NotPermitted;
import id.posko.staff.OfficeSecrets;
import id.posko.staff.Permission;
import id.posko.staff.Post;
import id.posko.staff.Role;
import id.posko.staff.Staff;
import id.posko.ticket.repair.Finding;
import id.posko.ticket.repair.PartDesk;
import id.posko.ticket.repair.PartDraft;
import id.posko.ticket.repair.PartStatus;
import id.posko.ticket.repair.RepairPapers;
import id.posko.transfer.seal.OfficeKey;
import id.posko.transfer.seal.SealDesk;

/** Everything that a person can change or take out is refused to who may not, and journalled for who may. */
class PermittedActsTest implements Inventory, Registry, Counters, OnlineResults {

	/** The classes that people act through: every public method of them that takes an actor is tried below. */
	private static final List<Class<?>> DOORS = List.of(Lists.class, Care.class, NoticeSetup.class, HandCounter.class,
			OnlineRuns.class, Trust.class, OfficeSecrets.class, Staff.class, Audit.class, PartDesk.class, RepairPapers.class,
			StocktakeDesk.class, DeviceLabels.class, SealDesk.class, Shelf.class);
	/** Asks for the own password instead of a permission. */
	private static final Set<String> OWN = Set.of("Staff.confirms", "Staff.changeOwn");
	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final DeviceKey MODEM = new DeviceKey(PLACE, "Modem");

	@TempDir
	Path folder;
	private Somebody office;
	private Fleet fleet = new Fleet(List.of(new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.VSAT)),
			List.of(new Device(MODEM, DeviceKind.MODEM, Optional.empty(), "", "", 1, Optional.empty(), "")));
	private Monitoring monitoring;
	private final List<Act> all = new ArrayList<>();

	/** @param entry what the journal says of it; empty if it only looks */
	private record Act(String name, Permission permission, String entry, Doing doing) {
	}

	private interface Doing {
		void by(Actor actor) throws IOException, InterruptedException;
	}

	@Override
	public void add(RegionCode site, CounterReading reading) {
		// nobody asks for it
	}

	@Override
	public void remove(RegionCode site, Instant at) {
		// nobody asks for it
	}

	@Override
	public List<CounterReading> since(RegionCode site, Instant from) {
		return List.of();
	}

	@Override
	public void keep(OnlineResult result) {
		// nobody asks for it
	}

	@Override
	public List<OnlineResult> of(RegionCode site, Instant from, Instant to) {
		return List.of();
	}

	@Override
	public Fleet fleet() {
		return fleet;
	}

	@Override
	public Subscription onChange(Consumer<Fleet> listener) {
		return () -> {
		};
	}

	@Override
	public void write(Edit edit) {
		fleet = edit.on(fleet);
	}

	@BeforeEach
	void open() {
		office = new Somebody(folder);
		for (Role role : Role.values()) {
			Actor actor = Somebody.of(role, Optional.empty());
			office.put(new Kept(new Account(actor.name(), actor.fullName(), actor.posts(), true), "", 0, Optional.empty()));
		}
		Acts acts = new Acts(office.journal, office);
		inventory(new Lists(this, this, acts));
		monitoring = new Monitoring(this, new Checks(List.of(new Mute())), new NoPast(), Settings.DEFAULT, InstantSource.system());
		care(new Care(monitoring, acts, InstantSource.system()));
		counter(acts);
		settings(acts);
		staff(new Staff(office, acts, InstantSource.system()), new Audit(office.journal, acts));
		parts(acts);
		audits(acts);
		seals(acts);
		procedures(new Shelf(new Library(), acts, () -> folder));
	}

	private void add(String name, Permission permission, String entry, Doing doing) {
		all.add(new Act(name, permission, entry, doing));
	}

	private void procedures(Shelf shelf) {
		Path file = folder.resolve("rapat.yaml");
		String own = ProcedureFiles.yaml(new Library().find("trenggalek-online").orElseThrow())
				.replace("trenggalek-online", "kantor-online");
		add("Shelf.add", Permission.PROCEDURES, "sop add", by -> {
			assertInstanceOf(Shelf.Adding.Added.class, shelf.add(by, Files.writeString(file, own)));
		});
		add("Shelf.remove", Permission.PROCEDURES, "sop remove", by -> {
			shelf.add(Somebody.ADB, Files.writeString(file, own));
			shelf.remove(by, "kantor-online");
		});
	}

	private void inventory(Lists lists) {
		Entry scanner = Entry.of(fleet.site(PLACE).orElseThrow()).with(Field.KIND, "IRIS_SCANNER").with(Field.DEVICE_NAME, "Iris");
		Change change = new Change.AddDevice(PLACE, scanner);
		add("Lists.apply", Permission.INVENTORY, "inventory changed", by -> lists.apply(by, change));
		add("Lists.apply", Permission.INVENTORY, "inventory imported", by -> lists.apply(by, lists.plan(List.of(scanner))));
		add("Lists.undo", Permission.INVENTORY, "inventory change undone", by -> {
			Outcome done = lists.apply(Somebody.ADB, change);
			lists.undo(by, assertInstanceOf(Outcome.Done.class, done));
		});
		add("Lists.export", Permission.EXPORT, "inventory exported", by -> lists.export(by, folder.resolve("a.csv"), fleet));
		add("Lists.export", Permission.EXPORT, "inventory exported",
				by -> lists.export(by, folder.resolve("b.csv"), "b", List.of("t"), List.of(List.of("x"))));
	}

	private void care(Care care) {
		Instant later = Instant.now().plusSeconds(600);
		add("Care.maintain", Permission.MAINTAIN, "maintenance set", by -> care.maintain(by, fleet.devices(), later, "antena"));
		add("Care.resume", Permission.MAINTAIN, "maintenance ended", by -> care.resume(by, fleet.devices()));
		add("Care.acknowledge", Permission.MAINTAIN, "outage acknowledged", by -> care.acknowledge(by, fleet.devices(),
				new Acknowledgement("adb", "tahu", Instant.now(), later)));
		add("Care.endAcknowledgement", Permission.MAINTAIN, "acknowledgement ended",
				by -> care.endAcknowledgement(by, fleet.devices()));
		add("Care.check", Permission.CHECK, "devices checked", by -> care.check(by, fleet.devices(), _ -> {
		}).close());
	}

	private void counter(Acts acts) {
		CounterReader reader = new CounterReader(this, List.of(), List.of());
		HandCounter hand = new HandCounter(reader, this, acts);
		CounterReading reading = new CounterReading(Instant.now(), 7, Optional.empty(), OptionalLong.of(1), "adb");
		add("HandCounter.keep", Permission.COUNTER, "counter recorded", by -> hand.keep(by, PLACE, reading, Duration.ofSeconds(1)));
		add("HandCounter.remove", Permission.COUNTER, "counter reading removed", by -> hand.remove(by, PLACE, reading.at()));
		OnlineRuns runs = new OnlineRuns(new OnlineSop(this, new Mute(),
				(_, _, _) -> new Vantage.View.Seen(new EchoAnswer.Silent(Duration.ofSeconds(1), "ssh-ping")), reader), this, acts);
		add("OnlineRuns.run", Permission.CHECK, "sending checked", by -> runs.run(by, fleet.site(PLACE).orElseThrow(), _ -> {
		}));
	}

	private void settings(Acts acts) {
		NoticeSetup notices = new NoticeSetup(new Untold(), acts);
		add("NoticeSetup.keep", Permission.SETTINGS, "notices set up", by -> notices.keep(by, Map.of("mail.to", "a@example")));
		add("NoticeSetup.tryOut", Permission.SETTINGS, "example sent", by -> notices.tryOut(by, Map.of(), Locale.ROOT));
		Trust trust = new Trust(new HostKeys(new Folder(folder)), acts);
		add("Trust.accept", Permission.SETTINGS, "host key accepted",
				by -> trust.accept(by, new HostKey("[10.1.2.3]:22", "ssh-ed25519", new byte[] { 1 })));
		add("Trust.forget", Permission.SETTINGS, "host key forgotten", by -> trust.forget(by, "[10.1.2.3]:22"));
		OfficeSecrets secrets = new OfficeSecrets(office, acts);
		add("OfficeSecrets.permit", Permission.SETTINGS, "", by -> secrets.permit(by, "afis"));
		add("OfficeSecrets.keep", Permission.SETTINGS, "secret kept", by -> secrets.keep(by, "afis", "x".toCharArray()));
		add("OfficeSecrets.names", Permission.SETTINGS, "", by -> secrets.names(by));
		add("OfficeSecrets.forget", Permission.SETTINGS, "secret forgotten", by -> {
			office.keep("afis", new char[] { 'x' });
			secrets.forget(by, "afis");
		});
	}

	private void staff(Staff staff, Audit audit) {
		Account account = new Account("baru", "Baru", List.of(new Post(Role.TEKNISI, Optional.empty())), true);
		char[] password = "sandi-untuk-uji".toCharArray();
		add("Staff.add", Permission.STAFF, "account made", by -> staff.add(by, account, password));
		add("Staff.change", Permission.STAFF, "account changed", by -> {
			office.put(new Kept(account, "", 0, Optional.empty()));
			staff.change(by, account);
		});
		add("Staff.renew", Permission.STAFF, "password renewed", by -> {
			office.put(new Kept(account, "", 0, Optional.empty()));
			staff.renew(by, "baru", password);
		});
		add("Audit.verify", Permission.JOURNAL, "journal verified", by -> audit.verify(by));
		add("Audit.entries", Permission.JOURNAL, "", by -> audit.entries(by, Audit.Wanted.ALL));
		add("Audit.export", Permission.JOURNAL, "journal exported", by -> audit.export(by, Audit.Wanted.ALL, "j.csv", "surat 1"));
	}

	private void parts(Acts acts) {
		PartsInMemory kept = new PartsInMemory();
		PartDesk desk = new PartDesk(kept, acts, InstantSource.system());
		PartDraft draft = new PartDraft(MODEM, "", "antena", 1, Finding.REPLACE, "patah", "");
		add("PartDesk.ask", Permission.TICKET, "part asked", by -> desk.ask(by, MODEM, "", List.of(draft)));
		add("PartDesk.move", Permission.TICKET, "part procured", by -> desk.move(by,
				kept.ask(draft, "adb", Instant.now()).number(), 0, PartStatus.PROCURED, ""));
		add("PartDesk.export", Permission.EXPORT, "parts exported", by -> desk.export(by, true, "parts.xlsx"));
		RepairPapers papers = new RepairPapers(this, kept, new Staff(office, acts, InstantSource.system()), acts,
				new EvidenceFiles(() -> folder), () -> folder, new UsualHours(), InstantSource.system());
		Run run = Run.replay("1", new Library().find("trenggalek-pemeliharaan-alat").orElseThrow(),
				Map.of(Subject.DEVICE, MODEM.toString()), "adb", Instant.now(), List.of());
		add("RepairPapers.export", Permission.EXPORT, "repair paper",
				by -> papers.export(by, run, RepairPapers.Paper.REPORT, "", folder.resolve("a.docx")));
	}

	private void audits(Acts acts) {
		AuditsInMemory kept = new AuditsInMemory();
		StocktakeDesk desk = new StocktakeDesk(kept, this, acts);
		add("StocktakeDesk.begin", Permission.INVENTORY, "audit begun",
				by -> new StocktakeDesk(new AuditsInMemory(), this, acts).begin(by, PLACE));
		add("StocktakeDesk.tick", Permission.INVENTORY, "audit ticked", by -> desk.tick(by, begun(kept), "Modem", true));
		add("StocktakeDesk.end", Permission.INVENTORY, "audit ended", by -> desk.end(by, begun(kept)));
		add("StocktakeDesk.export", Permission.EXPORT, "audit exported",
				by -> desk.export(by, kept.find(begun(kept)).orElseThrow(), folder.resolve("audit.csv"), Locale.ROOT));
		DeviceLabels labels = new DeviceLabels(acts);
		add("DeviceLabels.devices", Permission.EXPORT, "labels made",
				by -> labels.devices(by, folder.resolve("a.docx"), fleet, fleet.devices(), Locale.ROOT));
		add("DeviceLabels.kits", Permission.EXPORT, "labels made",
				by -> labels.kits(by, folder.resolve("b.docx"), fleet, fleet.sites(), Locale.ROOT));
	}

	private void seals(Acts acts) {
		SealDesk desk = new SealDesk(acts, () -> folder);
		Identity key = Identity.make();
		char[] passphrase = "sandi untuk uji".toCharArray();
		Path file = Path.of("id.posko.none");
		add("SealDesk.permit", Permission.SEAL, "", by -> desk.permit(by, "a"));
		add("SealDesk.make", Permission.SEAL, "key made", by -> desk.make(by, OfficeKey.OFFICE, passphrase));
		add("SealDesk.open", Permission.SEAL, "key opened", by -> desk.open(by, desk.privateFile(OfficeKey.OFFICE), passphrase));
		add("SealDesk.seal", Permission.SEAL, "file sealed",
				by -> desk.seal(by, Files.writeString(folder.resolve("s"), "s"), folder, List.of(key.recipient()), _ -> {
				}));
		add("SealDesk.unseal", Permission.SEAL, "sealed file opened", by -> desk.unseal(by, file, key, Optional.empty(), _ -> {
		}));
		add("SealDesk.split", Permission.SEAL, "key split",
				by -> desk.split(by, key, folder.resolve("one"), folder.resolve("two"), Locale.ROOT));
		add("SealDesk.join", Permission.SEAL, "key joined", by -> desk.join(by, key, folder.resolve("joined"), passphrase));
	}

	private static long begun(AuditsInMemory kept) {
		return kept.begin(PLACE, List.of(MODEM), "adb", Instant.now()).number();
	}

	@AfterEach
	void close() {
		monitoring.close();
	}

	@Test
	void everyActOfAPersonIsTriedHere() {
		Set<String> doors = new TreeSet<>();
		for (Class<?> door : DOORS) {
			for (Method method : door.getDeclaredMethods()) {
				if (Modifier.isPublic(method.getModifiers()) && Arrays.asList(method.getParameterTypes()).contains(Actor.class)) {
					doors.add(door.getSimpleName() + "." + method.getName());
				}
			}
		}
		doors.removeAll(OWN);
		assertEquals(doors, all.stream().map(Act::name).collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void whoMayNotIsRefusedAndThatIsJournalled() throws IOException {
		for (Act act : all) {
			Role role = Stream.of(Role.values()).filter(each -> !Somebody.of(each, Optional.empty()).may(act.permission()))
					.findFirst().orElseThrow();
			Actor actor = Somebody.of(role, Optional.empty());
			assertThrows(NotPermitted.class, () -> act.doing().by(actor), act.name());
			id.posko.staff.Entry last = office.entries().getLast();
			assertEquals("refused: " + act.permission(), last.act(), act.name());
			assertEquals(actor.name(), last.who());
			assertFalse(office.entries().stream().anyMatch(entry -> !act.entry().isEmpty() && entry.act().equals(act.entry())),
					act.name());
		}
	}

	@Test
	void everyActOfWhoMayIsJournalled() throws IOException, InterruptedException {
		for (Act act : all) {
			Role role = Stream.of(Role.values()).filter(each -> Somebody.of(each, Optional.empty()).may(act.permission()))
					.findFirst().orElseThrow();
			Actor actor = Somebody.of(role, Optional.empty());
			int before = office.entries().size();
			Fleet wasFleet = fleet;
			act.doing().by(actor);
			fleet = wasFleet;
			List<id.posko.staff.Entry> entries = office.entries();
			if (!act.entry().isEmpty()) {
				id.posko.staff.Entry last = entries.getLast();
				assertTrue(entries.size() > before, act.name());
				assertEquals(act.entry(), last.act(), act.name());
				assertEquals(actor.name() + " pc", last.who() + " " + last.where(), act.name());
			}
		}
		assertTrue(office.journal.check().isWhole());
	}

	@Test
	void whoMayInOneKecamatanMayNotInAnother() throws IOException {
		Actor here = Somebody.of(Role.TEKNISI, Optional.of(new RegionCode("35.03.01")));
		Actor there = Somebody.of(Role.TEKNISI, Optional.of(new RegionCode("35.03.02")));
		for (Actor actor : List.of(here, there)) {
			office.put(new Kept(new Account(actor.name(), "T", actor.posts(), true), "", 0, Optional.empty()));
			for (Act act : all.stream().filter(each -> Set.of(Permission.INVENTORY, Permission.MAINTAIN, Permission.CHECK,
					Permission.COUNTER).contains(each.permission())).filter(each -> !each.name().equals("Lists.undo")).toList()) {
				Fleet was = fleet;
				if (actor == there) {
					assertThrows(NotPermitted.class, () -> act.doing().by(actor), act.name());
				} else {
					assertDoesNotThrow(() -> act.doing().by(actor), act.name());
				}
				fleet = was;
			}
		}
	}
}
