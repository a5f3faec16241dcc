package id.posko.ticket;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;
import id.posko.kit.RegionCode;
import id.posko.staff.Acts;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;

/**
 * Where tickets are opened and moved: what may be done is asked here, and everything that was done is journalled. Any
 * thread; blocks until it is kept.
 */
@Component(service = TicketDesk.class)
public final class TicketDesk {

	/** As the journal calls the console itself; no account has that name. */
	private static final String CONSOLE = "posko";

	private static final int MOST_OVERTAKEN = 5;

	private final Tickets tickets;
	private final OfficeHours hours;
	private final Acts acts;
	private final InstantSource clock;

	@Activate
	public TicketDesk(@Reference Tickets tickets, @Reference OfficeHours hours, @Reference Acts acts) {
		this(tickets, hours, acts, InstantSource.system());
	}

	public TicketDesk(Tickets tickets, OfficeHours hours, Acts acts, InstantSource clock) {
		this.tickets = tickets;
		this.hours = hours;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Opens a ticket.
	 *
	 * @param anyway also if there are open ones for the same cause
	 * @throws NotPermitted if he may not, at that office
	 */
	public synchronized Outcome open(Actor by, Draft draft, boolean anyway) throws IOException {
		acts.permit(by, Permission.TICKET, Optional.of(draft.site()), draft.title());
		if (draft.title().isBlank()) {
			return new Outcome.Refused(Refusal.NO_TEXT, "");
		}
		Optional<Outcome.Refused> bad = Rules.fits(draft.title(), Draft.LONGEST_TITLE)
				.or(() -> Rules.fits(draft.text(), Draft.LONGEST_TEXT));
		if (bad.isPresent()) {
			return bad.get();
		}
		List<Ticket> same = duplicates(draft);
		if (!anyway && !same.isEmpty()) {
			return new Outcome.Duplicate(same);
		}
		acts.done(by, "ticket opened", draft.site() + " " + draft.title(), "", 1);
		return new Outcome.Went(tickets.open(draft, by.name(), clock.instant(), Sla.ofSop(draft.kind(), hours.calendar())));
	}

	/** The open tickets for the same cause: to be merged, or gone on with. */
	public List<Ticket> duplicates(Draft draft) throws IOException {
		return tickets.open().stream().filter(ticket -> ticket.draft().isLike(draft)).toList();
	}

	/**
	 * Moves a ticket.
	 *
	 * @param seen the version that was looked at: if somebody has moved it since, nothing is done
	 * @throws NotPermitted if he may not, at that office
	 */
	public Outcome move(Actor by, long number, int seen, Move move) throws IOException {
		Optional<Ticket> found = tickets.find(number);
		if (found.isEmpty()) {
			return new Outcome.Refused(Refusal.UNKNOWN, number + "");
		}
		Ticket ticket = found.get();
		Optional<RegionCode> site = Optional.of(ticket.draft().site());
		acts.permit(by, Rules.permission(move, by), site, "ticket " + number);
		if (ticket.version() != seen) {
			return new Outcome.Overtaken(ticket);
		}
		Optional<Outcome.Refused> refused = new Rules(ticket, acts.now(by).orElse(by)).refusal(move);
		if (refused.isEmpty() && move instanceof Move.Merge merge && !takes(merge.into(), ticket)) {
			refused = Optional.of(new Outcome.Refused(Refusal.NOT_THERE, merge.into() + ""));
		}
		if (refused.isPresent()) {
			return refused.get();
		}
		Outcome outcome = keep(by, ticket, move);
		if (outcome instanceof Outcome.Went && move instanceof Move.Merge merge) {
			insist(by, merge.into(), new Move.Join(new Link(Link.Kind.TICKET, number + "")));
		}
		return outcome;
	}

	/** A ticket tells of what happened whoever moves it meanwhile, but not for ever. */
	private void insist(Actor by, long number, Move move) throws IOException {
		for (int i = 0; i < MOST_OVERTAKEN; i++) {
			Optional<Ticket> ticket = tickets.find(number);
			if (ticket.isEmpty() || keep(by, ticket.get(), move) instanceof Outcome.Went) {
				return;
			}
		}
	}

	/** Journalled before it is kept, so that nothing is done unseen; an act that came too late is journalled so. */
	private Outcome keep(Actor by, Ticket ticket, Move move) throws IOException {
		String object = "ticket " + ticket.number();
		Ticket moved = ticket.with(ticket.act(by.name(), move, clock.instant()));
		acts.done(by, "ticket " + move.getClass().getSimpleName().toLowerCase(Locale.ROOT), object, "", 1);
		if (tickets.add(moved)) {
			return new Outcome.Went(moved);
		}
		acts.done(by, "overtaken", object, "", 0);
		return new Outcome.Overtaken(tickets.find(ticket.number()).orElseThrow());
	}

	/** Whether the matter of a ticket can go on in that one. */
	private boolean takes(long into, Ticket ticket) throws IOException {
		return tickets.find(into).filter(other -> !other.status().isOver())
				.filter(other -> other.draft().kind() == ticket.draft().kind()).isPresent();
	}

	public Optional<Ticket> find(long number) throws IOException {
		return tickets.find(number);
	}

	public List<Ticket> open() throws IOException {
		return tickets.open();
	}

	/** As {@link Tickets#page}. */
	public List<Ticket> page(long before, int most) throws IOException {
		return tickets.page(before, most);
	}

	/** What the clocks of a ticket show now: those that have begun. */
	public List<ClockReading> readings(Ticket ticket) throws IOException {
		return standings(List.of(ticket)).getFirst().readings();
	}

	/** How tickets stand now. */
	public List<Standing> standings(List<Ticket> of) throws IOException {
		OfficeCalendar calendar = hours.calendar();
		Instant now = clock.instant();
		return of.stream().map(ticket -> Standing.of(ticket, calendar, now)).toList();
	}

	/** The open tickets that would be due at another time by that calendar. */
	public List<Ticket> movedBy(OfficeCalendar calendar) throws IOException {
		Instant now = clock.instant();
		OfficeCalendar kept = hours.calendar();
		return tickets.open().stream().filter(ticket -> !Standing.of(ticket, kept, now).due()
				.equals(Standing.of(ticket, calendar, now).due())).toList();
	}

	/**
	 * Adds what is found now to an open ticket for the same cause, where another one would be opened.
	 *
	 * @param seen as in {@link #move}
	 * @throws NotPermitted if he may not, at that office
	 */
	public Outcome add(Actor by, long number, int seen, Draft found) throws IOException {
		String text = found.text().isBlank() ? found.title() : found.text();
		Outcome outcome = move(by, number, seen, new Move.Note(Rules.cut(text)));
		for (Link link : found.links()) {
			if (outcome instanceof Outcome.Went(Ticket ticket) && !ticket.links().contains(link)) {
				outcome = move(by, number, ticket.version(), new Move.Join(link));
			}
		}
		return outcome;
	}

	/**
	 * Packs a ticket's evidence, which leaves the console; as {@link EvidenceBag#pack}. The ticket's history tells of it.
	 *
	 * @param files to add
	 * @throws NotPermitted if he may not, at that office
	 */
	public void pack(Actor by, Ticket ticket, EvidenceBag evidence, Path out, List<Path> files,
			Consumer<String> progress) throws IOException {
		String object = "ticket " + ticket.number();
		acts.permit(by, Permission.EXPORT, Optional.of(ticket.draft().site()), object);
		acts.done(by, "ticket evidence", object, "", 1);
		evidence.pack(ticket, out, files, progress);
		insist(by, ticket.number(), new Move.Note(Rules.cut(evidence.note(out, files.size()))));
	}

	/**
	 * Before a table of tickets leaves the console.
	 *
	 * @param places whose tickets stand in it
	 * @throws NotPermitted if he may not, at one of these offices
	 */
	public void export(Actor by, String file, List<RegionCode> places) {
		acts.permit(by, Permission.EXPORT, places, file);
		acts.done(by, "tickets exported", file, "", places.size());
	}

	/** Somebody has to know how far a clock is. @param at since when */
	public record Alarm(Ticket ticket, Clock clock, Level level, Instant at) {
	}

	/**
	 * Whom to tell now that was not told yet; none outside office hours. Of a clock's levels the highest is given; what
	 * it passed meanwhile is taken as told.
	 */
	public List<Alarm> alarms() throws IOException {
		OfficeCalendar calendar = hours.calendar();
		Instant now = clock.instant();
		List<Alarm> all = new ArrayList<>();
		if (!calendar.isOpen(now)) {
			return all;
		}
		for (Ticket ticket : tickets.open()) {
			for (Clock each : Clock.values()) {
				alarm(ticket, each, calendar, now).ifPresent(all::add);
			}
		}
		return all;
	}

	private static Optional<Alarm> alarm(Ticket ticket, Clock clock, OfficeCalendar calendar, Instant now) {
		for (Level level : List.of(Level.values()).reversed()) {
			if (ticket.isTold(new Move.Tell(clock, level))) {
				return Optional.empty();
			}
			Optional<Instant> reached = ClockReading.reached(ticket, clock, level, calendar).filter(now::isAfter);
			if (reached.isPresent()) {
				return Optional.of(new Alarm(ticket, clock, level, reached.get()));
			}
		}
		return Optional.empty();
	}

	/** Keeps in the ticket's history that it was told, by the console at that machine. */
	public Outcome told(String workstation, Alarm alarm) throws IOException {
		return keep(new Actor(CONSOLE, CONSOLE, List.of(), workstation), alarm.ticket(),
				new Move.Tell(alarm.clock(), alarm.level()));
	}
}
