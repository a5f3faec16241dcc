package id.posko.procedure.file;

import id.posko.kit.Words;
import id.posko.procedure.Finding;
import id.posko.procedure.Procedure;
import id.posko.report.Fault;
import id.posko.report.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One thing that is wrong with a file: a key of this room's texts, its arguments, and where it stands. */
public record Problem(String key, Optional<Spot> spot, List<Object> arguments) {

	/** Those about the whole file first, then by their places. */
	public static final Comparator<Problem> IN_FILE = Comparator.comparing(problem -> problem.spot().orElse(new Spot(0, 0)));

	public Problem {
		arguments = List.copyOf(arguments);
	}

	static Problem of(Rule rule, Spot spot, Object... arguments) {
		return new Problem("rule." + rule.name(), Optional.ofNullable(spot), List.of(arguments));
	}

	static Problem of(Fault fault, Optional<Place> place) {
		return new Problem("fault." + fault.code().name(), place.map(Spot::of), fault.arguments());
	}

	/** About a whole file. */
	public static Problem ofFile(Rule rule, Object... arguments) {
		return of(rule, (Spot) null, arguments);
	}

	/** What is wrong with an SOP that could be read. @param steps where each step stands */
	public static Problem of(Finding error, Map<Integer, Spot> steps) {
		return of(Rule.FLAW, error.steps().isEmpty() ? null : steps.get(error.steps().getFirst()), error);
	}

	Problem at(Spot where) {
		return new Problem(key, Optional.of(where), arguments);
	}

	public boolean is(Rule rule) {
		return key.equals("rule." + rule.name());
	}

	public boolean is(Fault.Code code) {
		return key.equals("fault." + code.name());
	}

	/** With its place, if it has one. */
	public String sentence(Locale locale) {
		Words words = Words.of(Procedure.class, locale);
		String sentence = words.say(key, arguments.stream().map(argument -> said(argument, words)).toArray());
		return spot.map(place -> place.isCell()
				? words.say("at.cell", place.line(), Place.letters(place.column()), sentence)
				: words.say("at.line", place.line(), place.column(), sentence)).orElse(sentence);
	}

	private Object said(Object argument, Words words) {
		if (argument instanceof Problem inner) {
			return inner.sentence(words.locale());
		}
		if (argument instanceof Finding finding) {
			return finding.sentence(words.locale());
		}
		return is(Fault.Code.WRONG_TYPE) ? words.say("file." + argument) : argument;
	}
}
