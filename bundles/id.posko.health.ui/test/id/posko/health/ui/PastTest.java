package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import id.posko.health.Availability;
import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.State;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

class PastTest {

	private final Instant to = Instant.parse("2026-01-17T03:00:00Z");
	private final Instant from = to.minus(Duration.ofHours(1));
	private final DeviceKey key = new DeviceKey(new RegionCode("35.60.01"), "Modem");

	private Transition turn(State state, int minutesAgo) {
		return new Transition(key, State.NOT_MEASURED, Verdict.of(state, Cause.of("silent", "2 s"), Evidence.of("icmp"),
				to.minus(Duration.ofMinutes(minutesAgo)), Optional.empty(), Optional.empty()));
	}

	private Past past(Transition... turns) {
		return new Past(from, to, List.of(), List.of(turns), Availability.of(List.of(turns), from, to));
	}

	@Test
	void theShareCountsMeasuredTimeOnly() {
		assertEquals(OptionalDouble.empty(), past().answeredPercent());
		assertEquals(75, past(turn(State.UP, 40), turn(State.DOWN, 10)).answeredPercent().orElseThrow(), 0.01);
		assertEquals(100, past(turn(State.DEGRADED, 1)).answeredPercent().orElseThrow(), 0.01);
	}

	@Test
	void whatBeganBeforeTheChartHasNoMarkInIt() {
		Past past = past(turn(State.UP, 90), turn(State.DOWN, 5));
		assertEquals(1, past.events().size());
		assertTrue(past.events().getFirst().at().isAfter(from));
	}
}
