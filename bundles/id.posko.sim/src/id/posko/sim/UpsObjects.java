package id.posko.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

import id.posko.kit.Device;

/** The objects of a UPS' agent: the system group and the UPS-MIB of RFC 1628 in the RFC's units, one line in and out. */
final class UpsObjects {

	private static final OID SYSTEM = new OID("1.3.6.1.2.1.1");
	private static final OID UPS_MIB = new OID("1.3.6.1.2.1.33");
	private static final OID OBJECTS = new OID("1.3.6.1.2.1.33.1");
	private static final String BATTERY_BAD = ".6.3.1";
	private static final String ON_BATTERY = ".6.3.2";
	private static final String LOW_BATTERY = ".6.3.3";
	private static final double AMPERES_AT_FULL_LOAD = 13.6;

	private final NavigableMap<OID, Variable> objects = new TreeMap<>();

	private UpsObjects() {
	}

	static NavigableMap<OID, Variable> of(Device device, SimulatedUps.State state, long uptimeMillis) {
		UpsObjects made = new UpsObjects();
		made.system(device, uptimeMillis);
		made.battery(state);
		made.lines(state);
		made.alarms(state, uptimeMillis);
		return made.objects;
	}

	private void system(Device device, long uptimeMillis) {
		put(SYSTEM, ".1.0", new OctetString("Posko simulated UPS"));
		put(SYSTEM, ".2.0", UPS_MIB);
		put(SYSTEM, ".3.0", new TimeTicks(uptimeMillis / 10 & 0xFFFF_FFFFL));
		put(SYSTEM, ".5.0", new OctetString(device.name()));
		put(SYSTEM, ".6.0", new OctetString(device.site().text()));
		put(".1.1.0", new OctetString("Posko"));
		put(".1.2.0", new OctetString("SIM 3000"));
		put(".1.5.0", new OctetString(device.name()));
	}

	private void battery(SimulatedUps.State state) {
		put(".2.1.0", number(state.isLow() ? 3 : 2));
		put(".2.2.0", number(state.onBattery().toSeconds()));
		put(".2.3.0", number(state.runtime().toMinutes()));
		put(".2.4.0", number(state.charge()));
		put(".2.5.0", number(state.batteryVolts() * 10));
		put(".2.7.0", number(state.temperature()));
	}

	private void lines(SimulatedUps.State state) {
		double amperes = state.load() / 100.0 * AMPERES_AT_FULL_LOAD;
		put(".3.1.0", new Counter32(state.isOnBattery() ? 1 : 0));
		put(".3.2.0", number(1));
		put(".3.3.1.2.1", number(state.inputHertz() * 10));
		put(".3.3.1.3.1", number(state.inputVolts()));
		put(".4.1.0", number(state.isOnBattery() ? 5 : 3));
		put(".4.2.0", number(state.outputHertz() * 10));
		put(".4.3.0", number(1));
		put(".4.4.1.2.1", number(state.outputVolts()));
		put(".4.4.1.3.1", number(amperes * 10));
		put(".4.4.1.4.1", number(amperes * state.outputVolts()));
		put(".4.4.1.5.1", number(state.load()));
		put(".7.3.0", number(6));
	}

	private void alarms(SimulatedUps.State state, long uptimeMillis) {
		List<String> present = new ArrayList<>();
		if (state.replaceBattery()) {
			present.add(BATTERY_BAD);
		}
		if (state.isOnBattery()) {
			present.add(ON_BATTERY);
		}
		if (state.isLow()) {
			present.add(LOW_BATTERY);
		}
		put(".6.1.0", new Gauge32(present.size()));
		for (int i = 1; i <= present.size(); i++) {
			put(".6.2.1.2." + i, new OID(OBJECTS.toDottedString() + present.get(i - 1)));
			put(".6.2.1.3." + i, new TimeTicks(uptimeMillis / 10 & 0xFFFF_FFFFL));
		}
	}

	private static Integer32 number(double value) {
		return new Integer32((int) Math.round(value));
	}

	private void put(String below, Variable value) {
		put(OBJECTS, below, value);
	}

	private void put(OID root, String below, Variable value) {
		objects.put(new OID(root.toDottedString() + below), value);
	}
}
