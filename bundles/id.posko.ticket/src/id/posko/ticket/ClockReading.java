package id.posko.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.posko.kit.OfficeCalendar;

/**
 * What a clock of a ticket shows. Everything is counted anew from the ticket's history, so that no pause and no change
 * of the standard can lose or double a minute.
 *
 * @param target how much it may show
 * @param used office time that it has run
 * @param due when the target is used up, if it runs on until then; when it was, if it is; empty while the clock stands
 * with some of it left
 * @param isRunning whether it runs at office time
 */
public record ClockReading(Clock clock, Duration target, Duration used, Optional<Instant> due, boolean isRunning) {

	private record Run(Instant from, Optional<Instant> to) {
	}

	public static ClockReading of(Ticket ticket, Clock clock, OfficeCalendar calendar, Instant now) {
		Instant until = ticket.notBefore(now);
		List<Run> runs = runs(ticket, clock);
		Duration target = ticket.sla().target(clock);
		Duration used = runs.stream().map(run -> calendar.between(run.from(), run.to().orElse(until)))
				.reduce(Duration.ZERO, Duration::plus);
		return new ClockReading(clock, target, used, reached(runs, target, calendar),
				!runs.isEmpty() && runs.getLast().to().isEmpty());
	}

	/** When so much is used up; empty if the clock stands before that. */
	private static Optional<Instant> reached(List<Run> runs, Duration amount, OfficeCalendar calendar) {
		Duration left = amount;
		for (Run run : runs) {
			if (run.to().isEmpty()) {
				return Optional.of(calendar.after(run.from(), left));
			}
			Duration here = calendar.between(run.from(), run.to().get());
			if (here.compareTo(left) >= 0) {
				return Optional.of(calendar.after(run.from(), left));
			}
			left = left.minus(here);
		}
		return Optional.empty();
	}

	/** When somebody has to know of that level: in office time; empty if the clock stands before it. */
	static Optional<Instant> reached(Ticket ticket, Clock clock, Level level, OfficeCalendar calendar) {
		Duration share = level.share(ticket.sla().target(clock));
		return reached(runs(ticket, clock), share, calendar).map(calendar::opening);
	}

	private static List<Run> runs(Ticket ticket, Clock clock) {
		List<Run> runs = new ArrayList<>();
		List<Ticket.Stay> stays = ticket.stays();
		for (int i = 0; i < stays.size(); i++) {
			Optional<Instant> end = i + 1 < stays.size() ? Optional.of(stays.get(i + 1).from()) : Optional.empty();
			if (runs(clock, stays.get(i).status())) {
				runs.add(new Run(stays.get(i).from(), end));
			}
		}
		return clock == Clock.RESPOND ? until(ticket.responded(), runs) : runs;
	}

	private static boolean runs(Clock clock, Status status) {
		return switch (status) {
			case NEW, ASSIGNED, REOPENED, IN_WORK -> clock != Clock.CENTRE;
			case WAITING -> clock == Clock.CENTRE;
			case DONE, CLOSED -> false;
		};
	}

	private static List<Run> until(Optional<Instant> end, List<Run> runs) {
		return end.isEmpty() ? runs : runs.stream().filter(run -> run.from().isBefore(end.get()))
				.map(run -> new Run(run.from(), run.to().filter(to -> to.isBefore(end.get())).or(() -> end))).toList();
	}

	/** Negative if it shows more than it may. */
	public Duration left() {
		return target.minus(used);
	}

	/** Whether it shows more than it may. */
	public boolean isLate() {
		return left().isNegative();
	}
}
