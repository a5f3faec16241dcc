package id.posko.health;

import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** How often an outage is asked about: soon, then on the interval, then seldom, but never too seldom. */
class PaceTest {

	private final Office office = new Office().with("modem", "").opened().hears("modem", GOOD, LOST, LOST, LOST);
	private final Instant began = office.health("modem").verdict().since();

	/** The shortest and the longest pause, over all places in a round. */
	private List<Long> pauses(Pace pace, Duration lasts) {
		List<Long> pauses = new ArrayList<>();
		for (double share = 0; share < 1; share += 0.01) {
			Instant now = began.plus(lasts);
			pauses.add(Duration.between(now, pace.next(office.health("modem"), now, share)).toSeconds());
		}
		return List.of(pauses.stream().min(Long::compare).orElseThrow(), pauses.stream().max(Long::compare).orElseThrow());
	}

	@Test
	void soonerRightAfterItBeganAndSlowerWhenItLasts() {
		assertEquals(List.of(15L, 15L), pauses(Pace.DEFAULT, Duration.ofMinutes(4)));
		assertEquals(List.of(30L, 89L), pauses(Pace.DEFAULT, Duration.ofMinutes(30)));
		assertEquals(List.of(60L, 179L), pauses(Pace.DEFAULT, Duration.ofHours(5)));
		assertEquals(List.of(100L, 298L), pauses(Pace.DEFAULT, Duration.ofDays(3)), "a fifth, within five minutes");
	}

	@Test
	void itIsNeverAskedAboutLessOftenThanStatedNorThanTheInterval() {
		for (int interval : new int[] { 10, 60, 200, 300, 3600 }) {
			Pace pace = Pace.DEFAULT.withInterval(Duration.ofSeconds(interval));
			for (long minutes : new long[] { 6, 59, 61, 600, 1441, 100_000 }) {
				long longest = pauses(pace, Duration.ofMinutes(minutes)).getLast();
				assertTrue(longest <= Math.max(300, interval * 3 / 2), interval + " s, after " + minutes + " min: " + longest);
			}
		}
	}
}
