package id.posko.transfer.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many dumps are kept of each generation: of so many last days, weeks (ISO 8601), months and semesters that have
 * one, the newest good one each.
 */
public record Retention(int daily, int weekly, int monthly, int semester) {

	public static final Retention DEFAULT = new Retention(7, 4, 6, 4);

	/** One dump. */
	record Dump(long run, Instant began, boolean isGood, boolean isRestored) {
	}

	/**
	 * Those to delete, the oldest first. Never the newest good one, nor the newest one that was restored, nor anything
	 * newer than the newest good one; one that is not good goes when it is older than the last good one that is kept as
	 * a daily one.
	 */
	List<Dump> expired(List<Dump> dumps, ZoneId zone) {
		List<Dump> newestFirst = dumps.stream()
				.sorted(Comparator.comparing(Dump::began).thenComparing(Dump::run).reversed()).toList();
		List<Dump> good = newestFirst.stream().filter(Dump::isGood).toList();
		if (good.isEmpty()) {
			return List.of();
		}
		Set<Dump> kept = new HashSet<>();
		kept.add(good.getFirst());
		newestFirst.stream().filter(Dump::isRestored).findFirst().ifPresent(kept::add);
		List<Dump> days = newest(good, Math.max(1, daily), zone, LocalDate::toEpochDay);
		kept.addAll(days);
		kept.addAll(newest(good, weekly, zone,
				day -> day.get(IsoFields.WEEK_BASED_YEAR) * 100L + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
		kept.addAll(newest(good, monthly, zone, day -> day.getYear() * 100L + day.getMonthValue()));
		kept.addAll(newest(good, semester, zone, day -> day.getYear() * 10L + (day.getMonthValue() - 1) / 6));
		Instant newestGood = good.getFirst().began();
		Instant oldestDay = days.getLast().began();
		return newestFirst.reversed().stream().filter(dump -> !kept.contains(dump) && dump.began().isBefore(newestGood))
				.filter(dump -> dump.isGood() || dump.began().isBefore(oldestDay)).toList();
	}

	/** The newest of each of the last so many periods. */
	private static List<Dump> newest(List<Dump> newestFirst, int periods, ZoneId zone, Function<LocalDate, Long> period) {
		Set<Long> seen = new HashSet<>();
		return newestFirst.stream().filter(dump -> seen.add(period.apply(dump.began().atZone(zone).toLocalDate())))
				.limit(periods).collect(Collectors.toList());
	}
}
