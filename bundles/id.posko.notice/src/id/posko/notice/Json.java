package id.posko.notice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON (RFC 8259) of maps, lists, texts, numbers and truths; ASCII only. */
final class Json {

	private Json() {
	}

	static String of(Object value) {
		return switch (value) {
		case Map<?, ?> map -> map.entrySet().stream().map(e -> quoted(e.getKey().toString()) + ":" + of(e.getValue()))
				.collect(Collectors.joining(",", "{", "}"));
		case List<?> list -> list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
		case Number number -> number.toString();
		case Boolean truth -> truth.toString();
		default -> quoted(value.toString());
		};
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.chars().forEach(c -> {
			if (c == '"' || c == '\\') {
				quoted.append('\\').append((char) c);
			} else if (c < 0x20 || c > 0x7e) {
				quoted.append("\\u%04x".formatted(c));
			} else {
				quoted.append((char) c);
			}
		});
		return quoted.append('"').toString();
	}
}
