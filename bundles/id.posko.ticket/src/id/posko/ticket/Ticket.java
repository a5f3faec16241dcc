package id.posko.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A matter that somebody has to mend. Unchangeable; an act gives another one. What it is follows from its opening and
 * its acts alone.
 */
public final class Ticket {

	/** A stretch of time in one status; the last one is open. */
	record Stay(Status status, Instant from) {
	}

	private final long number;
	private final Draft draft;
	private final String openedBy;
	private final Instant openedAt;
	private final Sla firstSla;
	private final List<Act> acts;
	private final List<Stay> stays = new ArrayList<>();
	private final Set<Link> links;
	private final Set<Move.Tell> told = new LinkedHashSet<>();
	private Sla sla;
	private Status status = Status.NEW;
	private Optional<String> assignee = Optional.empty();
	private Optional<String> queueNumber = Optional.empty();
	private Optional<Instant> responded = Optional.empty();
	private Optional<Long> mergedInto = Optional.empty();

	/** @param number from 1; @param acts those that were allowed when they were made */
	public Ticket(long number, Draft draft, String openedBy, Instant openedAt, Sla sla, List<Act> acts) {
		this.number = number;
		this.draft = draft;
		this.openedBy = openedBy;
		this.openedAt = openedAt;
		this.sla = sla;
		firstSla = sla;
		this.acts = List.copyOf(acts);
		links = new LinkedHashSet<>(draft.links());
		stays.add(new Stay(status, openedAt));
		this.acts.forEach(this::apply);
	}

	/** A clock that was set back does not make a ticket's time run backwards. */
	Act act(String by, Move move, Instant now) {
		return new Act(notBefore(now), by, move);
	}

	Instant notBefore(Instant now) {
		Instant last = acts.isEmpty() ? openedAt : acts.getLast().at();
		return now.isBefore(last) ? last : now;
	}

	Ticket with(Act act) {
		List<Act> more = new ArrayList<>(acts);
		more.add(act);
		return new Ticket(number, draft, openedBy, openedAt, firstSla, more);
	}

	private void apply(Act act) {
		switch (act.move()) {
			case Move.Assign assign -> {
				assignee = Optional.of(assign.account());
				go(Status.ASSIGNED, act);
			}
			case Move.Number given -> {
				queueNumber = Optional.of(given.number());
				respond(act);
			}
			case Move.Wait _ -> go(Status.WAITING, act);
			case Move.Work _ -> go(Status.IN_WORK, act);
			case Move.Finish _ -> go(Status.DONE, act);
			case Move.Close _ -> go(Status.CLOSED, act);
			case Move.Reopen _ -> go(Status.REOPENED, act);
			case Move.Merge merge -> {
				mergedInto = Optional.of(merge.into());
				links.add(new Link(Link.Kind.TICKET, merge.into() + ""));
				go(Status.CLOSED, act);
			}
			case Move.Note _ -> {
				// only told
			}
			case Move.Join join -> links.add(join.link());
			case Move.Restandard other -> {
				sla = other.sla();
				told.clear();
			}
			case Move.Tell tell -> told.add(tell);
		}
	}

	private void go(Status next, Act act) {
		status = next;
		stays.add(new Stay(next, act.at()));
		if (next != Status.ASSIGNED && next != Status.REOPENED) {
			respond(act);
		}
	}

	private void respond(Act act) {
		responded = responded.isPresent() ? responded : Optional.of(act.at());
	}

	public long number() {
		return number;
	}

	public Draft draft() {
		return draft;
	}

	public String openedBy() {
		return openedBy;
	}

	public Instant openedAt() {
		return openedAt;
	}

	/** As it was when the ticket was opened. */
	public Sla firstSla() {
		return firstSla;
	}

	/** That holds now. */
	public Sla sla() {
		return sla;
	}

	/** The oldest first. */
	public List<Act> acts() {
		return acts;
	}

	/** Grows with every act; who moves a ticket says which one he saw. */
	public int version() {
		return acts.size();
	}

	public Status status() {
		return status;
	}

	public Optional<String> assignee() {
		return assignee;
	}

	/** The helpdesk's ticket number. */
	public Optional<String> queueNumber() {
		return queueNumber;
	}

	/** When the first answer came. */
	public Optional<Instant> responded() {
		return responded;
	}

	public Optional<Long> mergedInto() {
		return mergedInto;
	}

	public Set<Link> links() {
		return Set.copyOf(links);
	}

	List<Stay> stays() {
		return stays;
	}

	boolean isTold(Move.Tell tell) {
		return told.contains(tell);
	}
}
