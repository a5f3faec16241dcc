package id.posko.transfer.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.kit.Words;
import id.posko.transfer.Progress;
import id.posko.transfer.backup.Definition.SecretUse;

/**
 * A definition as a person writes it: {@code name=value} line by line, {@code #} before a remark. Whatever is not
 * understood is a fault with the number of its line.
 */
public final class DefinitionText {

	private static final Set<String> KEYS = Set.of("kind", "tool", "device", "command", "secret", "secret.by", "files",
			"log", "folder", "limit", "schedule", "keep.daily", "keep.weekly", "keep.monthly", "keep.semester",
			"drill.tool", "drill.command");
	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
	private static final Pattern WORD = Pattern.compile("\\s*(?:\"([^\"]*)\"|([^\\s\"]+))(?=\\s|$)");
	private static final Pattern LIMIT = Pattern.compile("(\\d{1,4})(m|h)");
	private static final Pattern COUNT = Pattern.compile("\\d{1,3}");
	private static final Pattern ABSOLUTE = Pattern.compile("(/|[A-Za-z]:[\\\\/]).*[^/\\\\]");
	private static final Duration USUAL_LIMIT = Duration.ofHours(4);
	private static final Duration LONGEST = Duration.ofHours(48);
	/** Of what is wrong in no line of its own. */
	private static final int WHOLE = 0;

	/** What is wrong; {@code line} counts from 1, 0 is the whole file. */
	public record Fault(int line, String code, String argument) {

		public String sentence(Locale locale) {
			return Words.of(Progress.class, locale).say("backup.fault." + code, line, argument);
		}
	}

	public sealed interface Read {

		record Right(Definition definition) implements Read {
		}

		record Wrong(List<Fault> faults) implements Read {
		}
	}

	private record Value(int line, String text) {
	}

	private final Tools tools;
	private final Map<String, Value> values = new TreeMap<>();
	private final Map<String, String> environment = new HashMap<>();
	private final List<Fault> faults = new ArrayList<>();

	private DefinitionText(Tools tools) {
		this.tools = tools;
	}

	public static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

	/** @param name of the definition */
	public static Read read(String name, String text, Tools tools) {
		DefinitionText reading = new DefinitionText(tools);
		int line = 0;
		for (String written : text.lines().toList()) {
			reading.line(++line, written.strip());
		}
		Definition definition = reading.definition(name);
		return reading.faults.isEmpty() ? new Read.Right(definition) : new Read.Wrong(List.copyOf(reading.faults));
	}

	private void fault(int line, String code, String argument) {
		faults.add(new Fault(line, code, argument));
	}

	private void line(int number, String text) {
		if (text.isEmpty() || text.startsWith("#")) {
			return;
		}
		int equals = text.indexOf('=');
		String key = equals < 0 ? text : text.substring(0, equals).strip();
		String value = equals < 0 ? "" : text.substring(equals + 1).strip();
		if (text.chars().anyMatch(Character::isISOControl)) {
			fault(number, "control", "");
		} else if (equals < 0 || !KEYS.contains(key) && !key.startsWith("env.")) {
			fault(number, "key", key);
		} else if (value.isEmpty()) {
			fault(number, "no_value", key);
		} else if (values.putIfAbsent(key, new Value(number, value)) != null) {
			fault(number, "twice", key);
		} else if (key.startsWith("env.")) {
			String variable = key.substring("env.".length());
			if (VARIABLE.matcher(variable).matches()) {
				environment.put(variable, value);
			} else {
				fault(number, "variable", variable);
			}
		}
	}

	private Definition definition(String name) {
		if (!isName(name)) {
			fault(WHOLE, "name", name);
		}
		Optional<Value> kind = needed("kind");
		kind.filter(value -> Kind.of(value.text()).isEmpty()).ifPresent(value -> fault(value.line(), "kind", value.text()));
		boolean isHere = !values.containsKey("device");
		Optional<Value> folder = isHere ? value("folder") : needed("folder");
		if (isHere) {
			folder.ifPresent(value -> fault(value.line(), "folder_here", ""));
		} else {
			folder.filter(value -> !isFolder(value.text())).ifPresent(value -> fault(value.line(), "path", value.text()));
		}
		Optional<Value> files = path(needed("files"));
		files.filter(_ -> isHere).filter(value -> !value.text().contains(Definition.STAMP) && !value.text().contains("*"))
				.ifPresent(value -> fault(value.line(), "same_file", value.text()));
		Retention usual = Retention.DEFAULT;
		return new Definition(name, kind.flatMap(value -> Kind.of(value.text())).orElse(Kind.OTHER), tool(needed("tool")),
				value("device").map(Value::text), words(needed("command")), environment, secret(),
				files.map(Value::text).orElse(""), path(value("log")).map(Value::text),
				folder.filter(value -> isFolder(value.text())).map(value -> Path.of(value.text())), limit(), schedule(),
				new Retention(count("daily", usual.daily()), count("weekly", usual.weekly()),
						count("monthly", usual.monthly()), count("semester", usual.semester())),
				drill());
	}

	private Optional<Value> value(String key) {
		return Optional.ofNullable(values.get(key));
	}

	private Optional<Value> needed(String key) {
		if (!values.containsKey(key)) {
			fault(WHOLE, "missing", key);
		}
		return value(key);
	}

	private String tool(Optional<Value> tool) {
		tool.filter(value -> !tools.knows(value.text())).ifPresent(value -> fault(value.line(), "tool", value.text()));
		return tool.map(Value::text).orElse("");
	}

	private Optional<Value> path(Optional<Value> path) {
		path.filter(value -> !ABSOLUTE.matcher(value.text()).matches() || hasPatternInFolder(value.text()))
				.ifPresent(value -> fault(value.line(), "path", value.text()));
		return path;
	}

	private static boolean hasPatternInFolder(String path) {
		String folder = FilePattern.folder(path);
		return folder.contains("*") || folder.contains("?");
	}

	private static boolean isFolder(String text) {
		try {
			return Path.of(text).isAbsolute();
		} catch (InvalidPathException _) {
			return false;
		}
	}

	/** With blanks between them; within {@code "} blanks belong to the word. */
	private List<String> words(Optional<Value> command) {
		List<String> words = new ArrayList<>();
		command.ifPresent(value -> {
			Matcher word = WORD.matcher(value.text());
			int end = 0;
			while (end < value.text().length() && word.find(end) && word.start() == end) {
				words.add(word.group(1) == null ? word.group(2) : word.group(1));
				end = word.end();
			}
			if (end < value.text().length() || words.getFirst().isEmpty()) {
				fault(value.line(), "quotes", value.text());
			}
		});
		return words;
	}

	private Optional<SecretUse> secret() {
		Optional<Value> by = value("secret.by");
		Optional<Value> name = by.isPresent() ? needed("secret") : value("secret");
		by.filter(value -> !VARIABLE.matcher(value.text()).matches())
				.ifPresent(value -> fault(value.line(), "variable", value.text()));
		return name.map(value -> new SecretUse(value.text(),
				by.map(Value::text).filter(text -> !text.equals("input"))));
	}

	private Duration limit() {
		Optional<Value> limit = value("limit");
		if (limit.isEmpty()) {
			return USUAL_LIMIT;
		}
		Matcher form = LIMIT.matcher(limit.get().text());
		Duration duration = !form.matches() ? Duration.ZERO : form.group(2).equals("m")
				? Duration.ofMinutes(Integer.parseInt(form.group(1))) : Duration.ofHours(Integer.parseInt(form.group(1)));
		if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
			fault(limit.get().line(), "limit", limit.get().text());
		}
		return duration;
	}

	private Optional<Schedule> schedule() {
		Optional<Value> written = value("schedule");
		Optional<Schedule> schedule = written.flatMap(value -> Schedule.tryParse(value.text()));
		written.filter(_ -> schedule.isEmpty()).ifPresent(value -> fault(value.line(), "schedule", value.text()));
		return schedule;
	}

	private int count(String generation, int usual) {
		Optional<Value> count = value("keep." + generation);
		boolean isRight = count.map(value -> COUNT.matcher(value.text()).matches()).orElse(true);
		if (!isRight) {
			fault(count.get().line(), "count", count.get().text());
		}
		return count.filter(_ -> isRight).map(value -> Integer.parseInt(value.text())).orElse(usual);
	}

	private Optional<Definition.Drill> drill() {
		if (!values.containsKey("drill.tool") && !values.containsKey("drill.command")) {
			return Optional.empty();
		}
		return Optional.of(new Definition.Drill(tool(needed("drill.tool")), words(needed("drill.command"))));
	}
}
