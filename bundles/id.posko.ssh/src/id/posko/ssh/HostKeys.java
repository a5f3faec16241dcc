package id.posko.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * Host keys in a file of OpenSSH's known_hosts form ({@code [host]:port type base64}). A machine's key is pinned when
 * it is first seen; from then on no other is taken, not even of another type. Whoever replaces a machine deletes its
 * line. A line that can not be read makes the whole file unusable, so that damage never unpins a key.
 */
final class HostKeys {

	static final String FILE = "known_hosts";

	private final Path file;

	HostKeys(Path file) {
		this.file = file;
	}

	private record Line(String place, String type, byte[] key) {
	}

	sealed interface Judgement {

		/** Known, or seen for the first time and pinned now. */
		record Trusted() implements Judgement {
		}

		/** Fingerprints of the pinned key and of this one. */
		record Changed(String known, String shown) implements Judgement {
		}
	}

	/** Judges a key that the machine has proved to hold. */
	synchronized Judgement judge(String place, PublicKey key) throws IOException {
		byte[] shown = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
		List<Line> known = known(place);
		if (known.isEmpty()) {
			pin(place + " " + KeyType.fromKey(key) + " " + Base64.getEncoder().encodeToString(shown) + "\n");
			return new Judgement.Trusted();
		}
		if (known.stream().anyMatch(line -> Arrays.equals(line.key(), shown))) {
			return new Judgement.Trusted();
		}
		return new Judgement.Changed(fingerprint(known.getFirst().key()), fingerprint(shown));
	}

	/** Types of the keys that are pinned for this machine. */
	synchronized List<String> types(String place) throws IOException {
		return known(place).stream().map(Line::type).toList();
	}

	private List<Line> known(String place) throws IOException {
		List<Line> lines = new ArrayList<>();
		int number = 0;
		for (String text : read().split("\n", -1)) {
			number++;
			String line = text.strip();
			if (!line.isEmpty() && !line.startsWith("#")) {
				lines.add(parse(line, number));
			}
		}
		lines.removeIf(line -> !line.place().equals(place));
		return lines;
	}

	private String read() throws IOException {
		try {
			return Files.readString(file);
		} catch (NoSuchFileException _) {
			return "";
		}
	}

	private Line parse(String line, int number) throws IOException {
		String[] words = line.split("\\s+");
		try {
			if (words.length >= 3 && words[0].matches("\\[.+\\]:\\d+")) {
				return new Line(words[0], words[1], Base64.getDecoder().decode(words[2]));
			}
		} catch (IllegalArgumentException _) {
			// no base64: refused below
		}
		throw new IOException(file + ":" + number + ": " + line);
	}

	private void pin(String line) throws IOException {
		try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			long end = out.size();
			ByteBuffer last = ByteBuffer.allocate(1);
			boolean open = end > 0 && out.read(last, end - 1) == 1 && last.get(0) != '\n';
			out.write(ByteBuffer.wrap(((open ? "\n" : "") + line).getBytes(StandardCharsets.UTF_8)), end);
			out.force(true);
		}
	}

	/** {@code SHA256:…} as {@code ssh-keygen -l} shows it. */
	private static String fingerprint(byte[] key) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
			return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
