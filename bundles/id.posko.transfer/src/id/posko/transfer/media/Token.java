package id.posko.transfer.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file on a medium by which it is known again: {@code posko-media.txt} with the lines {@code media = <token>} and
 * {@code volume = <number of the volume>}. It is text that a person may read; nothing on a medium is ever run.
 */
sealed interface Token {

	String FILE = "posko-media.txt";

	/** There is no such file. */
	record None() implements Token {
	}

	record Present(String token, String volume) implements Token {
	}

	/** Something else lies there. */
	record Damaged() implements Token {
	}

	static Token read(Path root) throws IOException {
		int most = 4096;
		Path file = root.resolve(FILE);
		try {
			if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
					.isRegularFile()) {
				return new Damaged();
			}
			try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
				String text = new String(in.readNBytes(most), StandardCharsets.UTF_8);
				Matcher token = Pattern.compile("(?m)^media = ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\R").matcher(text);
				Matcher volume = Pattern.compile("(?m)^volume = ([0-9A-F]{0,64})\\R").matcher(text);
				return token.find() && volume.find() ? new Present(token.group(1), volume.group(1)) : new Damaged();
			}
		} catch (NoSuchFileException _) {
			return new None();
		}
	}

	/**
	 * Writes a new one, through to the medium.
	 *
	 * @return the token
	 * @throws java.nio.file.FileAlreadyExistsException
	 *             if something lies there
	 */
	static String write(Path root, String volume, String first) throws IOException {
		String token = UUID.randomUUID().toString();
		String text = "# " + first + "\r\nmedia = " + token + "\r\nvolume = " + volume + "\r\n";
		try (FileChannel out = FileChannel.open(root.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
			while (octets.hasRemaining()) {
				out.write(octets);
			}
			out.force(true);
		}
		return token;
	}
}
