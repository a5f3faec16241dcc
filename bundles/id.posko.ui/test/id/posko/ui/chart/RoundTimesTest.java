package id.posko.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

class RoundTimesTest {

	private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");
	/** 12.53.17 in Jayapura. */
	private static final Instant NOW = Instant.parse("2026-03-02T03:53:17Z");

	private static List<LocalTime> last(Duration length, int most) {
		return RoundTimes.between(NOW.minus(length), NOW, JAYAPURA, most).stream().map(ZonedDateTime::toLocalTime)
				.toList();
	}

	@Test
	void anHourIsMarkedAtRoundMinutes() {
		assertEquals(List.of(LocalTime.of(12, 0), LocalTime.of(12, 15), LocalTime.of(12, 30), LocalTime.of(12, 45)),
				last(Duration.ofHours(1), 5));
		assertEquals(LocalTime.of(12, 50), last(Duration.ofHours(1), 8).getLast());
	}

	@Test
	void aDayIsMarkedAtRoundHoursOfTheLocalClock() {
		assertEquals(List.of(LocalTime.of(18, 0), LocalTime.MIDNIGHT, LocalTime.of(6, 0), LocalTime.of(12, 0)),
				last(Duration.ofDays(1), 5));
	}

	@Test
	void aWeekIsMarkedAtLocalMidnights() {
		List<LocalTime> times = last(Duration.ofDays(7), 8);
		assertEquals(7, times.size());
		assertTrue(times.stream().allMatch(LocalTime.MIDNIGHT::equals), times.toString());
	}

	@Test
	void neverMoreThanAskedFor() {
		for (int most = 1; most < 20; most++) {
			for (int minutes = 10; minutes < 60_000; minutes += 77) {
				int marked = last(Duration.ofMinutes(minutes), most).size();
				assertTrue(marked <= most + 1, marked + " for " + minutes + " minutes, at most " + most);
			}
		}
	}
}
