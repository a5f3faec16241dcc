package id.posko.probe.snmp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/**
 * One object of an agent. Its text: a number in decimal digits (TimeTicks too), an OID with dots, a string as it is if
 * it is UTF-8, else in hexadecimal digits; no more than {@link #LONGEST} characters of it. Empty for NULL.
 */
public record Variable(OID oid, String text) {

	public static final int LONGEST = 120;

	/** What an agent sent in v2c and v3 instead of an object that it does not have is none. */
	static boolean isThere(VariableBinding binding) {
		return !binding.isException();
	}

	static Variable of(VariableBinding binding) {
		String text = switch (binding.getVariable()) {
		case null -> "";
		case Null _ -> "";
		case OctetString string -> text(string.getValue());
		case TimeTicks ticks -> Long.toString(ticks.getValue());
		case org.snmp4j.smi.Variable other -> other.toString();
		};
		return new Variable(binding.getOid(), text.length() > LONGEST ? text.substring(0, LONGEST) : text);
	}

	private static String text(byte[] octets) {
		int length = Math.min(octets.length, LONGEST);
		if (length == LONGEST && octets.length > LONGEST) {
			while (length > 0 && (octets[length] & 0xC0) == 0x80) {
				length--;
			}
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 0, length)).toString();
			int end = text.indexOf('\0');
			return (end < 0 ? text : text.substring(0, end)).strip();
		} catch (CharacterCodingException _) {
			return HexFormat.of().formatHex(octets, 0, length);
		}
	}
}
