package id.posko.transfer.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What recordings never are: programs, scripts, shortcuts, macros. Judged by name and first octets alone, as {@code
 * suspects.rows} beside this class says; of an archive (ZIP) the names in it are looked at, never what they hold.
 */
final class Suspects {

	private static final int HEAD = 64;
	private static final byte[] ZIP = { 'P', 'K', 3, 4 };
	private static final String MACROS = "vbaproject.bin";

	private final List<String> names = new ArrayList<>();
	private final List<String> endings = new ArrayList<>();
	private final List<byte[]> magics = new ArrayList<>();

	Suspects() {
		try (InputStream in = Suspects.class.getResourceAsStream("suspects.rows")) {
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
				String[] cells = line.split("\t");
				switch (cells[0]) {
					case "name" -> names.add(cells[1]);
					case "ending" -> endings.add("." + cells[1]);
					case "magic" -> magics.add(HexFormat.of().parseHex(cells[1]));
					default -> {
						if (!line.startsWith("#")) {
							throw new IllegalStateException("suspects.rows: " + line);
						}
					}
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What speaks against the file, such as {@code .exe}, {@code 4d5a} or a name in an archive; empty if nothing does. */
	Optional<String> against(Path file) throws IOException {
		Optional<String> byName = againstName(file.getFileName().toString());
		if (byName.isPresent()) {
			return byName;
		}
		byte[] head;
		try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
			head = in.readNBytes(HEAD);
		}
		Optional<String> byMagic = magics.stream().filter(magic -> begins(head, magic)).findFirst()
				.map(magic -> HexFormat.of().formatHex(magic));
		return byMagic.isPresent() || !begins(head, ZIP) ? byMagic : againstEntries(file);
	}

	/** Windows takes no heed of blanks and points at the end, nor of the case. */
	private Optional<String> againstName(String name) {
		String plain = name.toLowerCase(Locale.ROOT).replaceAll("[. ]+$", "");
		return names.contains(plain) ? Optional.of(plain) : endings.stream().filter(plain::endsWith).findFirst();
	}

	private Optional<String> againstEntries(Path archive) throws IOException {
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			return zip.stream().map(entry -> entry.getName().replaceAll(".*[/\\\\]", ""))
					.filter(name -> againstName(name).isPresent() || name.equalsIgnoreCase(MACROS)).findFirst();
		} catch (ZipException _) { // damaged, or not an archive at all: its head alone was judged
			return Optional.empty();
		}
	}

	private static boolean begins(byte[] head, byte[] magic) {
		return head.length >= magic.length
				&& java.util.Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
	}
}
