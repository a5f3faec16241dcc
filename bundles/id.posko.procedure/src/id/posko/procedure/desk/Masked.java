package id.posko.procedure.desk;

import java.util.regex.Pattern;

/** Texts about persons without what singles them out. */
final class Masked {

	/** A NIK has 16 digits, of which the first six are the place; a KK number alike. */
	private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{6})(?:[ .-]?\\d){10}(?!\\d)");

	private Masked() {
	}

	/** What a complaint says, its NIK and KK numbers but for the place hidden. */
	static String of(String text) {
		return NUMBER.matcher(text).replaceAll("$1**********");
	}
}
