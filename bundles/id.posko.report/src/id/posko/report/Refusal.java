package id.posko.report;

import java.util.Optional;

/** Carries the reason why a file is refused from where it is found to {@link TableReader}; never further. */
final class Refusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Reading.Refused outcome;

	Refusal(Fault.Code code, Object... arguments) {
		this(null, code, arguments);
	}

	Refusal(Place place, Fault.Code code, Object... arguments) {
		super(code.name(), null, false, false);
		outcome = new Reading.Refused(Fault.of(code, arguments), Optional.ofNullable(place));
	}

	Reading.Refused outcome() {
		return outcome;
	}
}
