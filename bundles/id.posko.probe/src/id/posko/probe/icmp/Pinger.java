package id.posko.probe.icmp;

import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Consumer;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;

/**
 * Sends ICMP echo requests from Linux itself: one thread, one socket per family. Safe for any thread. Sent at most
 * {@link Sweep#DEFAULT_RATE} a second, single requests together, each sweep for itself.
 */
public final class Pinger implements Way {

	/** What came of opening one: expected where the machine does not permit it. */
	public sealed interface Opening {

		record Opened(Pinger pinger) implements Opening {
		}

		/** The cause names what mends it. */
		record Denied(Cause cause) implements Opening {
		}
	}

	private final Intake intake;
	private final Thread thread;
	private final String method;

	private Pinger(Intake intake, Thread thread, String method) {
		this.intake = intake;
		this.thread = thread;
		this.method = method;
	}

	/** @throws LinkageError where this is no Linux or the JVM denies native access */
	public static Opening open() {
		Arena arena = Arena.ofShared();
		Libc libc = new Libc(arena);
		long nonce = new SecureRandom().nextLong();
		return switch (IcmpSocket.open(libc, arena, Family.V4, nonce)) {
		case IcmpSocket.Opening.Denied(Cause cause) -> {
			arena.close();
			yield new Opening.Denied(cause);
		}
		case IcmpSocket.Opening.Opened(IcmpSocket socket) -> {
			Intake intake = new Intake();
			if (intake.eventFd() < 0) {
				libc.close(socket.fd);
				arena.close();
				yield new Opening.Denied(Cause.of("check_failed", "eventfd: errno " + -intake.eventFd()));
			}
			EchoLoop loop = new EchoLoop(arena, libc, intake, nonce, Sweep.DEFAULT_RATE, socket);
			Thread thread = Thread.ofPlatform().daemon().name("posko-pinger").start(loop);
			yield new Opening.Opened(new Pinger(intake, thread, socket.method));
		}
		};
	}

	/** The kind of the socket: {@code icmp-dgram} or {@code icmp-raw}. Linux permits the same for both families. */
	@Override
	public String method() {
		return method;
	}

	@Override
	public void ask(InetAddress target, Duration timeout, Consumer<EchoAnswer> then) {
		Run run = new Run(target, timeout, new SingleAnswer(target, timeout, method, then));
		if (!intake.offer(new Intake.Entry(run, null))) {
			run.abandon(EchoLoop.stopped());
		}
	}

	/**
	 * Sends all requests of a sweep and returns when every one has its outcome.
	 *
	 * @throws InterruptedException if the caller was interrupted; nothing more is sent or told then
	 */
	@Override
	public void run(Sweep sweep, Outcomes outcomes) throws InterruptedException {
		Run run = new Run(sweep, outcomes);
		if (sweep.requests() == 0) {
			return;
		}
		if (!intake.offer(new Intake.Entry(run, new Feed(new Pace(sweep.perSecond(), System.nanoTime()))))) {
			run.abandon(EchoLoop.stopped());
			return;
		}
		try {
			run.awaitEnd();
		} catch (InterruptedException e) {
			run.stop();
			intake.wake();
			throw e;
		}
	}

	/** Stops at once; what still waits ends as not sent. Returns when nothing more will be told. */
	@Override
	public void close() {
		intake.close();
		boolean interrupted = false;
		while (thread.isAlive() && thread != Thread.currentThread()) {
			try {
				thread.join();
			} catch (InterruptedException _) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
