package id.posko.probe.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

/**
 * Logs in, asks the query and the time, and leaves. It runs on a virtual thread: an interrupt closes its socket, so
 * that a driver that waits for ever is ended by it.
 */
final class Conversation implements Callable<Conversation.Heard> {

	private static final Logger LOG = System.getLogger(Conversation.class.getName());

	/** How far it has come. */
	enum Stage {
		CONNECT, QUERY, CLOCK
	}

	/**
	 * @param value of the first column of the first row, if it is a number; anything else is not looked at
	 * @param skew seconds that the clock there is off at least; ahead is positive
	 */
	record Heard(Duration login, Duration query, OptionalDouble value, double skew) {
	}

	private final Login login;
	private final DataSource source;
	private final int seconds;
	private final InstantSource clock;
	private volatile Stage stage = Stage.CONNECT;
	private Connection connection;
	private boolean isGivenUp;

	Conversation(Login login, DataSource source, Duration timeout, InstantSource clock) {
		this.login = login;
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
			OptionalDouble value = value(open);
			Duration answered = since(asked);
			stage = Stage.CLOCK;
			double skew = skew(open);
			open.rollback();
			return new Heard(loggedIn, answered, value, skew);
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

	private OptionalDouble value(Connection open) throws SQLException {
		try (Statement statement = open.createStatement()) {
			statement.setMaxRows(1);
			statement.setFetchSize(1);
			statement.setQueryTimeout(seconds);
			try (ResultSet rows = statement.executeQuery(login.query())) {
				String text = rows.next() ? rows.getString(1) : null;
				return text != null && text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? OptionalDouble.of(Double.parseDouble(text))
						: OptionalDouble.empty();
			}
		}
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
