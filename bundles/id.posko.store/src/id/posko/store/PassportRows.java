package id.posko.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.transfer.media.Passport;
import id.posko.transfer.media.Passport.Entry;
import id.posko.transfer.media.Passport.Event;
import id.posko.transfer.media.PassportLog;

/** The passports of media. */
@Component
public final class PassportRows implements PassportLog {

	private static final String SELECT = """
			select medium.token, volume_number, label, acted_at, acted_by, event, place, holder, byte_count, took_ns, error_count
			from medium join medium_entry on medium_entry.token = medium.token""";
	private static final String ORDER = " order by medium.token, entry_no";
	private static final String SELECT_COUNT = "select entry_count from medium where token = ?";
	private static final String INSERT = "insert into medium (token, volume_number, label, entry_count) values (?, ?, ?, 0)";
	private static final String UPDATE_COUNT = "update medium set entry_count = ? where token = ?";
	private static final String INSERT_ENTRY = """
			insert into medium_entry (token, entry_no, acted_by, event, place, holder, byte_count, took_ns, error_count, acted_at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private final Database database;

	@Activate
	public PassportRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public List<Passport> all() throws IOException {
		return database.reading(handle -> passports(handle.createQuery(SELECT + ORDER)));
	}

	@Override
	public Optional<Passport> find(String token) throws IOException {
		return database.reading(handle -> passports(handle.createQuery(SELECT + " where medium.token = ?" + ORDER)
				.bind(0, token)).stream().findFirst());
	}

	@Override
	public void issue(Passport passport) throws IOException {
		database.writing(handle -> {
			handle.execute(INSERT, passport.token(), Columns.orNull(passport.volume()), Columns.orNull(passport.label()));
			passport.history().forEach(entry -> add(handle, passport.token(), entry));
			return true;
		});
	}

	@Override
	public boolean add(String token, Entry entry) throws IOException {
		return database.writing(handle -> add(handle, token, entry));
	}

	private static boolean add(Handle handle, String token, Entry entry) {
		Optional<Long> count = handle.createQuery(SELECT_COUNT).bind(0, token).mapTo(Long.class).findOne();
		if (count.isEmpty()) {
			return false;
		}
		handle.execute(UPDATE_COUNT, count.get() + 1, token);
		Columns.bind(handle.createUpdate(INSERT_ENTRY).bind(0, token).bind(1, count.get() + 1).bind(2, entry.by())
				.bind(3, entry.event().name()).bind(4, Columns.orNull(entry.place())).bind(5, Columns.orNull(entry.holder()))
				.bind(6, entry.bytes()).bind(7, entry.took().toNanos()).bind(8, entry.errors()), 9, entry.at()).execute();
		return true;
	}

	private static List<Passport> passports(Query query) {
		Map<String, List<Entry>> entries = new LinkedHashMap<>();
		Map<String, Passport> heads = new LinkedHashMap<>();
		query.map((row, _) -> {
			String token = row.getString("token");
			heads.putIfAbsent(token, new Passport(token, Columns.text(row, "volume_number"), Columns.text(row, "label"), List.of()));
			return entries.computeIfAbsent(token, _ -> new ArrayList<>()).add(entry(row));
		}).list();
		return heads.values().stream()
				.map(head -> new Passport(head.token(), head.volume(), head.label(), entries.get(head.token()))).toList();
	}

	private static Entry entry(ResultSet row) throws SQLException {
		return new Entry(Columns.instant(row, "acted_at"), row.getString("acted_by"), Event.valueOf(row.getString("event")),
				Columns.text(row, "place"), Columns.text(row, "holder"), row.getLong("byte_count"),
				Duration.ofNanos(row.getLong("took_ns")), row.getLong("error_count"));
	}
}
