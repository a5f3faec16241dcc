package id.posko.ticket.repair.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Monitoring;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.ticket.repair.CheckLists;
import id.posko.ticket.repair.CheckedItem;
import id.posko.ticket.repair.DeviceCheck;
import id.posko.ticket.repair.Finding;

/**
 * The check list of the run's device, filled in item by item; beside it stands how the device is on the board when it is
 * asked now. Whatever is found, the step is done when all items are looked at.
 */
@Component
public final class CheckAction implements StepAction {

	private final Inventory inventory;
	private final Monitoring monitoring;
	private final CheckLists lists = CheckLists.shipped();

	@Activate
	public CheckAction(@Reference Inventory inventory, @Reference Monitoring monitoring) {
		this.inventory = inventory;
		this.monitoring = monitoring;
	}

	@Override
	public String id() {
		return DeviceCheck.ACTION;
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.CHECK);
	}

	@Override
	public List<Asked> asks(Task task) {
		return new Matter(task, inventory).device().map(device -> lists.of(device.kind(), Matter.WORDS).stream()
				.map(item -> new Asked(new Field(item, Field.Kind.FINDING, CheckedItem.words()), true)).toList()).orElse(List.of());
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws InterruptedException {
		Matter matter = new Matter(task, inventory);
		Optional<Device> device = matter.device();
		if (device.isEmpty()) {
			return matter.noDevice();
		}
		List<CheckedItem> items = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		for (String item : lists.of(device.get().kind(), Matter.WORDS)) {
			CheckedItem.read(item, answers.value(item)).ifPresentOrElse(items::add, () -> wrong.add(item));
		}
		if (!wrong.isEmpty()) {
			return new Deed.NotYet(Matter.WORDS.say("check.wrong", String.join(", ", wrong)));
		}
		String board = Matter.said(Matter.asked(monitoring, device.get()));
		progress.accept(board);
		return new Deed.Found(id(), true, Matter.WORDS.say("check.done", device.get().key().toString(),
				count(items, Finding.GOOD), count(items, Finding.SOFTWARE), count(items, Finding.REPLACE),
				count(items, Finding.ADD), board));
	}

	private static long count(List<CheckedItem> items, Finding finding) {
		return items.stream().filter(item -> item.finding() == finding).count();
	}
}
