package id.posko.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * One connected socket for the library, which would keep all that a server sends before its version: until
 * {@link #over}, so many bytes may come.
 */
final class Greeting extends SocketFactory {

	/** The library reads these anew with each byte, so they must be few. */
	private static final int BEFORE_VERSION = 8 * 1024;
	private static final int BEFORE_LOGIN = 512 * 1024;

	private final Socket socket;
	private volatile int most = BEFORE_VERSION;

	Greeting() {
		socket = new Watched();
	}

	/** Small messages go back and forth: none waits for another's acknowledgement (RFC 896). */
	void connect(InetSocketAddress target, int milliseconds) throws IOException {
		socket.setTcpNoDelay(true);
		socket.connect(target, milliseconds);
	}

	Socket socket() {
		return socket;
	}

	/** The server has named its version. */
	void versionSeen() {
		most = BEFORE_LOGIN;
	}

	void over() {
		most = Integer.MAX_VALUE;
	}

	private final class Watched extends Socket {

		@Override
		public InputStream getInputStream() throws IOException {
			return new FilterInputStream(super.getInputStream()) {

				private int taken;

				@Override
				public int read() throws IOException {
					return took(in.read(), 1);
				}

				@Override
				public int read(byte[] bytes, int offset, int length) throws IOException {
					int read = in.read(bytes, offset, length);
					return took(read, read);
				}

				private int took(int read, int count) throws IOException {
					if (most < Integer.MAX_VALUE && (taken += Math.max(0, count)) > most) {
						throw new IOException("more than " + most + " bytes before the login");
					}
					return read;
				}
			};
		}
	}

	@Override
	public Socket createSocket() {
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
		throw new UnsupportedOperationException();
	}
}
