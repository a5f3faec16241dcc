package id.posko.sim;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import id.posko.kit.Address;
import id.posko.kit.Device;

/** A TCP port of a simulated device: a virtual thread that accepts and one for each connection. */
final class TcpPort implements Closeable {

	/** What is said over a connection, which is closed at its end. */
	@FunctionalInterface
	interface Dialogue {

		/** Ends when nothing comes for {@link #PATIENCE}. */
		void talk(Socket socket) throws IOException, InterruptedException;
	}

	static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Logger LOG = System.getLogger(TcpPort.class.getName());
	private static final int MOST_CONNECTIONS = 32;

	private final Device device;
	private final Dialogue dialogue;
	private final ServerSocket server = new ServerSocket();
	private final Thread acceptor;
	private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	/** @throws IOException if the address is taken */
	TcpPort(Device device, int port, Dialogue dialogue) throws IOException {
		this.device = device;
		this.dialogue = dialogue;
		server.setReuseAddress(true);
		server.bind(new InetSocketAddress(device.address().flatMap(Address::literal).orElseThrow(), port));
		acceptor = Thread.ofVirtual().name("sim-tcp-" + device.key()).start(this::accept);
	}

	private void accept() {
		try {
			while (!server.isClosed()) {
				Socket socket = server.accept();
				if (free.tryAcquire(1, TimeUnit.SECONDS)) {
					open.add(socket);
					Thread.ofVirtual().start(() -> talk(socket));
				} else {
					socket.close();
				}
			}
		} catch (IOException e) {
			note(Level.WARNING, e);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void talk(Socket socket) {
		try (socket) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			dialogue.talk(socket);
		} catch (IOException e) {
			note(Level.DEBUG, e);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		} finally {
			open.remove(socket);
			free.release();
		}
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
