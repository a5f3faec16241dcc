package id.posko.bag;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The lines of a tag file, ended by LF, CR or CRLF (RFC 8493, section 2.1.3); one at a time is in memory. */
final class TagFile {

	/** Takes a line; lines count from 1. */
	@FunctionalInterface
	interface Taker {

		void take(String line, long number) throws IOException;
	}

	static final int LONGEST = 2 * BagPath.LONGEST;

	private static final int BUFFER = 1 << 14;
	/** What stands for octets that are no character; no honest name has it. */
	private static final char REPLACED = '\uFFFD';
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Path bag;
	private final Flaws flaws;

	TagFile(Path bag, Flaws flaws) {
		this.bag = bag;
		this.flaws = flaws;
	}

	boolean exists(String name) {
		return Files.isRegularFile(bag.resolve(name), LinkOption.NOFOLLOW_LINKS);
	}

	/** What can not be read is a flaw; lines before it were taken. @throws IOException if the taker does */
	void lines(String name, Charset encoding, Taker taker) throws IOException {
		Lines lines = new Lines(name, encoding, taker);
		try (Reader in = open(name, encoding)) {
			char[] buffer = new char[BUFFER];
			for (int read = read(in, buffer, lines); read >= 0 && !lines.isTooLong(); read = read(in, buffer, lines)) {
				for (int i = 0; i < read && !lines.isTooLong(); i++) {
					lines.take(buffer[i]);
				}
			}
		}
		lines.end();
	}

	private Reader open(String name, Charset encoding) {
		try {
			return new InputStreamReader(Files.newInputStream(bag.resolve(name), LinkOption.NOFOLLOW_LINKS),
					encoding.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
							.onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith(String.valueOf(REPLACED)));
		} catch (IOException e) {
			flaws.add(Flaw.Kind.UNREADABLE, name, 0, String.valueOf(e.getMessage()));
			return Reader.nullReader();
		}
	}

	private int read(Reader in, char[] buffer, Lines lines) {
		try {
			return in.read(buffer);
		} catch (IOException e) {
			flaws.add(Flaw.Kind.UNREADABLE, lines.name, lines.number, String.valueOf(e.getMessage()));
			return -1;
		}
	}

	/** Parts what is read into lines. */
	private final class Lines {

		private final String name;
		private final Charset encoding;
		private final Taker taker;
		private final StringBuilder line = new StringBuilder();
		private long number;
		private boolean isAtBegin = true;
		private boolean isAfterReturn;
		private boolean isWrong;

		Lines(String name, Charset encoding, Taker taker) {
			this.name = name;
			this.encoding = encoding;
			this.taker = taker;
		}

		boolean isTooLong() {
			return line.length() > LONGEST;
		}

		void take(char c) throws IOException {
			if (c == BYTE_ORDER_MARK && isAtBegin && !name.equals(Declaration.FILE)) {
				isAtBegin = false;
				flaws.add(Flaw.Kind.BYTE_ORDER_MARK, name, 1);
				return;
			}
			isAtBegin = false;
			boolean isOneEnd = c == '\n' && isAfterReturn;
			isAfterReturn = c == '\r';
			if (isOneEnd) {
				return;
			} else if (c == '\n' || c == '\r') {
				taker.take(line.toString(), ++number);
				line.setLength(0);
				return;
			}
			line.append(c);
			if (c == REPLACED && !isWrong) {
				isWrong = true;
				flaws.add(Flaw.Kind.WRONG_ENCODING, name, number + 1, encoding.name());
			}
		}

		void end() throws IOException {
			if (isTooLong()) {
				flaws.add(Flaw.Kind.LONG_LINE, name, number + 1);
			} else if (!line.isEmpty()) {
				taker.take(line.toString(), ++number);
			}
		}
	}
}
