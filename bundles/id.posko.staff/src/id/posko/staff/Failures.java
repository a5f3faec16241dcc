package id.posko.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import id.posko.staff.Accounts.Kept;

/**
 * How often somebody gave a wrong password since his last right one. So many failures are free; each one more doubles
 * the wait, from a second to a quarter of an hour.
 */
record Failures(int count, Optional<Instant> last) {

	static final Failures NONE = new Failures(0, Optional.empty());
	private static final int FREE = 2;
	private static final Duration LONGEST = Duration.ofMinutes(15);

	static Failures of(Kept kept) {
		return new Failures(kept.failures(), kept.lastFailure());
	}

	Failures oneMore(Instant now) {
		return new Failures(Math.min(count, Integer.MAX_VALUE - 1) + 1, Optional.of(now));
	}

	/** If the last one is yet to come, the clock was set back since: the wait begins anew, now. */
	Failures asOf(Instant now) {
		return last.filter(now::isBefore).isPresent() ? new Failures(count, Optional.of(now)) : this;
	}

	/** Not positive: now. */
	Duration left(Instant now) {
		return last.map(at -> waiting().minus(Duration.between(at, now))).orElse(Duration.ZERO);
	}

	Duration waiting() {
		int doubled = Math.min(count - FREE, 20);
		if (doubled <= 0) {
			return Duration.ZERO;
		}
		Duration wait = Duration.ofSeconds(1L << (doubled - 1));
		return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
	}
}
