package id.posko.sim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The server's side of one login by SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding. */
final class Scram {

	static final String NAME = "SCRAM-SHA-256";

	private static final Pattern FIRST = Pattern.compile("[ny],,(n=[^,]*,r=([!-+\\--~]{8,200}))");
	private static final Pattern FINAL = Pattern.compile("(c=[^,]+,r=([^,]+)),p=([A-Za-z0-9+/=]{44})");
	private static final int ROUNDS = 4096;

	private final String password;
	private final byte[] salt = random(16);
	private String said = "";
	private String nonce = "";

	Scram(String password) {
		this.password = password;
	}

	/** Answers the client's first message; empty if it is none. */
	Optional<String> first(String message) {
		Matcher parts = FIRST.matcher(message);
		if (!parts.matches()) {
			return Optional.empty();
		}
		nonce = parts.group(2) + base64(random(18));
		String answer = "r=" + nonce + ",s=" + base64(salt) + ",i=" + ROUNDS;
		said = parts.group(1) + "," + answer;
		return Optional.of(answer);
	}

	/** Answers the client's last message; empty if it does not know the password. */
	Optional<String> last(String message) {
		Matcher parts = FINAL.matcher(message);
		if (!parts.matches() || !parts.group(2).equals(nonce)) {
			return Optional.empty();
		}
		try {
			byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
					.generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256)).getEncoded();
			byte[] clientKey = hmac(salted, "Client Key");
			String all = said + "," + parts.group(1);
			byte[] proof = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), all);
			for (int i = 0; i < proof.length; i++) {
				proof[i] ^= clientKey[i];
			}
			return MessageDigest.isEqual(proof, Base64.getDecoder().decode(parts.group(3)))
					? Optional.of("v=" + base64(hmac(hmac(salted, "Server Key"), all))) : Optional.empty();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] random(int length) {
		byte[] octets = new byte[length];
		new SecureRandom().nextBytes(octets);
		return octets;
	}

	private static String base64(byte[] octets) {
		return Base64.getEncoder().encodeToString(octets);
	}
}
