package id.posko.transfer.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.posko.kit.Words;
import id.posko.transfer.Progress;
import id.posko.transfer.copy.Flaw;
import id.posko.transfer.copy.Outcome;
import id.posko.transfer.copy.State;
import id.posko.transfer.copy.Way;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Item;

/** Plans, outcomes and flaws as sentences. */
public final class ImportTold {

	private final Words words;

	public ImportTold(Locale locale) {
		words = Words.of(Progress.class, locale);
	}

	public String refusal(Planning.Refused refused) {
		return plain(words.say("refused." + refused.why(), refused.argument()));
	}

	/** What was found, and whether it is what was declared. */
	public String counts(Arrival arrival) {
		Counts counts = arrival.counts();
		String found = words.say("counts", counts.found(), counts.octets(), counts.fresh(), counts.known(), counts.changed(),
				counts.suspicious(), counts.left());
		if (arrival.declared().isEmpty()) {
			return found;
		}
		long declared = arrival.declared().getAsLong();
		return found + " " + (arrival.difference().isEmpty() ? words.say("declared.same", declared)
				: words.say("declared.other", declared, counts.found()));
	}

	public String item(Item item) {
		return words.say("judged." + item.judged()) + "  " + plain(item.name() + (item.reason().isEmpty() ? "" : "  " + item.reason()));
	}

	/** No name is a command of the terminal. */
	private static String plain(String text) {
		return text.replaceAll("\\p{Cntrl}", "\uFFFD");
	}

	/** How it ended, and whether the medium may be taken out. */
	public List<String> outcome(Outcome outcome) {
		List<String> sentences = new ArrayList<>();
		sentences.add(switch (outcome) {
			case Outcome.Done(var totals, Way way) -> words.say("outcome.done", totals.readBack()) + " " + way(way);
			case Outcome.Flawed(var totals, Way way, _, long count) ->
				words.say("outcome.flawed", totals.readBack(), count) + " " + way(way);
			case Outcome.Stopped _ -> words.say("outcome.stopped");
			case Outcome.Full(_, var where, long missing) -> words.say("outcome.full", where.toString(), missing);
			case Outcome.Gone(_, var which) -> words.say("outcome.gone", which.toString());
			case Outcome.Stalled(_, String file, long offset) -> words.say("outcome.stalled", file, offset);
			case Outcome.Failed(_, String file, long offset, String reason) ->
				words.say("outcome.failed", file, offset, reason);
			case Outcome.Busy _ -> words.say("outcome.busy");
		});
		if (outcome instanceof Outcome.Flawed flawed) {
			flawed.first().stream().map(this::flaw).forEach(sentences::add);
		}
		outcome.totals().restarted().stream().map(file -> words.say("restarted", file)).forEach(sentences::add);
		sentences.add(words.say(outcome.isSafeToRemove() ? "safe.yes" : "safe.no"));
		return sentences.stream().map(ImportTold::plain).toList();
	}

	private String way(Way way) {
		return words.say("way." + way);
	}

	public String flaw(Flaw flaw) {
		return words.say("flaw." + flaw.kind(), flaw.file(), flaw.offset(), flaw.reason());
	}

	public String state(State state) {
		return words.say("state." + state);
	}
}
