package id.posko.ticket.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.ticket.Move;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;

/** Keeps the helpdesk's ticket number, which the step's first field asks for. */
@Component
public final class NumberAction implements StepAction {

	private final TicketDesk desk;

	@Activate
	public NumberAction(@Reference TicketDesk desk) {
		this.desk = desk;
	}

	@Override
	public String id() {
		return "ticket.number";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.TICKET);
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException {
		OwnTicket own = new OwnTicket(desk, task);
		Optional<Ticket> ticket = own.ticket();
		String number = task.means().fields().stream().findFirst().map(Field::name).map(answers::value).orElse("");
		return ticket.isEmpty() ? own.none() : own.moved(ticket.get(), List.of(new Move.Number(number)));
	}
}
