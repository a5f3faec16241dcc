package id.posko.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.inventory.Stocktake;
import id.posko.inventory.Stocktakes;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/** Audits of offices' devices. */
@Component
public final class StocktakeRows implements Stocktakes {

	private static final String SELECT_ONE = """
			select id, site_code, begun_by, begun_at, ended_by, ended_at, tick_count from stocktake where id = ?""";
	private static final String SELECT_ALL = """
			select id, site_code, begun_by, begun_at, ended_by, ended_at, tick_count from stocktake order by id desc""";
	private static final String SELECT_DEVICES = """
			select site_code, device_name from stocktake_device where stocktake_id = ? order by device_no""";
	private static final String SELECT_TICKS = """
			select ticked_by, site_code, device_name, is_found, ticked_at from stocktake_tick where stocktake_id = ?
			order by tick_no""";
	private static final String SELECT_COUNT = "select tick_count from stocktake where id = ? and ended_at is null";
	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'stocktake'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'stocktake'";
	private static final String INSERT = """
			insert into stocktake (id, site_code, begun_by, tick_count, begun_at) values (?, ?, ?, ?, ?)""";
	private static final String INSERT_DEVICE = """
			insert into stocktake_device (stocktake_id, device_no, site_code, device_name) values (?, ?, ?, ?)""";
	private static final String INSERT_TICK = """
			insert into stocktake_tick (stocktake_id, tick_no, ticked_by, site_code, device_name, is_found, ticked_at)
			values (?, ?, ?, ?, ?, ?, ?)""";
	private static final String UPDATE_COUNT = "update stocktake set tick_count = ? where id = ? and ended_at is null";
	private static final String UPDATE_END = """
			update stocktake set ended_by = ?, ended_at = ? where id = ? and ended_at is null""";

	private final Database database;

	@Activate
	public StocktakeRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public Stocktake begin(RegionCode site, List<DeviceKey> expected, String by, Instant at) throws IOException {
		return database.writing(handle -> {
			long id = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one() + 1;
			Columns.bind(handle.createUpdate(INSERT).bind(0, id).bind(1, site.text()).bind(2, by).bind(3, 0), 4, at)
					.execute();
			Batch.execute(handle, INSERT_DEVICE, IntStream.range(0, expected.size()).boxed().toList(),
					(row, i) -> row.bind(0, id).bind(1, i + 1).bind(2, expected.get(i).site().text())
							.bind(3, expected.get(i).name()));
			handle.execute(UPDATE_LAST_ID, id);
			return audits(handle, handle.createQuery(SELECT_ONE).bind(0, id)).getFirst();
		});
	}

	@Override
	public boolean tick(long number, Stocktake.Tick tick) throws IOException {
		return database.writing(handle -> {
			Optional<Integer> count = handle.createQuery(SELECT_COUNT).bind(0, number).mapTo(Integer.class).findOne();
			if (count.isEmpty() || handle.execute(UPDATE_COUNT, count.get() + 1, number) == 0) {
				return false;
			}
			Columns.bind(handle.createUpdate(INSERT_TICK).bind(0, number).bind(1, count.get() + 1).bind(2, tick.by())
					.bind(3, tick.device().site().text()).bind(4, tick.device().name()).bind(5, tick.isFound() ? 1 : 0), 6,
					tick.at()).execute();
			return true;
		});
	}

	@Override
	public boolean end(long number, Stocktake.End end) throws IOException {
		return database.writing(handle -> Columns
				.bind(handle.createUpdate(UPDATE_END).bind(0, end.by()), 1, end.at()).bind(2, number).execute() > 0);
	}

	@Override
	public Optional<Stocktake> find(long number) throws IOException {
		return database.reading(handle -> audits(handle, handle.createQuery(SELECT_ONE).bind(0, number))).stream()
				.findFirst();
	}

	@Override
	public List<Stocktake> all() throws IOException {
		return database.reading(handle -> audits(handle, handle.createQuery(SELECT_ALL)));
	}

	private static List<Stocktake> audits(Handle handle, Query query) {
		return query.map((row, _) -> audit(handle, row)).list();
	}

	/** As many ticks as the row counts: one that is added meanwhile is seen the next time. */
	private static Stocktake audit(Handle handle, ResultSet row) throws SQLException {
		long id = row.getLong("id");
		List<DeviceKey> expected = handle.createQuery(SELECT_DEVICES).bind(0, id).map((at, _) -> key(at)).list();
		List<Stocktake.Tick> ticks = handle.createQuery(SELECT_TICKS).bind(0, id)
				.map((at, _) -> new Stocktake.Tick(Columns.instant(at, "ticked_at"), at.getString("ticked_by"), key(at),
						at.getInt("is_found") == 1))
				.list();
		Instant ended = Columns.instant(row, "ended_at");
		Optional<Stocktake.End> end = ended == null ? Optional.empty()
				: Optional.of(new Stocktake.End(ended, row.getString("ended_by")));
		return new Stocktake(id, new RegionCode(row.getString("site_code")), expected, row.getString("begun_by"),
				Columns.instant(row, "begun_at"), ticks.subList(0, row.getInt("tick_count")), end);
	}

	private static DeviceKey key(ResultSet row) throws SQLException {
		return new DeviceKey(new RegionCode(row.getString("site_code")), row.getString("device_name"));
	}
}
