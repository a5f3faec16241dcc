package id.posko.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;

/**
 * Asks the run's device now, until its verdict is settled; where the step's target names a kind of device, those of that
 * kind in the run's office, or everywhere.
 */
@Component
public final class CheckAction implements StepAction {

	private final Inventory inventory;
	private final Monitoring monitoring;

	@Activate
	public CheckAction(@Reference Inventory inventory, @Reference Monitoring monitoring) {
		this.inventory = inventory;
		this.monitoring = monitoring;
	}

	@Override
	public String id() {
		return "health.check";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.CHECK);
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws InterruptedException {
		List<Device> devices = devices(task);
		if (devices.isEmpty()) {
			return new Deed.NotYet(Words.of(Cause.class, Words.INDONESIAN).say("act.no_device",
					task.means().target().isEmpty() ? task.about(Subject.DEVICE) : task.means().target()));
		}
		List<DeviceHealth> settled = Collections.synchronizedList(new ArrayList<>());
		try (Request request = monitoring.checkNow(devices, health -> {
			settled.add(health);
			progress.accept(sentence(health));
		})) {
			request.await();
		}
		return new Deed.Found(id(),
				settled.size() == devices.size() && settled.stream().allMatch(health -> health.state() == State.UP),
				settled.stream().sorted(Comparator.comparing(health -> health.device().key())).map(CheckAction::sentence)
						.collect(Collectors.joining(" ")));
	}

	private List<Device> devices(Task task) {
		if (task.means().target().isEmpty()) {
			List<Device> named = inventory.fleet().named(task.about(Subject.DEVICE));
			return named.size() == 1 ? named : List.of();
		}
		return inventory.fleet().devices().stream().filter(device -> device.kind().name().equals(task.means().target()))
				.filter(device -> task.place().map(place -> place.contains(device.site())).orElse(true)).toList();
	}

	private static String sentence(DeviceHealth health) {
		Words words = Words.of(Cause.class, Words.INDONESIAN);
		return words.say("act.checked", health.device().key().toString(), words.say("state." + health.state()),
				health.verdict().cause().sentence(Words.INDONESIAN)).strip();
	}
}
