package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class PaceTest {

	private static final long MS = 1_000_000;
	private static final long SECOND = 1_000_000_000;

	/** Walks hand-ticked time as the loop does; the time at which the last of {@code count} was allowed. */
	private static long walk(Pace pace, int count, long start, Random jitter) {
		long now = start;
		for (int taken = 0; taken < count;) {
			int got = Math.min(Math.min(16, count - taken), pace.available(now));
			pace.take(got);
			taken += got;
			if (taken < count) {
				long next = pace.next(now);
				assertTrue(got > 0 || next > now, "no progress at " + now);
				now = Math.max(now, next) + (jitter == null ? 0 : jitter.nextLong(MS / 2));
			}
		}
		return now - start;
	}

	@Test
	void aWholeRunTakesNeitherLessNorMuchMoreThanItsRateSays() {
		for (long rate : new long[] { 1, 7, 100, 999, 10_000, 20_000, 123_457, 1_000_000 }) {
			int count = (int) Math.min(50_000, rate * 3 + 1);
			long exact = (count - 1) * SECOND / rate;
			long took = walk(new Pace(rate, 5), count, 5, null);
			assertTrue(took >= exact - MS && took <= exact + 3 * MS, rate + "/s: " + took + " for " + exact);
		}
	}

	@Test
	void lateWakingsAreMadeUpFor() {
		long took = walk(new Pace(10_000, 0), 30_001, 0, new Random(7));
		assertTrue(took >= 3 * SECOND - MS && took <= 3 * SECOND + 3 * MS, "took " + took);
	}

	@Test
	void noTickGetsMoreThanABurst() {
		Pace pace = new Pace(10_000, 0);
		pace.take(pace.available(0));
		long later = 15 * MS;
		assertEquals(16, pace.available(later));
		pace.take(10);
		assertEquals(6, pace.available(later));
		pace.take(6);
		assertEquals(0, pace.available(later + MS - 1));
		assertEquals(16 * MS, pace.next(later));
		assertEquals(16, pace.available(16 * MS));
	}

	@Test
	void aSteadyPaceSendsFullBursts() {
		Pace pace = new Pace(10_000, 0);
		pace.take(pace.available(0));
		long next = pace.next(0);
		assertEquals(1_600_000, next);
		assertEquals(16, pace.available(next));
	}

	@Test
	void anHourOfRestBuysNoFlood() {
		Pace pace = new Pace(10_000, 0);
		long now = 3600 * SECOND;
		int taken = 0;
		for (; pace.available(now) > 0 && now < 3600 * SECOND + SECOND; now = pace.next(now)) {
			int got = pace.available(now);
			pace.take(got);
			taken += got;
		}
		assertTrue(taken <= 10_000 + 2500 + 16, taken + " in the second after the rest");
	}

	@Test
	void tenThousandDaysDoNotOverflow() {
		Pace pace = new Pace(1_000_000, 0);
		pace.take(pace.available(0));
		long now = 10_000L * 86_400 * SECOND;
		assertTrue(pace.available(now) > 0);
		pace.take(pace.available(now));
		assertEquals(0, pace.available(now));
		assertTrue(pace.next(now) > now && pace.next(now) <= now + 2 * MS);
	}

	@Test
	void ratesThatAreNoneAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Pace(0, 0));
		assertThrows(IllegalArgumentException.class, () -> new Pace(1_000_001, 0));
	}
}
