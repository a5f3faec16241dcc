package id.posko.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may see a simulated camera: one user, by the digest of RFC 2617 in its oldest form, without quality of protection. */
final class DigestLogin {

	private static final String REALM = "kamera";
	private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^, ]+))");

	private final String user;
	private final DemoSecret password;
	private final String nonce = Long.toHexString(System.nanoTime());

	DigestLogin(String user, DemoSecret password) {
		this.user = user;
		this.password = password;
	}

	/** The line that asks for it. */
	String challenge() {
		return "WWW-Authenticate: Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\", algorithm=MD5";
	}

	/** @param given the field Authorization; empty if there was none */
	boolean lets(String method, String uri, String given) {
		return parameter(given, "nonce").equals(nonce) && parameter(given, "uri").equals(uri)
				&& password.text().filter(known -> parameter(given, "response").equals(md5(
						md5(user + ":" + REALM + ":" + known) + ":" + nonce + ":" + md5(method + ":" + uri)))).isPresent();
	}

	private static String parameter(String field, String name) {
		Matcher parameter = PARAMETER.matcher(field);
		while (parameter.find()) {
			if (parameter.group(1).equals(name)) {
				return parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
			}
		}
		return "";
	}

	private static String md5(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
