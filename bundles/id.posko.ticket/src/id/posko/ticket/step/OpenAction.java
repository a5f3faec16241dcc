package id.posko.ticket.step;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.CutPath;
import id.posko.health.Monitoring;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.kit.OfficeHours;
import id.posko.kit.Words;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.ticket.BrokenPath;
import id.posko.ticket.Draft;
import id.posko.ticket.Link;
import id.posko.ticket.Move;
import id.posko.ticket.Outcome;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;

/** Asks the path of the run's device now and opens the ticket of what is broken there, or goes on with the open one. */
@Component
public final class OpenAction implements StepAction {

	private final TicketDesk desk;
	private final Inventory inventory;
	private final Monitoring monitoring;
	private final OfficeHours hours;
	private final InstantSource clock;

	@Activate
	public OpenAction(@Reference TicketDesk desk, @Reference Inventory inventory, @Reference Monitoring monitoring,
			@Reference OfficeHours hours) {
		this(desk, inventory, monitoring, hours, InstantSource.system());
	}

	public OpenAction(TicketDesk desk, Inventory inventory, Monitoring monitoring, OfficeHours hours,
			InstantSource clock) {
		this.desk = desk;
		this.inventory = inventory;
		this.monitoring = monitoring;
		this.hours = hours;
		this.clock = clock;
	}

	@Override
	public String id() {
		return "ticket.open";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.TICKET);
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException, InterruptedException {
		OwnTicket own = new OwnTicket(desk, task);
		Optional<Ticket> opened = own.ticket();
		if (opened.isPresent()) {
			return own.found(true, opened.get());
		}
		List<Device> named = inventory.fleet().named(task.about(Subject.DEVICE));
		if (named.size() != 1) {
			return new Deed.NotYet(OwnTicket.WORDS.say("step.no_device", task.about(Subject.DEVICE)));
		}
		CutPath path = monitoring.pathNow(named.getFirst());
		String sentence = path.sentence(Words.INDONESIAN, clock.instant());
		progress.accept(sentence);
		Optional<Draft> draft = new BrokenPath(path, hours.calendar().zone(), clock.instant()).draft();
		return draft.isEmpty() ? new Deed.NotYet(sentence) : open(own, task, draft.get());
	}

	private Deed open(OwnTicket own, Task task, Draft draft) throws IOException {
		List<Link> links = new ArrayList<>(draft.links());
		links.add(OwnTicket.link(task));
		Draft linked = new Draft(draft.kind(), draft.site(), draft.cause(), draft.title(), draft.text(), links);
		return switch (desk.open(task.by(), linked, false)) {
			case Outcome.Went(Ticket ticket) -> own.found(true, ticket);
			case Outcome.Duplicate(List<Ticket> open) ->
				own.moved(open.getFirst(), List.of(new Move.Join(OwnTicket.link(task))));
			case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
			case Outcome.Overtaken overtaken -> throw new IllegalStateException(overtaken.toString());
		};
	}
}
