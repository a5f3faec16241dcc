package id.posko.ticket;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import id.posko.kit.CalendarText;
import id.posko.kit.Holiday;
import id.posko.kit.Hours;
import id.posko.kit.OfficeCalendar;

/**
 * The office's calendar while it is edited, before any of it is kept. Unchangeable: each change gives another draft,
 * which knows the one before it.
 */
public final class CalendarDraft {

	private static final List<String> WEEK = List.of("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu");
	private static final int LONGEST_NAME = 200;

	private final OfficeCalendar kept;
	private final OfficeCalendar calendar;
	private final Optional<CalendarDraft> before;

	/** What came of a text that was read in. */
	public sealed interface Import {
	}

	public record Taken(CalendarDraft draft) implements Import {
	}

	public record Faulty(List<CalendarText.Fault> faults) implements Import {
	}

	private CalendarDraft(OfficeCalendar kept, OfficeCalendar calendar, Optional<CalendarDraft> before) {
		this.kept = kept;
		this.calendar = calendar;
		this.before = before;
	}

	/** @param kept as the office has it now */
	public static CalendarDraft of(OfficeCalendar kept) {
		return new CalendarDraft(kept, kept, Optional.empty());
	}

	public OfficeCalendar kept() {
		return kept;
	}

	public OfficeCalendar calendar() {
		return calendar;
	}

	public boolean isChanged() {
		return !calendar.equals(kept);
	}

	/** As it was before the last change; itself if there was none. */
	public CalendarDraft undone() {
		return before.orElse(this);
	}

	public boolean canUndo() {
		return before.isPresent();
	}

	/** What the text of the calendar gets. */
	public List<String> added() {
		return difference(calendar, kept);
	}

	/** What the text of the calendar loses. */
	public List<String> removed() {
		return difference(kept, calendar);
	}

	private static List<String> difference(OfficeCalendar one, OfficeCalendar without) {
		List<String> lines = new ArrayList<>(CalendarText.of(one).lines().toList());
		lines.removeAll(CalendarText.of(without).lines().toList());
		return lines;
	}

	/** The days with hours of a month. */
	public int days(YearMonth month) {
		return (int) IntStream.rangeClosed(1, month.lengthOfMonth())
				.filter(day -> !calendar.hours(month.atDay(day)).isEmpty()).count();
	}

	/** The office time of a month. */
	public Duration work(YearMonth month) {
		return work(month, calendar);
	}

	/** The office time of a year by what is kept. */
	public Duration workBefore(int year) {
		return year(year, kept);
	}

	public Duration work(int year) {
		return year(year, calendar);
	}

	private static Duration year(int year, OfficeCalendar by) {
		return IntStream.rangeClosed(1, 12).mapToObj(month -> work(YearMonth.of(year, month), by)).reduce(Duration.ZERO,
				Duration::plus);
	}

	private static Duration work(YearMonth month, OfficeCalendar by) {
		ZoneId zone = by.zone();
		return by.between(month.atDay(1).atStartOfDay(zone).toInstant(),
				month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
	}

	/** With a day on which the office is closed; empty if it has no name. */
	public Optional<CalendarDraft> holiday(LocalDate day, Holiday.Kind kind, String name) {
		String clean = clean(name);
		Map<LocalDate, Holiday> holidays = new TreeMap<>(calendar.holidays());
		holidays.put(day, new Holiday(kind, clean));
		return clean.isEmpty() ? Optional.empty()
				: next(new OfficeCalendar(calendar.zone(), calendar.week(), calendar.special(), holidays));
	}

	/** A name is one line of the calendar's text, in which # begins a note. */
	private static String clean(String name) {
		String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}#\\s]+", " ").strip();
		return clean.codePointCount(0, clean.length()) <= LONGEST_NAME ? clean
				: clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)).strip();
	}

	/** With other hours on that day; empty if these are no hours. @param text {@code 08.00-12.00 12.30-15.00} */
	public Optional<CalendarDraft> hours(LocalDate day, String text) {
		Map<LocalDate, List<Hours>> special = new TreeMap<>(calendar.special());
		return hours(text, calendar.zone()).filter(hours -> !hours.isEmpty()).flatMap(hours -> {
			special.put(day, hours);
			return next(new OfficeCalendar(calendar.zone(), calendar.week(), special, calendar.holidays()));
		});
	}

	/** Without what is said of that day. */
	public CalendarDraft without(LocalDate day) {
		Map<LocalDate, Holiday> holidays = new TreeMap<>(calendar.holidays());
		Map<LocalDate, List<Hours>> special = new TreeMap<>(calendar.special());
		holidays.remove(day);
		special.remove(day);
		return next(new OfficeCalendar(calendar.zone(), calendar.week(), special, holidays)).orElse(this);
	}

	/** With these hours of the week; empty if one of them is no hours, or none has any. */
	public Optional<CalendarDraft> week(Map<DayOfWeek, String> texts) {
		Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
		for (var each : texts.entrySet()) {
			Optional<List<Hours>> hours = hours(each.getValue(), calendar.zone());
			if (hours.isEmpty()) {
				return Optional.empty();
			}
			if (!hours.get().isEmpty()) {
				week.put(each.getKey(), hours.get());
			}
		}
		return week.isEmpty() ? Optional.empty()
				: next(new OfficeCalendar(calendar.zone(), week, calendar.special(), calendar.holidays()));
	}

	/** Whether a text says hours, or none. */
	public static boolean areHours(String text) {
		return hours(text, ZoneId.of("UTC")).isPresent();
	}

	/** Read as the calendar's text is. */
	private static Optional<List<Hours>> hours(String text, ZoneId zone) {
		String line = text.replaceAll("[#\\s]+", " ").strip();
		if (line.isEmpty()) {
			return Optional.of(List.of());
		}
		return switch (CalendarText.parse("zona " + zone + "\nsenin " + line)) {
			case CalendarText.Read(OfficeCalendar read) -> Optional.of(read.week().get(DayOfWeek.MONDAY));
			case CalendarText.Faulty _ -> Optional.empty();
		};
	}

	/**
	 * With what a text says: all of it if it names a zone; else its days beside those that are there, and its week, if it
	 * has one, for the one that is there.
	 */
	public Import text(String text) {
		List<String> words = text.lines().map(line -> line.replaceFirst("^\uFEFF", "").strip().split("\\s+")[0])
				.map(word -> word.toLowerCase(Locale.ROOT)).toList();
		if (words.contains("zona")) {
			return taken(CalendarText.parse(text), false);
		}
		StringBuilder whole = new StringBuilder(text).append("\nzona ").append(calendar.zone()).append('\n');
		if (words.stream().noneMatch(WEEK::contains)) {
			CalendarText.of(calendar).lines().filter(line -> WEEK.contains(line.split(" ")[0]))
					.forEach(line -> whole.append(line).append('\n'));
		}
		return taken(CalendarText.parse(whole.toString()), true);
	}

	private Import taken(CalendarText.Reading reading, boolean isAdded) {
		return switch (reading) {
			case CalendarText.Read(OfficeCalendar read) -> new Taken(next(isAdded ? joined(read) : read).orElse(this));
			case CalendarText.Faulty(var faults) -> new Faulty(faults);
		};
	}

	private OfficeCalendar joined(OfficeCalendar read) {
		Map<LocalDate, Holiday> holidays = new TreeMap<>(calendar.holidays());
		holidays.putAll(read.holidays());
		Map<LocalDate, List<Hours>> special = new TreeMap<>(calendar.special());
		special.putAll(read.special());
		return new OfficeCalendar(calendar.zone(), read.week(), special, holidays);
	}

	/** Empty if it could not be read again once it is kept. */
	private Optional<CalendarDraft> next(OfficeCalendar other) {
		boolean comesBack = CalendarText.parse(CalendarText.of(other)).equals(new CalendarText.Read(other));
		return comesBack ? Optional.of(new CalendarDraft(kept, other, Optional.of(this))) : Optional.empty();
	}
}
