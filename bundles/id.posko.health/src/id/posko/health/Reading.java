package id.posko.health;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One quantity as a device gave it: a number in its unit, or a state by its code, or a value that was rejected because
 * it can not be true; a rejected one has neither number nor state.
 *
 * @param quantity its name in the field's vocabulary ({@code battery.charge}, {@code input.volts.2})
 * @param state code of a state; empty where the quantity is a number
 * @param source where it was read: an OID, a variable of NUT, a command
 * @param raw the value as the device wrote it, before scale and judgement
 * @param rejected code of the reason why it is no reading
 */
public record Reading(String quantity, OptionalDouble value, Unit unit, Optional<String> state, String source,
		String raw, Optional<String> rejected) implements Finding {

	public static Reading number(String quantity, double value, Unit unit, String source, String raw) {
		return new Reading(quantity, OptionalDouble.of(value), unit, Optional.empty(), source, raw, Optional.empty());
	}

	public static Reading state(String quantity, String state, String source, String raw) {
		return new Reading(quantity, OptionalDouble.empty(), Unit.NONE, Optional.of(state), source, raw,
				Optional.empty());
	}

	public static Reading rejected(String quantity, Unit unit, String source, String raw, String why) {
		return new Reading(quantity, OptionalDouble.empty(), unit, Optional.empty(), source, raw, Optional.of(why));
	}
}
