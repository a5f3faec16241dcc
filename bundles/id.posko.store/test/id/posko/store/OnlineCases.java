package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.State;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.Counters;
import id.posko.health.counter.Photo;
import id.posko.health.online.OnlineResult;
import id.posko.health.online.OnlineResults;
import id.posko.health.online.OnlineStep;
import id.posko.health.online.StepResult;
import id.posko.kit.RegionCode;

/** What the tables of counters and of the SOP's runs must do on every database. */
interface OnlineCases {

	RegionCode HERE = new RegionCode("35.03.01");
	RegionCode THERE = new RegionCode("35.03.02");
	Instant FIRST = Instant.parse("2026-03-02T01:00:00.123456Z");

	Database database();

	@Test
	default void counterReadingsComeBackAsTheyWere() throws IOException {
		Counters counters = new CounterRows(database());
		List<CounterReading> all = List.of(
				new CounterReading(FIRST, 0, Optional.empty(), OptionalLong.empty(), ""),
				new CounterReading(FIRST.plusSeconds(60), 123_456_789_012L, Optional.of(FIRST), OptionalLong.of(0), "ssh AFIS"),
				new CounterReading(FIRST.plusSeconds(120), 7, Optional.empty(), OptionalLong.of(9), "adb",
						Photo.named("ab".repeat(32) + ".png")));
		for (int i : new int[] { 2, 0, 1 }) {
			counters.add(HERE, all.get(i));
		}
		counters.add(THERE, all.get(0));
		assertEquals(all, counters.since(new RegionCode("350301"), Instant.EPOCH));
		assertEquals(all.subList(1, 3), counters.since(HERE, FIRST.plusSeconds(60)));
		assertEquals(1, counters.since(THERE, Instant.EPOCH).size());
	}

	@Test
	default void aReadingOfTheSameTimeIsReplaced() throws IOException {
		Counters counters = new CounterRows(database());
		counters.add(HERE, new CounterReading(FIRST, 10, Optional.of(FIRST), OptionalLong.of(1), "adb"));
		CounterReading mended = new CounterReading(FIRST, 100, Optional.empty(), OptionalLong.empty(), "kasi");
		counters.add(HERE, mended);
		assertEquals(List.of(mended), counters.since(HERE, Instant.EPOCH));
	}

	@Test
	default void aReadingIsTakenBack() throws IOException {
		Counters counters = new CounterRows(database());
		counters.add(HERE, new CounterReading(FIRST, 10, Optional.empty(), OptionalLong.empty(), "adb"));
		counters.remove(THERE, FIRST);
		counters.remove(HERE, FIRST.plusSeconds(1));
		assertEquals(1, counters.since(HERE, Instant.EPOCH).size());
		counters.remove(HERE, FIRST);
		assertEquals(List.of(), counters.since(HERE, Instant.EPOCH));
	}

	@Test
	default void runsOfTheSopComeBackAsTheyWere() throws IOException {
		OnlineResults results = new OnlineRows(database());
		List<OnlineResult> all = List.of(run(FIRST, State.UP), run(FIRST.plusSeconds(600), State.NOT_MEASURED));
		for (OnlineResult result : all) {
			results.keep(result);
		}
		assertEquals(all, results.of(HERE, Instant.EPOCH, FIRST.plusSeconds(601)));
		assertEquals(all.subList(1, 2), results.of(HERE, FIRST.plusSeconds(1), FIRST.plusSeconds(601)));
		assertEquals(List.of(), results.of(HERE, Instant.EPOCH, FIRST));
		assertEquals(List.of(), results.of(THERE, Instant.EPOCH, FIRST.plusSeconds(601)));
	}

	private static OnlineResult run(Instant at, State state) {
		List<StepResult> steps = new ArrayList<>();
		for (OnlineStep step : OnlineStep.values()) {
			boolean even = step.number() % 2 == 0;
			steps.add(new StepResult(step, even ? "AFIS" : StepResult.CONSOLE, even ? "" : "Modem", state,
					even ? Cause.ANSWERED : Cause.of("slow", Duration.ofMillis(612), "a\nb"),
					even ? List.of(Cause.of("vantage_no_access", "AFIS"), Cause.of("online_no_nid")) : List.of(),
					even ? Evidence.of("ssh-ping", "127.0.0.1", Duration.ofNanos(123_456_789)) : Evidence.NONE,
					at.plusSeconds(1), Duration.ofNanos(987_654_321)));
		}
		return new OnlineResult(HERE, "Kecamatan Panggul", at, Duration.ofSeconds(2), steps);
	}
}
