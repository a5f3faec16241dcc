package id.posko.bench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

import id.posko.health.Cause;
import id.posko.probe.icmp.Outcomes;
import id.posko.probe.icmp.Pinger;
import id.posko.probe.icmp.Sweep;

/**
 * The pinger against fping at its best, in the same run and in turns, and its round trips against the kernel's stamps.
 * Only on loopback and in network namespaces of its own. Needs Linux, root and fping.
 */
public final class PingBench {

	private static final int HOSTS = 16_384;
	private static final int PACED_HOSTS = 8192;
	private static final int WARM_UP = 40;
	private static final int ROUNDS = 15;
	private static final int PACED_ROUNDS = 7;
	private static final int ERROR_ROUNDS = 9;
	private static final Duration TIMEOUT = Duration.ofSeconds(1);
	private static final double LOOPBACK_LIMIT = 0.55;
	private static final double VETH_LIMIT = 0.70;
	private static final double PACED_LIMIT = 0.45;
	private static final double ERROR_LIMIT_MICROS = 15;

	private final Consumer<String> print;
	private boolean good = true;

	private PingBench(Consumer<String> print) {
		this.print = print;
	}

	/** One measured run: wall clock and CPU, in milliseconds. */
	private record Cost(double wall, double cpu) {
	}

	private interface Measured {
		void run() throws InterruptedException, IOException;
	}

	/** Counts what is up and keeps the round trips. */
	private static final class Result implements Outcomes {
		final long[] roundTrips;
		int up;
		int others;

		Result(int requests) {
			roundTrips = new long[requests];
		}

		@Override
		public void replied(int request, long roundTripNanos) {
			up++;
			roundTrips[request] = roundTripNanos;
		}

		@Override
		public void silent(int request) {
			others++;
		}

		@Override
		public void refused(int request, InetAddress responder, String code) {
			others++;
		}

		@Override
		public void notSent(int request, Cause cause) {
			others++;
		}
	}

	/**
	 * @return whether every limit held and every answer was right; where something is missing it says what, and that
	 *         counts as not held
	 */
	public static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		PingBench bench = new PingBench(print);
		print.accept(machine());
		if (!Files.isExecutable(Path.of("/usr/bin/fping")) || !"root".equals(System.getProperty("user.name"))) {
			print.accept("not run: needs root and fping (package fping)");
			return false;
		}
		bench.loopback();
		bench.acrossVeth();
		return bench.good;
	}

	private static String machine() throws IOException {
		String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(l -> l.startsWith("model name"))
				.findFirst().map(l -> l.substring(l.indexOf(':') + 2)).orElse("unknown CPU");
		return model + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name")
				+ " " + System.getProperty("os.version") + ", Java " + System.getProperty("java.version");
	}

	private void loopback() throws IOException, InterruptedException {
		List<InetAddress> hosts = hosts(127, 1, HOSTS);
		Path file = file(hosts);
		try (Pinger pinger = open()) {
			versus("loopback, full rate, " + pinger.method(), pinger, hosts, file, "", LOOPBACK_LIMIT);
			paced(pinger, file);
		} finally {
			Files.delete(file);
		}
	}

	private void acrossVeth() throws IOException, InterruptedException {
		String near = "posko-near-" + ProcessHandle.current().pid();
		String far = "posko-far-" + ProcessHandle.current().pid();
		List<InetAddress> hosts = hosts(10, 77, HOSTS);
		Path file = file(hosts);
		try {
			network(near, far);
			try (Pinger pinger = Linux.inside(near, PingBench::open)) {
				versus("veth, full rate, " + pinger.method(), pinger, hosts, file, near, VETH_LIMIT);
				roundTripErrors(pinger, near, hosts.subList(0, 4096));
			}
		} finally {
			Files.delete(file);
			execute("ip", "netns", "del", near);
			execute("ip", "netns", "del", far);
		}
	}

	/** Two namespaces and a wire between them; the far one answers for all of 10.77.0.0/16. */
	private static void network(String near, String far) throws IOException, InterruptedException {
		execute("ip", "netns", "add", near);
		execute("ip", "netns", "add", far);
		ip(near, "link add wire0 type veth peer name wire1 netns " + far);
		ip(near, "addr add 10.76.0.1/30 dev wire0");
		ip(near, "link set wire0 up");
		ip(far, "link set lo up");
		ip(far, "addr add 10.76.0.2/30 dev wire1");
		ip(far, "link set wire1 up");
		ip(near, "route add 10.77.0.0/16 via 10.76.0.2");
		ip(far, "route add local 10.77.0.0/16 dev lo");
	}

	private static void ip(String namespace, String arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("ip", "-n", namespace));
		command.addAll(List.of(arguments.split(" ")));
		execute(command.toArray(String[]::new));
	}

	/** Both at full rate, in turns. */
	private void versus(String name, Pinger pinger, List<InetAddress> hosts, Path file, String namespace, double limit)
			throws IOException, InterruptedException {
		Sweep sweep = new Sweep(hosts, 1, Duration.ZERO, TIMEOUT, Sweep.UNLIMITED);
		for (int i = 0; i < WARM_UP; i++) {
			sweep(pinger, sweep);
		}
		List<Cost> ours = new ArrayList<>();
		List<Cost> theirs = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			ours.add(measure(() -> sweep(pinger, sweep), false));
			theirs.add(measure(() -> fping(namespace, file, "0"), true));
		}
		print.accept(name + ": " + hosts.size() + " hosts, n = " + ROUNDS);
		compare("wall", ours.stream().mapToDouble(Cost::wall), theirs.stream().mapToDouble(Cost::wall), limit);
		compare("CPU", ours.stream().mapToDouble(Cost::cpu), theirs.stream().mapToDouble(Cost::cpu), limit);
	}

	/** fping with 0.1 ms between two requests, and the pinger at the rate that this gave. */
	private void paced(Pinger pinger, Path file) throws IOException, InterruptedException {
		Path fewer = Files.createTempFile("posko-bench", ".txt");
		Files.write(fewer, Files.readAllLines(file).subList(0, PACED_HOSTS));
		List<InetAddress> hosts = hosts(127, 1, PACED_HOSTS);
		List<Cost> ours = new ArrayList<>();
		List<Cost> theirs = new ArrayList<>();
		double rate = 0;
		for (int i = 0; i < WARM_UP / 10; i++) {
			sweep(pinger, new Sweep(hosts, 1, Duration.ZERO, TIMEOUT, 20_000));
		}
		for (int i = 0; i < PACED_ROUNDS; i++) {
			Cost peer = measure(() -> fping("", fewer, "0.1"), true);
			long achieved = Math.round(PACED_HOSTS / peer.wall() * 1000);
			theirs.add(peer);
			ours.add(measure(() -> sweep(pinger, new Sweep(hosts, 1, Duration.ZERO, TIMEOUT, achieved)), false));
			rate = achieved;
		}
		Files.delete(fewer);
		print.accept(String.format(Locale.ROOT, "loopback, paced at fping's rate (%.0f/s): %d hosts, n = %d", rate,
				PACED_HOSTS, PACED_ROUNDS));
		compare("CPU", ours.stream().mapToDouble(Cost::cpu), theirs.stream().mapToDouble(Cost::cpu), PACED_LIMIT);
	}

	/** Our round trips against the stamps that the kernel gave to the packets themselves. */
	private void roundTripErrors(Pinger pinger, String near, List<InetAddress> hosts)
			throws IOException, InterruptedException {
		double[] medians = new double[ERROR_ROUNDS];
		double[] p99s = new double[ERROR_ROUNDS];
		for (int round = -2; round < ERROR_ROUNDS; round++) {
			double[] errors = errors(pinger, near, hosts);
			if (round >= 0) {
				medians[round] = errors[errors.length / 2];
				p99s[round] = errors[errors.length * 99 / 100];
			}
		}
		Arrays.sort(medians);
		Arrays.sort(p99s);
		boolean held = p99s[ERROR_ROUNDS / 2] <= ERROR_LIMIT_MICROS;
		good &= held;
		print.accept(String.format(Locale.ROOT, "round trip error against kernel stamps, veth, %d/s: %d hosts, n = %d",
				Sweep.DEFAULT_RATE, hosts.size(), ERROR_ROUNDS));
		print.accept(String.format(Locale.ROOT,
				"  median %.1f µs, p99 %.1f µs (%.1f to %.1f), limit %.0f µs: %s", medians[ERROR_ROUNDS / 2],
				p99s[ERROR_ROUNDS / 2], p99s[0], p99s[ERROR_ROUNDS - 1], ERROR_LIMIT_MICROS, held ? "held" : "NOT HELD"));
	}

	/** One sweep's errors in microseconds, sorted. */
	private static double[] errors(Pinger pinger, String near, List<InetAddress> hosts)
			throws IOException, InterruptedException {
		Result result = new Result(hosts.size());
		long[] sent = new long[hosts.size()];
		long[] received = new long[hosts.size()];
		try (Linux.Tap tap = Linux.inside(near, Linux.Tap::new)) {
			pinger.run(Sweep.once(hosts, TIMEOUT), result);
			tap.drain((packet, size, stamp) -> {
				int type = size < 28 ? -1 : packet.get(ValueLayout.JAVA_BYTE, 20);
				if (type == 8) {
					sent[host(packet, 16)] = stamp;
				} else if (type == 0) {
					received[host(packet, 12)] = stamp;
				}
			});
		}
		expectAll(result, hosts.size());
		double[] errors = new double[hosts.size()];
		for (int i = 0; i < errors.length; i++) {
			if (sent[i] == 0 || received[i] == 0) {
				throw new IOException("the tap missed host " + i);
			}
			errors[i] = Math.abs(result.roundTrips[i] - (received[i] - sent[i])) / 1000.0;
		}
		Arrays.sort(errors);
		return errors;
	}

	private static int host(MemorySegment packet, long at) {
		return packet.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), at + 2) & 0xffff;
	}

	private static Pinger open() {
		return switch (Pinger.open()) {
		case Pinger.Opening.Opened(Pinger pinger) -> pinger;
		case Pinger.Opening.Denied(Cause cause) -> throw new IllegalStateException(cause.toString());
		};
	}

	private static void sweep(Pinger pinger, Sweep sweep) throws IOException, InterruptedException {
		Result result = new Result(sweep.requests());
		pinger.run(sweep, result);
		expectAll(result, sweep.requests());
	}

	private static void expectAll(Result result, int requests) throws IOException {
		if (result.up != requests || result.others != 0) {
			throw new IOException("wrong answers: " + result.up + " of " + requests + " up");
		}
	}

	private static void fping(String namespace, Path file, String interval) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		if (!namespace.isEmpty()) {
			command.addAll(List.of("ip", "netns", "exec", namespace));
		}
		command.addAll(List.of("fping", "-i", interval, "-q", "-r", "0", "-t", "1000", "-f", file.toString()));
		execute(command.toArray(String[]::new));
	}

	private static void execute(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException(String.join(" ", command) + ": exit " + process.exitValue() + " " + said);
		}
	}

	private static Cost measure(Measured run, boolean child) throws InterruptedException, IOException {
		long cpu = child ? Linux.childrensCpu() : Linux.ownCpu();
		long wall = System.nanoTime();
		run.run();
		double took = (System.nanoTime() - wall) / 1e6;
		return new Cost(took, ((child ? Linux.childrensCpu() : Linux.ownCpu()) - cpu) / 1e6);
	}

	private void compare(String what, DoubleStream ours, DoubleStream theirs,
			double limit) {
		double[] a = ours.sorted().toArray();
		double[] b = theirs.sorted().toArray();
		double ratio = a[a.length / 2] / b[b.length / 2];
		boolean held = ratio <= limit;
		good &= held;
		print.accept(String.format(Locale.ROOT,
				"  %-4s pinger %.1f ms (%.1f to %.1f), fping %.1f ms (%.1f to %.1f): %.2f x, limit %.2f: %s", what,
				a[a.length / 2], a[0], a[a.length - 1], b[b.length / 2], b[0], b[b.length - 1], ratio, limit,
				held ? "held" : "NOT HELD"));
	}

	private static List<InetAddress> hosts(int first, int second, int count) throws UnknownHostException {
		List<InetAddress> hosts = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			hosts.add(InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(first << 24 | second << 16 | i).array()));
		}
		return hosts;
	}

	private static Path file(List<InetAddress> hosts) throws IOException {
		Path file = Files.createTempFile("posko-bench", ".txt");
		return Files.write(file, hosts.stream().map(InetAddress::getHostAddress).toList());
	}
}
