package id.posko.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Permission;

/** What may be done with a ticket, and by whom. */
final class Rules {

	static final int LONGEST_NOTE = 2000;
	static final int LONGEST_NUMBER = 60;
	private static final int LONGEST_LINK = 400;

	/** Control characters but tabs and ends of lines, halves of characters. */
	private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}");

	private final Ticket ticket;
	private final Actor actor;

	Rules(Ticket ticket, Actor actor) {
		this.ticket = ticket;
		this.actor = actor;
	}

	/** What is asked of the actor before anything else. To take a ticket oneself is no assigning. */
	static Permission permission(Move move, Actor actor) {
		return switch (move) {
			case Move.Assign assign -> assign.account().equals(actor.name()) ? Permission.TICKET : Permission.ASSIGN;
			case Move.Close _, Move.Merge _ -> Permission.ASSIGN;
			case Move.Restandard _ -> Permission.PROCEDURES;
			case Move.Number _, Move.Wait _, Move.Work _, Move.Finish _, Move.Reopen _, Move.Note _, Move.Join _,
					Move.Tell _ -> Permission.TICKET;
		};
	}

	/** Empty if the move may be made. */
	Optional<Outcome.Refused> refusal(Move move) {
		if (ticket.mergedInto().isPresent()) {
			return no(Refusal.MERGED, ticket.mergedInto().get() + "");
		}
		return switch (move) {
			case Move.Assign assign -> goes(Status.ASSIGNED)
					.or(() -> ticket.status() == Status.REOPENED ? Optional.empty() : hands())
					.or(() -> text(assign.account(), LONGEST_NUMBER));
			case Move.Number given -> isOver().or(() -> hands()).or(() -> text(given.number(), LONGEST_NUMBER));
			case Move.Wait wait -> goes(Status.WAITING).or(() -> hands()).or(() -> note(wait.note()))
					.or(() -> ticket.draft().kind() == Kind.JARKOMDAT && ticket.queueNumber().isEmpty()
							? no(Refusal.NO_NUMBER, "") : Optional.empty());
			case Move.Work work -> goes(Status.IN_WORK).or(() -> hands()).or(() -> note(work.note()));
			case Move.Finish finish -> goes(Status.DONE).or(() -> hands()).or(() -> text(finish.note(), LONGEST_NOTE));
			case Move.Close close -> goes(Status.CLOSED).or(() -> note(close.note()));
			case Move.Reopen reopen -> goes(Status.REOPENED).or(() -> text(reopen.reason(), LONGEST_NOTE));
			case Move.Merge merge -> isOver()
					.or(() -> merge.into() == ticket.number() ? no(Refusal.NOT_THERE, merge.into() + "") : Optional.empty());
			case Move.Note note -> text(note.text(), LONGEST_NOTE);
			case Move.Join join -> text(join.link().id(), LONGEST_LINK);
			case Move.Restandard other -> isOver().or(() -> text(other.reason(), LONGEST_NOTE));
			case Move.Tell _ -> no(Refusal.NOT_NOW, ticket.status().name());
		};
	}

	private static Optional<Outcome.Refused> no(Refusal refusal, String argument) {
		return Optional.of(new Outcome.Refused(refusal, argument));
	}

	private Optional<Outcome.Refused> isOver() {
		return ticket.status().isOver() ? notNow() : Optional.empty();
	}

	private Optional<Outcome.Refused> goes(Status next) {
		return ticket.status().next().contains(next) ? Optional.empty() : notNow();
	}

	private Optional<Outcome.Refused> notNow() {
		return no(Refusal.NOT_NOW, ticket.status().name());
	}

	/** Whose ticket it is, and whoever assigns there; a ticket of nobody's is everybody's. */
	private Optional<Outcome.Refused> hands() {
		Optional<RegionCode> site = Optional.of(ticket.draft().site());
		boolean isTheirs = ticket.assignee().map(actor.name()::equals).orElse(true);
		return isTheirs || actor.may(Permission.ASSIGN, site) ? Optional.empty()
				: no(Refusal.NOT_YOURS, ticket.assignee().orElse(""));
	}

	private static Optional<Outcome.Refused> text(String text, int longest) {
		return text.isBlank() ? no(Refusal.NO_TEXT, "") : fits(text, longest);
	}

	private static Optional<Outcome.Refused> note(String text) {
		return fits(text, LONGEST_NOTE);
	}

	/** As much of it as a note holds. */
	static String cut(String text) {
		return text.codePointCount(0, text.length()) <= LONGEST_NOTE ? text
				: text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTE - 1)) + "…";
	}

	static Optional<Outcome.Refused> fits(String text, int longest) {
		if (NO_TEXT.matcher(text).find()) {
			return no(Refusal.BAD_TEXT, "");
		}
		return text.codePointCount(0, text.length()) > longest ? no(Refusal.TOO_LONG, longest + "") : Optional.empty();
	}
}
