package id.posko.kit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a device is asked beyond its address: settings by name, such as {@code snmp.version=3; ssh.user=posko}. Secrets
 * are only named here ({@code ssh.secret=afis}, a name in {@link Secrets}), never held.
 */
public record Access(Map<String, String> settings) {

	public static final Access NONE = new Access(Map.of());

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+)+");

	public Access {
		settings = Map.copyOf(settings);
	}

	/** The form above; empty if the text is not of it. A value holds no semicolon and is not blank. */
	public static Optional<Access> tryParse(String text) {
		Map<String, String> settings = new TreeMap<>();
		for (String part : text.split("[;\\n]")) {
			String[] sides = part.split("=", 2);
			String name = sides[0].strip();
			if (part.isBlank()) {
				continue;
			}
			if (sides.length < 2 || sides[1].isBlank() || !NAME.matcher(name).matches()
					|| settings.put(name, sides[1].strip()) != null) {
				return Optional.empty();
			}
		}
		return Optional.of(new Access(settings));
	}

	public Optional<String> get(String name) {
		return Optional.ofNullable(settings.get(name));
	}

	/** As {@link #tryParse} reads it, by name. */
	@Override
	public String toString() {
		return new TreeMap<>(settings).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
				.collect(Collectors.joining("; "));
	}
}
