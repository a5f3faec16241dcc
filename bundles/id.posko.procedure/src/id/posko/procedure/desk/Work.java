package id.posko.procedure.desk;

import id.posko.procedure.run.Evidence;
import java.util.Optional;

/**
 * What an officer hands in for a step.
 *
 * @param letter by which somebody outside took it
 */
public record Work(Answers answers, Optional<Evidence.Letter> letter, String note) {

	public static final Work NOTHING = noted("");

	public Work {
		note = note.strip();
	}

	public static Work noted(String note) {
		return new Work(Answers.NONE, Optional.empty(), note);
	}
}
