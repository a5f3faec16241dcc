package id.posko.ticket.repair.step;

import java.util.List;
import java.util.Optional;

import id.posko.health.Cause;
import id.posko.health.DeviceHealth;
import id.posko.health.Monitoring;
import id.posko.health.Request;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Task;
import id.posko.ticket.Told;
import id.posko.ticket.repair.RepairHistory;
import id.posko.ticket.repair.RepairTold;

/** The device that a repair's run is about. Sentences are in Indonesian, for they stay with the run. */
record Matter(Task task, Inventory inventory) {

	static final Words WORDS = Words.of(Told.class, Words.INDONESIAN);

	Optional<Device> device() {
		return RepairHistory.found(inventory.fleet(), task.about(Subject.DEVICE));
	}

	Deed noDevice() {
		return new Deed.NotYet(WORDS.say("step.no_device", task.about(Subject.DEVICE)));
	}

	/** Nothing of that kind was found, so that the step does not apply. */
	static Deed passOver() {
		return new Deed.NotYet(WORDS.say("repair.pass"));
	}

	/** Asks it now, and then how it stands on the board. */
	static Optional<DeviceHealth> asked(Monitoring monitoring, Device device) throws InterruptedException {
		try (Request request = monitoring.checkNow(List.of(device), _ -> {
		})) {
			request.await();
		}
		return monitoring.board().health(device.key());
	}

	static State state(Optional<DeviceHealth> health) {
		return health.map(DeviceHealth::state).orElse(State.NOT_MEASURED);
	}

	/** What the board says, since when, and why. */
	static String said(Optional<DeviceHealth> health) {
		String word = Words.of(Cause.class, Words.INDONESIAN).say("state." + state(health));
		return health.filter(is -> is.state() != State.NOT_MEASURED).map(is -> WORDS.say("repair.board.since", word,
				new RepairTold(Words.INDONESIAN).time(is.verdict().since()),
				is.verdict().cause().sentence(Words.INDONESIAN)).strip()).orElseGet(() -> WORDS.say("repair.board", word));
	}
}
