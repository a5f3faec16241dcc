package id.posko.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.transfer.backup.BackupRun;
import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.BackupRuns;
import id.posko.transfer.backup.Grade;
import id.posko.transfer.backup.Reason;
import id.posko.transfer.backup.Verdict;

/** Runs of backups with their files, drills and the reasons of their verdicts. */
@Component
public final class BackupRows implements BackupRuns {

	private static final int LONGEST_LINE = 1000;
	private static final int OF_THE_RUN = 0;

	private static final String COLUMNS = """
			id, definition, began_by, began_at, ended_at, took, exit_code, last_line, grade
			""";
	private static final String SELECT_ONE = "select " + COLUMNS + """
			from backup_run where id = ?""";
	private static final String SELECT_OF = "select " + COLUMNS + """
			from backup_run where definition = ? order by id""";
	private static final String SELECT_FILES = """
			select origin, place, byte_count, digest, is_removed, modified_at from backup_file
			where run_id = ? order by file_no""";
	private static final String SELECT_DRILLS = """
			select drill_no, drilled_by, took, exit_code, last_line, grade, drilled_at from backup_drill
			where run_id = ? order by drill_no""";
	private static final String SELECT_REASONS = """
			select code, arguments from backup_reason where run_id = ? and drill_no = ? order by reason_no""";
	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'backup_run'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'backup_run'";
	private static final String INSERT = """
			insert into backup_run (id, definition, began_by, began_at) values (?, ?, ?, ?)""";
	private static final String UPDATE = """
			update backup_run set took = ?, exit_code = ?, last_line = ?, grade = ?, ended_at = ? where id = ?""";
	private static final String INSERT_FILE = """
			insert into backup_file (run_id, file_no, origin, place, byte_count, digest, is_removed, modified_at)
			values (?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String UPDATE_FILE = "update backup_file set is_removed = 1 where run_id = ? and place = ?";
	private static final String INSERT_DRILL = """
			insert into backup_drill (run_id, drill_no, drilled_by, took, exit_code, last_line, grade, drilled_at)
			values (?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String INSERT_REASON = """
			insert into backup_reason (run_id, drill_no, reason_no, code, arguments) values (?, ?, ?, ?, ?)""";

	private final Database database;

	@Activate
	public BackupRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public long begin(String definition, Instant at, String by) throws IOException {
		return database.writing(handle -> {
			long id = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one() + 1;
			Columns.bind(handle.createUpdate(INSERT).bind(0, id).bind(1, definition).bind(2, by), 3, at).execute();
			handle.execute(UPDATE_LAST_ID, id);
			return id;
		});
	}

	@Override
	public void end(long number, Ending ending) throws IOException {
		database.writing(handle -> {
			Columns.bind(handle.createUpdate(UPDATE).bind(0, ending.took().toNanos()).bind(1, ending.exit())
					.bind(2, line(ending.lastLine())).bind(3, word(ending.verdict().grade())), 4, ending.at()).bind(5, number)
					.execute();
			Batch.execute(handle, INSERT_FILE, numbered(ending.files()), (row, file) -> Columns.bind(row.bind(0, number)
					.bind(1, file.number()).bind(2, file.is().origin()).bind(3, Columns.orNull(file.is().place()))
					.bind(4, file.is().bytes()).bind(5, Columns.orNull(file.is().sha256()))
					.bind(6, file.is().isRemoved() ? 1 : 0), 7, file.is().modified()));
			add(handle, number, OF_THE_RUN, ending.verdict().reasons());
			return null;
		});
	}

	@Override
	public void drilled(long number, Drill drill) throws IOException {
		database.writing(handle -> {
			int drillNumber = handle.createQuery(SELECT_DRILLS).bind(0, number).map((row, _) -> row.getInt("drill_no")).list()
					.size() + 1;
			Columns.bind(handle.createUpdate(INSERT_DRILL).bind(0, number).bind(1, drillNumber).bind(2, drill.by())
					.bind(3, drill.took().toNanos()).bind(4, drill.exit()).bind(5, line(drill.lastLine()))
					.bind(6, word(drill.verdict().grade())), 7, drill.at()).execute();
			add(handle, number, drillNumber, drill.verdict().reasons());
			return null;
		});
	}

	private static void add(Handle handle, long run, int drill, List<Reason> reasons) {
		Batch.execute(handle, INSERT_REASON, numbered(reasons), (row, reason) -> row.bind(0, run).bind(1, drill)
				.bind(2, reason.number()).bind(3, reason.is().code()).bind(4, Columns.list(reason.is().arguments())));
	}

	private record Numbered<T>(int number, T is) {
	}

	private static <T> List<Numbered<T>> numbered(List<T> all) {
		return IntStream.range(0, all.size()).mapToObj(i -> new Numbered<>(i + 1, all.get(i))).toList();
	}

	private static String word(Grade grade) {
		return grade.name().toLowerCase(Locale.ROOT);
	}

	/** A log's line may be of any length. */
	private static String line(String text) {
		String cut = text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST_LINE, text.codePointCount(0, text.length()))));
		return Columns.orNull(Columns.escaped(cut));
	}

	@Override
	public void removed(long number, String place) throws IOException {
		database.writing(handle -> handle.execute(UPDATE_FILE, number, place));
	}

	@Override
	public Optional<BackupRun> find(long number) throws IOException {
		return database.reading(handle -> handle.createQuery(SELECT_ONE).bind(0, number)
				.map((row, _) -> run(handle, row)).findOne());
	}

	@Override
	public List<BackupRun> of(String definition) throws IOException {
		return database.reading(handle -> handle.createQuery(SELECT_OF).bind(0, definition)
				.map((row, _) -> run(handle, row)).list());
	}

	private static BackupRun run(Handle handle, ResultSet row) throws SQLException {
		long id = row.getLong("id");
		Instant ended = Columns.instant(row, "ended_at");
		Optional<Ending> ending = ended == null ? Optional.empty()
				: Optional.of(new Ending(ended, Duration.ofNanos(row.getLong("took")), row.getInt("exit_code"),
						Columns.unescaped(Columns.text(row, "last_line")), verdict(handle, row, id, OF_THE_RUN),
						handle.createQuery(SELECT_FILES).bind(0, id).map((file, _) -> file(file)).list()));
		List<Drill> drills = handle.createQuery(SELECT_DRILLS).bind(0, id).map((drill, _) -> drill(handle, drill, id)).list();
		return new BackupRun(id, row.getString("definition"), Columns.instant(row, "began_at"), row.getString("began_by"),
				ending, drills.isEmpty() ? Optional.empty() : Optional.of(drills.getLast()));
	}

	private static DumpFile file(ResultSet row) throws SQLException {
		return new DumpFile(row.getString("origin"), Columns.text(row, "place"), row.getLong("byte_count"),
				Columns.instant(row, "modified_at"), Columns.text(row, "digest"), row.getInt("is_removed") == 1);
	}

	private static Drill drill(Handle handle, ResultSet row, long run) throws SQLException {
		return new Drill(Columns.instant(row, "drilled_at"), row.getString("drilled_by"),
				Duration.ofNanos(row.getLong("took")), row.getInt("exit_code"),
				Columns.unescaped(Columns.text(row, "last_line")), verdict(handle, row, run, row.getInt("drill_no")));
	}

	private static Verdict verdict(Handle handle, ResultSet row, long run, int drill) throws SQLException {
		return new Verdict(Grade.valueOf(row.getString("grade").toUpperCase(Locale.ROOT)),
				handle.createQuery(SELECT_REASONS).bind(0, run).bind(1, drill)
						.map((reason, _) -> new Reason(reason.getString("code"), Columns.list(reason, "arguments"))).list());
	}
}
