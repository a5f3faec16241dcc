package id.posko.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

import id.posko.health.Cause;
import id.posko.health.State;
import id.posko.probe.icmp.Outcomes;

/** Counts per host what became of the requests of one sweep. Filled on the pinger's thread, read when it has ended. */
final class PingTally implements Outcomes {

	/** @param roundTrip the mean of the replies; {@code cause} and {@code responder} of the last request that failed */
	record Host(int sent, int received, Optional<Duration> roundTrip, State verdict, Optional<Cause> cause,
			Optional<InetAddress> responder) {

		static Host notAsked(State verdict, Cause cause) {
			return new Host(0, 0, Optional.empty(), verdict, Optional.of(cause), Optional.empty());
		}

		boolean answered() {
			return received > 0;
		}
	}

	private final int hosts;
	private final Duration timeout;
	private final int[] sent;
	private final int[] received;
	private final long[] nanos;
	private final Cause[] cause;
	private final InetAddress[] refusedBy;

	PingTally(int hosts, Duration timeout) {
		this.hosts = hosts;
		this.timeout = timeout;
		sent = new int[hosts];
		received = new int[hosts];
		nanos = new long[hosts];
		cause = new Cause[hosts];
		refusedBy = new InetAddress[hosts];
	}

	@Override
	public void replied(int request, long roundTripNanos) {
		int host = request % hosts;
		sent[host]++;
		received[host]++;
		nanos[host] += roundTripNanos;
	}

	@Override
	public void silent(int request) {
		sent[request % hosts]++;
		cause[request % hosts] = Cause.of("silent", timeout);
	}

	@Override
	public void refused(int request, InetAddress responder, String code) {
		int host = request % hosts;
		sent[host]++;
		cause[host] = Cause.of(code, responder.getHostAddress());
		refusedBy[host] = responder;
	}

	@Override
	public void notSent(int request, Cause why) {
		cause[request % hosts] = why;
	}

	Host host(int i, InetAddress target) {
		if (received[i] == 0) {
			return new Host(sent[i], 0, Optional.empty(), sent[i] == 0 ? State.UNKNOWN : State.DOWN,
					Optional.ofNullable(cause[i]), Optional.ofNullable(refusedBy[i]));
		}
		return new Host(sent[i], received[i], Optional.of(Duration.ofNanos(nanos[i] / received[i])),
				cause[i] == null ? State.UP : State.DEGRADED, Optional.ofNullable(cause[i]), Optional.of(target));
	}
}
