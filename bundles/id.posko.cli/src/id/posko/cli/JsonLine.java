package id.posko.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One JSON object (RFC 8259) on one line, its fields in the order they were put. */
final class JsonLine {

	private final Map<String, Object> fields = new LinkedHashMap<>();

	/** Null and an empty Optional become null, a Duration milliseconds, an Instant ISO-8601 with offset. */
	JsonLine put(String name, Object value) {
		fields.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
		return this;
	}

	/** ISO-8601 with the offset of this machine. */
	static String time(Instant at) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.MILLIS).atZone(ZoneId.systemDefault()));
	}

	/** Milliseconds with microseconds behind the point. */
	static double millis(Duration duration) {
		return Math.round(duration.toNanos() / 1000.0) / 1000.0;
	}

	@Override
	public String toString() {
		return fields.entrySet().stream().map(f -> quoted(f.getKey()) + ":" + json(f.getValue()))
				.collect(Collectors.joining(",", "{", "}"));
	}

	private static String json(Object value) {
		return switch (value) {
		case null -> "null";
		case Number number -> number.toString();
		case Boolean truth -> truth.toString();
		case Duration duration -> Double.toString(millis(duration));
		case Instant at -> quoted(time(at));
		case List<?> list -> list.stream().map(JsonLine::json).collect(Collectors.joining(",", "[", "]"));
		case JsonLine object -> object.toString();
		default -> quoted(value.toString());
		};
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.chars().forEach(c -> {
			switch (c) {
			case '"' -> quoted.append("\\\"");
			case '\\' -> quoted.append("\\\\");
			case '\n' -> quoted.append("\\n");
			case '\r' -> quoted.append("\\r");
			case '\t' -> quoted.append("\\t");
			default -> {
				if (c < 0x20 || Character.isSurrogate((char) c) || c == 0x2028 || c == 0x2029) {
					quoted.append("\\u%04x".formatted(c));
				} else {
					quoted.append((char) c);
				}
			}
			}
		});
		return quoted.append('"').toString();
	}
}
