package id.posko.notice;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code notice.properties} of the data folder; it need not exist. It is read anew each time, so that a
 * change by hand counts at once. While it is wrong, the last that was right goes on. Any thread.
 */
final class SetupFile {

	private static final int MOST_BYTES = 65_536;

	private final Path file;
	private String text = "";
	private Written written = Written.of("");
	/** Of the text; empty before it is read. */
	private Optional<SetupReader.Read> read = Optional.empty();
	private Optional<Setup> right = Optional.empty();

	SetupFile(Path file) {
		this.file = file;
	}

	/** Empty if it is wrong and never was right. */
	synchronized Optional<Setup> current() {
		load();
		return right;
	}

	synchronized List<Flaw> flaws() {
		load();
		return read.orElseThrow().flaws();
	}

	synchronized Map<String, String> values() {
		load();
		return written.values();
	}

	private void load() {
		try {
			String now = Files.exists(file) ? text() : "";
			if (read.isEmpty() || !now.equals(text) || now.isEmpty()) {
				text = now;
				written = Written.of(now);
				SetupReader.Read fresh = read(written);
				read = Optional.of(fresh);
				if (fresh.flaws().isEmpty()) {
					right = Optional.of(fresh.setup());
				}
			}
		} catch (IOException e) {
			text = "";
			written = Written.of("");
			Flaw flaw = new Flaw(file.getFileName().toString(), 0, "unreadable", List.of(Trouble.plain(e.toString())));
			read = Optional.of(new SetupReader.Read(Setup.NONE, List.of(flaw)));
		}
	}

	private String text() throws IOException {
		if (Files.size(file) > MOST_BYTES) {
			throw new IOException("> " + MOST_BYTES);
		}
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
	}

	private SetupReader.Read read(Written from) {
		return new SetupReader(from, file.getParent()).read();
	}

	SetupReader.Read read(Map<String, String> values) {
		return read(Written.of(values));
	}

	/** Writes the whole file or, if that fails, leaves it as it was. */
	synchronized void keep(Map<String, String> values) throws IOException {
		load();
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
			out.write(Written.text(text, values).getBytes(StandardCharsets.UTF_8));
			out.getFD().sync();
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}
}
