package id.posko.transfer.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import id.posko.transfer.backup.Retention.Dump;

/** Which dumps go and which stay, by generations. */
class RetentionTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
	private static final Instant FIRST = Instant.parse("2025-01-01T12:00:00Z");

	private static Dump good(int day) {
		return new Dump(day, FIRST.plus(Duration.ofDays(day)), true, false);
	}

	private static Dump bad(int day) {
		return new Dump(day, FIRST.plus(Duration.ofDays(day)), false, false);
	}

	private static Dump restored(int day) {
		return new Dump(day, FIRST.plus(Duration.ofDays(day)), true, true);
	}

	private static List<Long> numbers(List<Dump> dumps) {
		return dumps.stream().map(Dump::run).toList();
	}

	@Test
	void eachGenerationKeepsItsNewest() {
		List<Dump> year = new ArrayList<>();
		for (int day = 0; day < 365; day++) {
			year.add(good(day));
		}
		Set<Long> kept = new HashSet<>(numbers(year));
		kept.removeAll(numbers(new Retention(3, 2, 3, 2).expired(year, ZONE)));
		// Days 29 to 31 December, weeks until Sunday 28, ends of October and November, end of June.
		assertEquals(Set.of(364L, 363L, 362L, 361L, 333L, 303L, 180L), kept);
	}

	@Test
	void theLastGoodOneStaysWhateverIsAskedAndAllThatCameAfterIt() {
		Retention nothing = new Retention(0, 0, 0, 0);
		assertEquals(List.of(1L, 2L), numbers(nothing.expired(List.of(good(1), bad(2), good(3), bad(4), bad(5)), ZONE)));
		assertEquals(List.of(), nothing.expired(List.of(bad(1), bad(2)), ZONE));
		assertEquals(List.of(), nothing.expired(List.of(), ZONE));
	}

	@Test
	void theLastThatWasRestoredStaysToo() {
		Retention one = new Retention(1, 0, 0, 0);
		assertEquals(List.of(1L, 3L), numbers(one.expired(List.of(restored(1), restored(2), good(3), good(4)), ZONE)));
	}

	@Test
	void aBadOneStaysAsLongAsTheDailyOnesReach() {
		Retention two = new Retention(2, 0, 0, 0);
		assertEquals(List.of(1L, 2L), numbers(two.expired(List.of(bad(1), good(2), good(3), bad(4), good(5)), ZONE)));
	}

	@Test
	void daysAreThoseOfTheOffice() {
		Dump evening = new Dump(1, Instant.parse("2026-03-02T16:59:00Z"), true, false);
		Dump night = new Dump(2, Instant.parse("2026-03-02T17:01:00Z"), true, false);
		assertEquals(List.of(), new Retention(2, 0, 0, 0).expired(List.of(evening, night), ZONE));
		assertEquals(List.of(1L), numbers(new Retention(2, 0, 0, 0).expired(List.of(evening, night), ZoneId.of("UTC"))));
	}

	@Test
	void overRandomHistoriesTheLastGoodOneIsNeverLostAndTheCountsHold() {
		Random random = new Random(7);
		for (int round = 0; round < 2000; round++) {
			Retention retention = new Retention(random.nextInt(5), random.nextInt(4), random.nextInt(4), random.nextInt(3));
			List<Dump> dumps = new ArrayList<>();
			for (int i = 0; i < 120; i++) {
				Instant at = FIRST.plusSeconds(random.nextInt(700 * 86_400));
				boolean isGood = random.nextInt(4) > 0;
				dumps.add(new Dump(i, at, isGood, isGood && random.nextInt(20) == 0));
				if (i % 10 == 9) {
					check(retention, dumps);
				}
			}
		}
	}

	private static void check(Retention retention, List<Dump> dumps) {
		List<Dump> expired = retention.expired(dumps, ZONE);
		List<Dump> good = dumps.stream().filter(Dump::isGood).sorted((a, b) -> a.began().compareTo(b.began())).toList();
		if (good.isEmpty()) {
			assertTrue(expired.isEmpty());
			return;
		}
		Dump last = good.getLast();
		assertFalse(expired.contains(last));
		assertTrue(expired.stream().allMatch(dump -> dump.began().isBefore(last.began())));
		good.reversed().stream().filter(Dump::isRestored).findFirst().ifPresent(is -> assertFalse(expired.contains(is)));
		long kept = good.stream().filter(dump -> !expired.contains(dump)).count();
		assertTrue(kept <= Math.max(1, retention.daily()) + retention.weekly() + retention.monthly() + retention.semester() + 2);
		dumps.removeAll(expired);
		assertEquals(List.of(), retention.expired(dumps, ZONE), "what stays, stays");
	}
}
