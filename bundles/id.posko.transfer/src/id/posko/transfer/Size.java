package id.posko.transfer;

import java.util.List;
import java.util.Locale;

/** Sizes as people read them, in decimal units as on the package of a medium: {@code 15,4 GB}. */
public final class Size {

	private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

	private Size() {
	}

	/** @param bytes not negative */
	public static String text(double bytes, Locale locale) {
		int unit = 0;
		double value = bytes;
		while (value >= 999.5 && unit < UNITS.size() - 1) {
			value /= 1000;
			unit++;
		}
		return String.format(locale, unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s", value, UNITS.get(unit));
	}
}
