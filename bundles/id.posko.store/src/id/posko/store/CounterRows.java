package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.jdbi.v3.core.statement.SqlStatement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.counter.CounterReading;
import id.posko.health.counter.Counters;
import id.posko.health.counter.Photo;
import id.posko.kit.RegionCode;

/** Readings of counters, under the digits of their office's code. */
@Component
public final class CounterRows implements Counters {

	private static final String UPDATE = """
			update counter_reading set counted = ?, running_since = ?, backlog = ?, reader = ?, photo = ?
			where site_digits = ? and read_at = ?""";
	private static final String INSERT = """
			insert into counter_reading (counted, running_since, backlog, reader, photo, site_digits, read_at)
			values (?, ?, ?, ?, ?, ?, ?)""";
	private static final String DELETE = "delete from counter_reading where site_digits = ? and read_at = ?";
	private static final String SELECT = """
			select read_at, counted, running_since, backlog, reader, photo from counter_reading
			where site_digits = ? and read_at >= ? order by read_at""";

	private final Database database;

	@Activate
	public CounterRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public void add(RegionCode site, CounterReading reading) throws IOException {
		try {
			database.write(handle -> {
				int changed = bind(handle.createUpdate(UPDATE), site, reading).execute();
				return changed > 0 ? changed : bind(handle.createUpdate(INSERT), site, reading).execute();
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static <S extends SqlStatement<S>> S bind(S statement, RegionCode site, CounterReading reading) {
		Columns.bind(statement.bind(0, reading.value()), 1, reading.since().orElse(null));
		Long backlog = reading.backlog().isPresent() ? Long.valueOf(reading.backlog().getAsLong()) : null;
		statement.bind(2, backlog).bind(3, Columns.orNull(reading.reader()))
				.bind(4, reading.photo().map(Photo::name).orElse(null)).bind(5, site.digits());
		return Columns.bind(statement, 6, reading.at());
	}

	@Override
	public void remove(RegionCode site, Instant at) throws IOException {
		try {
			database.write(handle -> Columns.bind(handle.createUpdate(DELETE).bind(0, site.digits()), 1, at).execute());
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	@Override
	public List<CounterReading> since(RegionCode site, Instant from) throws IOException {
		try {
			return database.read(handle -> Columns.bind(handle.createQuery(SELECT).bind(0, site.digits()), 1, from)
					.map((row, _) -> reading(row)).list());
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static CounterReading reading(ResultSet row) throws SQLException {
		long backlog = row.getLong("backlog");
		OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(backlog);
		return new CounterReading(Columns.instant(row, "read_at"), row.getLong("counted"),
				Optional.ofNullable(Columns.instant(row, "running_since")), known, Columns.text(row, "reader"),
				Optional.ofNullable(row.getString("photo")).flatMap(Photo::named));
	}
}
