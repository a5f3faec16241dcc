package id.posko.report.label;

import java.util.Locale;
import java.util.Optional;

/**
 * What a label's QR code holds: {@code posko:} and the device's key, the office's region code and the device's name
 * there, as in {@code posko:35.60.03/Modem}. No address, serial number or person: whoever scans it learns what the label
 * says anyway.
 */
public record DeviceCode(String key) {

	private static final String SCHEME = "posko:";

	public DeviceCode {
		if (key.isBlank()) {
			throw new IllegalArgumentException("no key");
		}
	}

	public String text() {
		return SCHEME + key;
	}

	/** Reads what a scanner or a hand typed, with or without the scheme; empty if there is no key in it. */
	public static Optional<DeviceCode> read(String typed) {
		String text = typed.strip();
		String key = text.toLowerCase(Locale.ROOT).startsWith(SCHEME) ? text.substring(SCHEME.length()).strip() : text;
		return key.matches("[^/:\\s]+/\\S.*") ? Optional.of(new DeviceCode(key)) : Optional.empty();
	}
}
