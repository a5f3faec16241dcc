package id.posko.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files. */
final class Sha256 {

	private Sha256() {
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	static String text(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Of the first so many bytes. */
	static String of(Path file, long bytes) throws IOException {
		MessageDigest digest = digest();
		update(digest, file, bytes);
		return text(digest);
	}

	static void update(MessageDigest digest, Path file, long bytes) throws IOException {
		byte[] chunk = new byte[1 << 16];
		long left = bytes;
		try (InputStream in = Files.newInputStream(file)) {
			for (int read = 0; left > 0 && read >= 0;) {
				read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
				if (read > 0) {
					digest.update(chunk, 0, read);
					left -= read;
				}
			}
		}
	}
}
