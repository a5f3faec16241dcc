package id.posko.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.RegionCode;
import id.posko.transfer.offline.Arrival;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Piece;
import id.posko.transfer.offline.Ledger;

/** Offline recordings that were brought in. Names longer than their column are cut at its end. */
@Component
public final class ArrivalRows implements Ledger {

	private static final int LONGEST = 1000;
	private static final int PORTION = 1000;
	private static final String COLUMNS = """
			arrival_id, site_code, source_place, medium, brought_by, imported_by, declared_count, is_bag, recorded_on,
			found_count, fresh_count, known_count, changed_count, suspicious_count, left_count, octet_count, planned_at
			""";
	private static final String SELECT_OF_DAYS = "select " + COLUMNS + """
			from arrival where recorded_on >= ? and recorded_on <= ? order by recorded_on, planned_at, arrival_id""";
	private static final String SELECT_ONE = "select " + COLUMNS + """
			from arrival where arrival_id = ?""";
	private static final String SELECT_HASH = """
			select t.arrival_id from arrival_piece t inner join arrival l on l.arrival_id = t.arrival_id
			where t.content_hash = ? and t.judged <> 'suspicious' order by l.planned_at, t.arrival_id""";
	private static final String SELECT_LENGTH = "select max(piece_no) from arrival_piece where octet_count = ?";
	private static final String DELETE_PIECES = "delete from arrival_piece where arrival_id = ?";
	private static final String DELETE = "delete from arrival where arrival_id = ?";
	private static final String INSERT = """
			insert into arrival (arrival_id, site_code, source_place, medium, brought_by, imported_by, declared_count, is_bag,
			recorded_on, found_count, fresh_count, known_count, changed_count, suspicious_count, left_count, octet_count,
			planned_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String INSERT_PIECE = """
			insert into arrival_piece (arrival_id, piece_no, judged, octet_count, source_name, target_name, content_hash)
			values (?, ?, ?, ?, ?, ?, ?)""";

	private final Database database;

	@Activate
	public ArrivalRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public boolean knowsLength(long octets) throws IOException {
		return database.reading(handle -> handle.createQuery(SELECT_LENGTH).bind(0, octets).mapTo(Integer.class).findOne().isPresent());
	}

	@Override
	public Optional<Arrival> broughtIn(String sha256) throws IOException {
		return database.reading(handle -> handle.createQuery(SELECT_HASH).bind(0, sha256).mapTo(String.class).findFirst()
				.flatMap(id -> handle.createQuery(SELECT_ONE).bind(0, id).map((row, _) -> arrival(row)).findOne()));
	}

	@Override
	public void add(Arrival arrival, Pieces pieces) throws IOException {
		database.writing(handle -> {
			handle.execute(DELETE_PIECES, arrival.id());
			handle.execute(DELETE, arrival.id());
			insert(handle, arrival);
			List<Piece> portion = new ArrayList<>();
			int[] written = { 0 };
			pieces.each(piece -> {
				portion.add(piece);
				if (portion.size() == PORTION) {
					written[0] = insert(handle, arrival, portion, written[0]);
				}
			});
			return insert(handle, arrival, portion, written[0]);
		});
	}

	private static void insert(Handle handle, Arrival arrival) {
		Counts counts = arrival.counts();
		Long declared = arrival.declared().isPresent() ? Long.valueOf(arrival.declared().getAsLong()) : null;
		Columns.bind(handle.createUpdate(INSERT).bind(0, arrival.id()).bind(1, arrival.site().text())
				.bind(2, cut(arrival.place())).bind(3, Columns.orNull(arrival.medium()))
				.bind(4, Columns.orNull(arrival.broughtBy())).bind(5, arrival.importedBy()).bind(6, declared)
				.bind(7, arrival.isBag() ? 1 : 0).bind(8, arrival.day().toString()).bind(9, counts.found())
				.bind(10, counts.fresh()).bind(11, counts.known()).bind(12, counts.changed()).bind(13, counts.suspicious())
				.bind(14, counts.left()).bind(15, counts.octets()), 16, arrival.at()).execute();
	}

	/** Writes the portion and empties it. @return how many are written by then */
	private static int insert(Handle handle, Arrival arrival, List<Piece> portion, int before) {
		int[] number = { before };
		Batch.execute(handle, INSERT_PIECE, portion,
				(row, piece) -> row.bind(0, arrival.id()).bind(1, ++number[0])
						.bind(2, piece.judged().name().toLowerCase(Locale.ROOT)).bind(3, piece.octets())
						.bind(4, cut(piece.name())).bind(5, Columns.orNull(cut(piece.target()))).bind(6, piece.sha256()));
		portion.clear();
		return number[0];
	}

	/** PostgreSQL takes no NUL, and a name may hold what is no character. */
	private static String cut(String name) {
		String plain = name.replace('\0', '\uFFFD');
		return plain.codePointCount(0, plain.length()) <= LONGEST ? plain
				: plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
	}

	@Override
	public List<Arrival> arrivals(LocalDate from, LocalDate to) throws IOException {
		return database.reading(handle -> handle.createQuery(SELECT_OF_DAYS).bind(0, from.toString())
				.bind(1, to.toString()).map((row, _) -> arrival(row)).list());
	}

	private static Arrival arrival(ResultSet row) throws SQLException {
		long declared = row.getLong("declared_count");
		OptionalLong said = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(declared);
		return new Arrival(row.getString("arrival_id"), new RegionCode(row.getString("site_code")),
				row.getString("source_place"), Columns.text(row, "medium"), Columns.text(row, "brought_by"),
				row.getString("imported_by"), said, row.getInt("is_bag") == 1, LocalDate.parse(row.getString("recorded_on")),
				Columns.instant(row, "planned_at"),
				new Counts(row.getLong("found_count"), row.getLong("fresh_count"), row.getLong("known_count"),
						row.getLong("changed_count"), row.getLong("suspicious_count"), row.getLong("left_count"),
						row.getLong("octet_count")));
	}
}
