package id.posko.probe.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

/**
 * Logs in, asks the query and the time, and leaves. It runs on a virtual thread: an interrupt closes its socket, so
 * that a driver that waits for ever is ended by it.
 */
final class Conversation implements Callable<Conversation.Heard> {

	private static final Logger LOG = System.getLogger(Conversation.class.getName());

	/** oracle.jdbc.OracleTypes.TIMESTAMPTZ and TIMESTAMPLTZ. */
	private static final int ORACLE_ZONED = -101;
	private static final int ORACLE_LOCAL = -102;

	/** How far it has come. */
	enum Stage {
		CONNECT, QUERY, CLOCK
	}

	/**
	 * @param value of the first column of the first row, if it is a number; anything else is not looked at
	 * @param isOne whether there was one row
	 * @param moment of the second column, if the question asks for one and it is a time; by the clock there
	 * @param skew seconds that the clock there is off at least; ahead is positive
	 */
	record Heard(Duration login, Duration query, Optional<BigDecimal> value, boolean isOne, Optional<Instant> moment,
			double skew) {
	}

	private record Row(Optional<BigDecimal> value, boolean isOne, Optional<Instant> moment) {
	}

	private final Login login;
	private final Question question;
	private final DataSource source;
	private final int seconds;
	private final InstantSource clock;
	private volatile Stage stage = Stage.CONNECT;
	private Connection connection;
	private boolean isGivenUp;

	Conversation(Login login, Question question, DataSource source, Duration timeout, InstantSource clock) {
		this.login = login;
		this.question = question;
		this.source = source;
		this.clock = clock;
		seconds = Math.toIntExact(timeout.toSeconds() + 1);
	}

	Stage stage() {
		return stage;
	}

	@Override
	public Heard call() throws SQLException {
		long start = System.nanoTime();
		try (Connection open = taken(source.getConnection())) {
			Duration loggedIn = since(start);
			stage = Stage.QUERY;
			open.setAutoCommit(false);
			login.product().makeReadOnly(open);
			long asked = System.nanoTime();
			Row row = row(open);
			Duration answered = since(asked);
			stage = Stage.CLOCK;
			double skew = skew(open);
			open.rollback();
			return new Heard(loggedIn, answered, row.value(), row.isOne(), row.moment(), skew);
		}
	}

	private synchronized Connection taken(Connection open) {
		connection = open;
		if (isGivenUp) {
			abort(open);
		}
		return open;
	}

	/** Nobody waits any longer: what is open is cut off, on a thread of its own, for that may hang as well. */
	synchronized void giveUp() {
		isGivenUp = true;
		if (connection != null) {
			abort(connection);
		}
	}

	private static void abort(Connection open) {
		Thread.ofVirtual().name("posko-jdbc-abort").start(() -> {
			try {
				open.abort(Runnable::run);
			} catch (SQLException e) {
				LOG.log(Level.DEBUG, "a database connection was gone before it was cut off", e);
			}
		});
	}

	private Row row(Connection open) throws SQLException {
		try (PreparedStatement statement = open.prepareStatement(question.text())) {
			statement.setMaxRows(2);
			statement.setFetchSize(2);
			statement.setQueryTimeout(seconds);
			for (int i = 0; i < question.binds().size(); i++) {
				statement.setString(i + 1, question.binds().get(i));
			}
			try (ResultSet rows = statement.executeQuery()) {
				if (!rows.next()) {
					return new Row(Optional.empty(), false, Optional.empty());
				}
				Optional<BigDecimal> value = number(rows.getString(1));
				Optional<Instant> moment = question.wantsMoment() ? moment(rows) : Optional.empty();
				return new Row(value, !rows.next(), moment);
			}
		}
	}

	private static Optional<BigDecimal> number(String text) {
		return text != null && text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
	}

	/** A time without a zone is one of this machine's. */
	private static Optional<Instant> moment(ResultSet rows) throws SQLException {
		int columns = rows.getMetaData().getColumnCount();
		boolean isTime = columns > 1 && switch (rows.getMetaData().getColumnType(2)) {
		case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.DATE, ORACLE_ZONED, ORACLE_LOCAL -> true;
		default -> false;
		};
		return isTime ? Optional.ofNullable(rows.getTimestamp(2)).map(Timestamp::toInstant) : Optional.empty();
	}

	/** Off by what it shows before we asked or after we were answered. */
	private double skew(Connection open) throws SQLException {
		try (Statement statement = open.createStatement()) {
			statement.setQueryTimeout(seconds);
			Instant before = clock.instant();
			try (ResultSet rows = statement.executeQuery(login.product().clock())) {
				rows.next();
				Instant there = rows.getObject(1, OffsetDateTime.class).toInstant();
				Instant after = clock.instant();
				Instant nearest = there.isBefore(before) ? before : there.isAfter(after) ? after : there;
				return nearest.until(there).toMillis() / 1e3;
			}
		}
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}
}
