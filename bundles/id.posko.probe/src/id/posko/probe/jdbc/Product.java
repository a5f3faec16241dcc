package id.posko.probe.jdbc;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import oracle.jdbc.pool.OracleDataSource;

/**
 * What is different from database to database. The drivers' own time-outs only see to it that a thread that was given
 * up ends some time; they are not relied upon.
 */
enum Product {

	ORACLE(1521, "select 1 from dual", "select systimestamp from dual") {
		@Override
		DataSource source(Login login, InetAddress host, String password, Duration timeout) throws SQLException {
			OracleDataSource source = new OracleDataSource();
			source.setURL("jdbc:oracle:thin:@" + (login.isSid() ? "" : "//") + literal(host) + ":"
					+ login.address().port().orElseThrow() + (login.isSid() ? ":" : "/") + login.name());
			source.setUser(login.user());
			source.setPassword(password);
			Properties limits = new Properties();
			String millis = Long.toString(timeout.toMillis());
			limits.setProperty("oracle.net.CONNECT_TIMEOUT", millis);
			limits.setProperty("oracle.net.OUTBOUND_CONNECT_TIMEOUT", millis);
			limits.setProperty("oracle.jdbc.ReadTimeout", millis);
			source.setConnectionProperties(limits);
			return source;
		}

		@Override
		void makeReadOnly(Connection connection) throws SQLException {
			try (Statement statement = connection.createStatement()) {
				statement.execute("set transaction read only");
			}
		}

		/** ORA-01017 wrong password, 28000 locked, 28001 expired, 1045 no right to log in. */
		@Override
		boolean isRefusal(SQLException e) {
			return Set.of(1017, 1045, 28000, 28001, 28002).contains(e.getErrorCode());
		}

		/** ORA-12505 SID, 12514 service not known to the listener. */
		@Override
		boolean isUnknownName(SQLException e) {
			return Set.of(12505, 12514).contains(e.getErrorCode());
		}

		/** ORA-01033 and 01034 starting or not open, 00018, 00020, 12516, 12519, 12520, 12528 no place. */
		@Override
		boolean isBusy(SQLException e) {
			return Set.of(18, 20, 1033, 1034, 1089, 1090, 12516, 12519, 12520, 12526, 12528).contains(e.getErrorCode());
		}
	},

	POSTGRESQL(5432, "select 1", "select clock_timestamp()") {
		@Override
		DataSource source(Login login, InetAddress host, String password, Duration timeout) throws SQLException {
			PGSimpleDataSource source = new PGSimpleDataSource();
			source.setServerNames(new String[] { literal(host) });
			source.setPortNumbers(new int[] { login.address().port().orElseThrow() });
			source.setDatabaseName(login.name());
			source.setUser(login.user());
			source.setPassword(password);
			login.ssl().ifPresent(source::setSslMode);
			int seconds = Math.toIntExact(timeout.toSeconds() + 1);
			source.setConnectTimeout(seconds);
			source.setSocketTimeout(seconds);
			source.setReadOnly(true);
			source.setApplicationName("posko");
			source.setStringType("unspecified");
			return source;
		}

		@Override
		void makeReadOnly(Connection connection) throws SQLException {
			connection.setReadOnly(true);
		}

		/** SQLSTATE class 28, invalid authorization. */
		@Override
		boolean isRefusal(SQLException e) {
			return String.valueOf(e.getSQLState()).startsWith("28");
		}

		/** 3D000, invalid catalog name. */
		@Override
		boolean isUnknownName(SQLException e) {
			return "3D000".equals(e.getSQLState());
		}

		/** 53300 too many connections, 57P03 can not connect now. */
		@Override
		boolean isBusy(SQLException e) {
			return Set.of("53300", "57P01", "57P03").contains(String.valueOf(e.getSQLState()));
		}
	};

	private final int port;
	private final String leastQuery;
	private final String clock;

	Product(int port, String leastQuery, String clock) {
		this.port = port;
		this.leastQuery = leastQuery;
		this.clock = clock;
	}

	int port() {
		return port;
	}

	/** What is asked where the access names no query. */
	String leastQuery() {
		return leastQuery;
	}

	/** A query for the time there, with its zone. */
	String clock() {
		return clock;
	}

	/** Connects to that address, whatever the name stands for by then. */
	abstract DataSource source(Login login, InetAddress host, String password, Duration timeout) throws SQLException;

	/** For the transaction that is to begin. */
	abstract void makeReadOnly(Connection connection) throws SQLException;

	/** The login was refused: trying again may lock the account. */
	abstract boolean isRefusal(SQLException e);

	abstract boolean isUnknownName(SQLException e);

	/** It is there but takes nobody now. */
	abstract boolean isBusy(SQLException e);

	private static String literal(InetAddress host) {
		String text = host.getHostAddress();
		return text.indexOf(':') < 0 ? text : "[" + text.replaceAll("%.*", "") + "]";
	}
}
