package id.posko.procedure.desk;

import id.posko.procedure.Field;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form that is filled in: each value has to be of its field's kind. Values of no field are texts. */
public record Filling(List<Field> fields) {

	public Filling {
		fields = List.copyOf(fields);
	}

	/** What is wrong with the first value that is none of its field's kind. */
	Optional<Outcome.Refused> fault(Answers answers) {
		return fields.stream().flatMap(field -> fault(field, answers.value(field.name())).stream()).findFirst();
	}

	/** What is wrong with a value; nothing with an empty one. */
	public static Optional<Outcome.Refused> fault(Field field, String typed) {
		return field.read(typed).isPresent() ? Optional.empty() : Optional.of(switch (field.kind()) {
			case NUMBER -> no(Refusal.BAD_NUMBER, field.name());
			case DATE -> no(Refusal.BAD_DATE, field.name());
			case YES_NO -> no(Refusal.BAD_CHOICE, field.name() + ": " + Field.YES + ", " + Field.NO);
			case CHOICE -> no(Refusal.BAD_CHOICE, field.name() + ": " + String.join(", ", field.choices()));
			case FINDING -> no(Refusal.BAD_FINDING, field.name() + ": " + field.choices().getFirst() + ", "
					+ String.join(": …, ", field.choices().subList(1, field.choices().size())) + ": …");
			case DEVICE -> no(Refusal.BAD_DEVICE, field.name());
			case TEXT, LONG_TEXT, PERSON, FILE -> no(Refusal.BAD_FILE, field.name());
		});
	}

	private static Outcome.Refused no(Refusal refusal, String argument) {
		return new Outcome.Refused(refusal, argument);
	}

	/** The values as they are kept; none may be at fault. */
	Answers read(Answers answers) {
		Map<String, String> values = new HashMap<>(answers.values());
		for (Field field : fields) {
			values.computeIfPresent(field.name(), (_, typed) -> field.read(typed).orElse(typed));
		}
		return new Answers(values, answers.files());
	}
}
