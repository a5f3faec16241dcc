package id.posko.probe.icmp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Assumptions;

/** A network namespace of the test's own: nothing in it touches the machine's network. Needs root. */
public final class Namespace implements AutoCloseable {

	private static final AtomicInteger COUNT = new AtomicInteger();

	public final String name = "posko-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();

	public Namespace() throws Exception {
		exec("ip", "netns", "add", name);
		ip("link set lo up");
	}

	public static void assumePossible() throws IOException, InterruptedException {
		Assumptions.assumeTrue("root".equals(System.getProperty("user.name")),
				"skipped: network namespaces need root");
		Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "skipped: no /dev/net/tun");
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/ip")) || Files.isExecutable(Path.of("/sbin/ip")),
				"skipped: no ip (package iproute2)");
		Process probe = new ProcessBuilder("unshare", "-n", "true").start();
		Assumptions.assumeTrue(probe.waitFor() == 0, "skipped: network namespaces are not permitted here");
	}

	/** Runs {@code ip} on this namespace. */
	public void ip(String arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("ip", "-n", name));
		command.addAll(List.of(arguments.split(" ")));
		exec(command.toArray(String[]::new));
	}

	void sysctl(String key, String value) throws Exception {
		exec("ip", "netns", "exec", name, "sysctl", "-qw", key + "=" + value);
	}

	/** Calls on a platform thread inside this namespace. */
	<T> T inside(Callable<T> call) throws Exception {
		CompletableFuture<T> result = new CompletableFuture<>();
		Thread.ofPlatform().daemon().start(() -> {
			try {
				Kernel.enter(name);
				result.complete(call.call());
			} catch (Exception | Error e) {
				result.completeExceptionally(e);
			}
		});
		try {
			return result.get(60, TimeUnit.SECONDS);
		} catch (ExecutionException e) {
			throw e.getCause() instanceof Exception cause ? cause : e;
		}
	}

	Pinger openPinger() throws Exception {
		return inside(() -> switch (Pinger.open()) {
		case Pinger.Opening.Opened(Pinger pinger) -> pinger;
		case Pinger.Opening.Denied(var cause) -> throw new IllegalStateException(cause.toString());
		});
	}

	static void exec(String... command) throws Exception {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(String.join(" ", command) + ": " + said);
		}
	}

	@Override
	public void close() throws Exception {
		exec("ip", "netns", "del", name);
	}
}
