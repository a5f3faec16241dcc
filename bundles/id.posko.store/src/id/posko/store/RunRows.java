package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Runs;
import id.posko.procedure.file.MoveText;
import id.posko.procedure.file.Parsed;
import id.posko.procedure.file.ProcedureFiles;
import id.posko.procedure.run.Act;
import id.posko.procedure.run.Run;

/** Runs of SOPs: the SOP's text, what each is about, and its acts, one text each. */
@Component
public final class RunRows implements Runs {

	private static final String INSERT_RUN = """
			insert into office_run (id, procedure_id, started_by, began_at, act_count, is_over) values (?, ?, ?, ?, 0, 0)""";
	private static final String INSERT_MATTER = "insert into run_matter (run_id, subject, matter) values (?, ?, ?)";
	private static final String INSERT_ACT = """
			insert into run_act (run_id, act_no, acted_by, acted_at) values (?, ?, ?, ?)""";
	private static final String INSERT_PIECE = """
			insert into run_piece (run_id, act_no, piece_no, piece) values (?, ?, ?, ?)""";
	private static final String COUNT_UP = """
			update office_run set act_count = ?, is_over = ? where id = ? and act_count = ?""";
	private static final String SELECT_ONE = "select id, started_by, began_at from office_run where id = ?";
	private static final String SELECT_OPEN = """
			select id, started_by, began_at from office_run where is_over = 0 order by id""";
	private static final String SELECT_ALL = "select id, started_by, began_at from office_run order by id";
	private static final String SELECT_MATTERS = "select subject, matter from run_matter where run_id = ?";
	private static final String SELECT_ACTS = """
			select act_no, acted_by, acted_at from run_act where run_id = ? order by act_no""";
	private static final String SELECT_PIECES = """
			select act_no, piece from run_piece where run_id = ? order by act_no, piece_no""";
	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'office_run'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'office_run'";

	/** So many of Java's characters are at most 4000 bytes, which is all that Oracle's column holds. */
	private static final int LONGEST_PIECE = 1000;
	private static final int MOST_DIGITS = 18;

	private final Database database;

	@Activate
	public RunRows(@Reference Database database) {
		this.database = database;
	}

	private record Head(long id, String startedBy, Instant startedAt) {
	}

	private record Piece(int number, String text) {
	}

	@Override
	public String newId() throws IOException {
		return Long.toString(told(() -> database.write(handle -> {
			long id = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one() + 1;
			handle.execute(UPDATE_LAST_ID, id);
			return id;
		})));
	}

	@Override
	public void begin(Run run) throws IOException {
		told(() -> database.write(handle -> {
			long id = Long.parseLong(run.id());
			Columns.bind(handle.createUpdate(INSERT_RUN).bind(0, id).bind(1, run.procedure().id()).bind(2, run.startedBy()), 3,
					run.startedAt()).execute();
			Batch.execute(handle, INSERT_MATTER, List.copyOf(run.matter().entrySet()), (row, matter) -> row.bind(0, id)
					.bind(1, matter.getKey().word()).bind(2, matter.getValue()));
			keep(handle, id, 0, ProcedureFiles.yaml(run.procedure()));
			return id;
		}));
	}

	@Override
	public boolean add(Run run) throws IOException {
		return told(() -> database.write(handle -> {
			long id = Long.parseLong(run.id());
			int number = run.acts().size();
			Act act = run.acts().getLast();
			if (handle.execute(COUNT_UP, number, run.isOver() ? 1 : 0, id, number - 1) == 0) {
				return false;
			}
			Columns.bind(handle.createUpdate(INSERT_ACT).bind(0, id).bind(1, number).bind(2, act.by()), 3, act.at()).execute();
			keep(handle, id, number, MoveText.of(act.move()));
			return true;
		}));
	}

	private static void keep(Handle handle, long run, int act, String text) {
		List<String> pieces = pieces(text);
		List<Piece> rows = IntStream.range(0, pieces.size()).mapToObj(i -> new Piece(i + 1, pieces.get(i))).toList();
		Batch.execute(handle, INSERT_PIECE, rows,
				(row, piece) -> row.bind(0, run).bind(1, act).bind(2, piece.number()).bind(3, piece.text()));
	}

	/** No character is cut in two. */
	static List<String> pieces(String text) {
		List<String> pieces = new ArrayList<>();
		for (int from = 0; from < text.length();) {
			int to = Math.min(text.length(), from + LONGEST_PIECE);
			to -= to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
			pieces.add(text.substring(from, to));
			from = to;
		}
		return pieces;
	}

	@Override
	public Optional<Run> find(String id) throws IOException {
		return id.matches("\\d{1," + MOST_DIGITS + "}")
				? runs(handle -> handle.createQuery(SELECT_ONE).bind(0, Long.parseLong(id)).map((row, _) -> head(row)).list())
						.stream().findFirst()
				: Optional.empty();
	}

	@Override
	public List<Run> open() throws IOException {
		return runs(handle -> handle.createQuery(SELECT_OPEN).map((row, _) -> head(row)).list());
	}

	@Override
	public List<Run> all() throws IOException {
		return runs(handle -> handle.createQuery(SELECT_ALL).map((row, _) -> head(row)).list());
	}

	/** Most runs began with one of few texts. The acts are read before their texts, for one may be added meanwhile. */
	private List<Run> runs(Function<Handle, List<Head>> heads) throws IOException {
		return told(() -> database.read(handle -> {
			Map<String, Procedure> known = new HashMap<>();
			return heads.apply(handle).stream().map(head -> run(handle, head, known)).toList();
		}));
	}

	private static Head head(ResultSet row) throws SQLException {
		return new Head(row.getLong("id"), row.getString("started_by"), Columns.instant(row, "began_at"));
	}

	private static Run run(Handle handle, Head head, Map<String, Procedure> known) {
		Map<Subject, String> matter = new EnumMap<>(Subject.class);
		handle.createQuery(SELECT_MATTERS).bind(0, head.id())
				.map((row, _) -> Map.entry(row.getString("subject"), row.getString("matter"))).forEach(entry -> matter
						.put(Subject.of(entry.getKey()).orElseThrow(() -> damaged(head.id(), 0)), entry.getValue()));
		record Made(int number, String by, Instant at) {
		}
		List<Made> made = handle.createQuery(SELECT_ACTS).bind(0, head.id()).map((row, _) -> new Made(row.getInt("act_no"),
				row.getString("acted_by"), Columns.instant(row, "acted_at"))).list();
		Map<Integer, StringBuilder> texts = new TreeMap<>();
		handle.createQuery(SELECT_PIECES).bind(0, head.id())
				.map((row, _) -> Map.entry(row.getInt("act_no"), row.getString("piece")))
				.forEach(piece -> texts.computeIfAbsent(piece.getKey(), _ -> new StringBuilder()).append(piece.getValue()));
		List<Act> acts = made.stream().map(act -> new Act(act.at(), act.by(),
				MoveText.parse(text(texts, act.number())).orElseThrow(() -> damaged(head.id(), act.number())))).toList();
		Procedure procedure = known.computeIfAbsent(text(texts, 0), text -> switch (ProcedureFiles.parse(text)) {
			case Parsed.Good good -> good.procedure();
			case Parsed.Bad _ -> throw damaged(head.id(), 0);
		});
		return Run.replay(Long.toString(head.id()), procedure, matter, head.startedBy(), head.startedAt(), acts);
	}

	private static String text(Map<Integer, StringBuilder> texts, int number) {
		return String.valueOf(texts.getOrDefault(number, new StringBuilder()));
	}

	private static UncheckedIOException damaged(long run, int act) {
		return new UncheckedIOException(new IOException("run " + run + ", act " + act + ": not as it was kept"));
	}

	@FunctionalInterface
	private interface Work<T> {
		T make();
	}

	private static <T> T told(Work<T> work) throws IOException {
		try {
			return work.make();
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
