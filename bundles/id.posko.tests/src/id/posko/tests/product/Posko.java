package id.posko.tests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product as this build made it, run as processes of its own, by its own start file. What is still running when it
 * is closed is ended: a demo left behind would keep the simulated addresses from the tests that follow.
 */
final class Posko implements AutoCloseable {

	private static final Path TOP = Path.of(System.getProperty("posko.top"));
	private static final Path PRODUCT = TOP
			.resolve("releng/id.posko.product/target/products/id.posko.product/linux/gtk/x86_64");

	private final Path data;
	private final Path scratch;
	private final Map<String, String> environment;
	private final List<Process> begun = new ArrayList<>();

	/** @param scratch a folder for the outputs of the processes */
	Posko(Path data, Path scratch) {
		this(data, scratch, Map.of());
	}

	/** @param environment variables that the processes see besides ours */
	Posko(Path data, Path scratch, Map<String, String> environment) {
		this.data = data;
		this.scratch = scratch;
		this.environment = environment;
	}

	/** What one command printed, and its exit code. */
	record Ended(int code, String out, String err) {

		List<String> lines() {
			return out.lines().toList();
		}
	}

	/** A command that has begun. */
	record Begun(Process process, Path out, Path err) {

		Ended end() throws InterruptedException {
			if (!process.waitFor(60, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError("the command does not end: " + read(err));
			}
			return new Ended(process.exitValue(), read(out), read(err));
		}

		/** Waits until the command has printed the text on one of its outputs. */
		void until(String text) throws InterruptedException {
			long deadline = System.nanoTime() + 150_000_000_000L;
			while (!read(out).contains(text) && !read(err).contains(text)) {
				if (!process.isAlive() || System.nanoTime() > deadline) {
					throw new AssertionError("never said: " + text + "\n" + read(out) + read(err));
				}
				process.waitFor(50, TimeUnit.MILLISECONDS);
			}
		}
	}

	Ended run(String... arguments) throws InterruptedException {
		return begin(arguments).end();
	}

	/** The exit code of a command whose output nobody reads. */
	int runUnheard(String... arguments) throws InterruptedException, IOException {
		Process process = start(arguments).start();
		process.getInputStream().close();
		process.getErrorStream().close();
		if (!process.waitFor(60, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError("the command does not end");
		}
		return process.exitValue();
	}

	Begun begin(String... arguments) {
		try {
			Path out = Files.createTempFile(scratch, "out", ".txt");
			Path err = Files.createTempFile(scratch, "err", ".txt");
			Process process = start(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
			begun.add(process);
			return new Begun(process, out, err);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() throws InterruptedException {
		for (Process process : begun) {
			process.destroyForcibly().waitFor();
		}
	}

	private ProcessBuilder start(String... arguments) {
		List<String> command = new ArrayList<>(List.of(PRODUCT.resolve("posko").toString(), "--data", data.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder start = new ProcessBuilder(command).directory(scratch.toFile());
		start.environment().put("XDG_CONFIG_HOME", scratch.resolve("config").toString());
		start.environment().putAll(environment);
		start.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return start;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
