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
import java.util.function.LongSupplier;

/** Passes on what each side sends until so many bytes of it went through; then the line is open and silent. */
final class StallingProxy implements AutoCloseable {

	private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
	private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
	private final int server;
	/** Bytes that went from the server to the client. */
	final AtomicLong passed = new AtomicLong();
	/** Bytes that went from the client to the server. */
	final AtomicLong asked = new AtomicLong();
	volatile long most;
	volatile long mostAsked = Long.MAX_VALUE;

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
				Thread.ofVirtual().start(() -> copy(client, upstream, asked, () -> mostAsked));
				Thread.ofVirtual().start(() -> copy(upstream, client, passed, () -> most));
			}
		} catch (IOException _) {
			// closed
		}
	}

	private void copy(Socket from, Socket to, AtomicLong count, LongSupplier limit) {
		byte[] chunk = new byte[4096];
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
				int may = (int) Math.min(read, Math.max(0, limit.getAsLong() - count.get()));
				count.addAndGet(may); // before it can be answered
				out.write(chunk, 0, may);
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
