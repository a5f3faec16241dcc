package id.posko.transfer.backup.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import id.posko.kit.Words;
import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Task;
import id.posko.procedure.run.Evidence;
import id.posko.transfer.Progress;
import id.posko.transfer.backup.Definition;
import id.posko.transfer.backup.Definitions;
import id.posko.transfer.backup.Definitions.Defined;
import id.posko.transfer.backup.Kind;

/**
 * Which backup a step is about: that of the kind that its target names, or the one that is defined, or the one that was
 * named in this run, by name. Sentences are in Indonesian, for they stay with the run.
 */
record Chosen(Task task, Definitions definitions) {

	static final Words WORDS = Words.of(Progress.class, Words.INDONESIAN);

	static String field() {
		return WORDS.say("backup.step.name");
	}

	private List<Definition> possible() throws IOException {
		Optional<Kind> kind = Kind.of(task.means().target());
		return definitions.all().stream().flatMap(defined -> defined.definition().stream())
				.filter(is -> kind.isEmpty() || is.kind() == kind.get()).toList();
	}

	/** The name, if it is not clear without. */
	List<Asked> asks() throws IOException {
		return possible().size() == 1 || named().isPresent() ? List.of()
				: List.of(new Asked(new Field(field(), Field.Kind.TEXT), true));
	}

	/** As an earlier step of the run was told. */
	private Optional<String> named() {
		return form(field());
	}

	/** What was filled in last in this run under that name. */
	Optional<String> form(String field) {
		return task.run().turns().reversed().stream().flatMap(turn -> turn.evidence().reversed().stream())
				.filter(Evidence.Form.class::isInstance).map(is -> ((Evidence.Form) is).values().getOrDefault(field, ""))
				.filter(value -> !value.isBlank()).map(String::strip).findFirst();
	}

	Optional<Definition> definition(Answers answers) throws IOException {
		List<Definition> possible = possible();
		String name = answers.value(field()).isEmpty() ? named().orElse("") : answers.value(field());
		if (name.isEmpty()) {
			return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
		}
		return definitions.find(name).flatMap(Defined::definition);
	}

	static Deed none() {
		return new Deed.NotYet(WORDS.say("backup.step.none"));
	}
}
