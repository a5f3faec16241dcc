package id.posko.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This product once more, in a process of its own with the same flags; its errors go to ours. */
final class Console implements AutoCloseable {

	/** The level at which all that a window needs is started, as in the start script. */
	private static final int WINDOW_LEVEL = 6;
	private static final List<String> OURS = List.of("-Dosgi.startLevel=", "-Dposko.data=", "-Dposko.demo=");

	private final long started = System.nanoTime();
	private final Process process;
	private final BufferedReader out;

	/** @param arguments of the product, after the application's name */
	Console(Path data, String application, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
				.filter(flag -> OURS.stream().noneMatch(flag::startsWith)).forEach(command::add);
		command.addAll(List.of("-Dosgi.startLevel=" + WINDOW_LEVEL, "-Dposko.data=" + data, "-Dposko.demo=false"));
		command.addAll(List.of("-jar", System.getProperty("java.class.path"), "-nosplash", "-nl", "id"));
		command.addAll(List.of("-data", data.resolve("window").toString(), "-application", application));
		command.addAll(arguments);
		process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
		out = process.inputReader(StandardCharsets.UTF_8);
	}

	/** The next line that it prints; null at its end. */
	String line() throws IOException {
		return out.readLine();
	}

	/** Nanoseconds since it was started. */
	long age() {
		return System.nanoTime() - started;
	}

	/** Resident memory now, in kB (proc_pid_status(5)). */
	long resident() throws IOException {
		return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
				.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst().orElseThrow();
	}

	/** Waits for its end. */
	int exit() throws InterruptedException {
		return process.waitFor();
	}

	/** Asks it to end, and waits. */
	@Override
	public void close() throws IOException {
		process.outputWriter().close();
		process.onExit().join();
	}
}
