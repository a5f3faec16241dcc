package id.posko.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When an office works. A moment is office time from the beginning of a stretch of hours on, until before its end.
 *
 * @param week the hours of each day of the week, in order, none touching the next
 * @param special days with other hours (Ramadan, service on a Saturday); they win over holidays
 */
public record OfficeCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> special,
		Map<LocalDate, Holiday> holidays) {

	/** @throws IllegalArgumentException if the week has no hours, or a day's are not in order */
	public OfficeCalendar {
		Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
		week.forEach((day, hours) -> days.put(day, inOrder(hours)));
		Map<LocalDate, List<Hours>> others = new TreeMap<>();
		special.forEach((day, hours) -> others.put(day, inOrder(hours)));
		if (days.values().stream().allMatch(List::isEmpty)) {
			throw new IllegalArgumentException("no hours");
		}
		week = Collections.unmodifiableMap(days);
		special = Collections.unmodifiableMap(others);
		holidays = Collections.unmodifiableMap(new TreeMap<>(holidays));
	}

	/** Five days as Perpres 21/2023 has them, with the holidays and joint leave that are known so far. */
	public static OfficeCalendar standard() {
		try (InputStream in = OfficeCalendar.class.getResourceAsStream("calendar.txt")) {
			return switch (CalendarText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
				case CalendarText.Read(OfficeCalendar calendar) -> calendar;
				case CalendarText.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
			};
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<Hours> inOrder(List<Hours> hours) {
		for (int i = 1; i < hours.size(); i++) {
			if (!hours.get(i - 1).to().isBefore(hours.get(i).from())) {
				throw new IllegalArgumentException(hours.toString());
			}
		}
		return List.copyOf(hours);
	}

	/** Of that day; none if the office is closed. */
	public List<Hours> hours(LocalDate day) {
		if (special.containsKey(day)) {
			return special.get(day);
		}
		return holidays.containsKey(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
	}

	private record Stretch(Instant from, Instant to) {
	}

	private List<Stretch> stretches(LocalDate day) {
		List<Stretch> all = new ArrayList<>();
		for (Hours hours : hours(day)) {
			Stretch stretch = new Stretch(day.atTime(hours.from()).atZone(zone).toInstant(),
					day.atTime(hours.to()).atZone(zone).toInstant());
			if (stretch.from().isBefore(stretch.to())) {
				all.add(stretch);
			}
		}
		return all;
	}

	private LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, zone);
	}

	public boolean isOpen(Instant at) {
		return stretches(day(at)).stream().anyMatch(open -> !at.isBefore(open.from()) && at.isBefore(open.to()));
	}

	/** The moment itself if it is office time, else the next one that is. */
	public Instant opening(Instant at) {
		for (LocalDate day = day(at);; day = day.plusDays(1)) {
			Optional<Stretch> next = stretches(day).stream().filter(open -> at.isBefore(open.to())).findFirst();
			if (next.isPresent()) {
				return later(at, next.get().from());
			}
		}
	}

	/** The office time that passes between two moments; zero if the second is not later. */
	public Duration between(Instant from, Instant to) {
		Duration passed = Duration.ZERO;
		if (!from.isBefore(to)) {
			return passed;
		}
		LocalDate last = day(to);
		for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
			for (Stretch open : stretches(day)) {
				Instant begin = later(from, open.from());
				Instant end = to.isBefore(open.to()) ? to : open.to();
				passed = begin.isBefore(end) ? passed.plus(Duration.between(begin, end)) : passed;
			}
		}
		return passed;
	}

	/**
	 * The first moment at which so much office time has passed; the moment itself if that is none. It may be the end of
	 * a stretch of hours, but never lies outside them.
	 */
	public Instant after(Instant from, Duration work) {
		if (!work.isPositive()) {
			return from;
		}
		Duration left = work;
		for (LocalDate day = day(from);; day = day.plusDays(1)) {
			for (Stretch open : stretches(day)) {
				Instant begin = later(from, open.from());
				Duration here = Duration.between(begin, open.to());
				if (here.isPositive() && here.compareTo(left) >= 0) {
					return begin.plus(left);
				}
				left = here.isPositive() ? left.minus(here) : left;
			}
		}
	}

	/** The office time of a working day as the SOPs count days: the week's, shared by its working days. */
	public Duration day() {
		long days = week.values().stream().filter(hours -> !hours.isEmpty()).count();
		return week.values().stream().flatMap(List::stream).map(hours -> Duration.between(hours.from(), hours.to()))
				.reduce(Duration.ZERO, Duration::plus).dividedBy(days);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isBefore(other) ? other : one;
	}
}
