package id.posko.probe.name;

import java.net.InetAddress;
import java.time.Duration;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Evidence;

/** What became of asking for the address of a host name. */
public sealed interface Resolution {

	record Known(InetAddress address) implements Resolution {
	}

	/** There is no address to ask. */
	sealed interface Unresolved extends Resolution {

		Cause cause();

		/** Of a check that goes no further. */
		Answer answer();
	}

	/** The resolver says that there is no such name. */
	record Unknown(String host) implements Unresolved {

		@Override
		public Cause cause() {
			return Cause.of("name_unknown", host);
		}

		@Override
		public Answer answer() {
			return new Answer.Failed(cause(), Evidence.of("dns"));
		}
	}

	/** The resolver has not answered in this time: says nothing about the name. */
	record Late(String host, Duration timeout) implements Unresolved {

		@Override
		public Cause cause() {
			return Cause.of("name_slow", host, timeout);
		}

		@Override
		public Answer answer() {
			return new Answer.Broken(cause(), Evidence.of("dns"));
		}
	}
}
