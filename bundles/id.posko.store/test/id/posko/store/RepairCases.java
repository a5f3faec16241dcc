package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import id.posko.inventory.Edit;
import id.posko.inventory.Stocktake;
import id.posko.inventory.Stocktakes;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Runs;
import id.posko.procedure.run.Run;
import id.posko.ticket.repair.Finding;
import id.posko.ticket.repair.NeededParts;
import id.posko.ticket.repair.PartDraft;
import id.posko.ticket.repair.PartNeeded;
import id.posko.ticket.repair.PartStatus;

/** What the tables of needed parts and of audits must do on every database. */
interface RepairCases {

	RegionCode OFFICE = Offices.code(1);
	Instant BEGUN = Instant.parse("2026-11-02T01:00:00.123456Z");

	Database database();

	private static PartDraft part(String device, String run) {
		return new PartDraft(new DeviceKey(OFFICE, device), "", "Baterai 12 V 😀 '", 2, Finding.REPLACE, "", run);
	}

	private static PartNeeded with(PartNeeded part, PartStatus to, String note) {
		List<PartNeeded.Act> acts = new ArrayList<>(part.acts());
		acts.add(new PartNeeded.Act(BEGUN.plusSeconds(60L * (acts.size() + 1)), "adb é", to, note));
		return new PartNeeded(part.number(), part.draft(), part.askedBy(), part.since(), acts);
	}

	private static List<Long> numbers(List<PartNeeded> parts) {
		return parts.stream().map(PartNeeded::number).toList();
	}

	@Test
	default void aPartIsReadAsItWasAskedForAndMoved() throws IOException {
		NeededParts parts = new PartRows(database());
		PartDraft full = new PartDraft(new DeviceKey(OFFICE, "UPS"), "Baterai", "x".repeat(200), 999, Finding.ADD,
				"😀".repeat(500), "17");
		PartNeeded first = parts.ask(full, "adb é", BEGUN);
		assertEquals(new PartNeeded(1, full, "adb é", BEGUN, List.of()), first);
		PartNeeded second = parts.ask(part("UPS", ""), "adb", BEGUN);
		assertEquals(Optional.of(second), parts.find(2));
		PartNeeded bought = with(first, PartStatus.PROCURED, "😀".repeat(500));
		assertTrue(parts.add(bought));
		assertFalse(parts.add(with(first, PartStatus.CANCELLED, "terlambat")), "somebody else was faster");
		assertEquals(Optional.of(bought), parts.find(1));
		PartNeeded fitted = with(bought, PartStatus.FITTED, "");
		assertTrue(parts.add(fitted));
		assertEquals(List.of(fitted, second), parts.all());
		assertEquals(List.of(second), parts.open());
		assertEquals(List.of(fitted), parts.ofRun("17"));
		assertEquals(List.of(), parts.ofRun("1"));
		assertEquals(Optional.empty(), parts.find(3));
		assertFalse(parts.add(new PartNeeded(9, full, "adb", BEGUN, bought.acts())), "there is none");
	}

	@Test
	default void aPartFollowsItsDeviceWhenThatIsRenamed() throws IOException {
		InventoryRows inventory = new InventoryRows(database());
		DeviceKey old = new DeviceKey(OFFICE, "UPS 1");
		DeviceKey now = new DeviceKey(OFFICE, "UPS baru");
		inventory.write(Edit.put(List.of(Offices.site(1)), List.of(Offices.device(old, ""))));
		NeededParts parts = new PartRows(database());
		long number = parts.ask(part("UPS 1", ""), "adb", BEGUN).number();
		inventory.write(new Edit(List.of(), Map.of(old, now), Set.of(), Set.of(), List.of()));
		assertEquals(now, parts.find(number).orElseThrow().draft().device());
		assertEquals(List.of(number), numbers(parts.of(now)));
		inventory.write(new Edit(List.of(), Map.of(), Set.of(now), Set.of(), List.of()));
		assertEquals(old, parts.find(number).orElseThrow().draft().device());
		assertEquals(List.of(number), numbers(parts.of(old)));
	}

	@Test
	default void anAuditIsReadAsItWasTickedAndEnds() throws IOException {
		Stocktakes audits = new StocktakeRows(database());
		List<DeviceKey> expected = IntStream.range(0, 1500).mapToObj(i -> new DeviceKey(OFFICE, "Alat é " + i)).toList();
		Stocktake audit = audits.begin(OFFICE, expected, "adb", BEGUN);
		assertEquals(new Stocktake(1, OFFICE, expected, "adb", BEGUN, List.of(), Optional.empty()), audit);
		List<Stocktake.Tick> ticks = List.of(new Stocktake.Tick(BEGUN, "adb", expected.get(3), true),
				new Stocktake.Tick(BEGUN.plusSeconds(1), "teknisi", new DeviceKey(Offices.code(2), "😀".repeat(100)), true),
				new Stocktake.Tick(BEGUN.plusSeconds(2), "adb", expected.get(3), false));
		for (Stocktake.Tick tick : ticks) {
			assertTrue(audits.tick(1, tick));
		}
		assertEquals(ticks, audits.find(1).orElseThrow().ticks());
		Stocktake.End end = new Stocktake.End(BEGUN.plusSeconds(9), "adb");
		assertTrue(audits.end(1, end));
		assertFalse(audits.end(1, end), "it has ended");
		assertFalse(audits.tick(1, ticks.getFirst()), "it has ended");
		assertFalse(audits.tick(7, ticks.getFirst()), "there is none");
		assertEquals(Optional.of(end), audits.find(1).orElseThrow().end());
		assertEquals(List.of(2L, 1L), List.of(audits.begin(Offices.code(2), List.of(), "x", BEGUN).number(), 1L));
		assertEquals(List.of(2L, 1L), audits.all().stream().map(Stocktake::number).toList());
	}

	@Test
	default void runsAboutADeviceAreKnownByIt() throws IOException {
		Runs runs = new RunRows(database());
		Procedure sop = RunCases.SOPS.find("trenggalek-pemeliharaan-alat").orElseThrow();
		Map<Subject, String> letter = Map.of(Subject.LETTER, "5");
		for (Map<Subject, String> matter : List.of(letter, Map.of(Subject.DEVICE, "35.03.01/UPS é"), letter,
				Map.of(Subject.DEVICE, "Modem", Subject.LETTER, "7"))) {
			runs.begin(Run.replay(runs.newId(), sop, matter, "adb", BEGUN, List.of()));
		}
		assertEquals(Map.of("2", "35.03.01/UPS é", "4", "Modem"), new DeviceRunRows(database()).devices());
	}
}
