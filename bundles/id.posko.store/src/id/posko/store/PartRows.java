package id.posko.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.ticket.repair.Finding;
import id.posko.ticket.repair.NeededParts;
import id.posko.ticket.repair.PartDraft;
import id.posko.ticket.repair.PartNeeded;
import id.posko.ticket.repair.PartStatus;

/** Parts that devices need, and their acts one after the other. */
@Component
public final class PartRows implements NeededParts {

	private static final String COLUMNS = """
			id, device_id, site_code, device_name, item, part, quantity, purpose, reason, run_id, asked_by, asked_at, revision
			""";
	private static final String SELECT_ONE = "select " + COLUMNS + """
			from part_needed where id = ?""";
	private static final String SELECT_OPEN = "select " + COLUMNS + """
			from part_needed where status in ('asked', 'procured') order by id""";
	private static final String SELECT_ALL = "select " + COLUMNS + """
			from part_needed order by id""";
	private static final String SELECT_OF = "select " + COLUMNS + """
			from part_needed where device_id = ? order by id""";
	private static final String SELECT_NAMED = "select " + COLUMNS + """
			from part_needed where site_code = ? and device_name = ? order by id""";
	private static final String SELECT_OF_RUN = "select " + COLUMNS + """
			from part_needed where run_id = ? order by id""";
	private static final String SELECT_ACTS = """
			select acted_by, status, note, acted_at from part_act where part_id = ? order by act_no""";
	private static final String SELECT_DEVICE_ID = "select id from device where site_digits = ? and name = ?";
	private static final String SELECT_DEVICE = "select site_digits, name from device where id = ?";
	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'part_needed'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'part_needed'";
	private static final String INSERT = """
			insert into part_needed (id, device_id, site_code, device_name, item, part, quantity, purpose, reason, run_id,
			asked_by, status, revision, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String INSERT_ACT = """
			insert into part_act (part_id, act_no, acted_by, status, note, acted_at) values (?, ?, ?, ?, ?, ?)""";
	private static final String UPDATE = "update part_needed set status = ?, revision = ? where id = ? and revision = ?";

	private final Database database;

	@Activate
	public PartRows(@Reference Database database) {
		this.database = database;
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public PartNeeded ask(PartDraft draft, String by, Instant at) throws IOException {
		return database.writing(handle -> {
			long id = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one() + 1;
			DeviceKey device = draft.device();
			Columns.bind(handle.createUpdate(INSERT).bind(0, id).bind(1, number(handle, device).orElse(null))
					.bind(2, device.site().text()).bind(3, device.name()).bind(4, Columns.orNull(draft.item()))
					.bind(5, draft.part()).bind(6, draft.quantity()).bind(7, word(draft.purpose()))
					.bind(8, Columns.orNull(draft.reason())).bind(9, Columns.orNull(draft.run())).bind(10, by)
					.bind(11, word(PartStatus.ASKED)).bind(12, 0), 13, at).execute();
			handle.execute(UPDATE_LAST_ID, id);
			return parts(handle, handle.createQuery(SELECT_ONE).bind(0, id)).getFirst();
		});
	}

	private static Optional<Long> number(Handle handle, DeviceKey key) {
		return handle.createQuery(SELECT_DEVICE_ID).bind(0, key.site().digits()).bind(1, key.name()).mapTo(Long.class)
				.findOne();
	}

	@Override
	public boolean add(PartNeeded moved) throws IOException {
		return database.writing(handle -> {
			int number = moved.version();
			if (handle.execute(UPDATE, word(moved.status()), number, moved.number(), number - 1) == 0) {
				return false;
			}
			PartNeeded.Act act = moved.acts().getLast();
			Columns.bind(handle.createUpdate(INSERT_ACT).bind(0, moved.number()).bind(1, number).bind(2, act.by())
					.bind(3, word(act.to())).bind(4, Columns.orNull(act.note())), 5, act.at()).execute();
			return true;
		});
	}

	@Override
	public Optional<PartNeeded> find(long number) throws IOException {
		return read(handle -> handle.createQuery(SELECT_ONE).bind(0, number)).stream().findFirst();
	}

	@Override
	public List<PartNeeded> open() throws IOException {
		return read(handle -> handle.createQuery(SELECT_OPEN));
	}

	@Override
	public List<PartNeeded> all() throws IOException {
		return read(handle -> handle.createQuery(SELECT_ALL));
	}

	@Override
	public List<PartNeeded> of(DeviceKey device) throws IOException {
		return read(handle -> number(handle, device).map(id -> handle.createQuery(SELECT_OF).bind(0, id)).orElseGet(
				() -> handle.createQuery(SELECT_NAMED).bind(0, device.site().text()).bind(1, device.name())));
	}

	@Override
	public List<PartNeeded> ofRun(String run) throws IOException {
		return read(handle -> handle.createQuery(SELECT_OF_RUN).bind(0, run));
	}

	private List<PartNeeded> read(Function<Handle, Query> asking) throws IOException {
		return database.reading(handle -> parts(handle, asking.apply(handle)));
	}

	private static List<PartNeeded> parts(Handle handle, Query query) {
		return query.map((row, _) -> part(handle, row)).list();
	}

	/** As many acts as the row counts: one that is added meanwhile is seen the next time. */
	private static PartNeeded part(Handle handle, ResultSet row) throws SQLException {
		long id = row.getLong("id");
		PartDraft draft = new PartDraft(device(handle, row), Columns.text(row, "item"), row.getString("part"),
				row.getInt("quantity"), Finding.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
				Columns.text(row, "reason"), Columns.text(row, "run_id"));
		List<PartNeeded.Act> acts = handle.createQuery(SELECT_ACTS).bind(0, id)
				.map((act, _) -> new PartNeeded.Act(Columns.instant(act, "acted_at"), act.getString("acted_by"),
						PartStatus.valueOf(act.getString("status").toUpperCase(Locale.ROOT)), Columns.text(act, "note")))
				.list();
		return new PartNeeded(id, draft, row.getString("asked_by"), Columns.instant(row, "asked_at"),
				acts.subList(0, row.getInt("revision")));
	}

	/** The device as it is called now; as it was called if it is there no more. */
	private static DeviceKey device(Handle handle, ResultSet row) throws SQLException {
		RegionCode site = new RegionCode(row.getString("site_code"));
		String name = row.getString("device_name");
		long device = row.getLong("device_id");
		Optional<DeviceKey> now = row.wasNull() ? Optional.empty()
				: handle.createQuery(SELECT_DEVICE).bind(0, device)
						.map((at, _) -> new DeviceKey(at.getString("site_digits").equals(site.digits()) ? site
								: new RegionCode(at.getString("site_digits")), at.getString("name")))
						.findOne();
		return now.orElseGet(() -> new DeviceKey(site, name));
	}
}
