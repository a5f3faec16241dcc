package id.posko.probe.ups;

import java.util.Arrays;
import java.util.Optional;

import id.posko.health.Unit;

/**
 * What is read of a UPS, whatever protocol and maker: one vocabulary. A number's data: unit, the range in which it can
 * be true at all, the range in which a device that works lies, and whether 0 says that nothing is measured (an absent
 * probe, a line without voltage). The usual range decides only where a vendor's scale is in doubt.
 */
enum Quantity {
	BATTERY_CHARGE("battery.charge", Unit.PERCENT, 0, 100, 0, 100, false),
	BATTERY_RUNTIME("battery.runtime", Unit.SECONDS, 0, 259_200, 60, 86_400, false),
	BATTERY_VOLTS("battery.volts", Unit.VOLTS, 5, 1000, 10, 600, true),
	BATTERY_TEMPERATURE("battery.temperature", Unit.CELSIUS, -20, 90, 5, 60, true),
	BATTERY_STATE("battery.state"),
	BATTERY_ELAPSED("battery.elapsed", Unit.SECONDS, 0, 259_200, 0, 86_400, false),
	BATTERY_REPLACE("battery.replace"),
	INPUT_VOLTS("input.volts", Unit.VOLTS, 0, 520, 80, 300, false),
	INPUT_HERTZ("input.hertz", Unit.HERTZ, 40, 70, 45, 65, true),
	INPUT_TRANSFER("input.transfer"),
	OUTPUT_SOURCE("output.source"),
	OUTPUT_LOAD("output.load", Unit.PERCENT, 0, 200, 0, 120, false),
	OUTPUT_VOLTS("output.volts", Unit.VOLTS, 0, 520, 80, 300, false),
	OUTPUT_HERTZ("output.hertz", Unit.HERTZ, 40, 70, 45, 65, true),
	OUTPUT_AMPERES("output.amperes", Unit.AMPERES, 0, 2000, 0, 500, false),
	UPS_TEMPERATURE("ups.temperature", Unit.CELSIUS, -20, 90, 5, 60, true),
	TEST_STATE("test.state"),
	/** Only for telling which lines there are; never shown. */
	INPUT_LINES("input.lines", Unit.NONE, 1, 3, 1, 3, true),
	OUTPUT_LINES("output.lines", Unit.NONE, 1, 3, 1, 3, true);

	private final String code;
	private final Unit unit;
	private final boolean state;
	private final double least;
	private final double most;
	private final double usualLeast;
	private final double usualMost;
	private final boolean zeroIsAbsent;

	Quantity(String code, Unit unit, double least, double most, double usualLeast, double usualMost,
			boolean zeroIsAbsent) {
		this(code, unit, false, least, most, usualLeast, usualMost, zeroIsAbsent);
	}

	Quantity(String code) {
		this(code, Unit.NONE, true, 0, 0, 0, 0, false);
	}

	Quantity(String code, Unit unit, boolean state, double least, double most, double usualLeast, double usualMost,
			boolean zeroIsAbsent) {
		this.code = code;
		this.unit = unit;
		this.state = state;
		this.least = least;
		this.most = most;
		this.usualLeast = usualLeast;
		this.usualMost = usualMost;
		this.zeroIsAbsent = zeroIsAbsent;
	}

	static Optional<Quantity> of(String code) {
		return Arrays.stream(values()).filter(q -> q.code.equals(code)).findFirst();
	}

	/** Its name in the vocabulary, without a line's number. */
	String code() {
		return code;
	}

	Unit unit() {
		return unit;
	}

	/** Told by a word instead of a number. */
	boolean isState() {
		return state;
	}

	boolean isShown() {
		return this != INPUT_LINES && this != OUTPUT_LINES;
	}

	/** {@code battery}, {@code input}, {@code output} …: what the quantity is of. */
	String side() {
		return code.substring(0, code.indexOf('.'));
	}

	boolean zeroIsAbsent() {
		return zeroIsAbsent;
	}

	boolean isPossible(double value) {
		return value >= least && value <= most;
	}

	/**
	 * Nothing that another scale, where a maker has one, would make more likely: no line of mains and no battery has so
	 * few volts, and no UPS carries so much for longer than a moment.
	 */
	boolean isSure(double value) {
		return switch (this) {
		case INPUT_VOLTS, OUTPUT_VOLTS -> value == 0 || value >= 40;
		case BATTERY_VOLTS -> value >= 9;
		case OUTPUT_LOAD -> value <= 120;
		default -> true;
		};
	}

	boolean isUsual(double value) {
		return value >= usualLeast && value <= usualMost;
	}
}
