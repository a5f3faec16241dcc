package id.posko.procedure.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of persons is hidden from whoever has no reason to see it. */
class PersonsTest {

	private static final Library LIBRARY = new Library();
	private static final Procedure ONLINE = LIBRARY.find("trenggalek-online").orElseThrow();
	private static final Procedure REPAIR = LIBRARY.find("trenggalek-pemeliharaan-alat").orElseThrow();
	private static final String NIK = "3503010101900001";
	private static final String HIDDEN = "350301**********";

	@TempDir
	Path temp;
	private Bureau bureau;

	@BeforeEach
	void open() throws IOException {
		bureau = new Bureau(temp);
	}

	private Run start(Actor by, Procedure sop, Map<Subject, String> matter) throws IOException {
		return assertInstanceOf(Outcome.Went.class, bureau.desk().start(by, sop, matter)).run();
	}

	private static Run went(Done done) {
		return assertInstanceOf(Done.Went.class, done, done.toString()).run();
	}

	private static void refused(Refusal refusal, Outcome outcome) {
		assertTrue(outcome instanceof Outcome.Refused(var found, _) && found == refusal, outcome.toString());
	}

	/** In whatever the desk gives; what it keeps has it in full. */
	@Test
	void numbersOfPersonsAreHiddenInWhatIsShown() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Run begun = start(adb, REPAIR, Map.of(Subject.DEVICE, "35.03.01/Iris", Subject.LETTER, "470/1 " + NIK));
		String file = "ktp " + NIK + ".txt";
		Files.writeString(temp.resolve(file), "x");
		Actor kadis = bureau.hire("kadis", Role.KEPALA_DINAS);
		Run kept = went(bureau.desk().keep(kadis, begun.id(), 1, new Work(new Answers(Map.of("Kecamatan", "Panggul, NIK " + NIK),
				Map.of("", temp.resolve(file))), Optional.empty(), "dari 3503 0101 0190 0001")));
		Actor kabid = bureau.hire("kabid", Role.KABID_PIAK);
		assertInstanceOf(Outcome.Went.class,
				bureau.desk().move(kadis, begun.id(), new Move.Delegate(1, "kabid", "kenal " + NIK)));
		List<Run> shown = new ArrayList<>(List.of(begun, kept, bureau.desk().find(begun.id()).orElseThrow()));
		shown.addAll(bureau.desk().all());
		bureau.desk().inbox(kabid).all().forEach(waiting -> shown.add(waiting.run()));
		for (Run run : shown) {
			assertFalse((run.matter() + "" + run.acts() + run.turns()).contains(NIK), run.acts() + "");
			assertEquals("470/1 " + HIDDEN, run.matter().get(Subject.LETTER));
			assertEquals("35.03.01/Iris", run.matter().get(Subject.DEVICE));
		}
		assertTrue((shown.getLast().turns() + "").contains("Panggul, NIK " + HIDDEN));
		assertTrue((bureau.find(begun.id()).orElseThrow().turns() + "").contains("Panggul, NIK " + NIK));
		assertFalse(bureau.purposes().toString().contains(NIK), bureau.purposes() + "");
		Evidence.Attachment paper = (Evidence.Attachment) shown.getLast().turns().getFirst().evidence().stream()
				.filter(Evidence.Attachment.class::isInstance).findFirst().orElseThrow();
		assertEquals("ktp " + HIDDEN + ".txt", paper.name());
		assertTrue(bureau.desk().look(adb, shown.getLast(), paper).isPresent());
	}

	@Test
	void whoMaySeePersonsIsShownThemForAReason() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor technician = bureau.hire("tek", Role.TEKNISI);
		Run run = start(adb, ONLINE, Map.of(Subject.SITE, "35.03.01"));
		went(bureau.desk().keep(adb, run.id(), 1, Work.noted("NIK " + NIK)));
		refused(Refusal.NO_REASON, bureau.desk().reveal(adb, run.id(), " "));
		refused(Refusal.NO_RUN, bureau.desk().reveal(adb, "99", "perlu"));
		assertThrows(NotPermitted.class, () -> bureau.desk().reveal(technician, run.id(), "perlu"));
		assertTrue(bureau.purposes().stream().noneMatch(line -> line.startsWith("sop persons")));
		Run whole = assertInstanceOf(Outcome.Went.class, bureau.desk().reveal(adb, run.id(), "surat 470/9, " + NIK)).run();
		assertEquals("NIK " + NIK, whole.turns().getFirst().text());
		assertTrue(bureau.purposes().contains("sop persons: surat 470/9, " + HIDDEN), bureau.purposes() + "");
		assertTrue(bureau.lines().contains("tek: refused: PERSON: " + run.id() + " trenggalek-online"), bureau.lines() + "");
	}

	/** A form that is opened again shows the hidden number; handed in so, the number stays. */
	@Test
	void whatIsHandedInAsItWasShownStaysAsItWasKept() throws IOException {
		Run run = start(bureau.local(), REPAIR, Map.of(Subject.DEVICE, "35.03.01/Iris", Subject.LETTER, "1"));
		for (String value : List.of(NIK, HIDDEN, HIDDEN)) {
			went(bureau.desk().keep(bureau.local(), run.id(), 1,
					new Work(new Answers(Map.of("Kecamatan", value), Map.of()), Optional.empty(), "")));
			Turn turn = bureau.find(run.id()).orElseThrow().open().orElseThrow();
			assertEquals(new Evidence.Form(Map.of("Kecamatan", NIK)), turn.evidence().getLast());
		}
		went(bureau.desk().keep(bureau.local(), run.id(), 1,
				new Work(new Answers(Map.of("Kecamatan", "360301**********"), Map.of()), Optional.empty(), "")));
		assertEquals(new Evidence.Form(Map.of("Kecamatan", "360301**********")),
				bureau.find(run.id()).orElseThrow().open().orElseThrow().evidence().getLast());
	}
}
