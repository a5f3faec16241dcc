package id.posko.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.transport.TransportException;

/**
 * A long command, whose output is told line by line while it runs. While it says nothing, the server is asked now and
 * then whether it is still there, which also keeps the line open at routers that forget idle ones. Stopped,
 * its processes get TERM and then KILL where a POSIX shell reads the command; a Windows server is only told that nobody
 * listens any more.
 */
final class Following {

	private static final Duration CLOSING = Duration.ofSeconds(10);
	private static final String MARK = "posko-group-";

	private final SSHClient client;
	private final Consumer<String> told;
	private final Duration quiet;
	private final CountDownLatch ends = new CountDownLatch(2);
	private volatile OptionalLong group = OptionalLong.empty();

	/** @param quiet after so long without the end the server is asked, and may take as long again to answer */
	Following(SSHClient client, Duration quiet, Consumer<String> told) {
		this.client = client;
		this.quiet = quiet;
		this.told = told;
	}

	/** The command, which first tells its process group. */
	static String marked(RemoteShell shell, String command) {
		return shell == RemoteShell.POSIX ? "echo " + MARK + "$$; " + command : command;
	}

	/** @param input writes the command's input, and ends by interrupt */
	Outcome end(Session.Command command, Runnable input, Instant began) throws IOException, InterruptedException {
		long start = System.nanoTime();
		boolean isOver = false;
		Thread writer = Thread.ofVirtual().name("posko-ssh-input").start(input);
		try {
			read(command.getInputStream(), "output");
			read(command.getErrorStream(), "errors");
			while (!ends.await(quiet.toNanos(), TimeUnit.NANOSECONDS)) {
				if (!isThere()) {
					return new Outcome.Silent(Stage.COMMAND, quiet);
				}
			}
			command.join();
			isOver = true;
			int exit = command.getExitStatus() == null ? -1 : command.getExitStatus();
			return new Outcome.Ran(exit, new byte[0], new byte[0], began, Duration.ofNanos(System.nanoTime() - start));
		} finally {
			writer.interrupt();
			if (!isOver) {
				terminate();
			}
		}
	}

	private void read(InputStream from, String name) {
		Thread.ofVirtual().name("posko-ssh-" + name).start(() -> {
			try {
				OutputLines.read(from, this::tell);
			} catch (IOException _) {
				// the connection broke: the command's end says so
			} finally {
				ends.countDown();
			}
		});
	}

	private synchronized void tell(String line) {
		if (group.isEmpty() && line.matches(MARK + "\\d{1,18}")) {
			group = OptionalLong.of(Long.parseLong(line.substring(MARK.length())));
			return;
		}
		told.accept(line);
	}

	/** Any answer will do: servers refuse a request that they do not know. */
	private boolean isThere() throws TransportException {
		try {
			return client.getConnection().sendGlobalRequest("keepalive@openssh.com", true, new byte[0])
					.tryRetrieve(quiet.toMillis(), TimeUnit.MILLISECONDS) != null;
		} catch (ConnectionException _) {
			return client.isConnected();
		}
	}

	/** Ends its whole process group, which the server makes for each command; without waiting for that. */
	private void terminate() {
		if (group.isPresent()) {
			String kill = "kill -TERM -- -" + group.getAsLong() + "; sleep 3; kill -KILL -- -" + group.getAsLong();
			Thread.ofVirtual().name("posko-ssh-kill").start(() -> {
				try (Session session = client.startSession()) {
					session.exec(kill).join(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
				} catch (IOException _) {
					// the connection is gone, and with it the way to the command
				}
			});
		}
	}
}
