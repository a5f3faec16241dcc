package id.posko.probe.ups;

/** Why a value is no reading: codes as they stand in {@link id.posko.health.Reading#rejected()}. */
final class Rejected {

	/** Nothing stands there. */
	static final String EMPTY = "empty";
	/** Text where a number belongs. */
	static final String NOT_A_NUMBER = "not_a_number";
	/** One of the numbers by which makers say "not measured": −1, 65535, 4294967295 … */
	static final String SENTINEL = "sentinel";
	/** 0 of something that is never 0: an absent probe, the frequency of a dead line. */
	static final String ZERO = "zero";
	/** Outside of what this quantity can be, in every scale that its maker uses. */
	static final String IMPLAUSIBLE = "implausible";
	/** A code that the MIB does not have. */
	static final String UNKNOWN_CODE = "unknown_code";
	/** The device itself says that it does not know. */
	static final String NOT_TOLD = "not_told";
	/** A line that this device does not have. */
	static final String ABSENT_LINE = "absent_line";
	/** Against what the same device says of its source, its charge, its load or its current. */
	static final String CONTRADICTED = "contradicted";

	private Rejected() {
	}
}
