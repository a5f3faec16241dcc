package id.posko.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.History;
import id.posko.health.Sample;
import id.posko.health.State;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.kit.DataFolder.Opening;
import id.posko.kit.Device;

/**
 * Writes to the folder until it is killed: an import that changes every device, then a round's samples and
 * transitions of every device, again and again; says the number of each that it was told is safe.
 */
final class WriterMain {

	static final int SITES = 10;
	static final int DEVICES_EACH = 40;
	static final int DEVICES = SITES * DEVICES_EACH;
	static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private WriterMain() {
	}

	/** @param arguments the folder, and the number to begin with */
	public static void main(String[] arguments) throws IOException {
		HeldFolder folder = new HeldFolder(Path.of(arguments[0]), Migrations.ours());
		Opening opening = folder.open();
		if (!(opening instanceof Opening.Open)) {
			IO.println(opening);
			return;
		}
		InventoryRows inventory = new InventoryRows(folder.database());
		History history = new HistoryRows(folder.database(), inventory);
		for (int number = Integer.parseInt(arguments[1]); number < Integer.MAX_VALUE; number++) {
			IO.println("begin " + number);
			inventory.write(Offices.offices(SITES, DEVICES_EACH, "import " + number));
			IO.println("import " + number);
			Instant at = START.plusSeconds(60L * number);
			List<Device> devices = List.copyOf(inventory.fleet().devices());
			history.recordTransitions(devices.stream().map(device -> new Transition(device.key(), State.UP,
					new Verdict.Down(Cause.of("silent"), Evidence.of("icmp-raw"), at))).toList());
			IO.println("transitions " + number);
			history.recordSamples(devices.stream().map(device -> new Sample(device.key(), "icmp", at, State.DOWN,
					Optional.of(Duration.ofMillis(1)), false)).toList());
			IO.println("samples " + number);
		}
	}
}
