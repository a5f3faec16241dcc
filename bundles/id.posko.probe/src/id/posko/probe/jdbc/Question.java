package id.posko.probe.jdbc;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import id.posko.kit.RegionCode;

/**
 * One SELECT that is asked of a database.
 *
 * @param binds what its question marks stand for
 * @param wantsMoment whether a time in its second column is wanted
 */
record Question(String text, List<String> binds, boolean wantsMoment) {

	private static final Pattern ONE_SELECT = Pattern.compile("(?is)\\s*(select|with)\\b[^;]*");
	private static final Pattern LITERAL = Pattern.compile("'[^']*'");

	Question {
		binds = List.copyOf(binds);
	}

	/** Empty if the text is not one SELECT. */
	static Optional<Question> of(String text) {
		return ONE_SELECT.matcher(text).matches() ? Optional.of(new Question(text, List.of(), false)) : Optional.empty();
	}

	Question withMoment() {
		return new Question(text, binds, true);
	}

	/** Each question mark outside quotes stands for the digits of the office's code: 350301. */
	Question at(RegionCode site) {
		int marks = Math.toIntExact(LITERAL.matcher(text).replaceAll("").chars().filter(c -> c == '?').count());
		return new Question(text, Collections.nCopies(marks, site.digits()), wantsMoment);
	}
}
