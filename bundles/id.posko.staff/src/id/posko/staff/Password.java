package id.posko.staff;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id keeps them (RFC 9106), in the PHC form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}; 19 MiB
 * and two passes, the least that OWASP's password storage guide asks for.
 */
final class Password {

	static final int SHORTEST = 10;
	private static final int LONGEST = 200;
	private static final int MEMORY = 19_456;
	private static final int PASSES = 2;
	private static final int HASH = 32;
	private static final Pattern FORM = Pattern.compile(
			"\\$argon2id\\$v=19\\$m=([1-9]\\d{1,5}),t=([1-9]),p=1\\$((?:[A-Za-z0-9+/]{4}){2,16}(?:[A-Za-z0-9+/]{2,3})?)\\$([A-Za-z0-9+/]{43})");
	private static final String WALKS = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm";
	private static final SecureRandom RANDOM = new SecureRandom();

	private Password() {
	}

	/** Long enough, not the account's name in disguise, and no walk along the keyboard or the alphabet. */
	static boolean isGood(char[] password, String account) {
		String text = new String(password).toLowerCase(Locale.ROOT);
		return password.length >= SHORTEST && password.length <= LONGEST
				&& !(account.length() > 3 ? text.contains(account) : text.startsWith(account) || text.endsWith(account))
				&& text.chars().distinct().count() > 4 && !isWalk(text);
	}

	/** Most characters are the neighbours of those before them. */
	private static boolean isWalk(String text) {
		long steps = IntStream.range(1, text.length()).filter(i -> {
			String pair = text.substring(i - 1, i + 1);
			return WALKS.contains(pair) || WALKS.contains(new StringBuilder(pair).reverse());
		}).count();
		return steps * 3 >= (text.length() - 1) * 2;
	}

	static String hash(char[] password) {
		byte[] salt = new byte[16];
		RANDOM.nextBytes(salt);
		Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
		return "$argon2id$v=19$m=" + MEMORY + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + "$"
				+ base64.encodeToString(derive(password, salt, MEMORY, PASSES));
	}

	/** What is no hash of that form, because somebody changed it, fits no password. */
	static boolean fits(char[] password, String hash) {
		Matcher parts = FORM.matcher(hash);
		if (!parts.matches()) {
			return false;
		}
		byte[] derived = derive(password, Base64.getDecoder().decode(parts.group(3)), Integer.parseInt(parts.group(1)),
				Integer.parseInt(parts.group(2)));
		return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts.group(4)));
	}

	private static byte[] derive(char[] password, byte[] salt, int memory, int passes) {
		Argon2BytesGenerator argon = new Argon2BytesGenerator();
		argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
				.withMemoryAsKB(memory).withIterations(passes).withParallelism(1).withSalt(salt).build());
		var octets = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
		byte[] text = new byte[octets.remaining()];
		octets.get(text);
		byte[] hash = new byte[HASH];
		argon.generateBytes(text, hash);
		Arrays.fill(text, (byte) 0);
		Arrays.fill(octets.array(), (byte) 0);
		return hash;
	}
}
