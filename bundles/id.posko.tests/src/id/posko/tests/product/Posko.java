package id.posko.tests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as this build made it, run as processes of its own, as the start script runs it. */
final class Posko {

	private static final Path TOP = Path.of(System.getProperty("posko.top"));
	private static final Path PRODUCT = TOP
			.resolve("releng/id.posko.product/target/products/id.posko.product/linux/gtk/x86_64");

	private final Path data;
	private final Path scratch;

	/** @param scratch a folder for the outputs of the processes */
	Posko(Path data, Path scratch) {
		this.data = data;
		this.scratch = scratch;
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

		/** Waits until the command has printed a line that holds the text. */
		void until(String text) throws InterruptedException {
			long deadline = System.nanoTime() + 60_000_000_000L;
			while (!read(out).contains(text)) {
				if (!process.isAlive() || System.nanoTime() > deadline) {
					throw new AssertionError("never said: " + text + "\n" + read(out) + read(err));
				}
				process.waitFor(50, TimeUnit.MILLISECONDS);
			}
		}
	}

	Ended run(String... arguments) throws InterruptedException {
		return begin(List.of(), arguments).end();
	}

	Begun begin(List<String> vmArguments, String... arguments) {
		try (Stream<Path> plugins = Files.list(PRODUCT.resolve("plugins"))) {
			Path launcher = plugins.filter(p -> p.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
					.findFirst().orElseThrow();
			List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
					"--enable-native-access=ALL-UNNAMED", "-Djava.util.logging.config.file=" + PRODUCT.resolve("logging.properties"),
					"-Dposko.data=" + data));
			command.addAll(vmArguments);
			command.addAll(List.of("-jar", launcher.toString(), "-nosplash", "-nl", "id", "-configuration",
					scratch.resolve("configuration").toString(), "-application", "id.posko.cli.commands"));
			command.addAll(List.of(arguments));
			Path out = Files.createTempFile(scratch, "out", ".txt");
			Path err = Files.createTempFile(scratch, "err", ".txt");
			Process process = new ProcessBuilder(command).directory(scratch.toFile()).redirectOutput(out.toFile())
					.redirectError(err.toFile()).start();
			return new Begun(process, out, err);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
