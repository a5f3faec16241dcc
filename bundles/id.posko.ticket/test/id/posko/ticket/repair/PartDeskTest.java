package id.posko.ticket.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;

/** What may be done with a needed part, by whom, and in which order. */
class PartDeskTest {

	@TempDir
	Path folder;
	private Workshop office;
	private Actor adb;
	private Actor elsewhere;
	private Actor auditor;

	@BeforeEach
	void open() throws IOException {
		office = new Workshop(folder);
		adb = Workshop.of("adb", Role.ADB, Optional.empty());
		elsewhere = Workshop.of("lain", Role.TEKNISI, Optional.of(new RegionCode("35.03.02")));
		auditor = Workshop.of("auditor", Role.AUDITOR, Optional.empty());
	}

	@AfterEach
	void close() {
		office.close();
	}

	private static PartDraft draft(String part, int quantity) {
		return new PartDraft(Workshop.UPS, "", part, quantity, Finding.REPLACE, "tua", "");
	}

	private PartNeeded asked(String part) throws IOException {
		return ((PartOutcome.Went) office.partDesk.ask(adb, Workshop.UPS, "", List.of(draft(part, 1)))).parts().getFirst();
	}

	private static PartOutcome.Why why(PartOutcome outcome) {
		return assertInstanceOf(PartOutcome.Refused.class, outcome).why();
	}

	@Test
	void aPartIsAskedForProcuredAndFitted() throws IOException {
		PartNeeded part = asked("Baterai");
		assertEquals(PartStatus.ASKED, part.status());
		assertEquals(PartOutcome.Why.NOT_NOW, why(office.partDesk.move(adb, 1, 0, PartStatus.FITTED, "")));
		office.partDesk.move(adb, 1, 0, PartStatus.PROCURED, "kontrak 7");
		office.now = office.now.minus(Duration.ofDays(1));
		office.partDesk.move(adb, 1, 1, PartStatus.FITTED, "");
		PartNeeded fitted = office.partDesk.find(1).orElseThrow();
		assertEquals(PartStatus.FITTED, fitted.status());
		assertEquals(fitted.acts().getFirst().at(), fitted.acts().getLast().at(), "time does not run backwards");
		for (PartStatus to : PartStatus.values()) {
			assertEquals(PartOutcome.Why.NOT_NOW, why(office.partDesk.move(adb, 1, 2, to, "x")));
		}
		assertEquals(List.of(), office.partDesk.list(false));
		assertEquals(1, office.partDesk.list(true).size());
		assertEquals(List.of("adb: part asked: 35.03.01/UPS server Baterai", "adb: part procured: part 1",
				"adb: part fitted: part 1"), office.journalled("part"));
	}

	@Test
	void whoCancelsSaysWhy() throws IOException {
		asked("Baterai");
		assertEquals(PartOutcome.Why.NO_TEXT, why(office.partDesk.move(adb, 1, 0, PartStatus.CANCELLED, "  ")));
		assertInstanceOf(PartOutcome.Went.class, office.partDesk.move(adb, 1, 0, PartStatus.CANCELLED, "alat diganti baru"));
		assertEquals(PartStatus.CANCELLED, office.partDesk.find(1).orElseThrow().status());
	}

	@Test
	void ofTwoWhoMoveOneAtTheSameMomentOneIsTold() throws IOException {
		asked("Baterai");
		office.partDesk.move(adb, 1, 0, PartStatus.PROCURED, "");
		PartOutcome.Overtaken told = assertInstanceOf(PartOutcome.Overtaken.class,
				office.partDesk.move(adb, 1, 0, PartStatus.CANCELLED, "x"));
		assertEquals(PartStatus.PROCURED, told.part().status());
		assertEquals("Suku cadang nomor 1 sudah diubah oleh adb, sekarang sudah diadakan. Lihat dahulu, lalu ulangi.",
				new RepairTold(Words.INDONESIAN).overtaken(told.part()));
	}

	@Test
	void badPartsAreNotAskedFor() throws IOException {
		for (PartDraft bad : List.of(draft("", 1), draft(" ", 1), draft("a\0b", 1), draft("x".repeat(201), 1), draft("x", 0),
				draft("x", -1), draft("x", 1000),
				new PartDraft(Workshop.UPS, "", "x", 1, Finding.ADD, "y".repeat(501), ""))) {
			assertInstanceOf(PartOutcome.Refused.class, office.partDesk.ask(adb, Workshop.UPS, "", List.of(bad)));
		}
		assertThrows(IllegalArgumentException.class, () -> new PartDraft(Workshop.UPS, "", "x", 1, Finding.GOOD, "", ""));
		assertThrows(IllegalArgumentException.class,
				() -> office.partDesk.ask(adb, Workshop.SCANNER, "", List.of(draft("x", 1))));
		assertEquals(PartOutcome.Why.UNKNOWN, why(office.partDesk.move(adb, 9, 0, PartStatus.PROCURED, "")));
		asked("Baterai");
		assertEquals(PartOutcome.Why.BAD_TEXT, why(office.partDesk.move(adb, 1, 0, PartStatus.PROCURED, "\u0007")));
		assertEquals(1, office.parts.all().size());
	}

	@Test
	void oneBadPartAmongOthersAsksForNone() throws IOException {
		PartOutcome none = office.partDesk.ask(adb, Workshop.UPS, "", List.of(draft("Baterai", 1), draft("", 1)));
		assertEquals(PartOutcome.Why.NO_TEXT, why(none));
		assertEquals(List.of(), office.parts.all());
	}

	@Test
	void whoMayNotDoesNothing() throws IOException {
		for (Actor other : List.of(elsewhere, auditor)) {
			assertThrows(NotPermitted.class, () -> office.partDesk.ask(other, Workshop.UPS, "", List.of(draft("x", 1))));
		}
		asked("Baterai");
		for (Actor other : List.of(elsewhere, auditor)) {
			assertThrows(NotPermitted.class, () -> office.partDesk.move(other, 1, 0, PartStatus.PROCURED, ""));
		}
		assertThrows(NotPermitted.class, () -> office.partDesk.export(elsewhere, true, "a.xlsx"));
		assertEquals(1, office.partDesk.export(auditor, true, "a.xlsx").size());
		assertEquals(List.of("auditor: parts exported: a.xlsx"), office.journalled("parts"));
	}

	@Test
	void everyRefusalAndStatusIsSaid() {
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			RepairTold told = new RepairTold(locale);
			for (PartOutcome.Why why : PartOutcome.Why.values()) {
				told.refusal(new PartOutcome.Refused(why, why == PartOutcome.Why.NOT_NOW ? "ASKED" : "7"));
			}
			for (RepairHistory.Kind kind : RepairHistory.Kind.values()) {
				told.kind(kind);
			}
		}
	}
}
