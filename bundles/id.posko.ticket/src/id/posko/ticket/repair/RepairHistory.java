package id.posko.ticket.repair;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.ticket.Act;
import id.posko.ticket.Ticket;
import id.posko.ticket.Tickets;

/** All that was done about one device: runs of SOPs, tickets and parts. Any thread; blocks. */
@Component(service = RepairHistory.class)
public final class RepairHistory {

	private final Desk desk;
	private final DeviceRuns devices;
	private final Tickets tickets;
	private final NeededParts parts;
	private final Inventory inventory;

	@Activate
	public RepairHistory(@Reference Desk desk, @Reference DeviceRuns devices, @Reference Tickets tickets,
			@Reference NeededParts parts, @Reference Inventory inventory) {
		this.desk = desk;
		this.devices = devices;
		this.tickets = tickets;
		this.parts = parts;
		this.inventory = inventory;
	}

	public enum Kind {
		RUN, TICKET, PART
	}

	/** One thing that happened. @param number of the run, ticket or part */
	public record Entry(Instant at, Kind kind, String number, String by, String text) {
	}

	/** The oldest first. */
	public List<Entry> of(DeviceKey device, RepairTold told) throws IOException {
		List<Entry> all = new ArrayList<>();
		for (Map.Entry<String, String> run : devices.devices().entrySet()) {
			if (isAbout(run.getValue(), device)) {
				desk.find(run.getKey()).ifPresent(found -> add(all, found, told));
			}
		}
		tickets.of(device).forEach(ticket -> add(all, ticket, told));
		parts.of(device).forEach(part -> add(all, part, told));
		all.sort(Comparator.comparing(Entry::at));
		return all;
	}

	private boolean isAbout(String named, DeviceKey device) {
		return !named.isEmpty() && (key(named).filter(device::equals).isPresent()
				|| found(inventory.fleet(), named).map(Device::key).filter(device::equals).isPresent());
	}

	/** {@code CODE/NAME}, whether there is such a device or not. */
	private static Optional<DeviceKey> key(String named) {
		int slash = named.indexOf('/');
		return slash > 0 && RegionCode.isWellFormed(named.substring(0, slash))
				? Optional.of(new DeviceKey(new RegionCode(named.substring(0, slash)), named.substring(slash + 1)))
				: Optional.empty();
	}

	/** The one device that a run's matter names. */
	public static Optional<Device> found(Fleet fleet, String named) {
		List<Device> found = key(named).flatMap(fleet::device).map(List::of).orElseGet(() -> fleet.named(named));
		return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
	}

	private static void add(List<Entry> all, Run run, RepairTold told) {
		String letter = run.matter().getOrDefault(Subject.LETTER, "");
		String title = run.procedure().title();
		all.add(new Entry(run.startedAt(), Kind.RUN, run.id(), run.startedBy(), told.words()
				.say("history.run.begun", title, letter).strip()));
		for (Turn turn : run.turns()) {
			turn.closed().ifPresent(at -> all.add(new Entry(at, Kind.RUN, run.id(), turn.doer().orElse(""), told.words()
					.say("history.run." + turn.state(), turn.step().number(), turn.step().activity(), said(turn)).strip())));
		}
	}

	/** What was found, else what was noted, to be put behind the step. */
	private static String said(Turn turn) {
		String found = turn.evidence().stream().filter(Evidence.Result.class::isInstance)
				.map(evidence -> ((Evidence.Result) evidence).sentence()).distinct().collect(Collectors.joining(" "));
		String said = found.isEmpty() ? turn.text() : found;
		return said.isEmpty() ? "" : " – " + said;
	}

	private static void add(List<Entry> all, Ticket ticket, RepairTold told) {
		String number = ticket.number() + "";
		all.add(new Entry(ticket.openedAt(), Kind.TICKET, number, ticket.openedBy(),
				told.opened(ticket.draft().title())));
		for (Act act : ticket.acts()) {
			all.add(new Entry(act.at(), Kind.TICKET, number, act.by(), told.act(act.move())));
		}
	}

	private static void add(List<Entry> all, PartNeeded part, RepairTold told) {
		String number = part.number() + "";
		all.add(new Entry(part.since(), Kind.PART, number, part.askedBy(), told.asked(part)));
		part.acts().forEach(act -> all.add(new Entry(act.at(), Kind.PART, number, act.by(), told.moved(part, act))));
	}
}
