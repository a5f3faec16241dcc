package id.posko.probe.icmp;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import id.posko.health.Echo;
import id.posko.health.EchoAnswer;

/** A way to send echo requests. Closing it answers all that waits, as not sent. */
sealed interface Way extends Echo, AutoCloseable permits Pinger, WindowsEcho, PingProgram {

	int AT_ONCE = 64;

	/** As evidence names it. */
	String method();

	/** As {@link Pinger#run}, with at most 64 requests asked at once. */
	default void run(Sweep sweep, Outcomes outcomes) throws InterruptedException {
		Semaphore room = new Semaphore(AT_ONCE);
		AtomicBoolean stopped = new AtomicBoolean();
		int hosts = sweep.targets().size();
		try {
			for (int request = 0; request < sweep.requests(); request++) {
				if (request % hosts == 0 && request > 0) {
					new Semaphore(0).tryAcquire(sweep.gap().toNanos(), TimeUnit.NANOSECONDS);
				}
				room.acquire();
				int number = request;
				ask(sweep.targets().get(request % hosts), sweep.timeout(), answer -> {
					tell(outcomes, number, answer, stopped);
					room.release();
				});
			}
			room.acquire(AT_ONCE);
		} catch (InterruptedException e) {
			stopped.set(true);
			throw e;
		}
	}

	private static void tell(Outcomes outcomes, int request, EchoAnswer answer, AtomicBoolean stopped) {
		synchronized (stopped) {
			if (stopped.get()) {
				return;
			}
			switch (answer) {
			case EchoAnswer.Replied(var roundTrip, _, _) -> outcomes.replied(request, roundTrip.toNanos());
			case EchoAnswer.Silent _ -> outcomes.silent(request);
			case EchoAnswer.Refused(var responder, var cause, _) ->
				outcomes.refused(request, responder, cause.code());
			case EchoAnswer.NotSent(var cause, _) -> outcomes.notSent(request, cause);
			}
		}
	}

	@Override
	void close();
}
