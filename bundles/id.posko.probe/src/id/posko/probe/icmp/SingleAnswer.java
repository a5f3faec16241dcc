package id.posko.probe.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Consumer;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;

/** The outcome of one request as an answer. */
record SingleAnswer(InetAddress target, Duration timeout, String method, Consumer<EchoAnswer> then)
		implements Outcomes {

	@Override
	public void replied(int request, long roundTripNanos) {
		then.accept(new EchoAnswer.Replied(Duration.ofNanos(roundTripNanos), target, method));
	}

	@Override
	public void silent(int request) {
		then.accept(new EchoAnswer.Silent(timeout, method));
	}

	@Override
	public void refused(int request, InetAddress responder, String code) {
		then.accept(new EchoAnswer.Refused(responder, Cause.of(code, responder.getHostAddress()), method));
	}

	@Override
	public void notSent(int request, Cause cause) {
		then.accept(new EchoAnswer.NotSent(cause, method));
	}
}
