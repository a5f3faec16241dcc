package id.posko.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text file with its encoding and delimiter found out: a byte order mark decides, else what is valid UTF-8 is UTF-8
 * and all else windows-1252; the delimiter is the commonest of tab, semicolon and comma in the first line that holds
 * something, unless a first line {@code sep=;} names it.
 */
final class CsvFile {

	static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final int HEAD = 1 << 16;
	private static final Pattern SEP_LINE = Pattern.compile("(?i)\"?sep=([,;\\t|])\"?(\\r\\n|\\r|\\n)");

	private final Path file;
	private final Charset charset;
	private final int mark;
	private final char delimiter;
	private final int skip;

	CsvFile(Path file) throws IOException {
		this.file = file;
		byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = in.readNBytes(3);
		}
		int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
		if (first == 0xFFFE || first == 0xFEFF) {
			charset = first == 0xFFFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
			mark = 2;
		} else if (first == 0xEFBB && start.length == 3 && (start[2] & 0xFF) == 0xBF) {
			charset = StandardCharsets.UTF_8;
			mark = 3;
		} else {
			charset = isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252;
			mark = 0;
		}
		String head = head();
		Matcher sep = SEP_LINE.matcher(head);
		boolean named = sep.lookingAt();
		delimiter = named ? sep.group(1).charAt(0) : commonest(head);
		skip = named ? sep.end() : 0;
	}

	private static boolean isUtf8(Path file) throws IOException {
		var decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(HEAD);
		CharBuffer chars = CharBuffer.allocate(HEAD);
		try (InputStream in = Files.newInputStream(file)) {
			boolean end = false;
			while (!end) {
				int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
				end = got < 0;
				bytes.position(bytes.position() + Math.max(got, 0)).flip();
				if (decoder.decode(bytes, chars, end).isError()) {
					return false;
				}
				bytes.compact();
				chars.clear();
			}
		}
		return true;
	}

	private String head() throws IOException {
		char[] head = new char[HEAD];
		int length = 0;
		try (Reader in = open(0)) {
			for (int got; length < HEAD && (got = in.read(head, length, HEAD - length)) > 0;) {
				length += got;
			}
		}
		return new String(head, 0, length);
	}

	private static char commonest(String head) {
		int[] counts = new int[3];
		String candidates = ";\t,";
		boolean quoted = false;
		boolean held = false;
		for (char c : head.toCharArray()) {
			if (c == '"') {
				quoted = !quoted;
			} else if (!quoted && (c == '\n' || c == '\r') && held) {
				break;
			} else if (!quoted && candidates.indexOf(c) >= 0) {
				counts[candidates.indexOf(c)]++;
			}
			held |= !Character.isWhitespace(c) && candidates.indexOf(c) < 0;
		}
		int best = 0;
		for (int i = 1; i < counts.length; i++) {
			best = counts[i] > counts[best] ? i : best;
		}
		return candidates.charAt(best);
	}

	boolean isWindows1252() {
		return charset.equals(WINDOWS_1252);
	}

	char delimiter() {
		return delimiter;
	}

	/** The text after the byte order mark and the line that names the delimiter; bytes of no meaning are an error. */
	Reader open() throws IOException {
		return open(skip);
	}

	private Reader open(int skipped) throws IOException {
		InputStream in = new BufferedInputStream(Files.newInputStream(file));
		boolean opened = false;
		try {
			in.skipNBytes(mark);
			Reader text = new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
			for (int i = 0; i < skipped; i++) {
				text.read();
			}
			opened = true;
			return text;
		} finally {
			if (!opened) {
				in.close();
			}
		}
	}

	/** What a character coding error in this file means: broken text if a mark named its encoding, else no text. */
	Refusal refusal(CharacterCodingException error) {
		return mark > 0 ? new Refusal(Fault.Code.DAMAGED, charset + ": " + error.getMessage())
				: new Refusal(Fault.Code.WRONG_TYPE, Content.BINARY.name());
	}
}
