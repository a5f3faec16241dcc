package id.posko.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A TCP server on loopback that behaves as a test wants it to. */
public final class TextServer implements AutoCloseable {

	/** What it does with one connection. */
	@FunctionalInterface
	public interface Behaviour {

		void serve(InputStream in, OutputStream out) throws IOException;
	}

	private static final int PATIENCE_MILLIS = 10_000;

	private final ServerSocket socket;

	public TextServer(Behaviour behaviour) throws IOException {
		this("127.0.0.1", 0, behaviour);
	}

	/** @param port 0: any */
	public TextServer(String address, int port, Behaviour behaviour) throws IOException {
		socket = new ServerSocket(port, 50, InetAddress.ofLiteral(address));
		Thread.ofVirtual().start(() -> {
			while (!socket.isClosed()) {
				try (Socket connection = socket.accept()) {
					connection.setSoTimeout(PATIENCE_MILLIS);
					behaviour.serve(connection.getInputStream(), connection.getOutputStream());
					hangUp(connection);
				} catch (IOException _) { // the client left, or the test is over
					continue;
				}
			}
		});
	}

	/** Waits for the client's end: what it wrote and nobody read would make the kernel take back what it was sent. */
	private static void hangUp(Socket connection) throws IOException {
		connection.shutdownOutput();
		connection.getInputStream().transferTo(OutputStream.nullOutputStream());
	}

	public int port() {
		return socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
