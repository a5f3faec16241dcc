package id.posko.ticket.step;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.CutPath;
import id.posko.health.Monitoring;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.ticket.Move;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;

/** Asks what was broken now; if it is well, the ticket is done, and closed by whoever may close it. */
@Component
public final class CloseAction implements StepAction {

	private final TicketDesk desk;
	private final Inventory inventory;
	private final Monitoring monitoring;

	@Activate
	public CloseAction(@Reference TicketDesk desk, @Reference Inventory inventory, @Reference Monitoring monitoring) {
		this.desk = desk;
		this.inventory = inventory;
		this.monitoring = monitoring;
	}

	@Override
	public String id() {
		return "ticket.close";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.TICKET);
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException, InterruptedException {
		OwnTicket own = new OwnTicket(desk, task);
		Optional<Ticket> ticket = own.ticket();
		if (ticket.isEmpty()) {
			return own.none();
		}
		Optional<Device> cause = ticket.get().draft().cause().flatMap(inventory.fleet()::device);
		if (cause.isEmpty()) {
			return finished(own, ticket.get(), OwnTicket.WORDS.say("step.gone"));
		}
		CutPath path = monitoring.pathNow(cause.get());
		String sentence = path.sentence(Words.INDONESIAN, Instant.MIN);
		progress.accept(sentence);
		boolean isWell = path.steps().getFirst().state() == State.UP;
		return isWell ? finished(own, ticket.get(), sentence) : new Deed.NotYet(sentence);
	}

	private Deed finished(OwnTicket own, Ticket ticket, String note) throws IOException {
		List<Move> moves = new ArrayList<>(List.of(new Move.Finish(note)));
		if (own.task().by().may(Permission.ASSIGN, Optional.of(ticket.draft().site()))) {
			moves.add(new Move.Close(""));
		}
		return own.moved(ticket, moves);
	}
}
