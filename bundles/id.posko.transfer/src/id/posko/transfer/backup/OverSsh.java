package id.posko.transfer.backup;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import id.posko.ssh.Connections;
import id.posko.ssh.Entry;
import id.posko.ssh.Outcome;
import id.posko.ssh.Remote;
import id.posko.ssh.RemoteFiles;
import id.posko.ssh.RemoteShell;
import id.posko.ssh.Target;

/** A device of the list that is entered over SSH. */
final class OverSsh implements Place {

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	/** So often in a row a fetch may break without a byte more than before; with the pauses, a short outage. */
	private static final int TRIES = 10;

	private final Connections connections;
	private final RemoteFiles files;
	private final RemoteShell shell;
	private final Target target;
	private final Duration limit;
	private final Duration pause;

	/**
	 * @param limit the longest that the machine may read a file for its hash
	 * @param pause before a fetch that broke goes on
	 */
	OverSsh(Connections connections, RemoteFiles files, Entry entry, Duration limit, Duration pause) throws Unreached {
		this.connections = connections;
		this.files = files;
		this.limit = limit;
		this.pause = pause;
		shell = entry.shell();
		try {
			target = entry.target();
		} catch (UnknownHostException _) {
			throw new Unreached(Reason.of("name_unknown", entry.address().host()));
		}
	}

	@Override
	public boolean isWindows() {
		return shell == RemoteShell.WINDOWS;
	}

	@Override
	public Ended run(Order order, Consumer<String> told) throws InterruptedException {
		boolean hasVariables = !order.variables().isEmpty() || order.password().flatMap(Password::variable).isPresent();
		if (isWindows() && hasVariables) {
			return Ended.hindered(Reason.of("no_variables"), Duration.ZERO);
		}
		List<String> words = new ArrayList<>();
		if (hasVariables) {
			words.add("env");
			order.variables().forEach((name, value) -> words.add(name + "=" + value));
		}
		words.addAll(order.words());
		String password = order.password().flatMap(Password::variable)
				.map(name -> "IFS= read -r " + name + "; export " + name + "; ").orElse("");
		byte[] input = order.password().map(is -> is.text() + "\n").orElse("").getBytes(StandardCharsets.UTF_8);
		long start = System.nanoTime();
		Outcome outcome = connections.follow(target, shell, password + shell.command(words), input, order.limit(), told);
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		return switch (outcome) {
		case Outcome.Ran(int exit, _, _, _, Duration ran) -> new Ended(Optional.empty(), exit, ran);
		case Outcome.Silent _ when took.compareTo(order.limit()) >= 0 -> Ended.hindered(Reason.of("too_long", order.limit()), took);
		case Outcome other -> Ended.hindered(SshReason.of(other), took);
		};
	}

	@Override
	public List<Lying> files(FilePattern pattern) throws IOException, InterruptedException {
		Remote<List<RemoteFiles.Found>> found = files.list(target, pattern.folder(), PATIENCE);
		return found instanceof Remote.Missing ? List.of() : got(found).stream().filter(is -> pattern.matches(is.name()))
				.map(is -> new Lying(pattern.folder() + is.name(), is.bytes(), is.modified())).toList();
	}

	private static <T> T got(Remote<T> remote) throws Unreached {
		return switch (remote) {
		case Remote.Got<T>(T value) -> value;
		case Remote.Missing<T>(String path) -> throw new Unreached(Reason.of("missing", path));
		case Remote.Refused<T>(String path, String said) -> throw new Unreached(Reason.of("refused", path, said));
		case Remote.Differs<T>(String expected, String found) -> throw new Unreached(Reason.of("differs", expected, found));
		case Remote.Failed<T>(Outcome why) -> throw new Unreached(SshReason.of(why));
		};
	}

	@Override
	public byte[] tail(String path, int most) throws IOException, InterruptedException {
		return got(files.tail(target, path, most, PATIENCE));
	}

	@Override
	public byte[] head(String path, int most) throws IOException, InterruptedException {
		return got(files.head(target, path, most, PATIENCE));
	}

	@Override
	public String sha256(String path) throws IOException, InterruptedException {
		return got(files.sha256(target, shell, path, limit));
	}

	/** Goes on where it was cut as long as now and then some of it comes. */
	@Override
	public Path bring(String path, String sha256, Path folder, LongConsumer progress)
			throws IOException, InterruptedException {
		Files.createDirectories(folder);
		Path to = folder.resolve(FilePattern.name(path));
		AtomicLong most = new AtomicLong(-1);
		int tries = TRIES;
		while (true) {
			long before = most.get();
			Remote<RemoteFiles.Copied> fetched = files.fetch(target, path, to, sha256, PATIENCE, bytes -> {
				most.accumulateAndGet(bytes, Math::max);
				progress.accept(bytes);
			});
			tries = most.get() > before ? TRIES : tries - 1;
			if (tries == 0 || !mayPass(fetched)) {
				got(fetched);
				return to;
			}
			new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/** Whether it failed for what may be over soon. */
	private static boolean mayPass(Remote<?> fetched) {
		return fetched instanceof Remote.Failed<?>(Outcome why) && (why instanceof Outcome.Silent
				|| why instanceof Outcome.Broken || why instanceof Outcome.NotListening || why instanceof Outcome.NoWay);
	}
}
