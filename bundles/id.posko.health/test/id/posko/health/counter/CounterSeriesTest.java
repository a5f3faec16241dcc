package id.posko.health.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** A counter that starts at 0 again after each restart: what its readings prove and what they do not. */
class CounterSeriesTest {

	private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

	private final List<CounterReading> readings = new ArrayList<>();

	private CounterSeriesTest reads(int minute, long value) {
		return reads(minute, value, Optional.empty(), OptionalLong.empty());
	}

	private CounterSeriesTest reads(int minute, long value, long backlog) {
		return reads(minute, value, Optional.empty(), OptionalLong.of(backlog));
	}

	private CounterSeriesTest reads(int minute, long value, Optional<Instant> since, OptionalLong backlog) {
		readings.add(new CounterReading(START.plusSeconds(60L * minute), value, since, backlog, "adb"));
		return this;
	}

	private CounterSeries series() {
		return new CounterSeries(readings, CounterRule.DEFAULT);
	}

	@Test
	void fewerThanTwoReadingsProveNothing() {
		assertEquals(Trend.NO_READING, series().trend());
		assertEquals(0, series().total());
		assertEquals(Trend.ONE_READING, reads(0, 40).series().trend());
		assertEquals(40, series().total());
		assertEquals(0, series().sent());
	}

	@Test
	void anyRiseIsSending() {
		assertEquals(Trend.RISING, reads(0, 40).reads(1, 41).series().trend());
		assertEquals(41, series().total());
		assertEquals(1, series().sent());
	}

	@Test
	void equalIsIdleStuckOrUncertainByWhatWaits() {
		assertEquals(Trend.IDLE, reads(0, 40, 0).reads(31, 40, 0).series().trend());
		readings.clear();
		assertEquals(Trend.UNCERTAIN, reads(0, 40).reads(31, 40).series().trend());
		readings.clear();
		assertEquals(Trend.WAITING, reads(0, 40, 7).reads(29, 40, 7).series().trend());
		assertEquals(Trend.STUCK, reads(30, 40, 7).series().trend());
		assertEquals(Optional.of(START), series().since());
		assertEquals(Trend.RISING, reads(31, 41, 6).series().trend());
	}

	@Test
	void theSetTimeCountsFromWhenRecordsBeganToWait() {
		assertEquals(Trend.WAITING, reads(0, 40, 0).reads(60, 40, 0).reads(61, 40, 3).reads(80, 40, 3).series().trend());
		assertEquals(Trend.STUCK, reads(91, 40, 3).series().trend());
	}

	@Test
	void twoReadingsAtOnceProveNoStandstill() {
		readings.add(new CounterReading(START, 40, Optional.empty(), OptionalLong.of(9), "adb"));
		readings.add(new CounterReading(START.plusSeconds(9), 40, Optional.empty(), OptionalLong.of(9), "adb"));
		assertEquals(Trend.WAITING, series().trend());
	}

	@Test
	void aRestartBeginsANewSegmentAndNothingIsCountedTwice() {
		reads(0, 10).reads(10, 20).reads(20, 3);
		assertEquals(Trend.RESTARTED, series().trend());
		assertEquals(23, series().total());
		assertEquals(13, series().sent());
		reads(30, 8);
		assertEquals(Trend.RISING, series().trend());
		assertEquals(List.of(20L, 8L), series().segments().stream().map(Segment::counted).toList());
		assertEquals(28, series().total());
	}

	@Test
	void aSlightlyLowerValueIsMisreadForSoManyAreNotSentInAMinute() {
		reads(0, 5000).reads(1, 4999);
		assertEquals(Trend.FELL, series().trend());
		assertEquals(5000, series().total());
		assertEquals(5002, reads(2, 5001).series().total());
	}

	@Test
	void whereTheStartIsKnownItDecides() {
		reads(0, 50).reads(10, 60, Optional.of(START.plusSeconds(60)), OptionalLong.empty());
		assertEquals(Trend.RESTARTED, series().trend());
		assertEquals(110, series().total());
		readings.clear();
		reads(0, 50).reads(10, 40, Optional.of(START.minusSeconds(60)), OptionalLong.empty());
		assertEquals(Trend.FELL, series().trend());
	}

	@Test
	void extremeValuesDoNotOverflow() {
		assertEquals(Trend.FELL, reads(0, Long.MAX_VALUE).reads(1, Long.MAX_VALUE - 1).series().trend());
		assertThrows(IllegalArgumentException.class, () -> reads(2, -1));
	}

	/** A scheduler whose every record is known, read at random times, in any order of the list. */
	@Test
	void totalsAreThoseOfASchedulerThatIsWatchedRecordByRecord() {
		for (int seed = 0; seed < 500; seed++) {
			Random random = new Random(seed);
			readings.clear();
			long sent = 0;
			long counter = 0;
			long first = -1;
			int minute = 0;
			Optional<Instant> since = Optional.of(START.minusSeconds(1));
			boolean restarts = false;
			for (int i = 0; i < 40; i++) {
				int minutes = 1 + random.nextInt(30);
				restarts = i > 0 && random.nextInt(5) == 0;
				for (int m = 0; m < minutes; m++) {
					minute++;
					if (restarts && m == 0) {
						counter = 0;
						since = Optional.of(START.plusSeconds(60L * minute - 30));
					}
					int now = random.nextInt(4) == 0 ? random.nextInt(10) : 0;
					counter += now;
					sent += now;
				}
				first = i == 0 ? sent : first;
				reads(minute, counter, since, OptionalLong.empty());
			}
			Collections.shuffle(readings, random);
			assertEquals(sent, series().total(), "seed " + seed);
			assertEquals(sent - first, series().sent(), "seed " + seed);
		}
	}

	/** The rules once more, word by word, over all pairs of readings. */
	@Test
	void trendsAreThoseOfABruteForceModel() {
		int[] seen = new int[Trend.values().length];
		for (int seed = 0; seed < 20_000; seed++) {
			Random random = new Random(seed);
			readings.clear();
			int minute = 0;
			long value = random.nextInt(300);
			int count = random.nextInt(9);
			for (int i = 0; i < count; i++) {
				minute += 1 + random.nextInt(20);
				value = switch (random.nextInt(9)) {
				case 0 -> random.nextInt(5);
				case 1 -> Math.max(0, value - 1 - random.nextInt(200));
				case 2, 3 -> value + random.nextInt(5000);
				default -> value;
				};
				reads(minute, value, Optional.empty(),
						random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, random.nextInt(8) - 1)));
			}
			Trend expected = model(readings);
			seen[expected.ordinal()]++;
			assertEquals(expected, series().trend(), "seed " + seed + " " + readings);
		}
		for (Trend trend : Trend.values()) {
			assertEquals(true, seen[trend.ordinal()] > 20, trend + " " + seen[trend.ordinal()]);
		}
	}

	private static Trend model(List<CounterReading> all) {
		int n = all.size();
		if (n < 2) {
			return n == 0 ? Trend.NO_READING : Trend.ONE_READING;
		}
		CounterReading last = all.get(n - 1);
		CounterReading before = all.get(n - 2);
		if (last.value() > before.value()) {
			return Trend.RISING;
		}
		long minutes = Duration.between(before.at(), last.at()).toMinutes();
		if (last.value() < before.value()) {
			return last.value() > 120 * minutes ? Trend.FELL : Trend.RESTARTED;
		}
		if (last.backlog().isEmpty()) {
			return Trend.UNCERTAIN;
		}
		if (last.backlog().getAsLong() == 0) {
			return Trend.IDLE;
		}
		for (int i = 0; i < n; i++) {
			boolean same = true;
			for (int j = i; j < n; j++) {
				same &= all.get(j).value() == last.value() && (all.get(j).backlog().isEmpty() || all.get(j).backlog().getAsLong() > 0);
			}
			if (same && Duration.between(all.get(i).at(), last.at()).toMinutes() >= 30) {
				return Trend.STUCK;
			}
		}
		return Trend.WAITING;
	}
}
