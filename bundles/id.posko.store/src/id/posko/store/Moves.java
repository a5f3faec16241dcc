package id.posko.store;

import java.time.Duration;
import java.util.List;

import id.posko.ticket.Clock;
import id.posko.ticket.Level;
import id.posko.ticket.Link;
import id.posko.ticket.Move;
import id.posko.ticket.Sla;

/** Moves of tickets as a word and texts. */
final class Moves {

	private Moves() {
	}

	static String word(Move move) {
		return switch (move) {
			case Move.Assign _ -> "assign";
			case Move.Number _ -> "number";
			case Move.Wait _ -> "wait";
			case Move.Work _ -> "work";
			case Move.Finish _ -> "finish";
			case Move.Close _ -> "close";
			case Move.Reopen _ -> "reopen";
			case Move.Merge _ -> "merge";
			case Move.Note _ -> "note";
			case Move.Join _ -> "join";
			case Move.Restandard _ -> "restandard";
			case Move.Tell _ -> "tell";
		};
	}

	static List<String> texts(Move move) {
		return switch (move) {
			case Move.Assign(String account) -> List.of(account);
			case Move.Number(String number) -> List.of(number);
			case Move.Wait(String note) -> List.of(note);
			case Move.Work(String note) -> List.of(note);
			case Move.Finish(String note) -> List.of(note);
			case Move.Close(String note) -> List.of(note);
			case Move.Reopen(String reason) -> List.of(reason);
			case Move.Merge(long into) -> List.of(into + "");
			case Move.Note(String text) -> List.of(text);
			case Move.Join(Link(var kind, String id)) -> List.of(kind.name(), id);
			case Move.Restandard(Sla sla, String reason) -> List.of(sla.contact().toString(), sla.number().toString(),
					sla.queue().toString(), sla.repair().toString(), reason);
			case Move.Tell(Clock clock, Level level) -> List.of(clock.name(), level.name());
		};
	}

	/** @throws IllegalArgumentException if there is no such word */
	static Move move(String word, List<String> texts) {
		return switch (word) {
			case "assign" -> new Move.Assign(texts.getFirst());
			case "number" -> new Move.Number(texts.getFirst());
			case "wait" -> new Move.Wait(texts.getFirst());
			case "work" -> new Move.Work(texts.getFirst());
			case "finish" -> new Move.Finish(texts.getFirst());
			case "close" -> new Move.Close(texts.getFirst());
			case "reopen" -> new Move.Reopen(texts.getFirst());
			case "merge" -> new Move.Merge(Long.parseLong(texts.getFirst()));
			case "note" -> new Move.Note(texts.getFirst());
			case "join" -> new Move.Join(new Link(Link.Kind.valueOf(texts.get(0)), texts.get(1)));
			case "restandard" -> new Move.Restandard(new Sla(Duration.parse(texts.get(0)), Duration.parse(texts.get(1)),
					Duration.parse(texts.get(2)), Duration.parse(texts.get(3))), texts.get(4));
			case "tell" -> new Move.Tell(Clock.valueOf(texts.get(0)), Level.valueOf(texts.get(1)));
			default -> throw new IllegalArgumentException(word);
		};
	}
}
