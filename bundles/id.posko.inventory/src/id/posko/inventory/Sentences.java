package id.posko.inventory;

import id.posko.kit.Words;
import id.posko.report.Fault;
import id.posko.report.Place;
import java.util.Locale;

/** Says problems and notices to a person: what is wrong, where, and what to do. */
public final class Sentences {

	private final Words words;

	public Sentences(Locale locale) {
		words = Words.of(Sentences.class, locale);
	}

	/** With its place in the file, where it has one. */
	public String say(Problem problem) {
		String sentence = sentence(problem);
		if (problem.place().isEmpty()) {
			return sentence;
		}
		Place place = problem.place().get();
		return problem.field()
				.map(field -> words.say("at.field", place.row(), place.letters(), field.heading(), sentence))
				.orElseGet(() -> words.say("at.place", place.row(), place.letters(), sentence));
	}

	/** Without its place, as a form shows it beside the field. */
	public String sentence(Problem problem) {
		if (problem.is(Fault.Code.WRONG_TYPE)) {
			return words.say(problem.key(), words.say("file." + problem.arguments().getFirst()));
		}
		return words.say(problem.key(), problem.arguments().toArray());
	}

	public String say(Notice notice) {
		return words.say(notice.key(), notice.arguments().toArray());
	}
}
