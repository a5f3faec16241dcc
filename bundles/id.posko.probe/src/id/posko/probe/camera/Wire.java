package id.posko.probe.camera;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A TCP connection to a camera that ends at a deadline, bounded in what it may send. Every read throws
 * {@link SocketTimeoutException} at the deadline, {@link EOFException} when the camera closes, {@link CameraFault} when
 * there is no end of it.
 */
final class Wire implements AutoCloseable {

	/** In octets, of all that comes over one connection. */
	static final int MOST = 8 << 20;
	private static final int LONGEST_LINE = 8 << 10;

	private final Socket socket = new Socket();
	private final byte[] buffer = new byte[16 << 10];
	/** What part of the whole time the first answer may take: a picture takes long, a silent camera need not. */
	static final int FIRST = 3;

	private final long deadline;
	private final long firstDeadline;
	private Duration roundTrip = Duration.ZERO;
	private String stage = "TCP";
	private int next;
	private int end;
	private int received;

	/** @param deadline as {@link System#nanoTime} */
	Wire(long deadline) {
		this.deadline = deadline;
		long now = System.nanoTime();
		firstDeadline = now + (deadline - now) / FIRST;
	}

	void connect(InetSocketAddress camera) throws IOException {
		long start = System.nanoTime();
		socket.connect(camera, milliseconds());
		roundTrip = Duration.ofNanos(System.nanoTime() - start);
		socket.setTcpNoDelay(true);
	}

	/** Of the connection's first two packets. */
	Duration roundTrip() {
		return roundTrip;
	}

	/** What was asked last, by its method: OPTIONS, GET … */
	String stage() {
		return stage;
	}

	boolean isConnected() {
		return socket.isConnected();
	}

	boolean hasAnswered() {
		return received > 0;
	}

	void send(String method, String request) throws IOException {
		stage = method;
		socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
	}

	int octet() throws IOException {
		if (next == end) {
			fill();
		}
		return buffer[next++] & 0xff;
	}

	byte[] octets(int length) throws IOException {
		if (length > MOST - received + end - next) {
			throw endless();
		}
		byte[] octets = new byte[length];
		for (int done = 0; done < length;) {
			if (next == end) {
				fill();
			}
			int some = Math.min(length - done, end - next);
			System.arraycopy(buffer, next, octets, done, some);
			next += some;
			done += some;
		}
		return octets;
	}

	/** A line that began with these characters, without its end; octets as ISO-8859-1. */
	String line(String begun) throws IOException {
		StringBuilder line = new StringBuilder(begun);
		for (int c = octet(); c != '\n'; c = octet()) {
			if (line.length() == LONGEST_LINE) {
				throw endless();
			}
			line.append((char) c);
		}
		return line.toString().stripTrailing();
	}

	private void fill() throws IOException {
		socket.setSoTimeout(milliseconds());
		int read = socket.getInputStream().read(buffer);
		if (read < 0) {
			throw new EOFException();
		}
		received += read;
		if (received > MOST) {
			throw endless();
		}
		next = 0;
		end = read;
	}

	CameraFault endless() {
		return new CameraFault("camera_endless", stage);
	}

	private int milliseconds() throws SocketTimeoutException {
		long left = TimeUnit.NANOSECONDS.toMillis((hasAnswered() ? deadline : firstDeadline) - System.nanoTime());
		if (left <= 0) {
			throw new SocketTimeoutException();
		}
		return (int) Math.min(left, Integer.MAX_VALUE);
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
