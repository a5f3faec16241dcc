package id.posko.ticket.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import id.posko.kit.Holiday;
import id.posko.kit.Hours;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.Words;
import id.posko.ui.Mark;
import id.posko.ui.table.Column;

/** A day of which the calendar says something of its own. @param kind empty for other hours */
record CalendarLine(LocalDate day, Optional<Holiday.Kind> kind, String text) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

	static List<CalendarLine> of(OfficeCalendar calendar, int year) {
		List<CalendarLine> lines = new ArrayList<>();
		TreeSet<LocalDate> days = new TreeSet<>(calendar.holidays().keySet());
		days.addAll(calendar.special().keySet());
		for (LocalDate day : days) {
			if (day.getYear() == year) {
				List<Hours> hours = calendar.special().get(day);
				Holiday holiday = calendar.holidays().get(day);
				lines.add(hours != null ? new CalendarLine(day, Optional.empty(), written(hours))
						: new CalendarLine(day, Optional.of(holiday.kind()), holiday.name()));
			}
		}
		return lines;
	}

	/** As it is typed. */
	static String written(List<Hours> hours) {
		return hours.stream().map(each -> TIME.format(each.from()) + "-" + TIME.format(each.to()))
				.collect(Collectors.joining(" "));
	}

	static List<Column<CalendarLine>> columns(Words words, Locale locale) {
		DateTimeFormatter date = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
		return List.of(
				Column.<CalendarLine>text("day", words.say("column.day"), 98, line -> date.format(line.day()))
						.orderedBy(Comparator.comparing(CalendarLine::day)),
				Column.<CalendarLine>text("weekday", words.say("column.weekday"), 84,
						line -> line.day().getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale))
						.orderedBy(Comparator.comparing(line -> line.day().getDayOfWeek())),
				Column.mark("sort", words.say("column.sort"), 140, CalendarLine::mark, line -> words.say(key(line.kind())),
						Comparator.comparing(line -> key(line.kind()))),
				Column.<CalendarLine>text("text", words.say("column.text"), 168, CalendarLine::text));
	}

	static String key(Optional<Holiday.Kind> kind) {
		return "calendar.kind." + kind.map(Enum::name).orElse("HOURS");
	}

	private Mark mark() {
		return kind.map(of -> switch (of) {
			case NATIONAL -> Mark.BAD;
			case JOINT_LEAVE -> Mark.WARN;
			case LOCAL -> Mark.UNSURE;
		}).orElse(Mark.PAUSED);
	}
}
