package id.posko.ticket.ui;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import id.posko.kit.Words;
import id.posko.ticket.Told;
import id.posko.ui.table.Column;

/** The columns of the list of tickets. */
record TicketColumns(Words words, Told told) {

	List<Column<TicketLine>> all() {
		return List.of(
				Column.mark("state", words.say("column.state"), 132, line -> line.plight().mark(),
						line -> words.say("list.mark." + line.plight()),
						Comparator.comparing(TicketLine::plight).thenComparing(TicketLine::dueAt)),
				Column.<TicketLine>number("number", words.say("column.number"), 48,
						line -> OptionalDouble.of(line.ticket().number()), line -> line.ticket().number() + ""),
				Column.<TicketLine>text("title", words.say("column.title"), 190, line -> line.ticket().draft().title()),
				Column.<TicketLine>text("status", words.say("column.status"), 116,
						line -> told.status(line.ticket().status()))
						.orderedBy(Comparator.comparing(line -> line.ticket().status())),
				Column.<TicketLine>text("who", words.say("column.who"), 84, line -> line.ticket().assignee().orElse("")),
				Column.<TicketLine>text("due", words.say("column.due"), 108, TicketLine::due)
						.orderedBy(Comparator.comparing(TicketLine::dueAt)),
				Column.<TicketLine>text("site", words.say("column.site"), 150, TicketLine::site).hiddenAtFirst(),
				Column.<TicketLine>text("kind", words.say("column.kind"), 110, line -> told.kind(line.ticket().draft().kind()))
						.hiddenAtFirst(),
				Column.<TicketLine>text("queue", words.say("column.queue"), 120,
						line -> line.ticket().queueNumber().orElse("")).hiddenAtFirst(),
				Column.<TicketLine>text("opened", words.say("column.opened"), 108, TicketLine::opened)
						.orderedBy(Comparator.comparing(line -> line.ticket().openedAt())).hiddenAtFirst());
	}
}
