package id.posko.health.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import id.posko.health.counter.ManualEntry.Judged;

/** Two readings of a person, with their gap, their wrong input, and the question after a restart. */
class ManualEntryTest {

	private final List<CounterReading> kept = new ArrayList<>();
	private Instant now = Instant.parse("2026-03-02T01:00:00Z");

	private ManualEntry entry() {
		return new ManualEntry(new CounterSeries(kept, CounterRule.DEFAULT), now);
	}

	private Judged write(String value) {
		return entry().of(value, "", "adb", false, Optional.empty());
	}

	private CounterReading right(Judged judged) {
		return assertInstanceOf(Judged.Right.class, judged, judged.toString()).reading();
	}

	private static String wrong(Judged judged) {
		return assertInstanceOf(Judged.Wrong.class, judged, judged.toString()).cause().code();
	}

	@Test
	void theSecondReadingWaitsForTheGap() {
		assertEquals(Optional.empty(), entry().earliest());
		kept.add(right(write("40")));
		now = now.plusSeconds(29);
		assertEquals(new Judged.TooSoon(now.plusSeconds(1)), write("41"));
		now = now.plusSeconds(1);
		kept.add(right(write("41")));
		assertEquals(Trend.RISING, new CounterSeries(kept, CounterRule.DEFAULT).trend());
		now = now.plus(Duration.ofMinutes(16));
		assertEquals(Optional.empty(), entry().first(), "a new sitting");
	}

	@Test
	void aMachinesReadingIsNoFirstOne() {
		kept.add(new CounterReading(now, 40, Optional.empty(), OptionalLong.empty(), "ssh AFIS"));
		now = now.plusSeconds(1);
		assertEquals(41, right(write("41")).value());
	}

	@Test
	void aLowerNumberAsksWhetherTheSchedulerWasStartedAnew() {
		kept.add(new CounterReading(now, 4000, Optional.empty(), OptionalLong.empty(), "adb"));
		now = now.plusSeconds(60);
		assertEquals(new Judged.Lower(kept.getFirst()), write("3990"));
		kept.add(right(entry().of("3990", "", "adb", true, Optional.empty())));
		assertEquals(Trend.RESTARTED, new CounterSeries(kept, CounterRule.DEFAULT).trend());
	}

	@Test
	void onlyNumbersAreTakenAndSomebodyMustHaveRead() {
		for (String value : List.of("", "abc", "-1", "1,5", "12.34", "9".repeat(19), "1e9")) {
			assertEquals("counter_bad_number", wrong(write(value)), value);
		}
		assertEquals(1_234_567, right(write(" 1.234.567 ")).value());
		assertEquals(OptionalLong.of(12), right(entry().of("1", "12", "adb", false, Optional.empty())).backlog());
		assertEquals("counter_bad_number", wrong(entry().of("1", "x", "adb", false, Optional.empty())));
		for (String reader : List.of(" ", "ssh AFIS", "a".repeat(101))) {
			assertEquals("counter_bad_reader", wrong(entry().of("1", "", reader, false, Optional.empty())));
		}
	}

	@Test
	void theRateIsOverAllThatWasSeenAlsoOverARestart() {
		kept.add(new CounterReading(now, 100, Optional.empty(), OptionalLong.empty(), "adb"));
		kept.add(new CounterReading(now.plusSeconds(1800), 130, Optional.empty(), OptionalLong.empty(), "adb"));
		kept.add(new CounterReading(now.plusSeconds(3600), 20, Optional.empty(), OptionalLong.empty(), "adb"));
		CounterSeries series = new CounterSeries(kept, CounterRule.DEFAULT);
		assertEquals(50, series.per(Duration.ofHours(1)).orElseThrow());
		assertEquals(1200, series.per(Duration.ofDays(1)).orElseThrow());
		assertEquals(Optional.empty(), series.from(now.plusSeconds(3601)).last());
		assertEquals(false, series.from(now.plusSeconds(3600)).per(Duration.ofHours(1)).isPresent());
	}
}
