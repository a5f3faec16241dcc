package id.posko.transfer.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import id.posko.ssh.OutputLines;
import id.posko.transfer.backup.Place.Ended;
import id.posko.transfer.backup.Place.Order;

/**
 * One command on this machine: no shell, a small environment, a process group of its own. Ended by its limit or an
 * interrupt, the whole group ends.
 */
final class LocalCommand {

	/** What a program of Oracle or of the system needs to be found and to find itself. */
	private static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LANG", "TZ", "TMPDIR", "LD_LIBRARY_PATH",
			"ORACLE_HOME", "ORACLE_SID", "TNS_ADMIN", "NLS_LANG", "SYSTEMROOT", "USERPROFILE", "TEMP", "TMP", "COMSPEC",
			"PATHEXT");
	private static final Path OWN_GROUP = Path.of("/usr/bin/setsid");
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Order order;
	private final Consumer<String> told;
	private final boolean hasGroup = Files.isExecutable(OWN_GROUP);

	LocalCommand(Order order, Consumer<String> told) {
		this.order = order;
		this.told = told;
	}

	Ended run() throws InterruptedException {
		long start = System.nanoTime();
		Process process;
		try {
			process = builder().start();
		} catch (IOException e) {
			return Ended.hindered(Reason.of("not_started", order.words().getFirst(), String.valueOf(e.getMessage())),
					Duration.ZERO);
		}
		try {
			Thread.ofVirtual().name("posko-backup-input").start(() -> write(process));
			Thread reader = Thread.ofVirtual().name("posko-backup-output").start(() -> read(process));
			boolean isOver = process.waitFor(order.limit().toMillis(), TimeUnit.MILLISECONDS);
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			if (!isOver) {
				return Ended.hindered(Reason.of("too_long", order.limit()), took);
			}
			reader.join(PATIENCE);
			return new Ended(Optional.empty(), process.exitValue(), took);
		} finally {
			end(process);
		}
	}

	private ProcessBuilder builder() {
		List<String> words = new ArrayList<>();
		if (hasGroup) {
			words.add(OWN_GROUP.toString());
		}
		words.addAll(order.words());
		ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
		environment.putAll(order.variables());
		order.password().ifPresent(password -> password.variable().ifPresent(name -> environment.put(name, password.text())));
		return builder;
	}

	/** A command that does not read its input does not need it. */
	private void write(Process process) {
		try (OutputStream to = process.getOutputStream()) {
			if (order.password().isPresent() && order.password().get().variable().isEmpty()) {
				to.write((order.password().get().text() + "\n").getBytes(StandardCharsets.UTF_8));
			}
		} catch (IOException _) {
			// the command's end tells
		}
	}

	private void read(Process process) {
		try {
			OutputLines.read(process.getInputStream(), told);
		} catch (IOException _) {
			// it was ended
		}
	}

	/** Also when this thread was interrupted. What is left of its group ends in any case. */
	private void end(Process process) {
		boolean interrupted = Thread.interrupted();
		List<ProcessHandle> children = process.descendants().toList();
		if (process.isAlive()) {
			signal("-TERM", process);
			process.destroy();
			process.onExit().completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
		}
		signal("-KILL", process);
		children.forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void signal(String signal, Process process) {
		if (hasGroup) {
			try {
				new ProcessBuilder("kill", signal, "--", "-" + process.pid()).redirectErrorStream(true)
						.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().onExit().join();
			} catch (IOException _) {
				// its processes are ended one by one
			}
		}
	}
}
