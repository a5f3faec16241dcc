package id.posko.procedure;

import id.posko.kit.Words;
import java.util.List;
import java.util.Locale;

/** One thing that {@link Lint} found: where (no step: in the head sheet or the whole), and what its sentence needs. */
public record Finding(Flaw flaw, List<Integer> steps, List<Object> arguments) {

	public Finding {
		steps = List.copyOf(steps);
		arguments = List.copyOf(arguments);
	}

	public boolean isError() {
		return flaw.isError();
	}

	/** With the steps it concerns. */
	public String sentence(Locale locale) {
		Words words = Words.of(Finding.class, locale);
		String sentence = words.say("flaw." + flaw.name(), arguments.toArray());
		return steps.isEmpty() ? sentence : words.say(steps.size() == 1 ? "at.step" : "at.steps", ranges(steps), sentence);
	}

	/** 2, 3, 4, 7 as "2–4, 7". */
	private static String ranges(List<Integer> numbers) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < numbers.size();) {
			int last = i;
			while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
				last++;
			}
			text.append(text.isEmpty() ? "" : ", ").append(numbers.get(i));
			if (last > i) {
				text.append(last == i + 1 ? ", " : "–").append(numbers.get(last));
			}
			i = last + 1;
		}
		return text.toString();
	}
}
