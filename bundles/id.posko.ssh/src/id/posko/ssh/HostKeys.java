package id.posko.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;

/**
 * Host keys in a file of OpenSSH's known_hosts form ({@code [host]:port type base64}) in the data folder. A machine's
 * key is pinned when it is first seen; from then on no other is taken, not even of another type, before somebody who
 * knows that the machine was replaced accepts it. A line that can not be read makes the whole file unusable, so that
 * damage never unpins a key. Safe for any thread.
 */
@Component(service = HostKeys.class)
public final class HostKeys {

	static final String FILE = "known_hosts";

	private final Path file;

	@Activate
	public HostKeys(@Reference DataFolder folder) {
		this(folder.path().resolve(FILE));
	}

	HostKeys(Path file) {
		this.file = file;
	}

	sealed interface Judgement {

		/** Known, or seen for the first time and pinned now. */
		record Trusted() implements Judgement {
		}

		record Changed(HostKey known, HostKey shown) implements Judgement {
		}
	}

	/** Judges a key that the machine has proved to hold. */
	synchronized Judgement judge(String place, PublicKey key) throws IOException {
		HostKey shown = HostKey.of(place, key);
		List<HostKey> known = of(place);
		if (known.isEmpty()) {
			pin(shown.line());
			return new Judgement.Trusted();
		}
		return known.stream().anyMatch(shown::isSame) ? new Judgement.Trusted()
				: new Judgement.Changed(known.getFirst(), shown);
	}

	/** All that are pinned. */
	public synchronized List<HostKey> all() throws IOException {
		List<HostKey> keys = new ArrayList<>();
		int number = 0;
		for (String text : read().split("\n", -1)) {
			number++;
			if (isKey(text)) {
				keys.add(parse(text, number));
			}
		}
		return keys;
	}

	/** Those that are pinned for this machine; {@code place} as in {@link HostKey}. */
	public synchronized List<HostKey> of(String place) throws IOException {
		return all().stream().filter(key -> key.place().equals(place)).toList();
	}

	/** From now on this key, and no other, is the machine's. */
	synchronized void accept(HostKey key) throws IOException {
		replace(key.place(), key.line());
	}

	/** Whether one was pinned for this machine; the next that it shows will be. */
	synchronized boolean forget(String place) throws IOException {
		boolean known = !of(place).isEmpty();
		if (known) {
			replace(place, "");
		}
		return known;
	}

	/** Other machines' lines and what a person wrote between them stay as they are. */
	private void replace(String place, String line) throws IOException {
		all();
		StringBuilder text = new StringBuilder();
		for (String old : read().split("(?<=\n)")) {
			if (!isKey(old) || !old.strip().split("\\s+")[0].equals(place)) {
				text.append(old);
			}
		}
		if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
			text.append('\n');
		}
		Path fresh = file.resolveSibling(FILE + ".new");
		try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			ByteBuffer bytes = ByteBuffer.wrap(text.append(line).toString().getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				out.write(bytes);
			}
			out.force(true);
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private String read() throws IOException {
		try {
			return Files.readString(file);
		} catch (NoSuchFileException _) {
			return "";
		}
	}

	private static boolean isKey(String line) {
		return !line.isBlank() && !line.strip().startsWith("#");
	}

	private HostKey parse(String line, int number) throws IOException {
		String[] words = line.strip().split("\\s+");
		try {
			if (words.length >= 3 && words[0].matches("\\[.+\\]:\\d+")) {
				return new HostKey(words[0], words[1], Base64.getDecoder().decode(words[2]));
			}
		} catch (IllegalArgumentException _) {
			// no base64: refused below
		}
		throw new IOException(file + ":" + number + ": " + line.strip());
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
}
