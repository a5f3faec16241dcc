package id.posko.probe.usb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.posko.kit.DeviceKind;

/** Which USB ids the office's peripherals have: our rows, and over them those of the office's own file. */
final class Catalogue {

	static final String FILE = "usb.csv";

	private static final String UPS = "UPS";
	private static final String NONE = "-";

	private final Map<UsbId, Entry> entries = new TreeMap<>();

	/** @param loading the device shows this id only until its firmware is loaded */
	record Entry(UsbId id, Set<DeviceKind> kinds, String name, boolean loading) {
	}

	/** The office's file says something that is not understood; the message names the line. */
	static final class Wrong extends Exception {

		private static final long serialVersionUID = 1;

		Wrong(String where) {
			super(where);
		}
	}

	/** @param own the office's file; it need not exist */
	static Catalogue read(Path own) throws Wrong, IOException {
		Catalogue catalogue = new Catalogue();
		try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.csv")) {
			catalogue.add(new String(in.readAllBytes(), StandardCharsets.UTF_8), "catalogue.csv");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		try {
			catalogue.add(new String(Files.readAllBytes(own), StandardCharsets.UTF_8), own.getFileName().toString());
		} catch (NoSuchFileException _) {
			// the office has none
		}
		return catalogue;
	}

	private void add(String text, String file) throws Wrong {
		List<String> lines = text.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).replace("\uFEFF", "").strip();
			if (!line.isEmpty() && !line.startsWith("#")) {
				String where = file + ":" + (i + 1) + ": " + line.substring(0, Math.min(80, line.length()));
				Entry entry = entry(line).orElseThrow(() -> new Wrong(where));
				entries.put(entry.id(), entry);
			}
		}
	}

	private static Optional<Entry> entry(String line) {
		String[] fields = Stream.of(line.split("[,;]", -1)).map(String::strip).toArray(String[]::new);
		Optional<UsbId> id = UsbId.tryParse(fields[0]);
		if (id.isEmpty() || fields.length < 2 || fields.length > 4) {
			return Optional.empty();
		}
		String name = fields.length > 2 ? fields[2] : "";
		boolean loading = fields.length > 3 && fields[3].equals("loading");
		if (fields.length > 3 && !loading && !fields[3].isEmpty()) {
			return Optional.empty();
		}
		return kinds(fields[1]).map(kinds -> new Entry(id.get(), kinds, name, loading));
	}

	private static Optional<Set<DeviceKind>> kinds(String word) {
		return switch (word) {
		case NONE -> Optional.of(Set.of());
		case UPS -> Optional.of(Set.of(DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT));
		default -> Stream.of(DeviceKind.values()).filter(kind -> kind.name().equals(word)).findFirst().map(Set::of);
		};
	}

	/** What a device of this kind may show. */
	List<Entry> of(DeviceKind kind) {
		return entries.values().stream().filter(entry -> entry.kinds().contains(kind)).toList();
	}

	/** Entries for these ids, named where they are known. */
	List<Entry> of(Set<UsbId> ids) {
		List<Entry> wanted = new ArrayList<>();
		ids.stream().sorted().forEach(id -> wanted.add(entries.getOrDefault(id, new Entry(id, Set.of(), "", false))));
		return wanted;
	}

	static String ids(List<Entry> wanted) {
		return wanted.stream().map(entry -> entry.id().text()).collect(Collectors.joining(", "));
	}
}
