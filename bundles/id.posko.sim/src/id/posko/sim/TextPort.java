package id.posko.sim;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import id.posko.kit.Device;

/**
 * A TCP port of a simulated device that answers lines of text: a virtual thread that accepts and one for each
 * connection. When it is mute or its line is cut, it accepts and never answers.
 */
final class TextPort implements Closeable {

	private static final Logger LOG = System.getLogger(TextPort.class.getName());
	private static final int MOST_CONNECTIONS = 32;
	private static final int LONGEST_LINE = 512;
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Device device;
	private final Lines lines;
	private final BooleanSupplier isMute;
	private final UnaryOperator<String> service;
	private final ServerSocket server = new ServerSocket();
	private final Thread acceptor;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	TextPort(Device device, InetSocketAddress address, Lines lines, BooleanSupplier isMute,
			UnaryOperator<String> service) throws IOException {
		this.device = device;
		this.lines = lines;
		this.isMute = isMute;
		this.service = service;
		server.setReuseAddress(true);
		server.bind(address);
		acceptor = Thread.ofVirtual().name("sim-tcp-" + device.key()).start(this::accept);
	}

	private void accept() {
		try {
			while (!server.isClosed()) {
				Socket socket = server.accept();
				if (open.size() < MOST_CONNECTIONS) {
					open.add(socket);
					Thread.ofVirtual().start(() -> talk(socket));
				} else {
					socket.close();
				}
			}
		} catch (IOException e) {
			note(Level.WARNING, e);
		}
	}

	private void talk(Socket socket) {
		try (socket) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			InputStream in = new BufferedInputStream(socket.getInputStream());
			for (Optional<String> line = line(in); line.isPresent() && !server.isClosed(); line = line(in)) {
				if (!isMute.getAsBoolean() && !lines.isCut(device)) {
					String answer = service.apply(line.get());
					TimeUnit.NANOSECONDS.sleep(lines.delay(device).toNanos());
					socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
				}
			}
		} catch (IOException e) {
			note(Level.DEBUG, e);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		} finally {
			open.remove(socket);
		}
	}

	/** Empty at the end of what is sent, and if a line is too long. */
	private static Optional<String> line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0 || line.length() == LONGEST_LINE) {
				return Optional.empty();
			}
			line.append((char) c);
		}
		return Optional.of(line.toString());
	}

	private void note(Level level, IOException e) {
		if (!server.isClosed()) {
			LOG.log(level, "{0}: {1}", device.key(), e.getMessage());
		}
	}

	/** Waits until the port is free again. */
	@Override
	public void close() throws IOException {
		server.close();
		for (Socket socket : open) {
			socket.close();
		}
		try {
			acceptor.join();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
