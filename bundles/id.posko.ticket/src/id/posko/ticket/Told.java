package id.posko.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import id.posko.kit.Words;

/** Says tickets to people. */
public final class Told {

	private final Words words;
	private final ZoneId zone;

	public Told(Locale locale) {
		this(locale, ZoneId.systemDefault());
	}

	public Told(Locale locale, ZoneId zone) {
		words = Words.of(Told.class, locale);
		this.zone = zone;
	}

	public String status(Status status) {
		return words.say("status." + status);
	}

	public String kind(Kind kind) {
		return words.say("kind." + kind);
	}

	public String clock(Clock clock) {
		return words.say("clock." + clock);
	}

	public String level(Level level) {
		return words.say("level." + level);
	}

	/** With the name of the zone. */
	public String time(Instant at) {
		return DateTimeFormatter.ofPattern(words.say("time"), words.locale()).format(at.atZone(zone));
	}

	/** Hours and minutes: an office's day has not 24 hours. */
	public String duration(Duration duration) {
		long minutes = duration.abs().toMinutes();
		return minutes < 60 ? words.say("duration.min", minutes) : minutes % 60 == 0 ? words.say("duration.h", minutes / 60)
				: words.say("duration.h_min", minutes / 60, minutes % 60);
	}

	/** The first line of a ticket's history. */
	public String opened() {
		return words.say("move.open");
	}

	public String move(Move move) {
		return switch (move) {
			case Move.Assign assign -> words.say("move.assign", assign.account());
			case Move.Number given -> words.say("move.number", given.number());
			case Move.Wait wait -> noted("move.wait", wait.note());
			case Move.Work work -> noted("move.work", work.note());
			case Move.Finish finish -> noted("move.finish", finish.note());
			case Move.Close close -> noted("move.close", close.note());
			case Move.Reopen reopen -> noted("move.reopen", reopen.reason());
			case Move.Merge merge -> words.say("move.merge", merge.into() + "");
			case Move.Note note -> words.say("move.note", note.text());
			case Move.Join join -> words.say("move.join", words.say("link." + join.link().kind()), join.link().id());
			case Move.Restandard other -> noted("move.restandard", other.reason());
			case Move.Tell tell -> words.say("move.tell", clock(tell.clock()), level(tell.level()));
		};
	}

	private String noted(String key, String note) {
		return note.isBlank() ? words.say(key) + "." : words.say(key) + ": " + note;
	}

	/** One line: how far a clock is. */
	public String reading(ClockReading reading) {
		String used = duration(reading.used());
		String target = duration(reading.target());
		if (reading.isLate()) {
			return words.say("reading.late", clock(reading.clock()), used, target, duration(reading.left()));
		}
		String key = reading.isRunning() ? "reading.runs" : "reading.stands";
		return words.say(key, clock(reading.clock()), used, target,
				reading.due().map(this::time).orElse(""));
	}

	/** Why a move was not made. */
	public String refusal(Outcome.Refused refused) {
		return words.say("refusal." + refused.refusal(), refused.refusal() == Refusal.NOT_NOW
				? status(Status.valueOf(refused.argument())) : refused.argument());
	}

	/** Why it was not moved by whom it was tried. */
	public String overtaken(Ticket ticket) {
		return words.say("overtaken", ticket.number() + "",
				ticket.acts().isEmpty() ? ticket.openedBy() : ticket.acts().getLast().by(), status(ticket.status()));
	}
}
