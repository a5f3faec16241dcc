package id.posko.ticket.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.ticket.Move;
import id.posko.ticket.Status;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;

/** The ticket waits in the centre's queue from now on; if it is nobody's, it becomes that of whoever takes the step. */
@Component
public final class QueueAction implements StepAction {

	private final TicketDesk desk;

	@Activate
	public QueueAction(@Reference TicketDesk desk) {
		this.desk = desk;
	}

	@Override
	public String id() {
		return "ticket.queue";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.TICKET);
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException {
		OwnTicket own = new OwnTicket(desk, task);
		Optional<Ticket> ticket = own.ticket();
		if (ticket.isEmpty()) {
			return own.none();
		}
		if (ticket.get().status() == Status.WAITING) {
			return own.found(true, ticket.get());
		}
		List<Move> moves = new ArrayList<>();
		if (!ticket.get().status().next().contains(Status.WAITING)) {
			moves.add(new Move.Assign(task.by().name()));
		}
		moves.add(new Move.Wait(""));
		return own.moved(ticket.get(), moves);
	}
}
