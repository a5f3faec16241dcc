package id.posko.probe.camera;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line and the fields of a message of RTSP/1.0 (RFC 2326) or HTTP/1.1 (RFC 9112), which have one form.
 *
 * @param fields by name in small letters, in their order
 */
record Head(String start, Map<String, List<String>> fields) {

	private static final int MOST_LINES = 200;
	private static final int LONGEST = 64 << 10;
	private static final Pattern STATUS = Pattern.compile("(?:RTSP|HTTP)/[12]\\.\\d (\\d{3})(?: .*)?");
	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

	/** @param begun what has been read of its first line */
	static Head read(Wire wire, String begun) throws IOException {
		String start = wire.line(begun);
		Map<String, List<String>> fields = new HashMap<>();
		List<String> last = null;
		int length = start.length();
		int lines = 0;
		for (String line = wire.line(""); !line.isEmpty(); line = wire.line("")) {
			length += line.length();
			if (++lines > MOST_LINES || length > LONGEST) {
				throw wire.endless();
			}
			int colon = line.indexOf(':');
			if (Character.isWhitespace(line.charAt(0)) && last != null) {
				last.add(last.removeLast() + " " + line.strip());
			} else if (colon > 0) {
				last = fields.computeIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
						_ -> new ArrayList<>());
				last.add(line.substring(colon + 1).strip());
			} else {
				throw new CameraFault("camera_garbled", wire.stage(), CameraFault.excerpt(line));
			}
		}
		return new Head(start, fields);
	}

	/** Of a reply; empty if this is none. */
	OptionalInt status() {
		Matcher status = STATUS.matcher(start);
		return status.matches() ? OptionalInt.of(Integer.parseInt(status.group(1))) : OptionalInt.empty();
	}

	Optional<String> field(String name) {
		return all(name).stream().findFirst();
	}

	List<String> all(String name) {
		return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
	}

	/** Content-Length in octets; empty if there is none. */
	OptionalInt length(Wire wire) throws CameraFault {
		List<String> all = all("Content-Length").stream().distinct().toList();
		if (all.isEmpty()) {
			return OptionalInt.empty();
		}
		if (all.size() > 1 || !NUMBER.matcher(all.getFirst()).matches()) {
			throw new CameraFault("camera_garbled", wire.stage(),
					CameraFault.excerpt("Content-Length: " + String.join(", ", all)));
		}
		return OptionalInt.of(Integer.parseInt(all.getFirst()));
	}
}
