package id.posko.probe.ups;

import java.util.Optional;
import java.util.OptionalDouble;

import id.posko.health.Reading;

/** A value that was found, and what was made of it: a number, a state, or the reason why it is neither. */
record Judged(Found found, OptionalDouble number, Optional<String> state, Optional<String> rejected) {

	static Judged number(Found found, double number) {
		return new Judged(found, OptionalDouble.of(number), Optional.empty(), Optional.empty());
	}

	static Judged state(Found found, String state) {
		return new Judged(found, OptionalDouble.empty(), Optional.of(state), Optional.empty());
	}

	static Judged rejected(Found found, String why) {
		return new Judged(found, OptionalDouble.empty(), Optional.empty(), Optional.of(why));
	}

	boolean isReading() {
		return rejected.isEmpty();
	}

	Quantity quantity() {
		return found.row().quantity();
	}

	int line() {
		return found.line();
	}

	/** Rank of its row; a reading stands before every value that was rejected. */
	int order() {
		return found.row().rank() + (isReading() ? 0 : 1000);
	}

	/** @param name with the number of its line where there are several */
	Reading as(String name) {
		if (rejected.isPresent()) {
			return Reading.rejected(name, quantity().unit(), found.source(), found.raw(), rejected.get());
		}
		return state.map(s -> Reading.state(name, s, found.source(), found.raw()))
				.orElseGet(() -> Reading.number(name, number.getAsDouble(), quantity().unit(), found.source(), found.raw()));
	}
}
