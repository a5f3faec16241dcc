package id.posko.ticket.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import id.posko.ticket.Status;

/** One status of the board and its tickets: what is due first at the top, of what is over the newest. */
record BoardColumn(Status status, List<TicketLine> lines) {

	/** In the order of the work; what was opened again stands beside what is new, if there is any. */
	private static final List<Status> ORDER = List.of(Status.NEW, Status.REOPENED, Status.ASSIGNED, Status.WAITING,
			Status.IN_WORK, Status.DONE, Status.CLOSED);

	static List<BoardColumn> of(List<TicketLine> lines) {
		List<BoardColumn> columns = new ArrayList<>();
		for (Status status : ORDER) {
			Comparator<TicketLine> newest = Comparator.comparing((TicketLine line) -> line.ticket().number()).reversed();
			Comparator<TicketLine> order = status.isOver() ? newest
					: Comparator.comparing(TicketLine::dueAt).thenComparing(newest);
			List<TicketLine> own = lines.stream().filter(line -> line.ticket().status() == status).sorted(order).toList();
			if (status != Status.REOPENED || !own.isEmpty()) {
				columns.add(new BoardColumn(status, own));
			}
		}
		return columns;
	}
}
