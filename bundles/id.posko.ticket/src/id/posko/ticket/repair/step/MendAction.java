package id.posko.ticket.repair.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.DeviceHealth;
import id.posko.health.Monitoring;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.ticket.repair.CheckedItem;
import id.posko.ticket.repair.DeviceCheck;
import id.posko.ticket.repair.Finding;

/**
 * What was mended by software, item by item, and how the device is when it is asked then. It is well if it answers, can
 * not be asked, or waits for a part anyway.
 */
@Component
public final class MendAction implements StepAction {

	private final Inventory inventory;
	private final Monitoring monitoring;

	@Activate
	public MendAction(@Reference Inventory inventory, @Reference Monitoring monitoring) {
		this.inventory = inventory;
		this.monitoring = monitoring;
	}

	@Override
	public String id() {
		return DeviceCheck.MENDING;
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.TICKET);
	}

	private static List<CheckedItem> items(Task task) {
		return DeviceCheck.of(task.run()).map(check -> check.with(Finding.SOFTWARE)).orElse(List.of());
	}

	private static String field(CheckedItem item) {
		return Matter.WORDS.say("repair.did", item.item());
	}

	@Override
	public List<Asked> asks(Task task) {
		return items(task).stream().map(item -> new Asked(new Field(field(item), Field.Kind.TEXT), true)).toList();
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws InterruptedException {
		Matter matter = new Matter(task, inventory);
		Optional<Device> device = matter.device();
		if (device.isEmpty()) {
			return matter.noDevice();
		}
		Optional<DeviceCheck> check = DeviceCheck.of(task.run());
		if (check.isEmpty()) {
			return new Deed.NotYet(Matter.WORDS.say("check.none"));
		}
		List<CheckedItem> items = items(task);
		if (items.isEmpty()) {
			return Matter.passOver();
		}
		List<String> missing = items.stream().filter(item -> answers.value(field(item)).isEmpty()).map(CheckedItem::item)
				.toList();
		if (!missing.isEmpty()) {
			return new Deed.NotYet(Matter.WORDS.say("repair.missing", String.join(", ", missing)));
		}
		Optional<DeviceHealth> health = Matter.asked(monitoring, device.get());
		String did = items.stream().map(item -> item.item() + ": " + answers.value(field(item)))
				.collect(Collectors.joining("; "));
		State state = Matter.state(health);
		boolean isWell = state == State.UP || state == State.NOT_MEASURED || !check.get().wanting().isEmpty();
		return new Deed.Found(id(), isWell, Matter.WORDS.say("repair.done", did, Matter.said(health)));
	}
}
