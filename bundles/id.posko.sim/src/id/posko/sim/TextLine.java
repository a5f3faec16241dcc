package id.posko.sim;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One line of text from a connection. */
final class TextLine {

	private static final int LONGEST = 2048;

	private TextLine() {
	}

	/** Without its end; empty at the end of what is sent, and if it is too long. */
	static Optional<String> read(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0 || line.length() == LONGEST) {
				return Optional.empty();
			}
			line.append((char) c);
		}
		return Optional.of(line.toString().stripTrailing());
	}
}
