package id.posko.procedure.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.file.Library;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be done in a run and what not, and what its clocks say. */
class RunTest {

	private static final Library LIBRARY = new Library();
	private static final Procedure BOOK = LIBRARY.find("tapin-buku-agregat").orElseThrow();

	private static Run start(Procedure sop) {
		return ((Outcome.Went) Run.start("1", sop, Office.matter(sop), "akun ADB", Office.MONDAY)).run();
	}

	private static Doer doer(String account, String... roles) {
		return new Doer(account, Set.of(roles));
	}

	private static Run went(Outcome outcome) {
		return assertInstanceOf(Outcome.Went.class, outcome, outcome.toString()).run();
	}

	private static void refused(Refusal refusal, Outcome outcome) {
		assertTrue(outcome instanceof Outcome.Refused(Refusal found, _) && found == refusal, refusal + " but " + outcome);
	}

	private static Outcome finish(Run run, Doer doer, int minutes) {
		Step step = run.open().orElseThrow().step();
		Run at = run;
		for (Move move : Office.before(step)) {
			at = went(at.move(move, doer, Office.MONDAY.plus(Duration.ofMinutes(minutes))));
		}
		return at.move(Office.finish(step), doer, Office.MONDAY.plus(Duration.ofMinutes(minutes)));
	}

	@Test
	void aRunIsNotStartedBeforeItIsToldWhatItIsAbout() {
		refused(Refusal.NO_SUBJECT, Run.start("1", BOOK, Map.of(), "x", Office.MONDAY));
		refused(Refusal.NO_SUBJECT, Run.start("1", BOOK, Map.of(Subject.PERIOD, " "), "x", Office.MONDAY));
	}

	/** ADB writes the draft; the same person as acting Kabid may not approve it, nor as Sekretaris or Kepala Dinas. */
	@Test
	void nobodyApprovesHisOwnWork() {
		Doer many = doer("Ani", "ADB", "Kabid PIAK", "Sekretaris");
		Run run = went(finish(start(BOOK), many, 1));
		run = went(finish(run, doer("Budi", "Kasi Pengolahan dan Penyajian Data"), 2));
		refused(Refusal.OWN_WORK, finish(run, many, 3));
		refused(Refusal.OWN_WORK, finish(run, doer("Budi", "Kabid PIAK"), 3));
		run = went(finish(run, doer("Cici", "Kabid PIAK"), 3));
		refused(Refusal.OWN_WORK, finish(run, many, 4));
		went(finish(run, doer("Dedi", "Sekretaris"), 4));
	}

	/** An order that is handed down judges nobody's work: one person may stand for two offices. */
	@Test
	void whoHandsDownAnOrderApprovesNothing() {
		Procedure repair = LIBRARY.find("trenggalek-pemeliharaan-alat").orElseThrow();
		Doer acting = doer("Ani", "Kepala Dinas", "Kabid PIAK", "Kasi SIAK", "ADB");
		Run run = start(repair);
		while (!run.isOver()) {
			run = went(finish(run, acting, 1));
		}
	}

	/** The centre's repair is recorded by the ADB: with a letter, or because the line was found well. */
	@Test
	void aStepOfSomebodyOutsideIsRecordedWithALetterOrAResult() {
		Procedure line = LIBRARY.find("trenggalek-jarkomdat").orElseThrow();
		Doer adb = doer("Ani", "ADB");
		Run run = start(line);
		for (int i = 0; i < 3; i++) {
			run = went(finish(run, adb, i));
		}
		refused(Refusal.NO_LETTER, run.move(new Move.Finish(4, List.of(), "sudah baik"), adb, Office.MONDAY));
		went(run.move(new Move.Finish(4, List.of(new Evidence.Letter("7", LocalDate.of(2026, 3, 2), "Pusat")), "baik"), adb,
				Office.MONDAY));
		went(run.move(new Move.Finish(4, List.of(new Evidence.Result("ticket.close", true, "pulih")), ""), adb,
				Office.MONDAY));
	}

	@Test
	void everyRefusalCanBeSaid() {
		for (Refusal refusal : Refusal.values()) {
			Outcome.Refused refused = new Outcome.Refused(refusal, "x");
			assertFalse(refused.sentence(Locale.of("id")).equals(refused.sentence(Locale.ENGLISH)), refusal.name());
		}
	}

	@Test
	void ofTwoWhoMoveAtTheSameTimeOneWins() {
		Doer ani = doer("Ani", "ADB");
		Doer budi = doer("Budi", "ADB");
		Run run = start(BOOK);
		Run taken = went(run.move(new Move.Take(1), ani, Office.MONDAY));
		assertEquals(new Outcome.Refused(Refusal.TAKEN, "Ani"), taken.move(new Move.Take(1), budi, Office.MONDAY));
		refused(Refusal.TAKEN, finish(taken, budi, 1));
		Run next = went(finish(taken, ani, 1));
		assertEquals(new Outcome.Refused(Refusal.OTHER_STEP, "2"), next.move(new Move.Take(1), budi, Office.MONDAY));
		assertEquals(List.of(), run.acts(), "a run is never changed");
	}

	@Test
	void aDelegatedStepIsDoneByTheDelegateAlone() {
		Doer ani = doer("Ani", "ADB");
		Run run = went(start(BOOK).move(new Move.Take(1), ani, Office.MONDAY));
		refused(Refusal.NO_REASON, run.move(new Move.Delegate(1, "Eka", " "), ani, Office.MONDAY));
		refused(Refusal.NOT_YOURS, run.move(new Move.Delegate(1, "Eka", "cuti"), doer("Eka"), Office.MONDAY));
		run = went(run.move(new Move.Delegate(1, "Eka", "cuti"), ani, Office.MONDAY));
		assertTrue(run.waitsFor(doer("Eka")));
		refused(Refusal.NOT_YOURS, finish(run, ani, 1));
		Run done = went(finish(run, doer("Eka"), 1));
		assertEquals(Optional.of("Eka"), done.turns().getFirst().doer());
		went(run.move(new Move.Delegate(1, "Ani", "kembali dari cuti"), ani, Office.MONDAY));
	}

	@Test
	void returnsAndStopsNeedAReasonAndAPlace() {
		Doer ani = doer("Ani", "ADB");
		Run run = start(BOOK);
		refused(Refusal.NO_RETURN, run.move(new Move.GiveBack(1, "salah"), ani, Office.MONDAY));
		refused(Refusal.NO_CONDITION, run.move(new Move.PassOver(1, "tidak perlu"), ani, Office.MONDAY));
		refused(Refusal.NO_REASON, run.move(new Move.Stop(1, ""), ani, Office.MONDAY));
		run = went(finish(run, ani, 1));
		Doer kasi = doer("Budi", "Kasi Pengolahan dan Penyajian Data");
		refused(Refusal.NO_REASON, run.move(new Move.GiveBack(2, " "), kasi, Office.MONDAY));
		Run stopped = went(run.move(new Move.Stop(2, "salah semester"), kasi, Office.MONDAY));
		assertTrue(stopped.isOver() && stopped.isStopped());
		refused(Refusal.OVER, stopped.move(new Move.Take(2), kasi, Office.MONDAY));
	}

	@Test
	void whatIsHandedOutHasAReceiptOfEachAddressee() {
		Run run = start(BOOK);
		for (Step step : BOOK.steps().subList(0, 7)) {
			run = went(finish(run, Office.doer(BOOK, step), step.number()));
		}
		Doer ani = doer("Ani", "ADB");
		Step last = BOOK.steps().getLast();
		assertEquals(new Outcome.Refused(Refusal.NO_RECEIPT, "Internal dinas"),
				run.move(Office.finish(last), ani, Office.MONDAY));
		refused(Refusal.NOT_AN_ADDRESSEE, run.move(new Move.Receive(8, "Siapa saja"), ani, Office.MONDAY));
		run = went(run.move(new Move.Receive(8, "Internal dinas"), ani, Office.MONDAY));
		refused(Refusal.NOT_AN_ADDRESSEE, run.move(new Move.Receive(8, "Internal dinas"), ani, Office.MONDAY));
		assertEquals(new Outcome.Refused(Refusal.NO_RECEIPT, "Instansi terkait"),
				run.move(Office.finish(last), ani, Office.MONDAY));
		run = went(run.move(new Move.Receive(8, "Instansi terkait"), ani, Office.MONDAY));
		assertTrue(went(run.move(Office.finish(last), ani, Office.MONDAY)).isOver());
	}

	@Test
	void aTeamActsOnlyOnceItIsNamed() {
		Procedure website = LIBRARY.find("trenggalek-website").orElseThrow();
		Doer kadis = doer("Kadis", "Kepala Dinas");
		Run run = start(website);
		refused(Refusal.NO_TEAM, run.move(Office.finish(website.steps().getFirst()), kadis, Office.MONDAY));
		refused(Refusal.NOT_ITS_TEAM, run.move(new Move.Appoint(1, "Tim Lain", Set.of("Eka")), kadis, Office.MONDAY));
		refused(Refusal.NO_TEAM, run.move(new Move.Appoint(1, "TIM PENGELOLA WEB", Set.of()), kadis, Office.MONDAY));
		run = went(run.move(new Move.Appoint(1, "TIM PENGELOLA WEB", Set.of("Eka")), kadis, Office.MONDAY));
		run = went(run.move(Office.finish(website.steps().getFirst()), kadis, Office.MONDAY));
		assertTrue(run.waitsFor(doer("Eka")));
		assertFalse(run.waitsFor(doer("Fajar")));
	}

	@Test
	void aClockThatIsSetBackDoesNotTurnTheRunBack() {
		Doer ani = doer("Ani", "ADB");
		Run run = went(start(BOOK).move(new Move.Take(1), ani, Office.MONDAY.plusSeconds(100)));
		run = went(finish(run, ani, -600));
		assertEquals(Office.MONDAY.plusSeconds(100), run.acts().getLast().at());
		assertEquals(Duration.ofSeconds(100), Clock.of(run, BOOK.steps().getFirst(), Office.ALWAYS, Office.MONDAY).used());
	}

	/** Step 3 has 20 minutes; while the Kasi works on what was given back its clock stands. */
	@Test
	void aClockStandsWhileOthersWork() {
		Doer kabid = doer("Cici", "Kabid PIAK");
		Doer kasi = doer("Budi", "Kasi Pengolahan dan Penyajian Data");
		Run run = went(finish(start(BOOK), doer("Ani", "ADB"), 1));
		run = went(finish(run, kasi, 10));
		run = went(run.move(new Move.GiveBack(3, "angka salah"), kabid, at(25)));
		run = went(finish(run, kasi, 500));
		Step third = BOOK.steps().get(2);
		Clock running = Clock.of(run, third, Office.ALWAYS, at(504));
		assertEquals(Duration.ofMinutes(19), running.used());
		assertEquals(Optional.of(at(505)), running.due());
		assertTrue(running.isRunning() && !running.isLate());
		assertTrue(Clock.of(run, third, Office.ALWAYS, at(506)).isLate());
		run = went(finish(run, kabid, 505));
		assertFalse(Clock.of(run, third, Office.ALWAYS, at(9999)).isLate());
		assertEquals(Optional.empty(), Clock.of(run, BOOK.steps().getFirst(), Office.ALWAYS, at(9999)).due());
		assertEquals(Duration.ZERO, Clock.of(run, BOOK.steps().getLast(), Office.ALWAYS, at(9999)).used());
	}

	private static Instant at(int minutes) {
		return Office.MONDAY.plus(Duration.ofMinutes(minutes));
	}

	/** The group of 10 days runs over all eight steps of the report. */
	@Test
	void aGroupHasOneClock() {
		Procedure report = LIBRARY.find("trenggalek-pelaporan").orElseThrow();
		Run run = start(report);
		for (Step step : report.steps().subList(0, 3)) {
			run = went(finish(run, Office.doer(report, step), step.number() * 1500));
		}
		Clock clock = Clock.of(run, report.steps().getLast(), Office.ALWAYS, at(4700));
		assertEquals(Duration.ofMinutes(4700), clock.used());
		assertEquals(Optional.of(at(4800)), clock.due());
		assertFalse(clock.isLate());
		assertTrue(Clock.of(run, report.steps().getFirst(), Office.ALWAYS, at(4801)).isLate());
	}

	/** Any moves by anybody: refused or allowed, a run is always one that its acts make again. */
	@Test
	void whateverIsTriedARunStaysWhole() {
		int rounds = Boolean.getBoolean("posko.long") ? 100_000 : 2_000;
		Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
		int over = 0;
		for (int round = 0; round < rounds; round++) {
			Random random = new Random(round);
			Procedure sop = LIBRARY.shipped().get(random.nextInt(20));
			Run run = start(sop);
			Instant now = Office.MONDAY;
			for (int i = 0; i < 60; i++) {
				now = now.plusSeconds(random.nextInt(-100, 4000));
				Step any = sop.steps().get(random.nextInt(sop.steps().size()));
				Step step = run.open().map(Turn::step).filter(_ -> random.nextInt(8) > 0).orElse(any);
				Doer doer = Office.doer(sop, random.nextInt(6) > 0 ? step : any);
				switch (run.move(move(step, random), doer, now)) {
					case Outcome.Refused refused -> refusals.merge(refused.refusal(), 1, Integer::sum);
					case Outcome.Went went -> {
						assertEquals(run.acts(), went.run().acts().subList(0, run.acts().size()));
						assertEquals(run.acts().size() + 1, went.run().acts().size());
						run = went.run();
					}
				}
			}
			assertWhole(run);
			over += run.isOver() ? 1 : 0;
		}
		assertTrue(over > rounds / 50 && over < rounds, over + " over");
		assertTrue(refusals.size() >= 12, refusals.toString());
	}

	private static Move move(Step step, Random random) {
		List<Move> before = Office.before(step);
		return switch (random.nextInt(20)) {
			case 0, 1 -> new Move.Take(step.number());
			case 2 -> new Move.GiveBack(step.number(), random.nextBoolean() ? "belum" : "");
			case 3 -> new Move.PassOver(step.number(), "tidak perlu");
			case 4 -> new Move.Delegate(step.number(), "akun ADB", "cuti");
			case 5 -> new Move.Finish(step.number(), List.of(), "");
			case 6 -> random.nextInt(10) == 0 ? new Move.Stop(step.number(), "batal") : new Move.Receive(step.number(), "Camat");
			case 7, 8, 9, 10, 11 -> before.isEmpty() ? Office.finish(step) : before.get(random.nextInt(before.size()));
			default -> Office.finish(step);
		};
	}

	private static void assertWhole(Run run) {
		Run again = Run.replay(run.id(), run.procedure(), run.matter(), run.startedBy(), run.startedAt(), run.acts());
		assertEquals(run.turns(), again.turns());
		List<Turn> turns = run.turns();
		assertEquals(run.isOver() ? 0 : 1, turns.stream().filter(turn -> turn.state() == Turn.State.OPEN).count());
		Instant last = run.startedAt();
		for (Turn turn : turns) {
			assertEquals(last, turn.opened(), "no gap and no overlap");
			last = turn.closed().orElse(Instant.MAX);
			assertFalse(last.isBefore(turn.opened()));
		}
		Set<Integer> done = new HashSet<>();
		for (Turn turn : turns) {
			int number = turn.step().number();
			assertTrue(run.procedure().steps().stream().filter(step -> step.number() < number)
					.allMatch(step -> done.contains(step.number())), "no step before those above it");
			if (turn.state() == Turn.State.DONE || turn.state() == Turn.State.PASSED_OVER) {
				done.add(number);
			}
		}
	}
}
