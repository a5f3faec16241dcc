package id.posko.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.file.Library;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the linter finds, in the offices' SOPs and in made ones. */
class LintTest {

	private final Library library = new Library();

	private List<Finding> shipped(String id) {
		return Lint.of(library.find(id).orElseThrow(), library.roles());
	}

	private void finds(String id, Flaw flaw, Integer... steps) {
		assertTrue(shipped(id).stream().anyMatch(f -> f.flaw() == flaw && f.steps().equals(List.of(steps))),
				() -> id + " lacks " + flaw + ": " + shipped(id));
	}

	@Test
	void noShippedSopHasAnErrorAndEverySentenceCanBeSaid() {
		for (Procedure procedure : library.shipped()) {
			List<Finding> findings = Lint.of(procedure, library.roles());
			assertEquals(List.of(), findings.stream().filter(Finding::isError).toList(), procedure.id());
			findings.forEach(f -> assertTrue(f.flaw() == Flaw.NOTE
					|| !f.sentence(Locale.of("id")).equals(f.sentence(Locale.ENGLISH)), f.toString()));
		}
	}

	@Test
	void theSlipsOfTheWrittenSopsAreToldAndStay() {
		finds("trenggalek-online", Flaw.ONE_TARGET, 3, 4);
		finds("buleleng-backup", Flaw.TITLES_DIFFER);
		finds("trenggalek-tatap-muka", Flaw.OUTPUT_DIFFERS, 1, 2);
		finds("trenggalek-profil", Flaw.TWINS, 8, 9);
		finds("trenggalek-profil", Flaw.NO_TIME, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
		finds("trenggalek-pelaporan", Flaw.OUTPUT_DIFFERS, 5, 6);
		finds("trenggalek-pelaporan", Flaw.SHARED_TIME, 1, 2, 3, 4, 5, 6, 7, 8);
		finds("trenggalek-data-warehouse", Flaw.MISSPELT);
		finds("trenggalek-data-warehouse", Flaw.SHARED_TIME, 4, 5, 6);
		finds("trenggalek-hak-akses-konsolidasi", Flaw.MISSPELT);
		finds("trenggalek-backup-siak", Flaw.MISSPELT, 2);
		finds("tapin-buku-agregat", Flaw.NUMBER_OF_OTHER_YEAR);
		finds("tapin-buku-agregat", Flaw.NO_EFFECT);
		assertTrue(shipped("tapin-buku-agregat").stream().map(f -> f.sentence(Locale.of("id")))
				.anyMatch("Peringatan tertulis tanpa kata \"tidak\": yang dimaksud \"tidak diselesaikan\"."::equals));
		assertTrue(shipped("trenggalek-data-warehouse").stream().map(f -> f.sentence(Locale.of("id")))
				.anyMatch("Langkah 4–6: satu waktu bersama, 1 hari."::equals));
	}

	/** The same order handed from the Kabid to the Kasi is no slip. */
	@Test
	void anOrderHandedDownIsNoTwin() {
		assertTrue(shipped("trenggalek-pemeliharaan-alat").stream().noneMatch(f -> f.flaw() == Flaw.TWINS));
		assertTrue(shipped("trenggalek-hak-akses-siak").stream().noneMatch(f -> f.flaw() == Flaw.TWINS));
	}

	private static Step step(int number) {
		Who.Officer adb = new Who.Officer("ADB", "ADB");
		return new Step(number, "Langkah ke " + number, List.of(), "", StandardTime.parse("1 jam").orElseThrow(), "", "",
				List.of(adb), "", OptionalInt.empty(), OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty(),
				new Means.ByHand("x"), List.of(), Set.of());
	}

	private static Step next(Step step, String condition, int target) {
		return new Step(step.number(), step.activity(), step.parts(), "", step.time(), "", "", step.who(), condition,
				OptionalInt.of(target), step.returnsTo(), List.of(), step.approval(), step.receipts(), step.means(), List.of(),
				Set.of());
	}

	private static Step returning(Step step, int target) {
		return new Step(step.number(), step.activity(), step.parts(), "", step.time(), "", "", step.who(), "",
				step.next(), OptionalInt.of(target), List.of(), step.approval(), step.receipts(), step.means(), List.of(),
				Set.of());
	}

	/** Five steps, the second of which is changed. */
	private static List<Flaw> flaws(UnaryOperator<Step> second, Set<String> roles) {
		List<String> some = List.of("x");
		Head head = new Head("x", "", "1/2026", "1/1/2026", "", "", "2/1/2026", "", some, some, some, some, some, some,
				List.of());
		List<Step> steps = IntStream.rangeClosed(1, 5).mapToObj(LintTest::step)
				.map(step -> step.number() == 2 ? second.apply(step) : step).toList();
		return Lint.of(new Procedure("x", "X", "", head, List.of(), List.of(new Who.Officer("ADB", "ADB")), steps, List.of()),
				roles).stream().map(Finding::flaw).toList();
	}

	@Test
	void stepsThatNoWayLeadsToAreErrors() {
		Set<String> adb = Set.of("ADB");
		assertEquals(List.of(), flaws(step -> step, adb));
		assertEquals(List.of(Flaw.UNREACHABLE), flaws(step -> next(step, "", 4), adb));
		assertEquals(List.of(), flaws(step -> next(step, "bila gagal", 4), adb));
		assertEquals(List.of(Flaw.UNREACHABLE), flaws(step -> next(step, "", 0), adb));
		assertEquals(List.of(Flaw.GOES_BACK, Flaw.UNREACHABLE), flaws(step -> next(step, "", 1), adb));
		assertEquals(List.of(), flaws(step -> returning(step, 1), adb));
		assertEquals(List.of(Flaw.RETURNS_AHEAD), flaws(step -> returning(step, 3), adb));
		assertEquals(List.of(Flaw.RETURNS_AHEAD), flaws(step -> returning(step, 2), adb));
		assertEquals(List.of(Flaw.NO_SUCH_ROLE), flaws(step -> step, Set.of("Kepala Dinas")));
	}
}
