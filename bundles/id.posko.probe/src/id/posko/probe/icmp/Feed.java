package id.posko.probe.icmp;

import java.util.ArrayDeque;

/** Runs that share one pace; their requests are sent one run after the other. Used by the pinger's thread only. */
final class Feed {

	private final ArrayDeque<Run> runs = new ArrayDeque<>();
	private final Pace pace;

	Feed(Pace pace) {
		this.pace = pace;
	}

	void add(Run run) {
		runs.add(run);
	}

	boolean isEmpty() {
		skipDone();
		return runs.isEmpty();
	}

	private void skipDone() {
		while (!runs.isEmpty() && runs.peek().allTaken()) {
			runs.remove();
		}
	}

	boolean isUnlimited() {
		return pace.isUnlimited();
	}

	/** How many requests may be sent now, at most one ring's. */
	int ready(long now, int safeInFlight) {
		if (isEmpty() || runs.peek().opensAt() > now) {
			return 0;
		}
		int most = Math.min(SendRing.SIZE, pace.available(now));
		return pace.isUnlimited() ? Math.min(most, safeInFlight - runs.peek().inFlight()) : most;
	}

	/** When the next request may be sent, {@link Long#MAX_VALUE} if that hangs on answers or new runs. */
	long next(long now) {
		if (isEmpty() || pace.isUnlimited() && runs.peek().opensAt() <= now) {
			return Long.MAX_VALUE;
		}
		return Math.max(runs.peek().opensAt(), pace.next(now));
	}

	/** The run whose turn it is; the caller sends one request of it. */
	Run take() {
		skipDone();
		pace.take(1);
		return runs.peek();
	}

	/** Whether {@link #take} may be called once more. */
	boolean continues(long now) {
		return !isEmpty() && runs.peek().opensAt() <= now;
	}

	ArrayDeque<Run> runs() {
		return runs;
	}
}
