package id.posko.ticket.ui;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import id.posko.kit.Words;
import id.posko.ticket.Act;
import id.posko.ticket.Ticket;
import id.posko.ticket.Told;
import id.posko.ui.table.Column;

/** A line of a ticket's history. @param place from 0, its opening */
record Happened(int place, String time, String by, String what) {

	static List<Happened> of(Ticket ticket, Told told, DateTimeFormatter time) {
		List<Happened> all = new ArrayList<>();
		all.add(line(0, ticket.openedAt(), ticket.openedBy(), told.opened(), time));
		for (Act act : ticket.acts()) {
			all.add(line(all.size(), act.at(), act.by(), told.move(act.move()), time));
		}
		return all;
	}

	private static Happened line(int place, Instant at, String by, String what, DateTimeFormatter time) {
		return new Happened(place, time.format(at), by, what.replaceAll("\\s+", " "));
	}

	static List<Column<Happened>> columns(Words words) {
		return List.of(
				Column.<Happened>text("at", words.say("column.at"), 116, Happened::time)
						.orderedBy(Comparator.comparingInt(Happened::place)),
				Column.<Happened>text("by", words.say("column.by"), 84, Happened::by),
				Column.<Happened>text("what", words.say("column.what"), 300, Happened::what));
	}
}
