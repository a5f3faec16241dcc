package id.posko.cli;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

import id.posko.kit.DataFolder;
import id.posko.kit.DataFolder.Opening;
import id.posko.kit.Words;

/**
 * {@code ./posko [--data DIR] [--version] [--lang id|en] COMMAND …} without a window. A command that needs the data
 * folder runs in the process that holds it, else here.
 */
public final class Commands implements IApplication {

	private static final Logger LOG = System.getLogger(Commands.class.getName());
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	/** A command whose holder ends begins again, with the next holder or here, but not for ever. */
	private static final int MOST_HOLDERS = 5;

	private final BundleContext bundles = FrameworkUtil.getBundle(Commands.class).getBundleContext();
	private volatile Thread running;

	@Override
	public Object start(IApplicationContext context) {
		context.applicationRunning();
		running = Thread.currentThread();
		endInOrder(bundles.getBundle(0).adapt(Framework.class));
		CommandLineWords line = CommandLineWords.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		Locale locale = line.language().orElseGet(Commands::usualLanguage);
		PrintStream err = stream(FileDescriptor.err, true);
		Call call = new Call(stream(FileDescriptor.out, false), err, locale, Path.of("").toAbsolutePath(),
				new Terminal(Words.of(Call.class, locale), err), Optional.empty());
		try {
			int code = run(line, call);
			return code == Call.WELL && !call.isHeard() ? Call.NOT_WELL : code;
		} catch (InterruptedException | ClosedByInterruptException _) {
			return Call.NOT_WELL;
		} catch (IllegalStateException | IOException e) {
			call.say("failed", Objects.requireNonNullElse(e.getMessage(), e.toString()));
			return Call.FAILED;
		} finally {
			call.out().flush();
			call.err().flush();
		}
	}

	/** When the process is told to end (SIGTERM, Ctrl+C), what is still in memory is stored. */
	private static void endInOrder(Framework framework) {
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
			try {
				framework.stop();
				framework.waitForStop(PATIENCE.toMillis());
			} catch (BundleException | InterruptedException e) {
				LOG.log(Level.ERROR, "the platform does not stop", e);
			}
		}));
	}

	private static PrintStream stream(FileDescriptor descriptor, boolean lineByLine) {
		return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), lineByLine,
				StandardCharsets.UTF_8);
	}

	private static Locale usualLanguage() {
		return Locale.getDefault().getLanguage().equals("en") ? Locale.ENGLISH : Words.INDONESIAN;
	}

	private int run(CommandLineWords line, Call call) throws IOException, InterruptedException {
		Verbs verbs = service(Verbs.class);
		if (line.wrong().isPresent()) {
			call.err().println(CommandForm.sentence(line.wrong().get(), call.words()));
			usage(verbs, call.err(), call);
			return Call.WRONG_USE;
		}
		if (line.version()) {
			Bundle bundle = bundles.getBundle();
			call.out().println("Posko " + bundle.getVersion());
			return Call.WELL;
		}
		if (line.help() || line.verb().isEmpty()) {
			usage(verbs, line.help() ? call.out() : call.err(), call);
			return line.help() ? Call.WELL : Call.WRONG_USE;
		}
		String name = line.verb().get();
		if (!verbs.names().contains(name)) {
			call.say("unknown_verb", name);
			usage(verbs, call.err(), call);
			return Call.WRONG_USE;
		}
		return verbs.isReady(name) ? verbs.run(name, line.arguments(), call)
				: withFolder(name, line.arguments(), call);
	}

	private int withFolder(String name, List<String> arguments, Call call)
			throws IOException, InterruptedException {
		DataFolder folder = service(DataFolder.class);
		Frame.Request request = new Frame.Request(call.folder(), call.locale(), Caller.here(), name, arguments);
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		int unfinished = 0;
		while (true) {
			try {
				OptionalInt answered = Holder.ask(folder.path(), request, call);
				if (answered.isPresent()) {
					return answered.getAsInt();
				}
			} catch (EOFException | SocketException _) {
				if (++unfinished == MOST_HOLDERS) {
					call.say("holder_unfinished");
					return Call.FAILED;
				}
				deadline = System.nanoTime() + PATIENCE.toNanos();
			}
			switch (folder.open()) {
			case Opening.Open _ -> {
				return service(Door.class).run(name, arguments, call, request.caller());
			}
			case Opening.Held held -> {
				if (System.nanoTime() > deadline) {
					call.say("folder.held", held.path(), String.valueOf(held.pid()));
					return Call.FAILED;
				}
				TimeUnit.MILLISECONDS.sleep(50);
			}
			case Opening.TooNew(Path path, String version, String ours) -> {
				call.say("folder.too_new", path, version, ours);
				return Call.FAILED;
			}
			case Opening.Unusable(Path path, String reason) -> {
				call.say("folder.unusable", path, reason);
				return Call.FAILED;
			}
			}
		}
	}

	private static void usage(Verbs verbs, PrintStream to, Call call) {
		Words words = call.words();
		to.println(words.say("usage"));
		verbs.names().forEach(name -> to.println("  %-10s %s".formatted(name, words.say("posko " + name + ".usage.description"))));
	}

	private <T> T service(Class<T> type) {
		ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
		tracker.open();
		try {
			return Optional.ofNullable(tracker.waitForService(PATIENCE.toMillis()))
					.orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void stop() {
		Thread command = running;
		if (command != null) {
			command.interrupt();
		}
	}
}
