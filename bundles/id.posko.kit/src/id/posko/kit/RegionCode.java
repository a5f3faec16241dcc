package id.posko.kit;

import java.util.regex.Pattern;

/**
 * Kemendagri region code of an office: PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD, dots optional. It stays as it was
 * written and is equal by its digits, so that 35.03.01 and 350301 are one place. BPS codes are another system.
 */
public record RegionCode(String text) implements Comparable<RegionCode> {

	private static final Pattern FORM = Pattern.compile("\\d{2}(\\.?\\d{2}(\\.?\\d{2}(\\.?\\d{4})?)?)?");

	/** @throws IllegalArgumentException if the text is not of the form above */
	public RegionCode {
		if (!isWellFormed(text)) {
			throw new IllegalArgumentException(text);
		}
	}

	public static boolean isWellFormed(String text) {
		return FORM.matcher(text).matches();
	}

	public String digits() {
		return text.replace(".", "");
	}

	/** Whether the other place lies inside this one (or is this one). */
	public boolean contains(RegionCode other) {
		return other.digits().startsWith(digits());
	}

	@Override
	public int compareTo(RegionCode other) {
		return digits().compareTo(other.digits());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RegionCode code && (text.equals(code.text) || digits().equals(code.digits()));
	}

	@Override
	public int hashCode() {
		int hash = 0;
		for (int i = 0; i < text.length(); i++) {
			hash = text.charAt(i) == '.' ? hash : 31 * hash + text.charAt(i);
		}
		return hash;
	}

	@Override
	public String toString() {
		return text;
	}
}
