package id.posko.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Passes on what the server sends until so many bytes went through; then the line is open and silent. */
final class StallingProxy implements AutoCloseable {

	private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
	private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
	private final int server;
	/** Bytes that went from the server to the client. */
	final AtomicLong passed = new AtomicLong();
	volatile long most;

	StallingProxy(int server, long most) throws IOException {
		this.server = server;
		this.most = most;
		Thread.ofVirtual().start(this::listen);
	}

	int port() {
		return listening.getLocalPort();
	}

	private void listen() {
		try {
			while (true) {
				Socket client = listening.accept();
				Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
				sockets.add(client);
				sockets.add(upstream);
				Thread.ofVirtual().start(() -> copy(client, upstream, false));
				Thread.ofVirtual().start(() -> copy(upstream, client, true));
			}
		} catch (IOException _) {
			// closed
		}
	}

	private void copy(Socket from, Socket to, boolean counted) {
		byte[] chunk = new byte[4096];
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
				int may = counted ? (int) Math.min(read, Math.max(0, most - passed.get())) : read;
				out.write(chunk, 0, may);
				if (counted) {
					passed.addAndGet(may);
				}
			}
		} catch (IOException _) {
			// one side is gone, the other follows
		}
	}

	@Override
	public void close() throws IOException {
		listening.close();
		for (Socket socket : sockets) {
			socket.close();
		}
	}
}
