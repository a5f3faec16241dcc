package id.posko.report;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * A stream that ends with an error instead of delivering more than is allowed, in all or since the reader last
 * {@link #progressed()}; stops when its thread is interrupted.
 */
final class BoundedStream extends FilterInputStream {

	/** No single piece of an honest file (an XML tag, a comment) is longer. */
	private static final long MOST_AT_ONCE = 1L << 20;

	private final Budget budget;
	private long sinceProgress;

	BoundedStream(InputStream in, Budget budget) {
		super(in);
		this.budget = budget;
	}

	void progressed() {
		sinceProgress = 0;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int start, int count) throws IOException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedIOException();
		}
		int got = super.read(bytes, start, count);
		if (got > 0) {
			sinceProgress += got;
			budget.spend(got);
			if (sinceProgress > MOST_AT_ONCE) {
				throw new SpentException();
			}
		}
		return got;
	}

	/** Bytes that all parts of one file may together still unpack to. */
	static final class Budget {

		private long left;

		Budget(long bytes) {
			left = bytes;
		}

		void spend(long bytes) throws SpentException {
			left -= bytes;
			if (left < 0) {
				throw new SpentException();
			}
		}
	}

	/** More bytes than are allowed. */
	static final class SpentException extends IOException {

		private static final long serialVersionUID = 1L;
	}
}
