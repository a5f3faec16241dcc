package id.posko.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a program prints, line by line as it comes: UTF-8, anything else as U+FFFD; a long line comes in pieces. */
public final class OutputLines {

	/** Letters of the longest piece. */
	public static final int LONGEST = 4096;

	private OutputLines() {
	}

	/** Reads to the end; carriage returns end lines, too, and empty lines are not told. */
	public static void read(InputStream from, Consumer<String> told) throws IOException {
		Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8);
		StringBuilder line = new StringBuilder();
		char[] chunk = new char[LONGEST];
		for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
			for (int i = 0; i < read; i++) {
				boolean ends = chunk[i] == '\n' || chunk[i] == '\r';
				if (!ends) {
					line.append(chunk[i]);
				}
				if (ends || line.length() == LONGEST) {
					tell(line, told);
				}
			}
		}
		tell(line, told);
	}

	private static void tell(StringBuilder line, Consumer<String> told) {
		if (!line.isEmpty()) {
			told.accept(line.toString());
			line.setLength(0);
		}
	}
}
