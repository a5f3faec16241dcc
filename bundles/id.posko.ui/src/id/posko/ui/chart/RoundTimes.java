package id.posko.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The times that a clock on the wall would mark on a time axis: 10.00, 10.15 … or midnights. */
final class RoundTimes {

	private static final List<Duration> STEPS = Stream.concat(
			Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720).map(Duration::ofMinutes),
			Stream.of(1, 2, 7, 14, 28).map(Duration::ofDays)).toList();

	private RoundTimes() {
	}

	/** Those from {@code from} to {@code to}, at most so many, as close to each other as that allows. */
	static List<ZonedDateTime> between(Instant from, Instant to, ZoneId zone, int most) {
		Duration length = Duration.between(from, to);
		Duration step = STEPS.stream().filter(each -> length.dividedBy(each) < Math.max(1, most)).findFirst()
				.orElse(STEPS.getLast());
		ZonedDateTime first = from.atZone(zone);
		ZonedDateTime day = first.toLocalDate().atStartOfDay(zone);
		List<ZonedDateTime> times = new ArrayList<>();
		for (ZonedDateTime at = day; !at.toInstant().isAfter(to); at = next(at, step)) {
			if (!at.isBefore(first)) {
				times.add(at);
			}
		}
		return times;
	}

	/** Days may have other than 24 hours. */
	private static ZonedDateTime next(ZonedDateTime at, Duration step) {
		return step.toDays() > 0 ? at.plusDays(step.toDays()) : at.plus(step);
	}

	/** Midnight is told by its day. */
	static boolean isMidnight(ZonedDateTime at) {
		return at.toLocalTime().equals(LocalTime.MIDNIGHT);
	}
}
