package id.posko.health.ui;

import java.io.IOException;

/** What came of reading what is kept. */
sealed interface Read<T> {

	record Whole<T>(T value) implements Read<T> {
	}

	/** The store can not be read now; the system says why. */
	record Unreadable<T>(String reason) implements Read<T> {
	}

	/** Reads; blocks. */
	interface Source<T> {
		T read() throws IOException, InterruptedException;
	}

	static <T> Read<T> of(Source<T> source) throws InterruptedException {
		try {
			return new Whole<>(source.read());
		} catch (IOException e) {
			return new Unreadable<>(String.valueOf(e.getMessage()));
		}
	}
}
