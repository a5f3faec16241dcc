package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Our SQL is SQL that Oracle takes as well: Oracle Database SQL Language Reference 19c, "Oracle SQL Reserved Words",
 * "Database Object Names and Qualifiers" (30 bytes up to 12.1) and "Data Types".
 */
class PortableSqlTest {

	private static final Path SOURCES = Path.of("src/id/posko/store");
	/** The one place that speaks to H2 alone. */
	private static final Set<String> H2_ONLY = Set.of("H2File.java");

	private static final Set<String> ORACLE_RESERVED = Set.of("""
			ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COLUMN_VALUE COMMENT COMPRESS
			CONNECT CREATE CURRENT DATE DECIMAL DEFAULT DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM
			GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS LEVEL LIKE
			LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NESTED_TABLE_ID NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OF
			OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID ROWNUM ROWS SELECT
			SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO TRIGGER UID UNION UNIQUE UPDATE
			USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH""".split("\\s+"));

	/** What our statements are made of: each of it is in Oracle, PostgreSQL and H2 and means the same. */
	private static final Set<String> SPOKEN = Set.of("""
			CREATE ALTER ADD TABLE INDEX ON CONSTRAINT PRIMARY KEY UNIQUE FOREIGN REFERENCES NOT NULL NUMERIC VARCHAR TIMESTAMP
			SELECT FROM WHERE AND OR IN IS ORDER BY DESC INNER JOIN UNION MAX MIN COUNT SUM
			INSERT INTO VALUES UPDATE SET DELETE""".split("\\s+"));

	private record Statement(String place, String text) {

		/** The words outside quotes, in capitals. */
		List<String> words() {
			return Pattern.compile("[A-Za-z_][A-Za-z_0-9]*").matcher(text.replaceAll("'[^']*'", "''")).results()
					.map(MatchResult::group).map(word -> word.toUpperCase(Locale.ROOT)).toList();
		}
	}

	private static List<Statement> migrations() throws IOException {
		List<Statement> all = new ArrayList<>();
		for (Path file : files(".sql")) {
			String text = Files.readString(file).replaceAll("--[^\n]*", "");
			for (String statement : text.split(";")) {
				if (!statement.isBlank()) {
					all.add(new Statement(file.getFileName().toString(), statement.strip()));
				}
			}
		}
		return all;
	}

	/** Every text in our classes that begins like a statement. */
	private static List<Statement> statements() throws IOException {
		List<Statement> all = new ArrayList<>();
		Pattern literal = Pattern.compile("\"\"\"\\s*\n(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
		for (Path file : files(".java")) {
			if (H2_ONLY.contains(file.getFileName().toString())) {
				continue;
			}
			String joined = Files.readString(file).replaceAll("\"\\s*\\+ COLUMNS \\+ \"\"\"\\s*\n\\s*", " ");
			literal.matcher(joined).results().map(m -> m.group(1) != null ? m.group(1) : m.group(2))
					.filter(text -> text.strip().matches("(?s)(select|insert|update|delete|create|drop|alter|merge|with) .*"))
					.forEach(text -> all.add(new Statement(file.getFileName().toString(), text.strip())));
		}
		return all;
	}

	private static List<Path> files(String ending) throws IOException {
		try (Stream<Path> files = Files.list(SOURCES)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

	private static Set<String> names() throws IOException {
		Set<String> names = new TreeSet<>();
		for (Statement statement : migrations()) {
			statement.words().stream().filter(word -> !SPOKEN.contains(word)).forEach(names::add);
		}
		return names;
	}

	@Test
	void thereIsSomethingToCheck() throws IOException {
		assertTrue(migrations().size() >= 8 && statements().size() >= 25, migrations().size() + " " + statements().size());
	}

	@Test
	void namesAreShortAndNoReservedWords() throws IOException {
		for (String name : names()) {
			assertTrue(name.length() <= 30, name);
			assertFalse(ORACLE_RESERVED.contains(name), name);
		}
	}

	/** Which also keeps out BOOLEAN, TEXT, SERIAL, IDENTITY, LIMIT, MERGE, RETURNING, ILIKE and all the like. */
	@Test
	void statementsUseWordsThatAllDatabasesKnowAndNamesThatWeMade() throws IOException {
		Set<String> names = names();
		Map<String, String> unknown = new TreeMap<>();
		for (Statement statement : statements()) {
			for (String word : statement.words()) {
				if (!SPOKEN.contains(word) && !names.contains(word) && !word.matches("[TLD]")) {
					unknown.put(word, statement.place() + ": " + statement.text());
				}
			}
		}
		assertEquals(Map.of(), unknown);
	}

	@Test
	void columnsAreNumericVarcharOrTimestamp() throws IOException {
		for (Statement statement : migrations()) {
			if (!statement.text().matches("(?s)(create|alter) table.*")) {
				continue;
			}
			String columns = statement.text().replaceFirst("^(create table \\w+ \\(|alter table \\w+ add )", "");
			for (String line : columns.split("\n")) {
				String column = line.strip();
				if (!column.isEmpty() && !column.equals(")") && !column.startsWith("constraint ")) {
					assertTrue(column.matches("[a-z_]+ (numeric\\(\\d+\\)|varchar\\(\\d+\\)|timestamp)( not null)?,?"), column);
				}
			}
			Pattern.compile("varchar\\((\\d+)\\)").matcher(columns).results()
					.forEach(m -> assertTrue(Integer.parseInt(m.group(1)) <= 4000, m.group()));
		}
	}

	@Test
	void nothingElseThatOracleReadsDifferently() throws IOException {
		List<Statement> all = new ArrayList<>(migrations());
		all.addAll(statements());
		for (Statement statement : all) {
			assertFalse(statement.text().contains("''"), "an empty text is NULL in Oracle: " + statement);
			assertFalse(statement.text().matches("(?s).*values\\s*\\([^)]*\\)\\s*,.*"), "one row for each insert: " + statement);
			assertFalse(statement.text().matches("(?is).*\\b(from|join)\\s+\\w+\\s+as\\b.*"), "no AS before an alias: " + statement);
			assertFalse(statement.text().contains("\""), "no quoted names: " + statement);
		}
	}
}
