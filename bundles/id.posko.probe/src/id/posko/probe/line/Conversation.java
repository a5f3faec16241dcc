package id.posko.probe.line;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import id.posko.health.Cause;

/** A TCP connection to a server of text, bounded in time and in what it may send. */
public final class Conversation implements AutoCloseable {

	/** In octets, of all that one server may send; some 300 variables are a tenth of it. */
	private static final int MOST = 256 << 10;

	/** What is asked in the connection. */
	@FunctionalInterface
	public interface Question {

		Report ask(Conversation conversation) throws IOException;
	}

	private final Socket socket = new Socket();
	private final long deadline;
	private final int most;
	private InputStream in;
	private int read;

	private Conversation(long deadline, int most) {
		this.deadline = deadline;
		this.most = most;
	}

	/** Connects, asks and closes; blocks at most for the time-out. */
	public static Report with(InetSocketAddress server, Duration timeout, Question question)
			throws InterruptedException {
		return with(server, timeout, MOST, question);
	}

	/** The same with a server that may send only so many octets, which it is told by a small window (RFC 9293, 3.8.6). */
	public static Report with(InetSocketAddress server, Duration timeout, int most, Question question)
			throws InterruptedException {
		try (Conversation conversation = new Conversation(System.nanoTime() + timeout.toNanos(), most)) {
			conversation.connect(server);
			return question.ask(conversation);
		} catch (SocketTimeoutException _) {
			return new Report.Silent();
		} catch (NoRouteToHostException _) {
			return new Report.Refused(Cause.of("host_unreachable", server.getAddress().getHostAddress()));
		} catch (ConnectException _) {
			return new Report.Refused(Cause.of("connection_refused", server.getPort()));
		} catch (IOException e) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			return new Report.Refused(Cause.of("check_failed", String.valueOf(e.getMessage())));
		}
	}

	private void connect(InetSocketAddress server) throws IOException {
		if (most < MOST) {
			socket.setReceiveBufferSize(most);
		}
		socket.connect(server, milliseconds());
		in = new BufferedInputStream(socket.getInputStream());
	}

	private int milliseconds() throws SocketTimeoutException {
		long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
		if (left <= 0) {
			throw new SocketTimeoutException();
		}
		return (int) Math.min(left, Integer.MAX_VALUE);
	}

	public void send(byte[] octets) throws IOException {
		socket.getOutputStream().write(octets);
	}

	/**
	 * A line without its end.
	 *
	 * @throws IOException if the server closes before or sends without end
	 */
	public String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = octet(); c != '\n'; c = octet()) {
			line.append((char) c);
		}
		return utf8(line).stripTrailing();
	}

	/** So many octets as text. */
	public String text(int length) throws IOException {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append((char) octet());
		}
		return utf8(text);
	}

	private static String utf8(StringBuilder octets) {
		return new String(octets.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	public int octet() throws IOException {
		if (in.available() == 0) {
			socket.setSoTimeout(milliseconds());
		}
		int octet = in.read();
		if (octet < 0) {
			throw new IOException("closed by the server");
		}
		if (++read > most) {
			throw new IOException("more than " + (most >> 10) + " KiB");
		}
		return octet;
	}

	@Override
	public void close() {
		try {
			socket.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
