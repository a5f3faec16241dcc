package id.posko.inventory;

import static id.posko.inventory.Fleets.DONGKO;
import static id.posko.inventory.Fleets.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.memory.Somebody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsTest {

	@TempDir
	private Path folder;

	private final MemoryInventory memory = new MemoryInventory(Fleets.small());
	private Lists lists;

	@BeforeEach
	void open() {
		lists = new Lists(memory, memory, new Somebody(folder).acts);
	}

	private static Entry entry(Object... pairs) {
		Entry entry = new Entry(Map.of());
		for (int i = 0; i < pairs.length; i += 2) {
			entry = entry.with((Field) pairs[i], (String) pairs[i + 1]);
		}
		return entry;
	}

	private Outcome.Done done(Change change) {
		Outcome outcome = lists.apply(Somebody.ADB, change);
		return assertInstanceOf(Outcome.Done.class, outcome, outcome::toString);
	}

	private void refused(Rule rule, Field field, Change change) {
		Fleet before = memory.fleet();
		Problem problem = assertInstanceOf(Outcome.Refused.class, lists.apply(Somebody.ADB, change)).problems().getFirst();
		assertTrue(problem.is(rule), problem.toString());
		assertEquals(Optional.of(field), problem.field());
		assertEquals(before, memory.fleet());
		assertEquals(1, lists.check(change).size());
	}

	private static List<Object> content(Fleet fleet) {
		List<Object> all = new ArrayList<>(fleet.sites());
		all.addAll(fleet.devices());
		return all;
	}

	private Path list(String... lines) throws IOException {
		return Files.writeString(folder.resolve("list.csv"),
				"kode_wilayah;nama_kantor;jenis;nama_alat\n" + String.join("\n", lines));
	}

	@Test
	void anImportIsWrittenOnceAndCanBeTakenBack() throws IOException {
		List<Object> before = content(memory.fleet());
		ImportPlan plan = lists.plan(list("350301;Panggul;MODEM;M1", "350302;Kec. Dongko;MODEM;Modem"));
		Outcome.Done done = assertInstanceOf(Outcome.Done.class, lists.apply(Somebody.ADB, plan));
		assertEquals(1, memory.writes());
		assertEquals("Kec. Dongko", memory.fleet().site(DONGKO).orElseThrow().name());
		assertEquals(5, memory.fleet().devices().size());
		assertInstanceOf(Outcome.Done.class, lists.undo(Somebody.ADB, done));
		assertEquals(before, content(memory.fleet()));
	}

	@Test
	void aPlanMadeAgainstAnOlderInventoryIsRefused() throws IOException {
		ImportPlan plan = lists.plan(list("350301;Panggul;MODEM;M1"));
		done(new Change.RemoveDevice(key(DONGKO, "PC 1")));
		assertInstanceOf(Outcome.Stale.class, lists.apply(Somebody.ADB, plan));
		assertEquals(3, memory.fleet().devices().size());
		assertInstanceOf(Outcome.Done.class, lists.apply(Somebody.ADB, lists.plan(folder.resolve("list.csv"))));
	}

	@Test
	void aPlanWithAWrongRowWritesNothing() throws IOException {
		assertInstanceOf(Outcome.Refused.class, lists.apply(Somebody.ADB, lists.plan(list("350301;Panggul;MODEM;M1", "1;2;3;4"))));
		assertInstanceOf(Outcome.Refused.class, lists.apply(Somebody.ADB, lists.plan(folder.resolve("none.csv"))));
		assertEquals(0, memory.writes());
	}

	@Test
	void anUnchangedListWritesNothing() throws IOException {
		assertInstanceOf(Outcome.Done.class, lists.apply(Somebody.ADB, lists.plan(list("350302;Kecamatan Dongko;MODEM;Modem"))));
		assertEquals(0, memory.writes());
	}

	@Test
	void devicesAreAddedAndChangedFieldByField() {
		done(new Change.AddDevice(DONGKO, entry(Field.DEVICE_NAME, " UPS  1", Field.KIND, "ups klien",
				Field.PARENT, "pc 1")));
		DeviceKey ups = key(DONGKO, "UPS 1");
		assertEquals(Optional.of(key(DONGKO, "PC 1")), memory.fleet().device(ups).orElseThrow().parent());
		done(new Change.ChangeDevice(ups, entry(Field.ADDRESS, "10.0.0.9", Field.PARENT, "")));
		Device changed = memory.fleet().device(ups).orElseThrow();
		assertEquals("10.0.0.9", changed.address().orElseThrow().toString());
		assertEquals(Optional.empty(), changed.parent());
	}

	@Test
	void aRenamedDeviceKeepsItsChildren() {
		Outcome.Done done = done(new Change.ChangeDevice(key(DONGKO, "AFIS 1"), entry(Field.DEVICE_NAME, "AFIS utama")));
		assertEquals(Map.of(key(DONGKO, "AFIS 1"), key(DONGKO, "AFIS utama")), done.edit().renamed());
		assertEquals(Optional.of(key(DONGKO, "AFIS utama")),
				memory.fleet().device(key(DONGKO, "PC 1")).orElseThrow().parent());
		assertEquals("0012", memory.fleet().device(key(DONGKO, "AFIS utama")).orElseThrow().serial());
		lists.undo(Somebody.ADB, done);
		assertEquals(content(Fleets.small()), content(memory.fleet()));
		done(new Change.ChangeDevice(key(DONGKO, "AFIS 1"), entry(Field.DEVICE_NAME, "afis 1")));
	}

	@Test
	void aMovedOfficeTakesItsDevicesAlong() {
		RegionCode to = new RegionCode("35.03.99");
		Outcome.Done done = done(new Change.ChangeSite(DONGKO, entry(Field.REGION_CODE, "35.03.99", Field.LINK, "")));
		assertEquals(Optional.empty(), memory.fleet().site(DONGKO));
		assertEquals(3, memory.fleet().devicesAt(to).size());
		assertEquals(Optional.of(key(to, "AFIS 1")), memory.fleet().device(key(to, "PC 1")).orElseThrow().parent());
		lists.undo(Somebody.ADB, done);
		assertEquals(content(Fleets.small()), content(memory.fleet()));
	}

	@Test
	void removingTellsNobodyToStandBehindNothing() {
		done(new Change.AddSite(entry(Field.REGION_CODE, "350301", Field.SITE_NAME, "Panggul")));
		done(new Change.AddDevice(new RegionCode("350301"), entry(Field.DEVICE_NAME, "R", Field.KIND, "ROUTER", Field.PARENT,
				"350302/Modem")));
		List<Object> before = content(memory.fleet());
		Outcome.Done done = done(new Change.RemoveSite(DONGKO));
		assertEquals(2, memory.fleet().devices().size());
		assertEquals(Optional.empty(), memory.fleet().device(key(new RegionCode("350301"), "R")).orElseThrow().parent());
		lists.undo(Somebody.ADB, done);
		assertEquals(before, content(memory.fleet()));
	}

	@Test
	void changesByHandObeyTheRulesOfLists() {
		DeviceKey pc = key(DONGKO, "PC 1");
		refused(Rule.EMPTY, Field.KIND, new Change.AddDevice(DONGKO, entry(Field.DEVICE_NAME, "X")));
		refused(Rule.EMPTY, Field.DEVICE_NAME, new Change.ChangeDevice(pc, entry(Field.DEVICE_NAME, "\u00A0")));
		refused(Rule.DEVICE_EXISTS, Field.DEVICE_NAME,
				new Change.AddDevice(DONGKO, entry(Field.DEVICE_NAME, "PC 1", Field.KIND, "ROUTER")));
		refused(Rule.OTHER_CASE, Field.DEVICE_NAME, new Change.ChangeDevice(pc, entry(Field.DEVICE_NAME, "MODEM")));
		refused(Rule.NOT_AN_ADDRESS, Field.ADDRESS, new Change.ChangeDevice(pc, entry(Field.ADDRESS, "http://a")));
		refused(Rule.NO_PARENT, Field.PARENT, new Change.ChangeDevice(pc, entry(Field.PARENT, "tak ada")));
		refused(Rule.LOOP, Field.PARENT, new Change.ChangeDevice(key(DONGKO, "AFIS 1"), entry(Field.PARENT, "PC 1")));
		refused(Rule.LOOP, Field.PARENT,
				new Change.ChangeDevice(pc, entry(Field.DEVICE_NAME, "PC 2", Field.PARENT, "PC 2")));
		refused(Rule.NO_DEVICE, Field.DEVICE_NAME, new Change.RemoveDevice(key(DONGKO, "X")));
		refused(Rule.NO_SITE, Field.REGION_CODE, new Change.ChangeDevice(pc, entry(Field.REGION_CODE, "350399")));
		refused(Rule.NO_SITE, Field.REGION_CODE, new Change.RemoveSite(new RegionCode("11")));
		refused(Rule.SITE_EXISTS, Field.REGION_CODE,
				new Change.AddSite(entry(Field.REGION_CODE, "35.03.02", Field.SITE_NAME, "X")));
		refused(Rule.SITE_EXISTS, Field.REGION_CODE, new Change.ChangeSite(DONGKO, entry(Field.REGION_CODE, "00")));
		refused(Rule.EMPTY, Field.REGION_CODE, new Change.AddSite(entry(Field.SITE_NAME, "X")));
		refused(Rule.NOT_A_LINK, Field.LINK, new Change.ChangeSite(DONGKO, entry(Field.LINK, "kabel")));
	}

	@Test
	void undoIsRefusedWhenSomethingElseHasChanged() {
		Outcome.Done first = done(new Change.RemoveDevice(key(DONGKO, "PC 1")));
		Outcome.Done second = done(new Change.RemoveDevice(key(DONGKO, "Modem")));
		assertInstanceOf(Outcome.Stale.class, lists.undo(Somebody.ADB, first));
		assertInstanceOf(Outcome.Done.class, lists.undo(Somebody.ADB, second));
		assertInstanceOf(Outcome.Done.class, lists.undo(Somebody.ADB, first));
	}

	@Test
	void anyRowOfChangesCanBeTakenBackAndMadeAgain() {
		int made = 0;
		for (int seed = 0; seed < 200; seed++) {
			Random random = new Random(seed);
			MemoryInventory inventory = new MemoryInventory(Fleets.random(random));
			Lists some = new Lists(inventory, inventory, new Somebody(folder).acts);
			List<List<Object>> states = new ArrayList<>();
			List<Outcome.Done> doneSoFar = new ArrayList<>();
			for (int i = 0; i < 12; i++) {
				List<Object> state = content(inventory.fleet());
				if (some.apply(Somebody.ADB, change(random, inventory.fleet())) instanceof Outcome.Done done) {
					states.add(state);
					doneSoFar.add(done);
					made++;
				} else {
					assertEquals(state, content(inventory.fleet()));
				}
			}
			List<Object> last = content(inventory.fleet());
			List<Outcome.Done> undone = new ArrayList<>();
			for (int i = doneSoFar.size() - 1; i >= 0; i--) {
				undone.add(assertInstanceOf(Outcome.Done.class, some.undo(Somebody.ADB, doneSoFar.get(i))));
				assertEquals(states.get(i), content(inventory.fleet()), "seed " + seed);
			}
			for (Outcome.Done done : undone.reversed()) {
				assertInstanceOf(Outcome.Done.class, some.undo(Somebody.ADB, done));
			}
			assertEquals(last, content(inventory.fleet()), "seed " + seed);
		}
		assertTrue(made > 1000, made + " changes made");
	}

	private static Change change(Random random, Fleet fleet) {
		List<Device> devices = List.copyOf(fleet.devices());
		List<Site> sites = List.copyOf(fleet.sites());
		if (sites.isEmpty() || devices.isEmpty()) {
			return new Change.AddSite(entry(Field.REGION_CODE, "%04d".formatted(random.nextInt(10_000)), Field.SITE_NAME, "S"));
		}
		Device device = devices.get(random.nextInt(devices.size()));
		Device other = devices.get(random.nextInt(devices.size()));
		RegionCode site = sites.get(random.nextInt(sites.size())).code();
		String number = String.valueOf(random.nextInt(1000));
		return switch (random.nextInt(8)) {
			case 0 -> new Change.RemoveDevice(device.key());
			case 1 -> new Change.ChangeDevice(device.key(), entry(Field.DEVICE_NAME, "neu " + number, Field.KIT, "2"));
			case 2 -> new Change.ChangeDevice(device.key(), entry(Field.PARENT, other.key().toString()));
			case 3 -> new Change.ChangeDevice(device.key(), entry(Field.REGION_CODE, site.text(), Field.NOTES, number));
			case 4 -> new Change.ChangeSite(site, entry(Field.REGION_CODE, "7" + "%03d".formatted(random.nextInt(1000))));
			case 5 -> new Change.RemoveSite(site);
			case 6 -> new Change.AddDevice(site, entry(Field.DEVICE_NAME, number, Field.KIND, "PRINTER", Field.PARENT,
					other.key().toString()));
			default -> new Change.ChangeSite(site, entry(Field.SITE_NAME, number, Field.SITE_KIND, "DINAS"));
		};
	}
}
