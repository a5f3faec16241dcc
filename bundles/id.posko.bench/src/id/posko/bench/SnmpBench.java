package id.posko.bench;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.snmp4j.smi.OID;

import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.Reply;
import id.posko.probe.snmp.SnmpSession;

/**
 * GETs a second from this process against net-snmp's snmpd on this machine, every answer compared with what was asked;
 * and the same by snmpget and snmpbulkget, which start anew for each request. Only on loopback.
 */
public final class SnmpBench {

	private static final String SNMPD = "/usr/sbin/snmpd";
	private static final int AT_ONCE = 128;
	private static final int REQUESTS = 60_000;
	private static final int WARM_UP = 4;
	private static final int ROUNDS = 9;
	private static final int PEER_REQUESTS = 100;
	private static final double GOAL = 20_000;
	private static final Duration TIMEOUT = Duration.ofSeconds(2);
	private static final OID SYS_OBJECT_ID = new OID("1.3.6.1.2.1.1.2.0");
	private static final String NUMBER = "1.3.6.1.4.1.850.1.1.1";
	private static final Login LOGIN = new Login.Community(false, "public");

	private final Consumer<String> print;
	private final InetSocketAddress agent;

	private SnmpBench(Consumer<String> print, InetSocketAddress agent) {
		this.print = print;
		this.agent = agent;
	}

	/** @return whether every answer was right and the goal was held; false too where snmpd is missing */
	public static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		print.accept(Machine.line());
		if (!Files.isExecutable(Path.of(SNMPD))) {
			print.accept("not run: needs " + SNMPD + " (package snmpd)");
			return false;
		}
		int port = freePort();
		Path folder = Files.createTempDirectory("posko-bench");
		Process snmpd = snmpd(folder, port);
		try (SnmpSession session = new SnmpSession()) {
			InetSocketAddress agent = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
			for (int i = 0; i < 100 && !right(session.get(agent, LOGIN, List.of(SYS_OBJECT_ID), Duration.ofMillis(300))); i++) {
				TimeUnit.MILLISECONDS.sleep(20);
			}
			SnmpBench bench = new SnmpBench(print, agent);
			boolean held = bench.ours(session);
			bench.peer("snmpget", "/usr/bin/snmpget", List.of(SYS_OBJECT_ID.toString()));
			bench.peer("snmpbulkget", "/usr/bin/snmpbulkget", List.of("-Cr10", "1.3.6.1.2.1.1"));
			return held;
		} finally {
			snmpd.destroy();
			snmpd.waitFor();
			delete(folder);
		}
	}

	private static Process snmpd(Path folder, int port) throws IOException {
		Path configuration = Files.write(folder.resolve("snmpd.conf"),
				List.of("rocommunity public 127.0.0.1", "sysobjectid ." + NUMBER, "dontLogTCPWrappersConnects true"));
		ProcessBuilder builder = new ProcessBuilder(SNMPD, "-f", "-LF", "3", folder.resolve("log").toString(), "-C", "-c",
				configuration.toString(), "udp:127.0.0.1:" + port).directory(folder.toFile())
						.redirectErrorStream(true).redirectOutput(new File("/dev/null"));
		builder.environment().putAll(Map.of("SNMP_PERSISTENT_DIR", folder.toString(), "MIBS", ""));
		return builder.start();
	}

	private boolean ours(SnmpSession session) throws InterruptedException {
		double[] rates = new double[ROUNDS];
		int wrong = 0;
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			long start = System.nanoTime();
			wrong += round(session);
			if (round >= 0) {
				rates[round] = REQUESTS / ((System.nanoTime() - start) / 1e9);
			}
		}
		Arrays.sort(rates);
		boolean held = wrong == 0 && rates[ROUNDS / 2] >= GOAL;
		print.accept(String.format(Locale.ROOT, "GETs a second, snmpd on loopback, %d at once: n = %d x %d, median %.0f, "
				+ "%.0f to %.0f; wrong or lost %d; goal %.0f %s", AT_ONCE, ROUNDS, REQUESTS, rates[ROUNDS / 2], rates[0],
				rates[ROUNDS - 1], wrong, GOAL, held ? "held" : "MISSED"));
		print.accept(String.format(Locale.ROOT, "platform threads of the session: %d", Thread.getAllStackTraces().keySet()
				.stream().filter(t -> t.getName().contains("snmp") || t.getName().startsWith("Timer")).count()));
		return held;
	}

	/** @return how many were not answered as they should be */
	private int round(SnmpSession session) throws InterruptedException {
		AtomicInteger left = new AtomicInteger(REQUESTS);
		AtomicInteger wrong = new AtomicInteger();
		List<Future<?>> askers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < AT_ONCE; i++) {
				askers.add(threads.submit(() -> {
					while (left.getAndDecrement() > 0) {
						if (!right(session.get(agent, LOGIN, List.of(SYS_OBJECT_ID), TIMEOUT))) {
							wrong.incrementAndGet();
						}
					}
					return null;
				}));
			}
			for (Future<?> asker : askers) {
				asker.get();
			}
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
		return wrong.get();
	}

	private static boolean right(Reply reply) {
		return reply instanceof Reply.Objects(var variables) && variables.size() == 1
				&& variables.getFirst().oid().equals(SYS_OBJECT_ID) && variables.getFirst().text().equals(NUMBER);
	}

	private void peer(String name, String program, List<String> arguments) throws IOException, InterruptedException {
		if (!Files.isExecutable(Path.of(program))) {
			print.accept(name + ": not installed (package snmp)");
			return;
		}
		List<String> command = new ArrayList<>(List.of(program, "-v2c", "-c", "public", "-On", "127.0.0.1:" + agent.getPort()));
		command.addAll(arguments.getFirst().startsWith("-") ? 1 : command.size(), arguments.subList(0, 1));
		command.addAll(arguments.subList(1, arguments.size()));
		double[] milliseconds = new double[PEER_REQUESTS];
		for (int i = 0; i < PEER_REQUESTS; i++) {
			long start = System.nanoTime();
			ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(new File("/dev/null"))
					.redirectError(new File("/dev/null"));
			builder.environment().put("MIBS", "");
			if (builder.start().waitFor() != 0) {
				print.accept(name + ": failed");
				return;
			}
			milliseconds[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(milliseconds);
		print.accept(String.format(Locale.ROOT, "%s, one process each: n = %d, median %.1f ms, %.1f to %.1f ms (%.0f a second)",
				name, PEER_REQUESTS, milliseconds[PEER_REQUESTS / 2], milliseconds[0], milliseconds[PEER_REQUESTS - 1],
				1000 / milliseconds[PEER_REQUESTS / 2]));
	}

	private static int freePort() throws IOException {
		try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void delete(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}
}
