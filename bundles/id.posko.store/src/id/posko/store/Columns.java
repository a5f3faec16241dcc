package id.posko.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.SqlStatement;

import id.posko.health.State;

/**
 * How values stand in our columns: an empty text as NULL, times as TIMESTAMP in UTC to the microsecond, durations in
 * nanoseconds, lists of texts as one text with a line feed after each.
 */
final class Columns {

	private static final int LONGEST_LIST = 900;

	private Columns() {
	}

	/** NULL for an empty text. */
	static String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	static String text(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		return text == null ? "" : text;
	}

	/** @param time null for NULL */
	static <S extends SqlStatement<S>> S bind(S statement, int at, Instant time) {
		return statement.bindBySqlType(at, time == null ? null : utc(time), Types.TIMESTAMP);
	}

	/** Cut to what the column holds, so that every database cuts alike. */
	private static LocalDateTime utc(Instant time) {
		return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	/** Null for NULL. */
	static Instant instant(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return time == null ? null : time.toInstant(ZoneOffset.UTC);
	}

	static State state(ResultSet row, String column) throws SQLException {
		return State.valueOf(row.getString(column).toUpperCase(Locale.ROOT));
	}

	static Long nanos(Optional<Duration> duration) {
		return duration.map(Duration::toNanos).orElse(null);
	}

	static Optional<Duration> duration(ResultSet row, String column) throws SQLException {
		long nanos = row.getLong(column);
		return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
	}

	/** NULL for an empty list; what would not fit is cut. */
	static String list(List<String> texts) {
		return texts.isEmpty() ? null
				: texts.stream().map(text -> escaped(cut(text, LONGEST_LIST / texts.size())) + "\n")
						.collect(Collectors.joining());
	}

	static List<String> list(ResultSet row, String column) throws SQLException {
		String all = text(row, column);
		List<String> texts = new ArrayList<>();
		for (int from = 0; from < all.length(); from = all.indexOf('\n', from) + 1) {
			texts.add(unescaped(all.substring(from, all.indexOf('\n', from))));
		}
		return List.copyOf(texts);
	}

	private static String cut(String text, int longest) {
		return text.codePointCount(0, text.length()) <= longest ? text
				: text.substring(0, text.offsetByCodePoints(0, longest));
	}

	/** PostgreSQL takes no NUL. */
	static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\0", "\\0");
	}

	static String unescaped(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\\') {
				c = switch (text.charAt(++i)) {
					case 'n' -> '\n';
					case '0' -> '\0';
					default -> '\\';
				};
			}
			plain.append(c);
		}
		return plain.toString();
	}
}
