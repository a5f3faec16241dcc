package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.ticket.Act;
import id.posko.ticket.Draft;
import id.posko.ticket.Kind;
import id.posko.ticket.Link;
import id.posko.ticket.Sla;
import id.posko.ticket.Ticket;
import id.posko.ticket.Tickets;

/** Tickets: their opening, and their acts one after the other. */
@Component
public final class TicketRows implements Tickets {

	private static final String COLUMNS = """
			id, kind, site_code, device_id, cause_site, cause_name, title, opened_by, opened_at, contact_within,
			answer_within, queue_within, repair_within, revision
			""";
	private static final String SELECT_ONE = "select " + COLUMNS + """
			from ticket where id = ?""";
	private static final String SELECT_OPEN = "select " + COLUMNS + """
			from ticket where status not in ('done', 'closed') order by id""";
	private static final String SELECT_PAGE = "select " + COLUMNS + """
			from ticket where id < ? order by id desc""";
	private static final String SELECT_OF = "select " + COLUMNS + """
			from ticket where device_id = ? order by id desc""";
	private static final String SELECT_NAMED = "select " + COLUMNS + """
			from ticket where cause_site = ? and cause_name = ? order by id desc""";
	private static final String SELECT_LINKS = "select kind, target from ticket_link where ticket_id = ? order by link_no";
	private static final String SELECT_ACTS = """
			select act_no, acted_at, acted_by, act from ticket_act where ticket_id = ? order by act_no""";
	private static final String SELECT_TEXT = """
			select text_part from ticket_text where ticket_id = ? and act_no = ? order by part_no""";
	private static final String SELECT_DEVICE_ID = "select id from device where site_digits = ? and name = ?";
	private static final String SELECT_DEVICE = "select site_digits, name from device where id = ?";
	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'ticket'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'ticket'";
	private static final String INSERT = """
			insert into ticket (id, kind, site_code, device_id, cause_site, cause_name, title, opened_by, contact_within,
			answer_within, queue_within, repair_within, status, revision, opened_at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String INSERT_LINK = """
			insert into ticket_link (ticket_id, link_no, kind, target) values (?, ?, ?, ?)""";
	private static final String INSERT_ACT = """
			insert into ticket_act (ticket_id, act_no, acted_by, act, acted_at) values (?, ?, ?, ?, ?)""";
	private static final String INSERT_TEXT = """
			insert into ticket_text (ticket_id, act_no, part_no, text_part) values (?, ?, ?, ?)""";
	private static final String UPDATE = "update ticket set status = ?, revision = ? where id = ? and revision = ?";

	private final Database database;

	@Activate
	public TicketRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public Ticket open(Draft draft, String by, Instant at, Sla sla) throws IOException {
		try {
			return database.write(handle -> {
				long id = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one() + 1;
				insert(handle, new Ticket(id, draft, by, at, sla, List.of()));
				handle.execute(UPDATE_LAST_ID, id);
				return one(handle, id).orElseThrow();
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static void insert(Handle handle, Ticket ticket) {
		Draft draft = ticket.draft();
		Sla sla = ticket.firstSla();
		Long device = draft.cause().flatMap(key -> number(handle, key)).orElse(null);
		Columns.bind(handle.createUpdate(INSERT).bind(0, ticket.number()).bind(1, word(draft.kind()))
				.bind(2, draft.site().text()).bind(3, device)
				.bind(4, draft.cause().map(key -> key.site().text()).orElse(null))
				.bind(5, draft.cause().map(DeviceKey::name).orElse(null)).bind(6, draft.title()).bind(7, ticket.openedBy())
				.bind(8, sla.contact().toNanos()).bind(9, sla.number().toNanos()).bind(10, sla.queue().toNanos())
				.bind(11, sla.repair().toNanos()).bind(12, word(ticket.status())).bind(13, 0), 14, ticket.openedAt()).execute();
		List<Link> links = draft.links();
		Batch.execute(handle, INSERT_LINK, IntStream.range(0, links.size()).boxed().toList(),
				(row, i) -> row.bind(0, ticket.number()).bind(1, i + 1).bind(2, word(links.get(i).kind()))
						.bind(3, Columns.list(List.of(links.get(i).id()))));
		insertText(handle, ticket.number(), 0, List.of(draft.text()));
	}

	private static Optional<Long> number(Handle handle, DeviceKey key) {
		return handle.createQuery(SELECT_DEVICE_ID).bind(0, key.site().digits()).bind(1, key.name()).mapTo(Long.class)
				.findOne();
	}

	private static void insertText(Handle handle, long ticket, int act, List<String> texts) {
		List<String> parts = Parts.of(texts);
		Batch.execute(handle, INSERT_TEXT, IntStream.range(0, parts.size()).boxed().toList(),
				(row, i) -> row.bind(0, ticket).bind(1, act).bind(2, i + 1).bind(3, parts.get(i)));
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public boolean add(Ticket moved) throws IOException {
		try {
			return database.write(handle -> {
				int number = moved.version();
				if (handle.execute(UPDATE, word(moved.status()), number, moved.number(), number - 1) == 0) {
					return false;
				}
				Act act = moved.acts().getLast();
				Columns.bind(handle.createUpdate(INSERT_ACT).bind(0, moved.number()).bind(1, number).bind(2, act.by())
						.bind(3, Moves.word(act.move())), 4, act.at()).execute();
				insertText(handle, moved.number(), number, Moves.texts(act.move()));
				return true;
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	@Override
	public Optional<Ticket> find(long number) throws IOException {
		return read(handle -> one(handle, number));
	}

	private static Optional<Ticket> one(Handle handle, long number) {
		return tickets(handle, handle.createQuery(SELECT_ONE).bind(0, number)).stream().findFirst();
	}

	@Override
	public List<Ticket> open() throws IOException {
		return read(handle -> tickets(handle, handle.createQuery(SELECT_OPEN)));
	}

	@Override
	public List<Ticket> page(long before, int most) throws IOException {
		return read(handle -> tickets(handle, handle.createQuery(SELECT_PAGE).bind(0, before).setMaxRows(most)));
	}

	@Override
	public List<Ticket> of(DeviceKey device) throws IOException {
		return read(handle -> number(handle, device)
				.map(id -> tickets(handle, handle.createQuery(SELECT_OF).bind(0, id)))
				.orElseGet(() -> tickets(handle,
						handle.createQuery(SELECT_NAMED).bind(0, device.site().text()).bind(1, device.name()))));
	}

	private <T> T read(Function<Handle, T> work) throws IOException {
		try {
			return database.read(work);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static List<Ticket> tickets(Handle handle, Query query) {
		return query.map((row, _) -> ticket(handle, row)).list();
	}

	/** As many acts as the row counts: one that is added meanwhile is seen the next time. */
	private static Ticket ticket(Handle handle, ResultSet row) throws SQLException {
		long id = row.getLong("id");
		List<Link> links = handle.createQuery(SELECT_LINKS).bind(0, id).map((link, _) -> new Link(
				Link.Kind.valueOf(link.getString("kind").toUpperCase(Locale.ROOT)),
				Columns.list(link, "target").getFirst())).list();
		Draft draft = new Draft(Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
				new RegionCode(row.getString("site_code")), cause(handle, row), row.getString("title"),
				texts(handle, id, 0).getFirst(), links);
		Sla sla = new Sla(nanos(row, "contact_within"), nanos(row, "answer_within"), nanos(row, "queue_within"),
				nanos(row, "repair_within"));
		List<Act> acts = handle.createQuery(SELECT_ACTS).bind(0, id).map((act, _) -> act(handle, id, act)).list();
		return new Ticket(id, draft, row.getString("opened_by"), Columns.instant(row, "opened_at"), sla,
				acts.subList(0, row.getInt("revision")));
	}

	private static Duration nanos(ResultSet row, String column) throws SQLException {
		return Duration.ofNanos(row.getLong(column));
	}

	private static Act act(Handle handle, long ticket, ResultSet row) throws SQLException {
		return new Act(Columns.instant(row, "acted_at"), row.getString("acted_by"),
				Moves.move(row.getString("act"), texts(handle, ticket, row.getInt("act_no"))));
	}

	private static List<String> texts(Handle handle, long ticket, int act) {
		return Parts.texts(handle.createQuery(SELECT_TEXT).bind(0, ticket).bind(1, act).mapTo(String.class).list());
	}

	/** The device as it is called now; as it was called if it is there no more. */
	private static Optional<DeviceKey> cause(Handle handle, ResultSet row) throws SQLException {
		String name = row.getString("cause_name");
		if (name == null) {
			return Optional.empty();
		}
		RegionCode site = new RegionCode(row.getString("cause_site"));
		long device = row.getLong("device_id");
		Optional<DeviceKey> now = row.wasNull() ? Optional.empty()
				: handle.createQuery(SELECT_DEVICE).bind(0, device)
						.map((at, _) -> new DeviceKey(at.getString("site_digits").equals(site.digits()) ? site
								: new RegionCode(at.getString("site_digits")), at.getString("name")))
						.findOne();
		return now.or(() -> Optional.of(new DeviceKey(site, name)));
	}
}
