package id.posko.transfer.copy;

import java.io.IOException;
import java.util.Random;

/**
 * When what fails: each read and write is of a random part of what is asked for, and after so many octets nothing works
 * any more, as with a plug that is pulled.
 */
class Faults {

	private final Random random;
	private long left;
	private long octetsRead;

	/** @param left octets that are read and written until then */
	Faults(Random random, long left) {
		this.random = random;
		this.left = left;
	}

	/** @return how many may be read, at most */
	synchronized int read(int wanted) throws IOException {
		return some(wanted);
	}

	/** So many were read. */
	final synchronized void done(int octets) {
		octetsRead += octets;
		left -= octets;
	}

	/** @return how many are written, at most */
	synchronized int write(int wanted) throws IOException {
		int most = some(wanted);
		left -= most;
		return most;
	}

	private int some(int wanted) throws IOException {
		touch();
		return (int) Math.min(left, random.nextInt(8) == 0 ? 1 + random.nextInt(wanted) : wanted);
	}

	/** Anything else that is done to a file. */
	synchronized void touch() throws IOException {
		if (left <= 0) {
			throw new IOException("Input/output error");
		}
	}

	synchronized long octetsRead() {
		return octetsRead;
	}
}
