package id.posko.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import id.posko.kit.OfficeCalendar;
import id.posko.ticket.Act;
import id.posko.ticket.Clock;
import id.posko.ticket.ClockReading;
import id.posko.ticket.Ticket;
import id.posko.ticket.Told;

/** Tickets as lines of text and JSON. */
final class TicketLines {

	private final Call call;
	private final OfficeCalendar calendar;
	private final Instant now;
	private final Told told;

	TicketLines(Call call, OfficeCalendar calendar, Instant now) {
		this.call = call;
		this.calendar = calendar;
		this.now = now;
		told = new Told(call.locale(), calendar.zone());
	}

	Told told() {
		return told;
	}

	private List<ClockReading> readings(Ticket ticket) {
		return Stream.of(Clock.values()).map(clock -> ClockReading.of(ticket, clock, calendar, now))
				.filter(reading -> reading.isRunning() || reading.used().isPositive()).toList();
	}

	/** A clock that runs shows more than it may. */
	boolean isLate(Ticket ticket) {
		return readings(ticket).stream().anyMatch(reading -> reading.isRunning() && reading.isLate());
	}

	String line(Ticket ticket, Optional<Instant> recovered) {
		String line = "%4d  %-15s %-12s %s".formatted(ticket.number(), told.status(ticket.status()),
				ticket.assignee().orElse("-"), ticket.draft().title());
		String late = isLate(ticket) ? " · " + call.words().say("ticket.late") : "";
		return line + late + recovered.map(since -> " · " + call.words().say("ticket.recovered", told.time(since),
				ticket.number() + "")).orElse("");
	}

	String page(Ticket ticket) {
		StringBuilder page = new StringBuilder(line(ticket, Optional.empty()));
		page.append('\n').append(told.kind(ticket.draft().kind())).append(", ").append(ticket.draft().site());
		ticket.draft().cause().ifPresent(cause -> page.append(", ").append(cause.name()));
		readings(ticket).forEach(reading -> page.append('\n').append(told.reading(reading)));
		if (!ticket.draft().text().isBlank()) {
			page.append("\n\n").append(ticket.draft().text()).append('\n');
		}
		page.append('\n').append("%-26s %-12s %s".formatted(told.time(ticket.openedAt()), ticket.openedBy(), told.opened()));
		for (Act act : ticket.acts()) {
			page.append('\n').append("%-26s %-12s %s".formatted(told.time(act.at()), act.by(), told.move(act.move())));
		}
		return page.toString();
	}

	JsonLine json(Ticket ticket) {
		return new JsonLine().put("ticket", ticket.number()).put("kind", code(ticket.draft().kind()))
				.put("status", code(ticket.status())).put("version", ticket.version()).put("siteCode", ticket.draft().site())
				.put("cause", ticket.draft().cause()).put("title", ticket.draft().title()).put("assignee", ticket.assignee())
				.put("queueNumber", ticket.queueNumber()).put("openedAt", ticket.openedAt()).put("openedBy", ticket.openedBy())
				.put("late", isLate(ticket)).put("clocks", readings(ticket).stream().map(TicketLines::json).toList());
	}

	/** With all that was written and done. */
	JsonLine whole(Ticket ticket) {
		return json(ticket).put("text", ticket.draft().text()).put("mergedInto", ticket.mergedInto())
				.put("links", ticket.links().stream()
						.map(link -> new JsonLine().put("kind", code(link.kind())).put("id", link.id()))
						.toList())
				.put("acts", ticket.acts().stream().map(act -> new JsonLine().put("at", act.at()).put("by", act.by())
						.put("act", act.move().getClass().getSimpleName().toLowerCase(Locale.ROOT))
						.put("sentence", told.move(act.move()))).toList());
	}

	private static JsonLine json(ClockReading reading) {
		return new JsonLine().put("clock", code(reading.clock())).put("used", reading.used()).put("target", reading.target())
				.put("due", reading.due()).put("running", reading.isRunning()).put("late", reading.isLate());
	}

	private static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}
}
