package id.posko.notice;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/** Sockets that give no more than 256 KiB, whatever the other side says: a mail server's answers are some lines. */
final class BoundedSockets extends SocketFactory {

	private static final int MOST_BYTES = 256 << 10;

	@Override
	public Socket createSocket() {
		return new Socket() {

			private InputStream bounded;

			@Override
			public synchronized InputStream getInputStream() throws IOException {
				if (bounded == null) {
					bounded = new Bounded(super.getInputStream());
				}
				return bounded;
			}
		};
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
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
		throw new UnsupportedOperationException();
	}

	private static final class Bounded extends FilterInputStream {

		private int left = MOST_BYTES;

		private Bounded(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			return count(1, super.read());
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int got = super.read(bytes, offset, Math.min(length, MOST_BYTES));
			count(Math.max(got, 0), got);
			return got;
		}

		private int count(int bytes, int result) throws IOException {
			left -= bytes;
			if (left < 0) {
				throw new IOException("> " + MOST_BYTES);
			}
			return result;
		}
	}
}
