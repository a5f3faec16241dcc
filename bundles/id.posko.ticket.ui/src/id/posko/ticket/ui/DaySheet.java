package id.posko.ticket.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Holiday;
import id.posko.kit.Words;
import id.posko.ticket.CalendarDraft;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** The form of one day: a holiday with its name, or other hours. */
final class DaySheet {

	private final Words words;
	private final Sheet sheet;
	private final Form form;
	private final Form.Field day;
	private final Form.Field kind;
	private final Form.Field text;
	private final CalendarDraft draft;

	/** @param before the line that is changed; empty for a new one */
	DaySheet(Shell window, Look look, CalendarDraft draft, Optional<CalendarLine> before, int year) {
		this.draft = draft;
		words = Words.of(DaySheet.class, look.locale());
		sheet = new Sheet(window, look, "day", words.say(before.isPresent() ? "calendar.change" : "calendar.new"));
		form = new Form(sheet.body(), look, "day");
		day = form.text("date", words.say("column.day"), before.map(line -> line.day().toString()).orElse(year + "-"),
				typed -> date(typed).isPresent() ? Optional.empty() : Optional.of(words.say("calendar.no_date")));
		List<String> kinds = new ArrayList<>();
		kinds().forEach(each -> kinds.add(words.say(CalendarLine.key(each))));
		kind = form.choice("kind", words.say("column.sort"), kinds,
				before.map(line -> kinds().toList().indexOf(line.kind())).orElse(0));
		text = form.text("text", words.say("calendar.text"), before.map(CalendarLine::text).orElse(""), _ -> Optional.empty());
	}

	private static Stream<Optional<Holiday.Kind>> kinds() {
		return Stream.concat(Stream.of(Holiday.Kind.values()).map(Optional::of), Stream.of(Optional.empty()));
	}

	private static Optional<LocalDate> date(String typed) {
		try {
			return Optional.of(LocalDate.parse(typed)).filter(date -> date.getYear() >= 2000 && date.getYear() < 2100);
		} catch (DateTimeException _) {
			return Optional.empty();
		}
	}

	/** @param then gets the draft with that day */
	void open(Consumer<CalendarDraft> then) {
		sheet.open(words.say("calendar.set"), () -> {
			if (!form.isRight()) {
				return false;
			}
			LocalDate date = date(day.text()).orElseThrow();
			Optional<Holiday.Kind> of = kinds().toList().get(kind.choice());
			Optional<CalendarDraft> next = of.isPresent() ? draft.holiday(date, of.get(), text.text())
					: draft.hours(date, text.text());
			next.ifPresent(then);
			return next.isPresent() || sheet.complain(words.say(of.isPresent() ? "calendar.no_name" : "calendar.no_hours"));
		});
	}
}
