package id.posko.ticket.repair;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import id.posko.kit.Words;
import id.posko.ticket.Move;
import id.posko.ticket.Told;

/** Says needed parts and a device's history to people. */
public final class RepairTold {

	private final Words words;
	private final Told told;

	public RepairTold(Locale locale) {
		this(locale, ZoneId.systemDefault());
	}

	public RepairTold(Locale locale, ZoneId zone) {
		words = Words.of(Told.class, locale);
		told = new Told(locale, zone);
	}

	Words words() {
		return words;
	}

	public String time(Instant at) {
		return told.time(at);
	}

	public String status(PartStatus status) {
		return words.say("part.status." + status);
	}

	public String purpose(Finding purpose) {
		return words.say("part.purpose." + purpose);
	}

	/** {@code Baterai 12 V 9 Ah (ganti, 2)} */
	public String part(PartDraft part) {
		return words.say("part.named", part.part(), purpose(part.purpose()), part.quantity());
	}

	public String kind(RepairHistory.Kind kind) {
		return words.say("history." + kind);
	}

	/** Why nothing changed. */
	public String refusal(PartOutcome.Refused refused) {
		return words.say("part.refusal." + refused.why(), refused.why() == PartOutcome.Why.NOT_NOW
				? status(PartStatus.valueOf(refused.argument())) : refused.argument());
	}

	/** Why it was not moved by whom it was tried. */
	public String overtaken(PartNeeded part) {
		return words.say("part.overtaken", part.number() + "",
				part.acts().isEmpty() ? part.askedBy() : part.acts().getLast().by(), status(part.status()));
	}

	String asked(PartNeeded part) {
		return words.say("history.part.asked", part(part.draft()), part.draft().reason()).strip();
	}

	String moved(PartNeeded part, PartNeeded.Act act) {
		return words.say("history.part.moved", part.draft().part(), status(act.to()), act.note()).strip();
	}

	String act(Move move) {
		return told.move(move);
	}

	String opened(String title) {
		return told.opened() + " " + title;
	}
}
