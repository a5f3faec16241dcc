package id.posko.kit.discovery;

import java.util.Locale;

import id.posko.kit.Labels;
import id.posko.kit.Words;

/**
 * One thing that an address told of itself. Texts of a stranger: without control characters and at most
 * {@link #LONGEST} characters.
 *
 * @param value the port, the banner, the OID, the name …
 * @param meaning what that is known to be: the maker, the service; else empty
 */
public record Sign(Kind kind, String value, String meaning) {

	public static final int LONGEST = 120;

	public enum Kind {
		/** It answered an ICMP echo request. */
		ECHO,
		/** It took a TCP connection. */
		PORT,
		/** Its version of SSH (RFC 4253, 4.2). */
		SSH,
		/** It answered RTSP's OPTIONS (RFC 2326); the server's name. */
		RTSP,
		/** A UPS that NUT's upsd lists there. */
		NUT,
		/** The model of the UPS of an apcupsd. */
		APCUPSD,
		/** sysObjectID of SNMP (RFC 3418). */
		SYSTEM,
		/** sysDescr. */
		DESCRIPTION,
		/** sysName. */
		NAME,
		/** The agent has objects below this OID. */
		MIB,
		/** The address is the first or last of its network. */
		PLACE
	}

	public Sign {
		value = clean(value);
		meaning = clean(meaning);
	}

	public static Sign of(Kind kind, Object value) {
		return new Sign(kind, String.valueOf(value), "");
	}

	public Sign meaning(String newMeaning) {
		return new Sign(kind, value, newMeaning);
	}

	/** What breaks lines, moves a terminal's cursor or turns the direction of writing becomes a blank. */
	private static String clean(String text) {
		StringBuilder clean = new StringBuilder();
		text.codePoints().limit(LONGEST).map(c -> isPrinted(c) ? c : ' ').forEach(clean::appendCodePoint);
		return clean.toString().replaceAll(" {2,}", " ").strip();
	}

	private static boolean isPrinted(int c) {
		return switch (Character.getType(c)) {
		case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
				Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
		default -> true;
		};
	}

	public String sentence(Locale locale) {
		Words words = Words.of(Labels.class, locale);
		String plain = "sign." + kind.name();
		return meaning.isEmpty() || !words.has(plain + "_AS") ? words.say(plain, value) : words.say(plain + "_AS", value, meaning);
	}
}
