package id.posko.probe.ups;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The dialects of one protocol, read from a table in this package. Lines of the table, parts between semicolons:
 *
 * <pre>
 * sentinels ; numbers
 * dialect ; name ; root or - ; systems or - ; like=other (optional: the rows of another one below its own root)
 * rank ; quantity ; line or * ; kind ; source, below the root if it begins with a dot, = in front if exact ; scales or codes
 * </pre>
 *
 * A source that ends with {@code [column=value]} means the row of a table in which that column says that.
 *
 * A new maker is new lines there and a recording.
 */
record Dialects(List<Dialect> all, Set<BigDecimal> sentinels) {

	private static final String COLUMNS = " *; *";

	/** @param table name of the resource: {@code snmp.rows}, {@code nut.rows}, {@code apcupsd.rows} */
	static Dialects read(String table) {
		try (InputStream stream = Dialects.class.getResourceAsStream(table);
				BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			Reader reader = new Reader();
			lines.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).forEach(reader::line);
			return new Dialects(List.copyOf(reader.all.values()), Set.copyOf(reader.sentinels));
		} catch (IOException e) {
			throw new UncheckedIOException(table, e);
		}
	}

	/** Those in which every device is asked. */
	List<Dialect> general() {
		return all.stream().filter(Dialect::isForEvery).toList();
	}

	/** Those of the maker, the best matches; empty if nobody's. */
	List<Dialect> of(String sysObjectId) {
		int best = all.stream().mapToInt(d -> d.matches(sysObjectId)).max().orElse(0);
		return best == 0 ? List.of() : all.stream().filter(d -> d.matches(sysObjectId) == best).toList();
	}

	/** Those that a device must be asked whether it speaks them. */
	List<Dialect> special() {
		return all.stream().filter(d -> !d.isForEvery()).toList();
	}

	private static final class Reader {

		private final Map<String, Dialect> all = new LinkedHashMap<>();
		private final Set<BigDecimal> sentinels = new TreeSet<>();
		private Dialect current;

		void line(String line) {
			String[] parts = line.split(COLUMNS, -1);
			switch (parts[0]) {
			case "sentinels" -> Arrays.stream(parts[1].split(" +")).map(BigDecimal::new).forEach(sentinels::add);
			case "dialect" -> dialect(parts);
			default -> row(line, parts);
			}
		}

		private void dialect(String[] parts) {
			String root = parts[2].equals("-") ? "" : parts[2];
			List<Row> rows = new ArrayList<>();
			if (parts.length > 4) {
				Dialect other = all.get(parts[4].substring("like=".length()));
				other.rows().forEach(r -> rows.add(r.in(parts[1], root + r.source().substring(other.root().length()))));
			}
			put(new Dialect(parts[1], root, parts[3].equals("-") ? List.of() : List.of(parts[3].split(" +")), rows));
		}

		private void row(String line, String[] parts) {
			Quantity quantity = Quantity.of(parts[1]).orElseThrow(() -> new IllegalArgumentException(line));
			Row.Kind kind = Row.Kind.valueOf(parts[3].toUpperCase(Locale.ROOT));
			boolean exact = parts[4].startsWith("=");
			String[] source = (exact ? parts[4].substring(1) : parts[4]).split("\\.?\\[|=|\\]");
			boolean number = kind == Row.Kind.NUMBER;
			List<Row> rows = new ArrayList<>(current.rows());
			rows.add(new Row(current.name(), Integer.parseInt(parts[0]), quantity,
					parts[2].equals("*") ? Row.EACH : Integer.parseInt(parts[2]), kind,
					below(source[0]), exact,
					source.length == 1 ? Optional.empty() : Optional.of(new Row.Pick(below(source[1]), below(source[2]))),
					number ? Arrays.stream(parts[5].split(" +")).map(BigDecimal::new).toList() : List.of(),
					number ? Map.of() : codes(parts[5])));
			put(new Dialect(current.name(), current.root(), current.systems(), rows));
		}

		private String below(String source) {
			return source.startsWith(".") ? current.root() + source : source;
		}

		private void put(Dialect dialect) {
			current = dialect;
			all.put(dialect.name(), dialect);
		}

		private static Map<String, String> codes(String text) {
			Map<String, String> codes = new LinkedHashMap<>();
			for (String pair : text.split(" *, *")) {
				int equals = pair.lastIndexOf('=');
				codes.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
			}
			return codes;
		}
	}

	/** All places where a value of these dialects may stand. */
	static List<Row> rows(List<Dialect> dialects) {
		Set<Row> rows = new LinkedHashSet<>();
		dialects.forEach(d -> rows.addAll(d.rows()));
		return List.copyOf(rows);
	}

	Dialects {
		all = List.copyOf(all);
		sentinels = new HashSet<>(sentinels);
	}
}
