package id.posko.probe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A foreign program that a test starts on loopback and stops again. */
public final class Peer implements AutoCloseable {

	/** Whether the program answers yet. */
	@FunctionalInterface
	public interface Ready {

		boolean now() throws Exception;
	}

	private final Process process;
	private final Path log;

	private Peer(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/** Skips the test if the program is not installed. */
	public static Peer start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
		assumeTrue(Files.isExecutable(Path.of(command.getFirst())), command.getFirst() + " is not installed");
		Path log = folder.resolve(Path.of(command.getFirst()).getFileName() + ".log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(log.toFile()).redirectInput(new File("/dev/null"));
		builder.environment().putAll(environment);
		return new Peer(builder.start(), log);
	}

	/** Waits until it answers. */
	public Peer until(Ready ready) throws Exception {
		long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!ready.now()) {
			if (System.nanoTime() > deadline || !process.isAlive()) {
				throw new IOException(Files.readString(log));
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		return this;
	}

	public static int freeUdpPort() {
		try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		} catch (SocketException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static int freeTcpPort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
		all.forEach(ProcessHandle::destroy);
		CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
				.orTimeout(5, TimeUnit.SECONDS).exceptionally(_ -> {
					all.forEach(ProcessHandle::destroyForcibly);
					return null;
				}).join();
	}
}
