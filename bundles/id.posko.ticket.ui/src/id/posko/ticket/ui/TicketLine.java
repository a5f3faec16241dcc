package id.posko.ticket.ui;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import id.posko.ticket.Level;
import id.posko.ticket.Standing;
import id.posko.ticket.Ticket;
import id.posko.ui.Mark;

/**
 * A ticket as lists and boards show it.
 *
 * @param recovered since when its cause is well again
 * @param site the office's name
 * @param opened when, as it is said
 * @param due when the next clock is used up, as it is said
 */
record TicketLine(Standing standing, Optional<Instant> recovered, String site, String opened, String due) {

	/** What the eye looks for first; in that order. */
	enum Plight {
		LATE(Mark.BAD), SOON(Mark.WARN), RECOVERED(Mark.GOOD), RUNNING(Mark.NONE), OVER(Mark.PAUSED);

		private final Mark mark;

		Plight(Mark mark) {
			this.mark = mark;
		}

		Mark mark() {
			return mark;
		}
	}

	Ticket ticket() {
		return standing.ticket();
	}

	Plight plight() {
		return ticket().status().isOver() ? Plight.OVER : recovered.isPresent() ? Plight.RECOVERED
				: standing.level().map(level -> level == Level.WARNING ? Plight.SOON : Plight.LATE).orElse(Plight.RUNNING);
	}

	boolean isOpen() {
		return plight() != Plight.OVER;
	}

	Instant dueAt() {
		return standing.due().orElse(Instant.MAX);
	}

	/** Whether it is called by such words. */
	boolean isCalled(String words) {
		String all = (ticket().number() + " " + ticket().draft().title() + " " + site + " "
				+ ticket().assignee().orElse("") + " " + ticket().queueNumber().orElse("")).toLowerCase(Locale.ROOT);
		return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
	}
}
