package id.posko.sim;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The variables of a UPS by the names of Network UPS Tools (docs/nut-names), in its units. */
final class UpsVariables {

	private UpsVariables() {
	}

	static Map<String, String> of(SimulatedUps.State state) {
		Map<String, String> variables = new TreeMap<>();
		variables.put("battery.charge", Integer.toString(state.charge()));
		variables.put("battery.runtime", Long.toString(state.runtime().toSeconds()));
		variables.put("battery.voltage", decimal(state.batteryVolts()));
		variables.put("battery.temperature", decimal(state.temperature()));
		variables.put("device.mfr", "Posko");
		variables.put("device.model", "SIM 650");
		variables.put("device.type", "ups");
		variables.put("driver.name", "posko-sim");
		variables.put("input.voltage", decimal(state.inputVolts()));
		variables.put("input.frequency", decimal(state.inputHertz()));
		variables.put("output.voltage", decimal(state.outputVolts()));
		variables.put("output.frequency", decimal(state.outputHertz()));
		variables.put("ups.load", Integer.toString(state.load()));
		variables.put("ups.status", (state.isOnBattery() ? "OB DISCHRG" : "OL") + (state.isLow() ? " LB" : "")
				+ (state.replaceBattery() ? " RB" : ""));
		variables.put("ups.test.result", "No test initiated");
		return variables;
	}

	private static String decimal(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}
}
