package id.posko.ticket.repair.step;

import java.io.IOException;
import java.util.ArrayList;
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
import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.ticket.repair.CheckedItem;
import id.posko.ticket.repair.DeviceCheck;
import id.posko.ticket.repair.PartDesk;
import id.posko.ticket.repair.PartDraft;
import id.posko.ticket.repair.PartNeeded;
import id.posko.ticket.repair.PartOutcome;
import id.posko.ticket.repair.RepairTold;

/**
 * Puts the parts that the check showed into the inventory of parts to replace or add: each named by what is filled in,
 * else by the note of its item, one piece if nothing else is said. Done again it asks for what is filled in then.
 */
@Component
public final class PartsAction implements StepAction {

	private final Inventory inventory;
	private final PartDesk desk;

	@Activate
	public PartsAction(@Reference Inventory inventory, @Reference PartDesk desk) {
		this.inventory = inventory;
		this.desk = desk;
	}

	@Override
	public String id() {
		return "ticket.parts";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.TICKET);
	}

	private static List<CheckedItem> items(Task task) {
		return DeviceCheck.of(task.run()).map(DeviceCheck::wanting).orElse(List.of());
	}

	private static String part(CheckedItem item) {
		return Matter.WORDS.say("repair.part", item.item());
	}

	private static String quantity(CheckedItem item) {
		return Matter.WORDS.say("repair.quantity", item.item());
	}

	@Override
	public List<Asked> asks(Task task) {
		List<Asked> all = new ArrayList<>();
		for (CheckedItem item : items(task)) {
			all.add(new Asked(new Field(part(item), Field.Kind.TEXT), false));
			all.add(new Asked(new Field(quantity(item), Field.Kind.NUMBER), false));
		}
		return all;
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException {
		Matter matter = new Matter(task, inventory);
		Optional<Device> device = matter.device();
		if (device.isEmpty()) {
			return matter.noDevice();
		}
		if (DeviceCheck.of(task.run()).isEmpty()) {
			return new Deed.NotYet(Matter.WORDS.say("check.none"));
		}
		List<CheckedItem> items = items(task);
		if (items.isEmpty()) {
			return Matter.passOver();
		}
		List<PartDraft> drafts = new ArrayList<>();
		for (CheckedItem item : items) {
			String quantity = answers.value(quantity(item));
			if (!quantity.matches("\\d{0,3}")) {
				return new Deed.NotYet(Matter.WORDS.say("repair.no_number", quantity(item), PartDraft.MOST));
			}
			String named = answers.value(part(item));
			drafts.add(new PartDraft(device.get().key(), item.item(), named.isEmpty() ? cut(item.note()) : named,
					quantity.isEmpty() ? 1 : Integer.parseInt(quantity), item.finding(), item.note(), task.run().id()));
		}
		RepairTold told = new RepairTold(Words.INDONESIAN);
		return switch (desk.ask(task.by(), device.get().key(), task.run().id(), drafts)) {
			case PartOutcome.Went(List<PartNeeded> parts) -> new Deed.Found(id(), true, Matter.WORDS.say("repair.asked",
					parts.stream().map(part -> part.number() + " " + told.part(part.draft()))
							.collect(Collectors.joining("; "))));
			case PartOutcome.Refused refused -> new Deed.NotYet(told.refusal(refused));
			case PartOutcome.Overtaken(PartNeeded part) -> new Deed.NotYet(told.overtaken(part));
		};
	}

	private static String cut(String note) {
		int longest = Math.min(PartDraft.LONGEST_PART, note.codePointCount(0, note.length()));
		return note.substring(0, note.offsetByCodePoints(0, longest));
	}
}
