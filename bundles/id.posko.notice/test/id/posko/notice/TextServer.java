package id.posko.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A TCP server on loopback that behaves as a test wants it to. */
final class TextServer implements AutoCloseable {

	/** What it does with one connection. */
	@FunctionalInterface
	interface Behaviour {

		void serve(InputStream in, OutputStream out) throws IOException;
	}

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	TextServer(Behaviour behaviour) throws IOException {
		Thread.ofVirtual().start(() -> {
			while (!socket.isClosed()) {
				try (Socket connection = socket.accept()) {
					behaviour.serve(connection.getInputStream(), connection.getOutputStream());
				} catch (IOException _) { // the client left, or the test is over
					continue;
				}
			}
		});
	}

	int port() {
		return socket.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
