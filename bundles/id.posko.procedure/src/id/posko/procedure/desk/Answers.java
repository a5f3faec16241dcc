package id.posko.procedure.desk;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an officer fills in for a step.
 *
 * @param values by the fields' names
 * @param files those to be kept, by the fields' names; "" names a file that no field asks for
 */
public record Answers(Map<String, String> values, Map<String, Path> files) {

	public static final Answers NONE = new Answers(Map.of(), Map.of());

	public Answers {
		values = Map.copyOf(values);
		files = Map.copyOf(files);
	}

	/** "" if it is not filled in. */
	public String value(String name) {
		return values.getOrDefault(name, "").strip();
	}
}
