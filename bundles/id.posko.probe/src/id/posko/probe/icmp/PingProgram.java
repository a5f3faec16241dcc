package id.posko.probe.icmp;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;

/** The last way: one run of the system's {@code ping} per request, at most 16 at a time. */
final class PingProgram implements Way {

	static final String METHOD = "ping";

	private static final int AT_ONCE = 16;
	private static final Duration START_AND_END = Duration.ofSeconds(3);

	private final boolean windows;
	private final Semaphore turns = new Semaphore(AT_ONCE, true);
	private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
	private boolean closed;

	PingProgram(boolean windows) {
		this.windows = windows;
	}

	@Override
	public String method() {
		return METHOD;
	}

	@Override
	public void ask(InetAddress target, Duration timeout, Consumer<EchoAnswer> then) {
		Thread thread = Thread.ofVirtual().name("ping " + target.getHostAddress()).unstarted(() -> {
			EchoAnswer answer;
			try {
				answer = ask(target, timeout);
			} catch (InterruptedException _) {
				answer = stopped();
			}
			asking.remove(Thread.currentThread());
			then.accept(answer);
		});
		if (begin(thread)) {
			thread.start();
		} else {
			then.accept(stopped());
		}
	}

	private synchronized boolean begin(Thread thread) {
		return !closed && asking.add(thread);
	}

	private static EchoAnswer stopped() {
		return new EchoAnswer.NotSent(Cause.of("stopped"), METHOD);
	}

	private EchoAnswer ask(InetAddress target, Duration timeout) throws InterruptedException {
		turns.acquire();
		try {
			ProcessBuilder command = new ProcessBuilder(PingOutput.command(target, timeout, windows)).redirectErrorStream(true);
			command.environment().put("LC_ALL", "C");
			Process process = command.start();
			try {
				process.getOutputStream().close();
				if (!process.waitFor(timeout.plus(START_AND_END).toMillis(), TimeUnit.MILLISECONDS)) {
					return new EchoAnswer.Silent(timeout, METHOD);
				}
				List<String> lines = process.inputReader().lines().filter(l -> !l.isBlank()).toList();
				return new PingOutput(target, timeout).judge(lines, process.exitValue());
			} finally {
				process.destroyForcibly();
			}
		} catch (IOException _) {
			return new EchoAnswer.NotSent(Cause.of("ping_missing"), METHOD);
		} finally {
			turns.release();
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			closed = true;
		}
		asking.forEach(Thread::interrupt);
	}
}
