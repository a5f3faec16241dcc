package id.posko.procedure.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.file.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the twenty SOPs is followed from its start to its end. */
class WalkTest {

	static Stream<Procedure> sops() {
		return new Library().shipped().stream();
	}

	private Instant now = Office.MONDAY;

	private Run start(Procedure sop) {
		return assertInstanceOf(Outcome.Went.class, Run.start("1", sop, Office.matter(sop), "akun", now)).run();
	}

	private Run go(Run run, Move move) {
		now = now.plusSeconds(60);
		Step step = run.open().orElseThrow().step();
		Outcome outcome = run.move(move, Office.doer(run.procedure(), step), now);
		return assertInstanceOf(Outcome.Went.class, outcome, () -> run.procedure().id() + " " + move + ": " + outcome).run();
	}

	private Run done(Run run) {
		Step step = run.open().orElseThrow().step();
		Run at = go(run, new Move.Take(step.number()));
		for (Move move : Office.before(step)) {
			at = go(at, move);
		}
		return go(at, Office.finish(step));
	}

	private static List<Integer> numbers(Run run, Turn.State state) {
		return run.turns().stream().filter(turn -> turn.state() == state).map(turn -> turn.step().number()).toList();
	}

	@ParameterizedTest
	@MethodSource("sops")
	void straightToItsEnd(Procedure sop) {
		Run run = start(sop);
		while (!run.isOver()) {
			assertTrue(run.waitsFor(Office.doer(sop, run.open().orElseThrow().step())));
			run = done(run);
		}
		assertFalse(run.isStopped());
		assertEquals(sop.steps().stream().map(Step::number).toList(), numbers(run, Turn.State.DONE));
		Run again = Run.replay("1", sop, run.matter(), run.startedBy(), run.startedAt(), run.acts());
		assertEquals(run.turns(), again.turns());
	}

	/** Every step that can give something back does so once, with a reason, and is reached again. */
	@ParameterizedTest
	@MethodSource("sops")
	void withEveryReturn(Procedure sop) {
		Run run = start(sop);
		Set<Integer> given = new HashSet<>();
		List<Integer> expected = new ArrayList<>();
		for (int turns = 0; !run.isOver(); turns++) {
			assertTrue(turns < 200, "never ends");
			Step step = run.open().orElseThrow().step();
			if (step.returnsTo().isPresent() && given.add(step.number())) {
				run = go(run, new Move.GiveBack(step.number(), "belum benar"));
				assertEquals(step.returnsTo().getAsInt(), run.open().orElseThrow().step().number());
			} else {
				expected.add(step.number());
				run = done(run);
			}
		}
		assertEquals(sop.steps().stream().filter(s -> s.returnsTo().isPresent()).map(Step::number).toList().size(),
				given.size());
		assertEquals(expected, numbers(run, Turn.State.DONE));
		assertEquals(sop.steps().getLast().number(), run.turns().getLast().step().number());
	}

	/** Steps for a case that is not given are passed over. */
	@ParameterizedTest
	@MethodSource("sops")
	void withoutWhatDoesNotApply(Procedure sop) {
		Run run = start(sop);
		while (!run.isOver()) {
			Step step = run.open().orElseThrow().step();
			run = step.condition().isEmpty() ? done(run) : go(run, new Move.PassOver(step.number(), "tidak terjadi"));
		}
		assertEquals(sop.steps().stream().filter(step -> !step.condition().isEmpty()).map(Step::number).toList(),
				numbers(run, Turn.State.PASSED_OVER));
	}

	/** Somebody without a role in the SOP can do nothing in it, and without what the step asks for it is not done. */
	@ParameterizedTest
	@MethodSource("sops")
	void noStepIsDoneByStrangersOrWithEmptyHands(Procedure sop) {
		Run run = start(sop);
		Doer stranger = new Doer("orang lain", Set.of("Auditor"));
		while (!run.isOver()) {
			Step step = run.open().orElseThrow().step();
			assertEquals(new Outcome.Refused(Refusal.NOT_YOURS, ""), run.move(Office.finish(step), stranger, now));
			assertFalse(run.waitsFor(stranger));
			Outcome empty = run.move(new Move.Finish(step.number(), List.of(), ""), Office.doer(sop, step), now);
			assertTrue(empty instanceof Outcome.Refused(Refusal refusal, _) && refusal != Refusal.NOT_YOURS,
					sop.id() + " " + step.number() + " " + empty);
			run = done(run);
		}
	}

	/** Every minute of a run is on the clock of one step or group. */
	@ParameterizedTest
	@MethodSource("sops")
	void theClocksTogetherTellTheWholeTime(Procedure sop) {
		Run run = start(sop);
		while (!run.isOver()) {
			run = done(run);
		}
		Duration all = Duration.ZERO;
		for (Step step : sop.steps()) {
			Clock clock = Clock.of(run, step, Office.ALWAYS, now);
			assertFalse(clock.isRunning());
			all = clock.steps().getFirst().equals(step) ? all.plus(clock.used()) : all;
		}
		assertEquals(Duration.between(Office.MONDAY, now), all);
	}
}
