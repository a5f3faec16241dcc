package id.posko.health.ui.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import id.posko.health.ui.map.MapReading.Fault;

/** The map of the data folder: {@code map.geojson}, else {@code map.svg}. */
public record MapFile(Path folder) {

	private static final String GEOJSON = "map.geojson";
	private static final String SVG = "map.svg";
	private static final int MOST_MEGABYTES = 64;
	private static final int MEGABYTE = 1 << 20;

	/** The file that is there. */
	public Optional<Path> file() {
		return List.of(GEOJSON, SVG).stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
	}

	/** Blocks while it reads. What it is, is seen by its first letter. */
	public static MapReading read(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] text = in.readNBytes(MOST_MEGABYTES * MEGABYTE + 1);
			return text.length > MOST_MEGABYTES * MEGABYTE ? MapReading.refused(Fault.TOO_BIG, MOST_MEGABYTES) : read(text);
		} catch (IOException e) {
			return MapReading.refused(Fault.IO, String.valueOf(e.getMessage()));
		}
	}

	static MapReading read(byte[] text) {
		return switch (first(text)) {
			case '{' -> GeoJson.read(text);
			case '<' -> Svg.read(text);
			default -> MapReading.refused(Fault.WRONG_TYPE);
		};
	}

	/** Behind blanks, marks of the byte order, and the zeros that UTF-16 has. */
	private static int first(byte[] text) {
		for (byte each : text) {
			if (each > ' ') {
				return each;
			}
			boolean isBefore = each == 0 || each == ' ' || each == '\n' || each == '\r' || each == '\t' || each < 0;
			if (!isBefore) {
				return 0;
			}
		}
		return 0;
	}

	/** Takes a file's place as the folder's map. */
	public void keep(Path file) throws IOException {
		byte[] text = Files.readAllBytes(file);
		String name = first(text) == '<' ? SVG : GEOJSON;
		Path unfinished = folder.resolve("." + name + ".part");
		try {
			Files.write(unfinished, text);
			Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING,
					StandardCopyOption.ATOMIC_MOVE);
			Files.deleteIfExists(folder.resolve(name.equals(SVG) ? GEOJSON : SVG));
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}
}
