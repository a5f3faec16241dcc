package id.posko.probe.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.health.Reading;
import id.posko.health.Unit;
import id.posko.kit.Limit;

/** What a system's machines are asked and how their answers are read: the rows of a {@code .measures} resource. */
final class Measures {

	private static final String MARK = "@@posko ";
	private static final int LONGEST_LINE = 1000;
	private static final int MOST_READINGS = 500;
	private static final Map<String, Unit> UNITS = Map.of("-", Unit.NONE, "s", Unit.SECONDS, "%", Unit.PERCENT, "B",
			Unit.BYTES, "d", Unit.DAYS);

	private sealed interface Row {

		record Run(String command) implements Row {
		}

		record Number(String quantity, Unit unit, double factor, double min, double max, Pattern pattern)
				implements Row {
		}

		record Word(String quantity, Pattern pattern) implements Row {
		}

		record Used(String quantity, String free, String total) implements Row {
		}

		record Per(String quantity, String dividend, String divisor) implements Row {
		}

		record Bound(String quantity, double most, String cause, double margin) implements Row {
		}
	}

	/** A quantity beyond its limit: what, and the code of the cause that says so. */
	record Breach(Reading reading, double limit, String cause) {
	}

	private final Platform platform;
	private final Map<String, List<Row>> sections = new LinkedHashMap<>();

	private Measures(Platform platform) {
		this.platform = platform;
	}

	static Measures of(Platform platform) {
		Measures measures = new Measures(platform);
		String name = switch (platform) {
		case LINUX -> "linux.measures";
		case WINDOWS -> "windows.measures";
		};
		List<Row> section = List.of();
		for (String line : resource(name).lines().map(String::strip).toList()) {
			if (line.startsWith("[")) {
				section = new ArrayList<>();
				measures.sections.put(line.substring(1, line.length() - 1), section);
			} else if (!line.isEmpty() && !line.startsWith("#")) {
				section.add(row(line));
			}
		}
		return measures;
	}

	private static String resource(String name) {
		try (InputStream in = Measures.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Row row(String line) {
		String[] w = line.split("\\s+", 2);
		return switch (w[0]) {
		case "run" -> new Row.Run(w[1]);
		case "read" -> {
			String[] f = w[1].split("\\s+", 5);
			String[] bounds = f[3].split("\\.\\.");
			yield new Row.Number(f[0], UNITS.get(f[1]), Double.parseDouble(f[2]), Double.parseDouble(bounds[0]),
					Double.parseDouble(bounds[1]), Pattern.compile(f[4]));
		}
		case "state" -> {
			String[] f = w[1].split("\\s+", 2);
			yield new Row.Word(f[0], Pattern.compile(f[1]));
		}
		case "used" -> {
			String[] f = w[1].split("\\s+");
			yield new Row.Used(f[0], f[1], f[2]);
		}
		case "per" -> {
			String[] f = w[1].split("\\s+");
			yield new Row.Per(f[0], f[1], f[2]);
		}
		case "limit" -> {
			String[] f = w[1].split("\\s+");
			yield new Row.Bound(f[0], Double.parseDouble(f[1]), f[2], Double.parseDouble(f[3]));
		}
		default -> throw new IllegalStateException(line);
		};
	}

	/** Asks everything at once. Each section's commands get no input, so that they can not swallow the script. */
	Platform.Task task(List<String> services) {
		StringBuilder script = new StringBuilder();
		if (platform == Platform.WINDOWS) {
			script.append("$all=@();function tell($q,$v,$n)")
					.append("{if($v -ne $null){$script:all+=[pscustomobject]@{q=$q;v=$v;n=$n}}}\n");
		}
		sections.forEach((name, rows) -> {
			List<String> commands = rows.stream().filter(Row.Run.class::isInstance).map(row -> ((Row.Run) row).command())
					.toList();
			String body = String.join("\n", commands).replace("{services}", platform.quoted(services));
			boolean idle = name.equals("service") && services.isEmpty();
			if (platform == Platform.LINUX && !idle) {
				script.append("echo '").append(MARK).append(name).append("'\n{\n").append(body)
						.append("\n} </dev/null 2>/dev/null\n");
			} else if (!idle) {
				script.append(body).append('\n');
			}
		});
		if (platform == Platform.WINDOWS) {
			script.append("ConvertTo-Json -Compress -InputObject @($all)\n");
		} else {
			script.append("exit 0\n");
		}
		return platform.task(script.toString());
	}

	/** @param output what the task wrote, or anything else */
	List<Reading> read(String output) {
		Map<String, List<String>> lines = platform == Platform.WINDOWS ? ofJson(output) : ofSections(output);
		Map<String, Reading> readings = new LinkedHashMap<>();
		sections.forEach((name, rows) -> {
			for (Row row : rows) {
				for (String line : lines.getOrDefault(name, List.of())) {
					reading(row, name, line).filter(_ -> readings.size() < MOST_READINGS)
							.ifPresent(reading -> readings.putIfAbsent(reading.quantity(), reading));
				}
				derived(row, name, readings).ifPresent(reading -> readings.putIfAbsent(reading.quantity(), reading));
			}
		});
		return List.copyOf(readings.values());
	}

	private static Map<String, List<String>> ofSections(String output) {
		Map<String, List<String>> lines = new HashMap<>();
		List<String> section = new ArrayList<>();
		for (String line : (Iterable<String>) output.lines()::iterator) {
			if (line.startsWith(MARK)) {
				section = lines.computeIfAbsent(line.substring(MARK.length()), _ -> new ArrayList<>());
			} else if (line.length() <= LONGEST_LINE) {
				section.add(line.stripTrailing());
			}
		}
		return lines;
	}

	private Map<String, List<String>> ofJson(String output) {
		List<String> lines = FlatJson.parse(output.strip()).orElse(List.of()).stream()
				.map(o -> String.join(" ", o.getOrDefault("q", ""), o.getOrDefault("v", ""), o.getOrDefault("n", "")).strip())
				.filter(line -> line.length() <= LONGEST_LINE && line.indexOf('\n') < 0).toList();
		return Map.of(sections.keySet().iterator().next(), lines);
	}

	private static Optional<Reading> reading(Row row, String section, String line) {
		return switch (row) {
		case Row.Number(var quantity, var unit, var factor, var min, var max, var pattern) -> {
			Matcher found = pattern.matcher(line);
			if (!found.find()) {
				yield Optional.empty();
			}
			String raw = found.group("value");
			double value = raw.length() > 30 ? Double.NaN : Double.parseDouble(raw) * factor;
			String full = named(quantity, found);
			yield Optional.of(value >= min && value <= max ? Reading.number(full, value, unit, section, raw)
					: Reading.rejected(full, unit, section, raw, "implausible"));
		}
		case Row.Word(var quantity, var pattern) -> {
			Matcher found = pattern.matcher(line);
			yield found.find() ? Optional.of(Reading.state(named(quantity, found), found.group("value"), section, line))
					: Optional.empty();
		}
		case Row.Run _, Row.Used _, Row.Per _, Row.Bound _ -> Optional.empty();
		};
	}

	private static String named(String quantity, Matcher found) {
		return found.pattern().namedGroups().containsKey("name") ? quantity + "." + found.group("name") : quantity;
	}

	private static Optional<Reading> derived(Row row, String section, Map<String, Reading> readings) {
		return switch (row) {
		case Row.Used(var quantity, var free, var total) -> quotient(readings, free, total).stream()
				.map(share -> 100 * (1 - share)).mapToObj(used -> used < 0 || used > 100
						? Reading.rejected(quantity, Unit.PERCENT, section, Double.toString(used), "implausible")
						: Reading.number(quantity, used, Unit.PERCENT, section, Double.toString(used))).findFirst();
		case Row.Per(var quantity, var dividend, var divisor) -> quotient(readings, dividend, divisor).stream()
				.mapToObj(value -> Reading.number(quantity, value, Unit.NONE, section, Double.toString(value))).findFirst();
		case Row.Run _, Row.Number _, Row.Word _, Row.Bound _ -> Optional.empty();
		};
	}

	private static OptionalDouble quotient(Map<String, Reading> readings, String dividend, String divisor) {
		OptionalDouble above = value(readings.get(dividend));
		OptionalDouble below = value(readings.get(divisor));
		return above.isPresent() && below.isPresent() && below.getAsDouble() > 0
				? OptionalDouble.of(above.getAsDouble() / below.getAsDouble()) : OptionalDouble.empty();
	}

	private static OptionalDouble value(Reading reading) {
		return reading == null ? OptionalDouble.empty() : reading.value();
	}

	/**
	 * The limits of these readings that are exceeded, in the order of the rows, the worst reading first.
	 *
	 * @param before the quantities that exceeded theirs the last time
	 */
	List<Breach> breaches(List<Reading> readings, Machine machine, Set<String> before) {
		List<Breach> breaches = new ArrayList<>();
		sections.values().stream().flatMap(List::stream).filter(Row.Bound.class::isInstance).map(Row.Bound.class::cast)
				.forEach(bound -> {
					double most = machine.limit(bound.quantity()).orElse(bound.most());
					Limit limit = Limit.beyond(most, bound.margin());
					readings.stream().filter(r -> (r.quantity() + ".").startsWith(bound.quantity() + "."))
							.filter(r -> r.value().isPresent()
									&& limit.isOver(r.value().getAsDouble(), before.contains(r.quantity())))
							.sorted((a, b) -> Double.compare(b.value().getAsDouble(), a.value().getAsDouble()))
							.forEach(r -> breaches.add(new Breach(r, most, bound.cause())));
				});
		return breaches;
	}
}
