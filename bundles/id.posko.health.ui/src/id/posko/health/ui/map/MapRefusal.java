package id.posko.health.ui.map;

/** Carries the reason from where it is found to the reader's end; never further. */
final class MapRefusal extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient MapReading.Refused outcome;

	MapRefusal(MapReading.Fault fault, Object... arguments) {
		super(fault.name(), null, false, false);
		outcome = MapReading.refused(fault, arguments);
	}

	MapReading.Refused outcome() {
		return outcome;
	}
}
