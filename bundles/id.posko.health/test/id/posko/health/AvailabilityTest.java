package id.posko.health;

import static id.posko.health.Office.START;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import id.posko.health.Availability.Part;

class AvailabilityTest {

	private static Transition to(State state, long second) {
		Instant at = START.plusSeconds(second);
		return new Transition(key("modem"), State.UP, Verdict.of(state, Cause.NOT_YET, Evidence.NONE, at,
				Optional.of(key("centre")), Optional.of(at)));
	}

	private static Availability over(long from, long to, Transition... transitions) {
		return Availability.of(List.of(transitions), START.plusSeconds(from), START.plusSeconds(to));
	}

	@Test
	void theStateBeforeTheIntervalCounts() {
		Availability all = over(100, 200, to(State.DOWN, 10), to(State.UP, 150));
		assertEquals(Duration.ofSeconds(50), all.time(Part.DOWN));
		assertEquals(50.0, all.percent(Part.UP));
	}

	@Test
	void degradedAnswersAndUnknownIsNotMeasured() {
		Availability all = over(0, 100, to(State.DEGRADED, 0), to(State.UNKNOWN, 75));
		assertEquals(75.0, all.percent(Part.UP));
		assertEquals(25.0, all.percent(Part.NOT_MEASURED));
	}

	@Test
	void withoutTransitionsNothingIsMeasured() {
		assertEquals(100.0, over(0, 60).percent(Part.NOT_MEASURED));
	}

	@Test
	void whatComesAfterTheIntervalIsLeftOut() {
		assertEquals(100.0, over(0, 60, to(State.UP, 0), to(State.DOWN, 60), to(State.UP, 90)).percent(Part.UP));
	}

	@Test
	void anEmptyIntervalHasNoShares() {
		Availability all = over(5, 5, to(State.UP, 0));
		assertEquals(0, all.tenthsOfPercent().values().stream().mapToInt(i -> i).sum());
		assertEquals(0, over(9, 5, to(State.UP, 0), to(State.DOWN, 7)).percent(Part.UP));
	}

	@Test
	void thirdsStillSumToAHundred() {
		Availability all = over(0, 3, to(State.UP, 0), to(State.DOWN, 1), to(State.UNREACHABLE, 2));
		assertEquals(Map.of(Part.UP, 334, Part.DOWN, 333, Part.UNREACHABLE, 333, Part.MAINTENANCE, 0,
				Part.NOT_MEASURED, 0), all.tenthsOfPercent());
	}

	@Test
	void tenYearsDoNotOverflow() {
		long years = 10L * 365 * 86_400;
		assertEquals(99.9, over(0, years, to(State.UP, 0), to(State.DOWN, years - years / 1_000)).percent(Part.UP));
	}

	@Test
	void agreesWithASecondBySecondCount() {
		Random random = new Random(11);
		for (int run = 0; run < 500; run++) {
			List<Transition> transitions = new ArrayList<>();
			long at = random.nextInt(50);
			for (int i = random.nextInt(12); i > 0; i--) {
				transitions.add(to(State.values()[random.nextInt(7)], at));
				at += random.nextInt(40);
			}
			long from = random.nextInt(200);
			long to = from + random.nextInt(300);
			int[] seconds = new int[Part.values().length];
			for (long second = from; second < to; second++) {
				Part part = Part.NOT_MEASURED;
				for (Transition transition : transitions) {
					if (!transition.at().isAfter(START.plusSeconds(second))) {
						part = Part.of(transition.to());
					}
				}
				seconds[part.ordinal()]++;
			}
			Availability all = Availability.of(transitions, START.plusSeconds(from), START.plusSeconds(to));
			for (Part part : Part.values()) {
				assertEquals(seconds[part.ordinal()], all.time(part).toSeconds(), "run " + run + " " + part);
				double exact = to == from ? 0 : 1_000d * seconds[part.ordinal()] / (to - from);
				assertEquals(exact, all.tenthsOfPercent().get(part), 1);
			}
			assertEquals(to == from ? 0 : 1_000, all.tenthsOfPercent().values().stream().mapToInt(i -> i).sum());
		}
	}
}
