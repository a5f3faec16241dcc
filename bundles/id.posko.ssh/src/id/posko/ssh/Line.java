package id.posko.ssh;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.sftp.SFTPClient;

/** An open connection to one machine, shared by all that ask it, a few at a time. */
final class Line {

	/** Servers take ten by default (sshd_config: MaxSessions). */
	private static final int AT_ONCE = 4;
	private static final int CLOSING = 3_000;

	private final SSHClient client;
	private final InstantSource clock;
	private final Limits limits;
	private final Semaphore turns = new Semaphore(AT_ONCE, true);
	private final AtomicInteger users = new AtomicInteger();
	private volatile Instant lastUse;

	Line(SSHClient client, InstantSource clock, Limits limits) {
		this.client = client;
		this.clock = clock;
		this.limits = limits;
		lastUse = clock.instant();
		client.getConnection().setTimeoutMs(CLOSING);
		client.getConnection().setWindowSize(limits.output());
	}

	boolean isOpen() {
		return client.isConnected() && client.isAuthenticated();
	}

	/** Nobody uses it. */
	boolean isFree() {
		return users.get() == 0;
	}

	Instant lastUse() {
		return lastUse;
	}

	/** A work in progress; what it holds is read by the thread that gives it up. */
	static final class Progress {
		volatile boolean began;
	}

	/** Something to be done over the connection; says when it has asked the server for something. */
	interface Work<T> {
		T on(Line line, Progress progress) throws IOException, InterruptedException;
	}

	/**
	 * What came of the work, or why nothing did; {@code untouched} if the connection had broken before anything was
	 * asked.
	 */
	record Result<T>(Optional<T> value, Optional<Outcome> failure, boolean untouched) {

		static <T> Result<T> failed(Outcome why) {
			return new Result<>(Optional.empty(), Optional.of(why), false);
		}
	}

	<T> Result<T> run(Work<T> work, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		Progress progress = new Progress();
		users.incrementAndGet();
		try {
			if (!turns.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
				return Result.failed(new Outcome.Silent(Stage.COMMAND, timeout));
			}
			try {
				Duration left = timeout.minusNanos(System.nanoTime() - start);
				return new Result<>(Optional.of(Within.time(left, () -> work.on(this, progress))), Optional.empty(), false);
			} finally {
				turns.release();
			}
		} catch (TimeoutException _) {
			return Result.failed(new Outcome.Silent(Stage.COMMAND, timeout));
		} catch (ExecutionException e) {
			return new Result<>(Optional.empty(),
					Optional.of(new Outcome.Broken(Stage.COMMAND, String.valueOf(e.getCause().getMessage()))),
					!progress.began);
		} finally {
			users.decrementAndGet();
			lastUse = clock.instant();
		}
	}

	Outcome command(String text, byte[] input, Progress progress) throws IOException, InterruptedException {
		Session session = client.startSession();
		try {
			progress.began = true;
			Instant began = clock.instant();
			long start = System.nanoTime();
			Session.Command command = session.exec(text);
			Bounded errors = new Bounded(command.getErrorStream(), session);
			Thread errorReader = Thread.ofVirtual().name("posko-ssh-errors").start(errors);
			try {
				Thread writer = Thread.ofVirtual().name("posko-ssh-input").start(() -> write(command, input));
				Bounded output = new Bounded(command.getInputStream(), session);
				output.read();
				errorReader.join();
				writer.interrupt();
				if (output.full || errors.full) {
					return new Outcome.TooMuch(output.bytes(), limits.output());
				}
				command.join();
				int exit = command.getExitStatus() == null ? -1 : command.getExitStatus();
				return new Outcome.Ran(exit, output.bytes(), errors.bytes(), began,
						Duration.ofNanos(System.nanoTime() - start));
			} finally {
				errorReader.interrupt();
			}
		} finally {
			close(session);
		}
	}

	/** A long command, whose lines are told as they come. */
	Outcome follow(RemoteShell shell, String text, byte[] input, Consumer<String> told, Progress progress)
			throws IOException, InterruptedException {
		Session session = client.startSession();
		try {
			progress.began = true;
			Instant began = clock.instant();
			Session.Command command = session.exec(Following.marked(shell, text));
			return new Following(client, limits.quiet(), told).end(command, () -> write(command, input), began);
		} finally {
			close(session);
		}
	}

	/** What works on the machine's files; a server that does not answer for so long ends it. */
	<T> T files(FileWork<T> work, Duration patience, Progress progress) throws IOException {
		SFTPClient sftp = client.newSFTPClient();
		try {
			progress.began = true;
			sftp.getSFTPEngine().setTimeoutMs(Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
			return work.on(sftp);
		} finally {
			close(sftp);
		}
	}

	interface FileWork<T> {
		T on(SFTPClient sftp) throws IOException;
	}

	/** A command that does not read its input does not need it. */
	private static void write(Session.Command command, byte[] input) {
		try (OutputStream to = command.getOutputStream()) {
			to.write(input);
		} catch (IOException _) {
			// the command's outcome tells
		}
	}

	/** Also when this thread was interrupted; a connection over which not even this is answered is given up. */
	private void close(Closeable session) {
		boolean interrupted = Thread.interrupted();
		try {
			session.close();
		} catch (IOException _) {
			cut();
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends the connection at once; what runs over it is told that it broke. */
	void cut() {
		cut(client, client.getSocket());
	}

	static void cut(SSHClient client, Socket socket) {
		try {
			if (socket != null) {
				socket.close();
			}
			client.close();
		} catch (IOException _) {
			// it is closed all the same
		}
	}

	/** Takes leave of the server. */
	void end() {
		try {
			client.close();
		} catch (IOException _) {
			cut();
		}
	}

	/** Reads a stream until it ends or is full; then the session is ended, for its other stream may be waited for. */
	private final class Bounded implements Runnable {

		private final InputStream from;
		private final Session session;
		private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
		private volatile boolean full;

		private Bounded(InputStream from, Session session) {
			this.from = from;
			this.session = session;
		}

		@Override
		public void run() {
			try {
				read();
			} catch (IOException _) {
				// the connection broke: the other stream says so too
			}
		}

		void read() throws IOException {
			byte[] chunk = new byte[8192];
			int read = from.read(chunk);
			while (read >= 0 && !full) {
				int fits = Math.min(read, limits.output() - taken.size());
				taken.write(chunk, 0, fits);
				full = fits < read;
				read = full ? -1 : from.read(chunk);
			}
			if (full) {
				close(session);
			}
		}

		byte[] bytes() {
			return taken.toByteArray();
		}
	}
}
