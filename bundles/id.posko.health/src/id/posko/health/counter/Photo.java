package id.posko.health.counter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture that is kept as evidence, known by the SHA-256 of its bytes (64 digits 0 to f). */
public record Photo(String sha256, Kind kind) {

	private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.([a-z]{3})");

	/** By its first bytes. */
	public enum Kind {
		/** ITU-T T.81: SOI and the next marker. */
		JPG(0xFF, 0xD8, 0xFF),
		/** ISO/IEC 15948. */
		PNG(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

		private final int[] magic;

		Kind(int... magic) {
			this.magic = magic;
		}

		static Optional<Kind> of(byte[] file) {
			return Arrays.stream(values()).filter(kind -> kind.begins(file)).findFirst();
		}

		private boolean begins(byte[] file) {
			for (int i = 0; i < magic.length; i++) {
				if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
					return false;
				}
			}
			return true;
		}
	}

	/** Of its file: {@code SHA256.jpg}. */
	public String name() {
		return sha256 + "." + kind.name().toLowerCase(Locale.ROOT);
	}

	/** Empty if it is no such name. */
	public static Optional<Photo> named(String name) {
		Matcher parts = NAME.matcher(name);
		return parts.matches() ? Arrays.stream(Kind.values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(parts.group(2)))
				.findFirst().map(kind -> new Photo(parts.group(1), kind)) : Optional.empty();
	}
}
