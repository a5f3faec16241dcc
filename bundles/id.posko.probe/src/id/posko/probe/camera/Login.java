package id.posko.probe.camera;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User and password of a camera, and how they answer its challenges: Digest (RFC 7616, 2617, 2069), Basic (RFC 7617). */
record Login(String user, byte[] password) {

	private static final int LONGEST = 2 << 10;
	private static final Pattern PARAMETER = Pattern
			.compile("([A-Za-z0-9_-]++)\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s,\"]++))");

	/** Overwrites the characters. */
	static Login of(String user, char[] password) {
		ByteBuffer octets = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
		Login login = new Login(user, Arrays.copyOf(octets.array(), octets.limit()));
		Arrays.fill(octets.array(), (byte) 0);
		Arrays.fill(password, '\0');
		return login;
	}

	void forget() {
		Arrays.fill(password, (byte) 0);
	}

	/** The same for the same user and password only; tells neither. */
	String fingerprint() {
		return hash("SHA-256", (user + "\0").getBytes(StandardCharsets.UTF_8), password);
	}

	/**
	 * The field Authorization for one request, by the strongest challenge that is understood.
	 *
	 * @param challenges fields WWW-Authenticate
	 * @param count how often this nonce has been answered, this time included
	 * @param cnonce of the client's own, unguessable
	 * @return empty if none is understood
	 */
	Optional<String> answer(List<String> challenges, String method, String uri, int count, String cnonce) {
		List<Map<String, String>> digests = challenges.stream().filter(c -> isOf(c, "digest")).map(Login::parameters)
				.filter(d -> d.containsKey("nonce") && digest(d).isPresent()).toList();
		Optional<Map<String, String>> best = digests.stream().filter(d -> digest(d).get().equals("SHA-256")).findFirst()
				.or(() -> digests.stream().findFirst());
		if (best.isPresent()) {
			return Optional.of(digest(best.get(), method, uri, count, cnonce));
		}
		return challenges.stream().filter(c -> isOf(c, "basic")).findFirst().map(_ -> basic());
	}

	/** Whether the camera takes the password but wants it with a newer nonce. */
	static boolean isStale(List<String> challenges) {
		return challenges.stream().filter(c -> isOf(c, "digest"))
				.anyMatch(c -> "true".equalsIgnoreCase(parameters(c).get("stale")));
	}

	private static boolean isOf(String challenge, String scheme) {
		return challenge.length() <= LONGEST && challenge.toLowerCase(Locale.ROOT).startsWith(scheme + " ");
	}

	private static Map<String, String> parameters(String challenge) {
		Map<String, String> parameters = new HashMap<>();
		Matcher parameter = PARAMETER.matcher(challenge);
		while (parameter.find()) {
			parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT),
					parameter.group(2) != null ? parameter.group(2) : parameter.group(3));
		}
		return parameters;
	}

	/** Name of the hash function; empty if it is not known here. */
	private static Optional<String> digest(Map<String, String> challenge) {
		return switch (challenge.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT)) {
		case "MD5", "MD5-SESS" -> Optional.of("MD5");
		case "SHA-256", "SHA-256-SESS" -> Optional.of("SHA-256");
		default -> Optional.empty();
		};
	}

	private String basic() {
		byte[] name = (user + ":").getBytes(StandardCharsets.UTF_8);
		byte[] both = Arrays.copyOf(name, name.length + password.length);
		System.arraycopy(password, 0, both, name.length, password.length);
		String text = Base64.getEncoder().encodeToString(both);
		Arrays.fill(both, (byte) 0);
		return "Basic " + text;
	}

	private String digest(Map<String, String> challenge, String method, String uri, int count,
			String cnonce) {
		String function = digest(challenge).orElseThrow();
		String realm = challenge.getOrDefault("realm", "");
		String nonce = challenge.get("nonce");
		boolean isQop = Arrays.asList(challenge.getOrDefault("qop", "").toLowerCase(Locale.ROOT).split("[,\\s]+"))
				.contains("auth");
		String first = hash(function, (user + ":" + unquoted(realm) + ":").getBytes(StandardCharsets.UTF_8), password);
		if (challenge.getOrDefault("algorithm", "").toUpperCase(Locale.ROOT).endsWith("-SESS")) {
			first = hash(function, first + ":" + unquoted(nonce) + ":" + cnonce);
		}
		String nc = String.format("%08x", count);
		String middle = isQop ? ":" + nc + ":" + cnonce + ":auth:" : ":";
		String response = hash(function, first + ":" + unquoted(nonce) + middle + hash(function, method + ":" + uri));
		StringBuilder field = new StringBuilder("Digest username=\"").append(user.replaceAll("([\"\\\\])", "\\\\$1"))
				.append("\", realm=\"").append(realm).append("\", nonce=\"").append(nonce).append("\", uri=\"")
				.append(uri).append("\", response=\"").append(response).append('"');
		for (String same : List.of("algorithm", "opaque")) {
			if (challenge.containsKey(same)) {
				String quote = same.equals("opaque") ? "\"" : "";
				field.append(", ").append(same).append('=').append(quote).append(challenge.get(same)).append(quote);
			}
		}
		if (isQop) {
			field.append(", qop=auth, nc=").append(nc).append(", cnonce=\"").append(cnonce).append('"');
		}
		return field.toString();
	}

	private static String unquoted(String text) {
		return text.replaceAll("\\\\(.)", "$1");
	}

	private static String hash(String function, String text) {
		return hash(function, text.getBytes(StandardCharsets.UTF_8));
	}

	private static String hash(String function, byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance(function);
			for (byte[] part : parts) {
				digest.update(part);
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
