package id.posko.kit.discovery;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Looks which devices answer in a range. It never logs in, and changes neither a device nor the list. */
public interface Discovery {

	/**
	 * What to ask.
	 *
	 * @param community of SNMP v2c; empty: no SNMP
	 * @param more doors beside the usual ones
	 * @param isThorough also asks the ports of addresses that do not answer an echo request
	 */
	record Wish(Range range, String community, Set<Door> more, boolean isThorough, Manners manners) {

		public Wish {
			more = Set.copyOf(more);
		}
	}

	/**
	 * How politely.
	 *
	 * @param perSecond questions in all; each begins with one packet below 100 octets
	 * @param patience with one answer
	 * @param limit of the whole sweep
	 */
	record Manners(int perSecond, Duration patience, Duration limit) {

		public static final int FASTEST = 1000;
		/** Takes about a third of a line of 128 kbit/s. */
		public static final Manners USUAL = new Manners(50, Duration.ofSeconds(2), Duration.ofMinutes(30));

		public Manners {
			if (perSecond < 1 || perSecond > FASTEST || !patience.isPositive() || !limit.isPositive()) {
				throw new IllegalArgumentException(perSecond + "/s, " + patience + ", " + limit);
			}
		}

		/** About the time that so many addresses take of which nobody answers. */
		public Duration least(int addresses) {
			return patience.multipliedBy(2).plusMillis(2_000L * addresses / perSecond);
		}
	}

	/** How far a sweep is. */
	record Progress(int asked, int of, int answered, Duration since) {

		private static final int FIRST_PART = 5;

		/** If it goes on as until now; empty where it is too early to tell. */
		public Optional<Duration> left() {
			return asked == 0 || asked == of || asked < of / FIRST_PART ? Optional.empty() : Optional.of(since.multipliedBy(of - asked).dividedBy(asked));
		}
	}

	/** How a sweep ended. */
	sealed interface Ending {

		/** @param unsendable addresses that this machine could not send to */
		record Done(Progress progress, int unsendable) implements Ending {
		}

		/** The limit was reached before all were asked. */
		record OutOfTime(Progress progress) implements Ending {
		}

		/** Another sweep is under way, and no device is asked twice at once. */
		record Busy() implements Ending {
		}
	}

	/** Hears of a sweep, on any thread; must be quick. */
	interface Listener {

		/** A device that answers, and the same again as more is known of it. */
		void met(Discovered device);

		void progress(Progress progress);
	}

	/** Blocks until all have been asked; stopped by interrupt, after which nothing more is told. */
	Ending sweep(Wish wish, Listener listener) throws InterruptedException;
}
