package id.posko.bag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The lines of a tag file, ended by LF, CR or CRLF (RFC 8493, section 2.1.3); read one at a time. */
final class TagFile {

	/** Takes a line; lines count from 1. */
	@FunctionalInterface
	interface Taker {

		void take(String line, long number);
	}

	private static final int LONGEST = 2 * BagPath.LONGEST;

	/** What stands for octets that are no character; no honest name has it. */
	private static final String REPLACED = "\uFFFD";

	private final Path bag;
	private final Flaws flaws;

	TagFile(Path bag, Flaws flaws) {
		this.bag = bag;
		this.flaws = flaws;
	}

	boolean exists(String name) {
		return Files.isRegularFile(bag.resolve(name), LinkOption.NOFOLLOW_LINKS);
	}

	/** What can not be read is a flaw; lines before it were taken. */
	void lines(String name, Charset encoding, Taker taker) {
		long number = 0;
		try (Reader in = new InputStreamReader(new BufferedInputStream(Files.newInputStream(bag.resolve(name))),
				encoding.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
						.onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith(REPLACED))) {
			boolean isRight = true;
			StringBuilder line = new StringBuilder();
			boolean afterReturn = false;
			int read = in.read();
			for (; read >= 0; read = in.read()) {
				char c = (char) read;
				if (c == '\n' && afterReturn) {
					afterReturn = false;
				} else if (c == '\n' || c == '\r') {
					taker.take(line.toString(), ++number);
					line.setLength(0);
					afterReturn = c == '\r';
				} else {
					if (isRight && c == REPLACED.charAt(0)) {
						flaws.add(Flaw.Kind.WRONG_ENCODING, name, number + 1, encoding.name());
						isRight = false;
					}
					afterReturn = false;
					line.append(c);
					if (line.length() > LONGEST) {
						flaws.add(Flaw.Kind.LONG_LINE, name, number + 1);
						return;
					}
				}
			}
			if (!line.isEmpty()) {
				taker.take(line.toString(), ++number);
			}
		} catch (IOException e) {
			flaws.add(Flaw.Kind.UNREADABLE, name, number, String.valueOf(e.getMessage()));
		}
	}
}
