package id.posko.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import id.posko.health.Cause;
import id.posko.health.Event;
import id.posko.health.Evidence;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.store.SampleRows.Numbered;

/** Changes of state of devices by their number. */
final class TransitionRows {

	private static final String COLUMNS = """
			t.began_at, t.state_before, t.state, t.cause_code, t.cause_arguments, t.method, t.responder, t.round_trip,
			t.cut_site, t.cut_name, t.ends_at""";
	private static final String INSERT = """
			insert into device_transition (device_id, began_at, state_before, state, cause_code, cause_arguments, method,
			responder, round_trip, cut_site, cut_name, ends_at, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String SELECT = "select " + COLUMNS + """
			 from device_transition t where t.device_id = ? and t.began_at >= ? and t.began_at < ?
			order by t.began_at, t.id""";
	private static final String SELECT_ONE_BEFORE = "select " + COLUMNS + """
			 from device_transition t where t.device_id = ? and t.began_at < ?
			order by t.began_at desc, t.id desc""";
	private static final String SELECT_LAST = "select d.site_digits, d.name, " + COLUMNS + """
			 from device_last l inner join device_transition t on t.id = l.transition_id
			inner join device d on d.id = l.device_id""";
	/** The number tells the order of those with the same time. */
	private static final String SELECT_PAGE = "select t.id, d.site_digits, d.name, " + COLUMNS + """
			 from device_transition t inner join device d on d.id = t.device_id
			where t.began_at >= ? and t.began_at <= ? and (t.began_at < ? or t.id < ?) and d.site_digits like ?
			order by t.began_at desc, t.id desc""";
	private static final String UPDATE_LAST = "update device_last set transition_id = ? where device_id = ?";
	private static final String INSERT_LAST = "insert into device_last (transition_id, device_id) values (?, ?)";
	private static final String DELETE = """
			delete from device_transition where device_id = ? and began_at < ?
			and id <> (select l.transition_id from device_last l where l.device_id = ?)""";
	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'transition'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'transition'";

	private final Handle handle;

	TransitionRows(Handle handle) {
		this.handle = handle;
	}

	private record Row(long id, long device, Transition transition) {
	}

	/** In the order in which they happened. */
	void add(List<Numbered<Transition>> transitions) {
		long id = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one();
		List<Row> rows = new ArrayList<>();
		Map<Long, Row> last = new HashMap<>();
		for (Numbered<Transition> transition : transitions) {
			Row row = new Row(++id, transition.device(), transition.value());
			rows.add(row);
			last.put(row.device(), row);
		}
		Batch.execute(handle, INSERT, rows, TransitionRows::bind);
		List<Row> first = Batch.execute(handle, UPDATE_LAST, List.copyOf(last.values()), TransitionRows::bindLast);
		Batch.execute(handle, INSERT_LAST, first, TransitionRows::bindLast);
		handle.execute(UPDATE_LAST_ID, id);
	}

	private static void bindLast(PreparedBatch statement, Row row) {
		statement.bind(0, row.id()).bind(1, row.device());
	}

	private static void bind(PreparedBatch statement, Row row) {
		Verdict verdict = row.transition().verdict();
		Columns.bind(statement.bind(0, row.device()), 1, verdict.since()).bind(2, row.transition().from().code())
				.bind(3, verdict.state().code()).bind(4, verdict.cause().code())
				.bind(5, Columns.list(verdict.cause().arguments())).bind(6, verdict.evidence().method())
				.bind(7, verdict.evidence().responder().orElse(null))
				.bind(8, Columns.nanos(verdict.evidence().roundTrip())).bind(12, row.id());
		Optional<DeviceKey> cut = verdict instanceof Verdict.Unreachable unreachable ? Optional.of(unreachable.cut())
				: Optional.empty();
		statement.bind(9, cut.map(key -> key.site().text()).orElse(null)).bind(10, cut.map(DeviceKey::name).orElse(null));
		Columns.bind(statement, 11, verdict instanceof Verdict.Maintenance maintenance ? maintenance.until() : null);
	}

	List<Transition> between(long number, DeviceKey device, Instant from, Instant to) {
		List<Transition> all = new ArrayList<>();
		Columns.bind(handle.createQuery(SELECT_ONE_BEFORE).bind(0, number), 1, from).setMaxRows(1)
				.map((row, _) -> transition(row, device)).forEach(all::add);
		var query = handle.createQuery(SELECT).bind(0, number);
		Columns.bind(Columns.bind(query, 1, from), 2, to).map((row, _) -> transition(row, device)).forEach(all::add);
		return all;
	}

	/** As {@link id.posko.health.Events#page}. */
	List<Event> page(Optional<RegionCode> within, Instant from, Instant to, Optional<Event> after, int most) {
		Optional<Event> last = after.filter(event -> event.transition().at().isBefore(to));
		Instant before = last.map(event -> event.transition().at()).orElse(to);
		long under = last.map(Event::number).orElse(0L);
		var query = handle.createQuery(SELECT_PAGE);
		Columns.bind(Columns.bind(Columns.bind(query, 0, from), 1, before), 2, before).bind(3, under)
				.bind(4, within.map(RegionCode::digits).orElse("") + "%");
		return query.setMaxRows(most).setFetchSize(most)
				.map((row, _) -> new Event(row.getLong("id"), transition(row, device(row)))).list();
	}

	private static DeviceKey device(ResultSet row) throws SQLException {
		return new DeviceKey(new RegionCode(row.getString("site_digits")), row.getString("name"));
	}

	Map<DeviceKey, Verdict> last() {
		Map<DeviceKey, Verdict> last = new HashMap<>();
		handle.createQuery(SELECT_LAST).map((row, _) -> Map.entry(device(row), verdict(row)))
				.forEach(entry -> last.put(entry.getKey(), entry.getValue()));
		return last;
	}

	private static Transition transition(ResultSet row, DeviceKey device) throws SQLException {
		return new Transition(device, Columns.state(row, "state_before"), verdict(row));
	}

	private static Verdict verdict(ResultSet row) throws SQLException {
		String cut = row.getString("cut_name");
		Instant until = Columns.instant(row, "ends_at");
		return Verdict.of(Columns.state(row, "state"),
				new Cause(row.getString("cause_code"), Columns.list(row, "cause_arguments")),
				new Evidence(row.getString("method"), Optional.ofNullable(row.getString("responder")),
						Columns.duration(row, "round_trip"), List.of()),
				Columns.instant(row, "began_at"),
				cut == null ? Optional.empty() : Optional.of(new DeviceKey(new RegionCode(row.getString("cut_site")), cut)),
				Optional.ofNullable(until));
	}

	/** All but the last of each device. */
	void deleteBefore(List<Long> devices, Instant time) {
		Batch.execute(handle, DELETE, devices,
				(row, device) -> Columns.bind(row.bind(0, device), 1, time).bind(2, device));
	}
}
