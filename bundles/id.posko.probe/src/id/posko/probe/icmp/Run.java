package id.posko.probe.icmp;

import java.lang.Thread.UncaughtExceptionHandler;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import id.posko.health.Cause;

/**
 * A sweep on its way: which requests were taken for sending and how many were answered. Used by the pinger's thread;
 * other threads may only stop it and wait for its end.
 */
final class Run {

	private final Targets targets;
	private final int requests;
	private final long gap;
	private final long timeout;
	private final Outcomes outcomes;
	private final CountDownLatch ended = new CountDownLatch(1);
	private int taken;
	private int answered;
	private int sent;
	private long nextRound;
	private long roundOpens = Long.MIN_VALUE;
	private volatile boolean stopped;

	Run(Sweep sweep, Outcomes outcomes) {
		targets = new Targets(sweep.targets());
		requests = sweep.requests();
		gap = sweep.gap().toNanos();
		timeout = sweep.timeout().toNanos();
		this.outcomes = outcomes;
	}

	Run(InetAddress target, Duration timeout, Outcomes outcomes) {
		targets = new Targets(List.of(target));
		requests = 1;
		gap = 0;
		this.timeout = timeout.toNanos();
		this.outcomes = outcomes;
	}

	boolean allTaken() {
		return taken == requests || stopped;
	}

	/** Before this moment no request may be taken; {@link Long#MIN_VALUE} if there is nothing to wait for. */
	long opensAt() {
		return roundOpens;
	}

	int inFlight() {
		return sent - answered;
	}

	long timeout() {
		return timeout;
	}

	/** Puts the next request into a slot. */
	void take(Slots slots, int slot, long now) {
		int target = taken % targets.size();
		if (target == 0) {
			nextRound = now + gap;
		}
		slots.high[slot] = targets.high[target];
		slots.low[slot] = targets.low[target];
		slots.scope[slot] = targets.scope[target];
		slots.run[slot] = this;
		slots.request[slot] = taken++;
		sent++;
		if (taken % targets.size() == 0) {
			roundOpens = nextRound;
		}
	}

	void replied(int request, long roundTripNanos) {
		if (answer()) {
			try {
				outcomes.replied(request, roundTripNanos);
			} catch (RuntimeException bug) {
				report(bug);
			}
		}
	}

	void silent(int request) {
		if (answer()) {
			try {
				outcomes.silent(request);
			} catch (RuntimeException bug) {
				report(bug);
			}
		}
	}

	void refused(int request, Unreachable unreachable) {
		if (answer()) {
			try {
				outcomes.refused(request, unreachable.responder(), unreachable.code());
			} catch (RuntimeException bug) {
				report(bug);
			}
		}
	}

	void notSent(int request, Cause cause) {
		if (answer()) {
			try {
				outcomes.notSent(request, cause);
			} catch (RuntimeException bug) {
				report(bug);
			}
		}
	}

	/** The caller's bug must not end the pinger for all others. */
	private static void report(RuntimeException bug) {
		Thread here = Thread.currentThread();
		UncaughtExceptionHandler handler = here.getUncaughtExceptionHandler();
		handler.uncaughtException(here, bug);
	}

	private boolean answer() {
		answered++;
		return !stopped;
	}

	/** Every request that was not taken yet ends unsent. */
	void abandon(Cause cause) {
		while (!allTaken()) {
			sent++;
			notSent(taken++, cause);
		}
	}

	/** Whether nothing more will be told. */
	boolean isOver() {
		return stopped || answered == requests;
	}

	void end() {
		ended.countDown();
	}

	void stop() {
		stopped = true;
	}

	void awaitEnd() throws InterruptedException {
		ended.await();
	}
}
