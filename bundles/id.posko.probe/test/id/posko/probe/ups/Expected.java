package id.posko.probe.ups;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.posko.health.Reading;

/** Tables of expected readings: a recording's name in brackets, then {@code quantity value} or {@code quantity ! reason}. */
final class Expected {

	private Expected() {
	}

	static Map<String, List<String>> read(String table) {
		Map<String, List<String>> all = new LinkedHashMap<>();
		List<String> current = new ArrayList<>();
		for (String line : text(table).split("\n")) {
			if (line.startsWith("[")) {
				current = new ArrayList<>();
				all.put(line.substring(1, line.indexOf(']')), current);
			} else if (!line.isBlank() && !line.startsWith("#")) {
				current.add(line);
			}
		}
		return all;
	}

	static String text(String resource) {
		try (InputStream stream = Expected.class.getResourceAsStream(resource)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static List<String> lines(List<Reading> readings) {
		return readings.stream().map(Expected::line).toList();
	}

	private static String line(Reading reading) {
		String made = reading.rejected().map(why -> "! " + why).or(reading::state)
				.orElseGet(() -> Double.toString(reading.value().orElseThrow()).replaceFirst("\\.0$", ""));
		return reading.quantity() + " " + made;
	}
}
