package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time in [from, to) in which a device was down, or could not be reached, for one cause. */
public record Outage(State state, Cause cause, Instant from, Instant to) {

	/** @param transitions as {@link Availability#of} takes them; an outage that reaches beyond the interval is cut there */
	public static List<Outage> of(List<Transition> transitions, Instant from, Instant to) {
		List<Outage> outages = new ArrayList<>();
		for (int i = 0; i < transitions.size(); i++) {
			Transition turn = transitions.get(i);
			Instant began = turn.at().isBefore(from) ? from : turn.at();
			Instant next = i + 1 < transitions.size() ? transitions.get(i + 1).at() : to;
			Instant ended = next.isAfter(to) ? to : next;
			boolean isOutage = turn.to() == State.DOWN || turn.to() == State.UNREACHABLE;
			if (isOutage && ended.isAfter(began)) {
				join(outages, new Outage(turn.to(), turn.cause(), began, ended));
			}
		}
		return outages;
	}

	/** One that goes on where another of the same cause ended is the same outage. */
	private static void join(List<Outage> outages, Outage next) {
		Outage last = outages.isEmpty() ? null : outages.getLast();
		boolean goesOn = last != null && last.to.equals(next.from) && last.state == next.state
				&& last.cause.equals(next.cause);
		if (goesOn) {
			outages.set(outages.size() - 1, new Outage(last.state, last.cause, last.from, next.to));
		} else {
			outages.add(next);
		}
	}

	public Duration length() {
		return Duration.between(from, to);
	}
}
