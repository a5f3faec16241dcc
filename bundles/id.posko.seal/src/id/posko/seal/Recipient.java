package id.posko.seal;

import java.util.Optional;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;

/**
 * A public key that files are sealed to: X25519 as age writes it.
 *
 * @param text
 *            {@code age1…}
 */
public record Recipient(String text) {

	private static final String KIND = "age";

	/** @throws IllegalArgumentException if it is none */
	public Recipient {
		if (!isRight(text)) {
			throw new IllegalArgumentException(text);
		}
	}

	/** Empty if it is none: mistyped, a private key, another kind. */
	public static Optional<Recipient> parse(String text) {
		return Optional.of(text.strip()).filter(Recipient::isRight).map(Recipient::new);
	}

	private static boolean isRight(String text) {
		try {
			Bech32Address address = Bech32.getDecoder().decode(text);
			return KIND.contentEquals(address.getHumanReadablePart()) && address.getData().length == Identity.LENGTH;
		} catch (IllegalArgumentException | IndexOutOfBoundsException _) {
			return false;
		}
	}

	@Override
	public String toString() {
		return text;
	}
}
