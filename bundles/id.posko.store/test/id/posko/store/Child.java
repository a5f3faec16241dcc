package id.posko.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another JVM with our classes, which says what it does line by line. */
final class Child implements AutoCloseable {

	private final Process process;
	private final BufferedReader lines;

	private Child(Process process) {
		this.process = process;
		lines = process.inputReader(StandardCharsets.UTF_8);
	}

	static Child start(Class<?> main, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
	}

	long pid() {
		return process.pid();
	}

	/** Empty if it has ended. */
	Optional<String> line() throws IOException {
		return Optional.ofNullable(lines.readLine());
	}

	/** As {@code kill -9} does; what it had said before. */
	List<String> kill() throws IOException, InterruptedException {
		process.toHandle().destroyForcibly();
		process.waitFor();
		return lines.lines().toList();
	}

	/** Waits for its end; its exit code. */
	int end() throws InterruptedException {
		return process.waitFor();
	}

	@Override
	public void close() throws IOException {
		process.destroyForcibly();
		lines.close();
	}
}
