package id.posko.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * One device being asked, check after check, on a thread of its own. It can be ended from outside at any moment;
 * from then on nothing that it still brings is heard.
 */
final class Asking implements Runnable {

	private static final Logger LOG = System.getLogger(Asking.class.getName());

	final Visit visit;
	private final Rounds rounds;
	private Check check;
	private Thread thread;
	private boolean ended;
	private Instant deadline;

	Asking(Visit visit, Rounds rounds, Instant now) {
		this.visit = visit;
		this.rounds = rounds;
		check = visit.checks.getFirst();
		renew(now);
	}

	/** When the question under way is given up. */
	synchronized Instant deadline() {
		return deadline;
	}

	@Override
	public void run() {
		synchronized (this) {
			if (ended) {
				return;
			}
			thread = Thread.currentThread();
		}
		try {
			for (Check next : visit.checks) {
				if (!begin(next)) {
					return;
				}
				Answer answer = ask(next);
				if (isEnded()) {
					return;
				}
				rounds.answered(visit, next, answer);
			}
		} catch (InterruptedException _) {
			// ended from outside, or by the check itself: then the device is simply asked again
		} finally {
			if (end().isPresent()) {
				rounds.ended(this);
			}
		}
	}

	private Answer ask(Check next) throws InterruptedException {
		try {
			return next.ask(visit.device, next.timeout(visit.timeout));
		} catch (RuntimeException | LinkageError bug) {
			if (rounds.isFirst(next.id() + " " + bug.getClass().getName())) {
				LOG.log(Level.ERROR, "Check " + next.id() + " failed for " + visit.device.key(), bug);
			}
			return new Answer.Broken(Cause.of("check_failed", bug.toString()), Evidence.of(next.id()));
		}
	}

	private synchronized boolean begin(Check next) {
		check = next;
		renew(rounds.now());
		return !ended;
	}

	/** Counts the time-out from now on. */
	synchronized Instant renew(Instant now) {
		deadline = now.plus(check.timeout(visit.timeout)).plus(rounds.pace().grace());
		return deadline;
	}

	private synchronized boolean isEnded() {
		return ended;
	}

	/** Ends it; the check that was being asked, or empty if it had ended before. */
	synchronized Optional<Check> end() {
		if (ended) {
			return Optional.empty();
		}
		ended = true;
		if (thread != null && thread != Thread.currentThread()) {
			thread.interrupt();
		}
		thread = null;
		return Optional.of(check);
	}
}
