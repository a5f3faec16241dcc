package id.posko.inventory;

import id.posko.report.Fault;
import id.posko.report.Place;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong: where it stands in the file (nowhere for a form), which field it concerns (none where it
 * concerns the whole file), and a key of this room's texts with their arguments. {@link Sentences} says it.
 */
public record Problem(String key, Optional<Place> place, Optional<Field> field, List<Object> arguments) {

	public static Problem of(Rule rule, Field field, Object... arguments) {
		return new Problem("rule." + rule.name(), Optional.empty(), Optional.ofNullable(field), List.of(arguments));
	}

	public static Problem of(Fault fault) {
		return new Problem("fault." + fault.code().name(), Optional.empty(), Optional.empty(), fault.arguments());
	}

	Problem at(Place where) {
		return new Problem(key, Optional.ofNullable(where), field, arguments);
	}

	Problem in(Field which) {
		return new Problem(key, place, Optional.of(which), arguments);
	}

	public boolean is(Rule rule) {
		return key.equals("rule." + rule.name());
	}

	public boolean is(Fault.Code code) {
		return key.equals("fault." + code.name());
	}
}
