package id.posko.kit;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A calendar as a text that people edit, a line each; # begins a note:
 *
 * <pre>
 * zona Asia/Jakarta
 * senin 07.30-12.00 13.00-16.00
 * jam 2026-02-19 08.00-12.00 12.30-15.00
 * libur 2026-01-01 Tahun Baru 2026 Masehi
 * cuti 2026-02-16 Tahun Baru Imlek
 * lokal 2026-08-31 Hari jadi kabupaten
 * </pre>
 */
public final class CalendarText {

	/** What is wrong with a line. @param line from 1; 0 for the text as a whole */
	public record Fault(int line, Kind kind, String text) {

		public String sentence(Locale locale) {
			return Words.of(CalendarText.class, locale).say("calendar." + kind, line, text);
		}
	}

	public enum Kind {
		/** The first word is none of ours. */
		UNKNOWN_WORD,
		/** No such zone. */
		BAD_ZONE,
		/** No date as 2026-01-31, or none that exists. */
		BAD_DATE,
		/** No hours as 07.30-12.00, or not in order. */
		BAD_HOURS,
		/** The day (or the zone) has a line already. */
		TWICE,
		/** A holiday without a name. */
		NO_NAME,
		/** No zone is set. */
		NO_ZONE,
		/** No day of the week has hours. */
		NO_WEEK,
		/** Longer than any calendar. */
		TOO_LONG
	}

	public sealed interface Reading {
	}

	public record Read(OfficeCalendar calendar) implements Reading {
	}

	/** @param faults the first hundred */
	public record Faulty(List<Fault> faults) implements Reading {
	}

	private static final int LONGEST = 200_000;
	private static final int MOST = 100;
	private static final List<String> DAYS = List.of("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu");
	private static final Map<String, Holiday.Kind> HOLIDAYS = Map.of("libur", Holiday.Kind.NATIONAL, "cuti",
			Holiday.Kind.JOINT_LEAVE, "lokal", Holiday.Kind.LOCAL);
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

	private final List<Fault> faults = new ArrayList<>();
	private final Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
	private final Map<LocalDate, List<Hours>> special = new TreeMap<>();
	private final Map<LocalDate, Holiday> holidays = new TreeMap<>();
	private ZoneId zone;
	private int line;

	private CalendarText() {
	}

	public static Reading parse(String text) {
		if (text.length() > LONGEST) {
			return new Faulty(List.of(new Fault(0, Kind.TOO_LONG, "")));
		}
		CalendarText reader = new CalendarText();
		text.lines().forEach(reader::line);
		return reader.result();
	}

	private Reading result() {
		line = 0;
		if (zone == null && faults.isEmpty()) {
			fault(Kind.NO_ZONE, "");
		}
		if (week.values().stream().allMatch(List::isEmpty) && faults.isEmpty()) {
			fault(Kind.NO_WEEK, "");
		}
		return faults.isEmpty() ? new Read(new OfficeCalendar(zone, week, special, holidays))
				: new Faulty(List.copyOf(faults));
	}

	private void fault(Kind kind, String text) {
		if (faults.size() < MOST) {
			faults.add(new Fault(line, kind, text));
		}
	}

	private void line(String written) {
		line++;
		String text = written.replaceFirst("^\uFEFF", "").replaceFirst("#.*", "").strip();
		if (text.isEmpty()) {
			return;
		}
		String[] words = text.split("\\s+");
		String first = words[0].toLowerCase(Locale.ROOT);
		if (first.equals("zona")) {
			zone(words);
		} else if (DAYS.contains(first)) {
			put(week, DayOfWeek.of(DAYS.indexOf(first) + 1), words, 1, words[0]);
		} else if (first.equals("jam")) {
			date(words).forEach(day -> put(special, day, words, 2, words[1]));
		} else if (HOLIDAYS.containsKey(first)) {
			date(words).forEach(day -> holiday(day, HOLIDAYS.get(first), words));
		} else {
			fault(Kind.UNKNOWN_WORD, words[0]);
		}
	}

	private void zone(String[] words) {
		if (zone != null) {
			fault(Kind.TWICE, words[0]);
			return;
		}
		try {
			zone = ZoneId.of(words.length == 2 ? words[1] : "");
		} catch (DateTimeException _) {
			fault(Kind.BAD_ZONE, String.join(" ", words));
		}
	}

	private Stream<LocalDate> date(String[] words) {
		try {
			return Stream.of(LocalDate.parse(words.length > 1 ? words[1] : ""));
		} catch (DateTimeException _) {
			fault(Kind.BAD_DATE, words.length > 1 ? words[1] : "");
			return Stream.empty();
		}
	}

	private <D> void put(Map<D, List<Hours>> days, D day, String[] words, int from, String name) {
		List<Hours> hours = new ArrayList<>();
		for (int i = from; i < words.length; i++) {
			String[] sides = words[i].split("-", 2);
			try {
				Hours next = new Hours(LocalTime.parse(sides[0].replace(':', '.'), TIME),
						LocalTime.parse(sides.length > 1 ? sides[1].replace(':', '.') : "", TIME));
				if (!hours.isEmpty() && !hours.getLast().to().isBefore(next.from())) {
					fault(Kind.BAD_HOURS, words[i]);
				}
				hours.add(next);
			} catch (DateTimeException | IllegalArgumentException _) {
				fault(Kind.BAD_HOURS, words[i]);
			}
		}
		if (days.put(day, hours) != null) {
			fault(Kind.TWICE, name);
		}
	}

	private void holiday(LocalDate day, Holiday.Kind kind, String[] words) {
		String name = Stream.of(words).skip(2).collect(Collectors.joining(" "));
		if (name.isEmpty()) {
			fault(Kind.NO_NAME, words[1]);
		} else if (holidays.put(day, new Holiday(kind, name)) != null) {
			fault(Kind.TWICE, words[1]);
		}
	}

	/** As {@link #parse} reads it. */
	public static String of(OfficeCalendar calendar) {
		StringBuilder text = new StringBuilder("zona ").append(calendar.zone()).append('\n');
		calendar.week().forEach((day, hours) -> text.append(DAYS.get(day.getValue() - 1)).append(written(hours)));
		calendar.special().forEach((day, hours) -> text.append("jam ").append(day).append(written(hours)));
		calendar.holidays().forEach((day, holiday) -> text.append(word(holiday.kind())).append(' ').append(day).append(' ')
				.append(holiday.name()).append('\n'));
		return text.toString();
	}

	private static String written(List<Hours> hours) {
		return hours.stream().map(each -> " " + TIME.format(each.from()) + "-" + TIME.format(each.to()))
				.collect(Collectors.joining("", "", "\n"));
	}

	private static String word(Holiday.Kind kind) {
		return HOLIDAYS.entrySet().stream().filter(entry -> entry.getValue() == kind).findFirst().orElseThrow().getKey();
	}
}
