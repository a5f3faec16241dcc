package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a UPS last fed from.
 *
 * @param read when it said so
 * @param since since when it used its battery; of mains the same as {@code read}
 * @param charge of its battery, in percent
 */
record Supply(boolean isBattery, Instant read, Instant since, OptionalDouble charge) {

	private static final Set<String> MAINS = Set.of("normal", "boost", "trim", "eco", "converter", "bypass");
	private static final String ON_BATTERY = "ups_on_battery";

	/** Empty if the answer says nothing of it; a self-test does not. */
	static Optional<Supply> of(Found found) {
		if (found.cause().code().startsWith(ON_BATTERY)) {
			Duration used = Duration.parse(found.cause().arguments().getFirst());
			OptionalDouble charge = reading(found, "battery.charge").map(Reading::value).orElse(OptionalDouble.empty());
			return Optional.of(new Supply(true, found.at(), found.at().minus(used), charge));
		}
		return reading(found, "output.source").flatMap(Reading::state).filter(MAINS::contains)
				.map(_ -> new Supply(false, found.at(), found.at(), OptionalDouble.empty()));
	}

	private static Optional<Reading> reading(Found found, String quantity) {
		return found.findings().stream().filter(Reading.class::isInstance).map(Reading.class::cast)
				.filter(reading -> reading.quantity().equals(quantity) && reading.rejected().isEmpty()).findFirst();
	}
}
