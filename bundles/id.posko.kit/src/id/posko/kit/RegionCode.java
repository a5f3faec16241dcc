package id.posko.kit;

import java.util.regex.Pattern;

/**
 * Kemendagri region code of an office: PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD, dots optional. It stays as it was
 * written and is equal by its digits, so that 35.03.01 and 350301 are one place. BPS codes are another system.
 */
public final class RegionCode implements Comparable<RegionCode> {

	private static final Pattern FORM = Pattern.compile("\\d{2}(\\.?\\d{2}(\\.?\\d{2}(\\.?\\d{4})?)?)?");

	private final String text;
	private final String digits;

	/** @throws IllegalArgumentException if the text is not of the form above */
	public RegionCode(String text) {
		if (!isWellFormed(text)) {
			throw new IllegalArgumentException(text);
		}
		this.text = text;
		digits = text.replace(".", "");
	}

	public static boolean isWellFormed(String text) {
		return FORM.matcher(text).matches();
	}

	/** As it was written. */
	public String text() {
		return text;
	}

	public String digits() {
		return digits;
	}

	/** Whether the other place lies inside this one (or is this one). */
	public boolean contains(RegionCode other) {
		return other.digits.startsWith(digits);
	}

	@Override
	public int compareTo(RegionCode other) {
		return digits.compareTo(other.digits);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RegionCode code && digits.equals(code.digits);
	}

	@Override
	public int hashCode() {
		return digits.hashCode();
	}

	@Override
	public String toString() {
		return text;
	}
}
