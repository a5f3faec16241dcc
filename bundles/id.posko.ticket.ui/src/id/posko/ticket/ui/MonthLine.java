package id.posko.ticket.ui;

import java.time.Duration;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import id.posko.kit.Words;
import id.posko.ticket.CalendarDraft;
import id.posko.ui.table.Column;

/** How much a month works. @param month from 1 */
record MonthLine(int month, int days, Duration work) {

	private static final double MINUTES = 60;

	static List<MonthLine> of(CalendarDraft draft, int year) {
		List<MonthLine> lines = new ArrayList<>();
		for (int month = 1; month <= 12; month++) {
			YearMonth of = YearMonth.of(year, month);
			lines.add(new MonthLine(month, draft.days(of), draft.work(of)));
		}
		return lines;
	}

	static List<Column<MonthLine>> columns(Words words, Locale locale) {
		return List.of(
				Column.<MonthLine>text("month", words.say("column.month"), 90,
						line -> Month.of(line.month()).getDisplayName(TextStyle.FULL_STANDALONE, locale))
						.orderedBy(Comparator.comparingInt(MonthLine::month)),
				Column.<MonthLine>number("days", words.say("column.days"), 60, line -> OptionalDouble.of(line.days()),
						line -> line.days() + ""),
				Column.<MonthLine>number("work", words.say("column.work"), 94,
						line -> OptionalDouble.of(line.work().toMinutes()), line -> words.say("calendar.work", line.work().toMinutes() / MINUTES)));
	}
}
