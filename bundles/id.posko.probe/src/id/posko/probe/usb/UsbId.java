package id.posko.probe.usb;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a USB device calls itself: vendor and product, as in {@code 080b:0002}. */
public record UsbId(String text) implements Comparable<UsbId> {

	private static final Pattern FORM = Pattern.compile("(?:0x)?([0-9A-Fa-f]{4}):(?:0x)?([0-9A-Fa-f]{4})");

	/** Empty if the text is none. */
	static Optional<UsbId> tryParse(String text) {
		Matcher parts = FORM.matcher(text.strip());
		return parts.matches()
				? Optional.of(new UsbId((parts.group(1) + ":" + parts.group(2)).toLowerCase(Locale.ROOT))) : Optional.empty();
	}

	@Override
	public int compareTo(UsbId other) {
		return text.compareTo(other.text);
	}

	@Override
	public String toString() {
		return text;
	}
}
