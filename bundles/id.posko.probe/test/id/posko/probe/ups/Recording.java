package id.posko.probe.ups;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

import id.posko.probe.snmp.Reply;
import id.posko.probe.snmp.Variables;

/** A walk of a device in the form that snmpsim reads, {@code oid|type|value}; answers as an agent would. */
final class Recording implements SnmpReading.Agent {

	private final NavigableMap<OID, org.snmp4j.smi.Variable> objects = new TreeMap<>();
	private int requests;

	static Recording of(Path file) {
		try {
			return new Recording(Files.readAllLines(file, StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	Recording(List<String> lines) {
		lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> l.split("\\|", 3))
				.forEach(parts -> objects.put(new OID(parts[0]), value(parts[1], parts[2])));
	}

	private static org.snmp4j.smi.Variable value(String type, String text) {
		return switch (type) {
		case "2" -> new Integer32(Integer.parseInt(text));
		case "4" -> new OctetString(text);
		case "4x" -> new OctetString(HexFormat.of().parseHex(text));
		case "5" -> new Null();
		case "6" -> new OID(text);
		case "64" -> new IpAddress(text);
		case "65" -> new Counter32(Long.parseLong(text));
		case "66" -> new Gauge32(Long.parseLong(text));
		case "67" -> new TimeTicks(Long.parseLong(text));
		case "70" -> new Counter64(Long.parseLong(text));
		default -> throw new IllegalArgumentException(type);
		};
	}

	NavigableMap<OID, org.snmp4j.smi.Variable> objects() {
		return objects;
	}

	int requests() {
		return requests;
	}

	@Override
	public Reply next(List<OID> behind, Duration timeout) {
		requests++;
		List<VariableBinding> bindings = new ArrayList<>();
		for (OID oid : behind) {
			Map.Entry<OID, org.snmp4j.smi.Variable> next = objects.higherEntry(oid);
			bindings.add(next == null ? new VariableBinding(oid, Null.endOfMibView)
					: new VariableBinding(next.getKey(), next.getValue()));
		}
		return Variables.reply(bindings);
	}
}
