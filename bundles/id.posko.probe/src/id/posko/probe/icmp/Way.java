package id.posko.probe.icmp;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import id.posko.health.Echo;
import id.posko.health.EchoAnswer;

/** A way to send echo requests. Closing it answers all that waits, as not sent. */
sealed interface Way extends Echo, AutoCloseable permits Pinger, WindowsEcho, PingProgram {

	/** As evidence names it, for IPv4. */
	String method();

	/** As {@link Pinger#run}; a way that starts much for one request bounds by itself how many it asks at once. */
	default void run(Sweep sweep, Outcomes outcomes) throws InterruptedException {
		List<InetAddress> targets = sweep.targets();
		for (int round = 0; round < sweep.count(); round++) {
			long start = System.nanoTime();
			CountDownLatch answers = new CountDownLatch(targets.size());
			for (int i = 0; i < targets.size(); i++) {
				int request = round * targets.size() + i;
				ask(targets.get(i), sweep.timeout(), answer -> {
					tell(outcomes, request, answer);
					answers.countDown();
				});
			}
			answers.await();
			long rest = sweep.gap().toNanos() - (System.nanoTime() - start);
			if (round + 1 < sweep.count() && rest > 0) {
				LockSupport.parkNanos(rest);
			}
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
	}

	private static void tell(Outcomes outcomes, int request, EchoAnswer answer) {
		synchronized (outcomes) {
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
