package id.posko.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/** All hashes of one file, made while its octets pass by. */
final class Digests extends OutputStream {

	private final MessageDigest[] digests;
	private long octets;

	Digests(List<Algorithm> algorithms) {
		digests = algorithms.stream().map(Algorithm::digest).toArray(MessageDigest[]::new);
	}

	@Override
	public void write(int octet) {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] from, int offset, int length) {
		for (MessageDigest digest : digests) {
			digest.update(from, offset, length);
		}
		octets += length;
	}

	long octets() {
		return octets;
	}

	/** In the order of the algorithms; begins anew. */
	byte[][] hashes() {
		octets = 0;
		return Stream.of(digests).map(MessageDigest::digest).toArray(byte[][]::new);
	}

	/** Of a file of some few megabytes at most, or one that was just written. */
	static byte[][] of(Path file, List<Algorithm> algorithms) throws IOException {
		Digests digests = new Digests(algorithms);
		try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
			in.transferTo(digests);
		}
		return digests.hashes();
	}
}
