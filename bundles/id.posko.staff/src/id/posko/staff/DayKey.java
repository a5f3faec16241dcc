package id.posko.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import id.posko.kit.Secrets;

/**
 * The key that signs the journal's days (Ed25519, RFC 8032). It lies with the other secrets, not in the data folder;
 * its public half stands in every signature: {@code public key:signature} in Base64. Printed and put away, a day's
 * signature proves the journal up to it.
 */
public final class DayKey {

	/** Its name among the secrets. */
	static final String SECRET = "journal.key";
	private static final String ALGORITHM = "Ed25519";

	private final Secrets secrets;

	public DayKey(Secrets secrets) {
		this.secrets = secrets;
	}

	String sign(String hash) throws IOException {
		try {
			Optional<char[]> kept = secrets.secret(SECRET);
			String both = kept.isPresent() ? new String(kept.get()) : make();
			kept.ifPresent(secret -> Arrays.fill(secret, '\0'));
			String[] halves = both.split(":");
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(KeyFactory.getInstance(ALGORITHM)
					.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
			signature.update(hash.getBytes(StandardCharsets.US_ASCII));
			return halves[0] + ":" + Base64.getEncoder().encodeToString(signature.sign());
		} catch (GeneralSecurityException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
			throw new IOException("secret " + SECRET + ": " + e.getMessage(), e);
		}
	}

	/** Empty if it has signed nothing yet. */
	Optional<String> publicKey() throws IOException {
		return secrets.secret(SECRET).map(both -> {
			String half = new String(both).split(":")[0];
			Arrays.fill(both, '\0');
			return half;
		});
	}

	private String make() throws GeneralSecurityException, IOException {
		KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
		Base64.Encoder base64 = Base64.getEncoder();
		String both = base64.encodeToString(pair.getPublic().getEncoded()) + ":"
				+ base64.encodeToString(pair.getPrivate().getEncoded());
		secrets.keep(SECRET, both.toCharArray());
		return both;
	}

	/** The public key if it is its signature of that hash, else empty. */
	static Optional<String> signer(String hash, String signed) {
		try {
			String[] halves = signed.split(":");
			PublicKey key = KeyFactory.getInstance(ALGORITHM)
					.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initVerify(key);
			signature.update(hash.getBytes(StandardCharsets.US_ASCII));
			return signature.verify(Base64.getDecoder().decode(halves[1])) ? Optional.of(halves[0]) : Optional.empty();
		} catch (GeneralSecurityException | ArrayIndexOutOfBoundsException | IllegalArgumentException _) { // not a signature
			return Optional.empty();
		}
	}
}
