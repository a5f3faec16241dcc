package id.posko.health.online;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.EchoAnswer;
import id.posko.health.Evidence;
import id.posko.health.State;
import id.posko.health.Vantage;
import id.posko.kit.Device;
import id.posko.kit.LinkKind;

/**
 * Asks for an echo as the SOP's {@code ping} does: what counts is an echo reply of the target itself. A lost one is
 * asked for again, at most {@value #TRIES} times and only while the SOP's half minute allows it.
 */
final class Echoes {

	private static final int TRIES = 3;
	private static final Duration LAST_START = Duration.ofSeconds(10);

	private final Check echo;
	private final Vantage vantage;

	/** @param echo the one that asks from this machine */
	Echoes(Check echo, Vantage vantage) {
		this.echo = echo;
		this.vantage = vantage;
	}

	Measured ask(Way way, LinkKind line) throws InterruptedException {
		if (way.missing().isPresent()) {
			return new Measured(way.fromName(), State.NOT_MEASURED, way.missing().get(), Evidence.NONE);
		}
		Device to = way.to().orElseThrow();
		if (way.from().isEmpty()) {
			return again(() -> fromHere(to, line));
		}
		Device from = way.from().get();
		Duration slow = way.inOffice() ? LinkKind.FIBRE.slow() : line.slow();
		Measured there = again(() -> fromThere(from, to, line.timeout(), slow));
		return there.state() == State.NOT_MEASURED && way.orConsole()
				? again(() -> fromHere(to, line)).with(there.cause()) : there;
	}

	@FunctionalInterface
	private interface Question {
		Measured ask() throws InterruptedException;
	}

	private static Measured again(Question question) throws InterruptedException {
		long start = System.nanoTime();
		Measured measured = question.ask();
		for (int tries = 1; tries < TRIES && measured.state() == State.DOWN
				&& System.nanoTime() - start < LAST_START.toNanos(); tries++) {
			measured = question.ask();
		}
		return measured;
	}

	private Measured fromThere(Device from, Device to, Duration timeout, Duration slow) throws InterruptedException {
		return switch (vantage.ping(from, to.address().orElseThrow(), timeout)) {
		case Vantage.View.NotMeasured(Cause cause) ->
			new Measured(from.name(), State.NOT_MEASURED, cause, Evidence.NONE);
		case Vantage.View.Seen(EchoAnswer answer) -> switch (answer) {
		case EchoAnswer.Replied(var roundTrip, var responder, var method) ->
			answered(from.name(), Evidence.of(method, responder.getHostAddress(), roundTrip), slow);
		case EchoAnswer.Silent(var waited, var method) ->
			new Measured(from.name(), State.DOWN, Cause.of("silent", waited), Evidence.of(method));
		case EchoAnswer.Refused(var responder, var cause, var method) -> new Measured(from.name(), State.DOWN, cause,
				new Evidence(method, Optional.of(responder.getHostAddress()), Optional.empty(), List.of()));
		case EchoAnswer.NotSent(var cause, var method) ->
			new Measured(from.name(), State.UNKNOWN, cause, Evidence.of(method));
		};
		};
	}

	private Measured fromHere(Device to, LinkKind line) throws InterruptedException {
		return switch (echo.ask(to, line.timeout())) {
		case Answer.Answered(_, var evidence) -> answered(StepResult.CONSOLE, evidence, line.slow());
		case Answer.Impaired(var cause, var evidence) -> here(State.DEGRADED, cause, evidence);
		case Answer.Failed(var cause, var evidence) -> here(State.DOWN, cause, evidence);
		case Answer.Broken(var cause, var evidence) -> here(State.UNKNOWN, cause, evidence);
		};
	}

	private static Measured here(State state, Cause cause, Evidence evidence) {
		return new Measured(StepResult.CONSOLE, state, cause, evidence);
	}

	private static Measured answered(String from, Evidence evidence, Duration slow) {
		return evidence.roundTrip().filter(roundTrip -> roundTrip.compareTo(slow) > 0)
				.map(roundTrip -> new Measured(from, State.DEGRADED, Cause.of("slow", roundTrip, slow), evidence))
				.orElseGet(() -> new Measured(from, State.UP, Cause.ANSWERED, evidence));
	}
}
