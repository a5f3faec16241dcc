package id.posko.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.inventory.Stocktake.State;
import id.posko.inventory.StocktakeDesk.Outcome;
import id.posko.inventory.StocktakeDesk.Why;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office's devices, ticked as they are found. */
class StocktakeTest {

	@TempDir
	private Path folder;
	private final MemoryInventory inventory = new MemoryInventory(Fleets.small());
	private final Kept kept = new Kept();
	private Somebody office;
	private StocktakeDesk desk;
	private Instant now = Instant.parse("2026-11-02T01:00:00Z");

	@BeforeEach
	void open() {
		office = new Somebody(folder);
		desk = new StocktakeDesk(kept, inventory, office.acts, () -> now);
	}

	private static Stocktake went(Outcome outcome) {
		return assertInstanceOf(Outcome.Went.class, outcome, outcome.toString()).audit();
	}

	private static Why why(Outcome outcome) {
		return assertInstanceOf(Outcome.Refused.class, outcome, outcome.toString()).why();
	}

	private Stocktake begun() throws IOException {
		return went(desk.begin(Somebody.ADB, Fleets.DONGKO));
	}

	private Outcome tick(String typed) throws IOException {
		return desk.tick(Somebody.ADB, 1, typed, true);
	}

	private static List<String> names(Stocktake audit, State state) {
		return audit.lines(state).stream().map(line -> line.device().name()).toList();
	}

	@Test
	void whatIsTickedIsFoundAndTheRestIsMissing() throws IOException {
		Stocktake audit = begun();
		assertEquals(List.of("AFIS 1", "Modem", "PC 1"), names(audit, State.MISSING));
		tick("posko:350302/Modem");
		tick("35.03.02/afis 1");
		now = now.plusSeconds(60);
		Stocktake after = went(tick("POSKO: 00/Pusat"));
		assertEquals(List.of("AFIS 1", "Modem"), names(after, State.FOUND));
		assertEquals(List.of("PC 1"), names(after, State.MISSING));
		assertEquals(List.of("Pusat"), names(after, State.UNEXPECTED));
		assertFalse(after.isWhole());
		assertEquals("2 dari 3 alat ditemukan, 1 tidak ada, 1 bukan milik kantor ini.",
				new StocktakeTold(Words.INDONESIAN).counts(after));
		assertEquals(List.of(), names(went(desk.tick(Somebody.ADB, 1, "Pusat", false)), State.UNEXPECTED));
		Stocktake whole = went(tick("PC 1"));
		assertTrue(whole.isWhole());
		assertTrue(went(desk.end(Somebody.ADB, 1)).end().isPresent());
		assertEquals(List.of("audit begun 350302", "audit ticked audit 1 350302/Modem", "audit ticked audit 1 350302/AFIS 1",
				"audit ticked audit 1 00/Pusat", "audit tick taken back audit 1 00/Pusat", "audit ticked audit 1 350302/PC 1",
				"audit ended audit 1"),
				office.entries().stream().filter(entry -> entry.act().startsWith("audit"))
						.map(entry -> entry.act() + " " + entry.object()).toList());
	}

	@Test
	void serialNumbersAssetTagsAndNamesAreCodesToo() throws IOException {
		begun();
		assertEquals(List.of("Modem"), names(went(tick("m-001")), State.FOUND));
		assertEquals(Why.TICKED, why(tick("A-1")));
		assertEquals(List.of("AFIS 1", "Modem"), names(went(tick("0012")), State.FOUND));
		assertEquals(List.of("AFIS 1", "Modem", "PC 1"), names(went(tick(" pc 1 ")), State.FOUND));
	}

	@Test
	void aLabelOfWhatIsInNoListIsUnexpectedAndOtherCodesAreNone() throws IOException {
		begun();
		Stocktake after = went(tick("posko:35.03.09/Kamera lama"));
		assertEquals(List.of("Kamera lama"), names(after, State.UNEXPECTED));
		for (String bad : List.of("", " ", "posko:", "posko:x/y", "https://example.org", "tidak ada", "a\u0007", "35.03.02/",
				"35.03.02/" + "x".repeat(300), "posko:35.03.02/a\nb")) {
			assertEquals(Why.NO_CODE, why(tick(bad)), bad);
		}
		assertEquals(1, desk.find(1).orElseThrow().ticks().size());
	}

	@Test
	void anAuditIsBegunOncePerOfficeAndEndsOnce() throws IOException {
		assertEquals(Why.NO_DEVICES, why(desk.begin(Somebody.ADB, new RegionCode("35.03.09"))));
		begun();
		assertEquals(Why.OPEN, why(desk.begin(Somebody.ADB, Fleets.DONGKO)));
		assertEquals(2, went(desk.begin(Somebody.ADB, Fleets.PUSAT)).number());
		assertEquals(Why.NOT_TICKED, why(desk.tick(Somebody.ADB, 1, "Modem", false)));
		went(desk.end(Somebody.ADB, 1));
		assertEquals(Why.ENDED, why(desk.end(Somebody.ADB, 1)));
		assertEquals(Why.ENDED, why(tick("Modem")));
		assertEquals(Why.UNKNOWN, why(desk.tick(Somebody.ADB, 9, "Modem", true)));
		assertEquals(Why.UNKNOWN, why(desk.end(Somebody.ADB, 9)));
		assertEquals(3, begun().number(), "another one can begin then");
		assertEquals(List.of(3L, 2L, 1L), desk.all().stream().map(Stocktake::number).toList());
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			for (Why why : Why.values()) {
				assertFalse(new StocktakeTold(locale).refusal(new Outcome.Refused(why, "7")).isBlank());
			}
		}
	}

	@Test
	void itKeepsWhatTheListHadWhenItBegan() throws IOException {
		begun();
		inventory.write(new Edit(List.of(), Map.of(), Set.of(Fleets.key(Fleets.DONGKO, "PC 1")),
				Set.of(), List.of()));
		assertEquals(List.of("AFIS 1", "Modem", "PC 1"), names(desk.find(1).orElseThrow(), State.MISSING));
	}

	@Test
	void whoMayNotDoesNothing() throws IOException {
		begun();
		for (Actor other : List.of(Somebody.of(Role.AUDITOR, Optional.empty()),
				Somebody.of(Role.TEKNISI, Optional.of(new RegionCode("35.03.01"))))) {
			assertThrows(NotPermitted.class, () -> desk.begin(other, Fleets.PUSAT));
			assertThrows(NotPermitted.class, () -> desk.tick(other, 1, "Modem", true));
			assertThrows(NotPermitted.class, () -> desk.end(other, 1));
		}
		Actor operator = Somebody.of(Role.OPERATOR_BIOMETRIK, Optional.empty());
		Stocktake audit = desk.find(1).orElseThrow();
		assertThrows(NotPermitted.class, () -> desk.export(operator, audit, folder.resolve("a.csv"), Words.INDONESIAN));
		assertFalse(Files.exists(folder.resolve("a.csv")));
	}

	@Test
	void itIsWrittenAsATable() throws IOException {
		begun();
		Stocktake audit = went(tick("Modem"));
		Path file = folder.resolve("audit.csv");
		assertEquals(new Export.Written(3, List.of()), desk.export(Somebody.ADB, audit, file, Words.INDONESIAN));
		List<String> lines = Files.readAllLines(file);
		assertEquals("\uFEFFKode wilayah;Kantor;Alat;Jenis;Nomor seri;Kode aset;Hasil;Waktu;Oleh", lines.getFirst());
		assertTrue(lines.get(1).contains("AFIS 1") && lines.get(1).contains("tidak ada"), lines.get(1));
		assertTrue(lines.get(2).contains("Modem") && lines.get(2).contains("ditemukan") && lines.get(2).endsWith("adb"));
		assertInstanceOf(Export.Refused.class, desk.export(Somebody.ADB, audit, folder.resolve("a.pdf"), Words.INDONESIAN));
	}

	@Test
	void aCodeMeansOneDeviceOrNone() {
		Fleet fleet = Fleets.small();
		Device modem = fleet.device(Fleets.key(Fleets.DONGKO, "Modem")).orElseThrow();
		assertEquals("posko:350302/Modem", ByCode.label(modem));
		for (String typed : List.of(ByCode.label(modem), "350302/Modem", "35.03.02/MODEM", "m-001", "a-1", "Modem", "modem ")) {
			assertEquals(new ByCode.Found(modem), ByCode.of(fleet, typed), typed);
		}
		assertEquals(new ByCode.Gone(new DeviceKey(Fleets.DONGKO, "Printer")), ByCode.of(fleet, "posko:350302/Printer"));
		Fleet twins = new Fleet(fleet.sites(), List.of(Fleets.device(Fleets.DONGKO, "Modem", DeviceKind.MODEM),
				Fleets.device(Fleets.PUSAT, "Modem", DeviceKind.MODEM)));
		assertEquals(new ByCode.Nothing(), ByCode.of(twins, "Modem"));
		assertInstanceOf(ByCode.Found.class, ByCode.of(twins, "modem", Fleets.PUSAT));
		assertEquals(new ByCode.Nothing(), ByCode.of(fleet, ""), "no device is meant by its empty serial number");
	}

	/** Audits that lie in memory. */
	private static final class Kept implements Stocktakes {

		private final TreeMap<Long, Stocktake> all = new TreeMap<>();

		@Override
		public Stocktake begin(RegionCode site, List<DeviceKey> expected, String by, Instant at) {
			Stocktake audit = new Stocktake(all.size() + 1L, site, expected, by, at, List.of(), Optional.empty());
			all.put(audit.number(), audit);
			return audit;
		}

		@Override
		public Optional<Stocktake> find(long number) {
			return Optional.ofNullable(all.get(number));
		}

		@Override
		public List<Stocktake> all() {
			return List.copyOf(all.descendingMap().values());
		}

		@Override
		public boolean tick(long number, Stocktake.Tick tick) {
			List<Stocktake.Tick> ticks = new ArrayList<>(all.get(number).ticks());
			ticks.add(tick);
			return put(number, ticks, Optional.empty());
		}

		@Override
		public boolean end(long number, Stocktake.End end) {
			return put(number, all.get(number).ticks(), Optional.of(end));
		}

		private boolean put(long number, List<Stocktake.Tick> ticks, Optional<Stocktake.End> end) {
			Stocktake was = all.get(number);
			if (was.end().isPresent()) {
				return false;
			}
			all.put(number, new Stocktake(number, was.site(), was.expected(), was.begunBy(), was.begunAt(), ticks, end));
			return true;
		}
	}
}
