package id.posko.inventory.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.inventory.Field;
import id.posko.inventory.Problem;
import id.posko.inventory.Sentences;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** Says what is wrong with a form: at its field, or at the foot where the field is not in the form. */
record Wrongs(Look look) {

	private static String capital(String sentence) {
		return sentence.substring(0, 1).toUpperCase() + sentence.substring(1);
	}

	boolean areNone(List<Problem> problems, Map<Field, Form.Field> fields, Sheet sheet) {
		Sentences sentences = new Sentences(look.locale());
		fields.forEach((field, shown) -> shown.say(problems.stream()
				.filter(problem -> problem.field().filter(field::equals).isPresent()).findFirst()
				.map(problem -> capital(sentences.sentence(problem)))));
		String others = String.join(" ", problems.stream()
				.filter(problem -> problem.field().filter(fields::containsKey).isEmpty())
				.map(problem -> capital(sentences.sentence(problem)))
				.toList());
		sheet.complain(others);
		fields.entrySet().stream().filter(e -> problems.stream().anyMatch(p -> p.field().equals(Optional.of(e.getKey()))))
				.findFirst().ifPresent(e -> e.getValue().control().setFocus());
		return problems.isEmpty();
	}
}
