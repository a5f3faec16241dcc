package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.online.OnlineResult;
import id.posko.health.online.OnlineResults;
import id.posko.health.online.OnlineStep;
import id.posko.health.online.StepResult;
import id.posko.kit.RegionCode;

/** Runs of the SOP of sending online, each with its steps and their remarks. */
@Component
public final class OnlineRows implements OnlineResults {

	private static final String INSERT_RUN = """
			insert into sop_run (id, site_digits, office, took, began_at) values (?, ?, ?, ?, ?)""";
	private static final String INSERT_STEP = """
			insert into sop_step (run_id, step_no, asked_from, asked_of, state, cause_code, cause_arguments, method, responder,
			round_trip, took, began_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String INSERT_REMARK = """
			insert into sop_remark (run_id, step_no, remark_no, cause_code, cause_arguments) values (?, ?, ?, ?, ?)""";
	private static final String SELECT_RUNS = """
			select id, office, began_at, took from sop_run
			where site_digits = ? and began_at >= ? and began_at < ? order by began_at, id""";
	private static final String SELECT_STEPS = """
			select step_no, asked_from, asked_of, state, cause_code, cause_arguments, method, responder, round_trip,
			began_at, took from sop_step where run_id = ? order by step_no""";
	private static final String SELECT_REMARKS = """
			select cause_code, cause_arguments from sop_remark where run_id = ? and step_no = ? order by remark_no""";
	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'sop_run'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'sop_run'";

	private final Database database;

	@Activate
	public OnlineRows(@Reference Database database) {
		this.database = database;
	}

	private record Remark(int step, int number, Cause cause) {
	}

	@Override
	public void keep(OnlineResult result) throws IOException {
		try {
			database.write(handle -> {
				add(handle, result);
				return null;
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static void add(Handle handle, OnlineResult result) {
		long id = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one() + 1;
		Columns.bind(handle.createUpdate(INSERT_RUN).bind(0, id).bind(1, result.site().digits())
				.bind(2, Columns.orNull(result.office())).bind(3, result.took().toNanos()), 4, result.at()).execute();
		Batch.execute(handle, INSERT_STEP, result.steps(), (row, step) -> bind(row, id, step));
		List<Remark> remarks = result.steps().stream().flatMap(step -> IntStream
				.range(0, step.remarks().size())
				.mapToObj(i -> new Remark(step.step().number(), i + 1, step.remarks().get(i)))).toList();
		Batch.execute(handle, INSERT_REMARK, remarks, (row, remark) -> row.bind(0, id).bind(1, remark.step())
				.bind(2, remark.number()).bind(3, remark.cause().code()).bind(4, Columns.list(remark.cause().arguments())));
		handle.execute(UPDATE_LAST_ID, id);
	}

	private static void bind(PreparedBatch row, long id, StepResult step) {
		row.bind(0, id).bind(1, step.step().number()).bind(2, step.from()).bind(3, Columns.orNull(step.to()))
				.bind(4, step.state().code()).bind(5, step.cause().code())
				.bind(6, Columns.list(step.cause().arguments())).bind(7, step.evidence().method())
				.bind(8, step.evidence().responder().orElse(null))
				.bind(9, Columns.nanos(step.evidence().roundTrip())).bind(10, step.took().toNanos());
		Columns.bind(row, 11, step.at());
	}

	@Override
	public List<OnlineResult> of(RegionCode site, Instant from, Instant to) throws IOException {
		try {
			return database.read(handle -> {
				Query runs = Columns.bind(handle.createQuery(SELECT_RUNS).bind(0, site.digits()), 1, from);
				return Columns.bind(runs, 2, to).map((row, _) -> run(handle, site, row)).list();
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static OnlineResult run(Handle handle, RegionCode site, ResultSet row) throws SQLException {
		long id = row.getLong("id");
		return new OnlineResult(site, Columns.text(row, "office"), Columns.instant(row, "began_at"),
				Duration.ofNanos(row.getLong("took")),
				handle.createQuery(SELECT_STEPS).bind(0, id).map((step, _) -> step(handle, id, step)).list());
	}

	private static StepResult step(Handle handle, long run, ResultSet row) throws SQLException {
		int number = row.getInt("step_no");
		List<Cause> remarks = handle.createQuery(SELECT_REMARKS).bind(0, run).bind(1, number)
				.map((remark, _) -> cause(remark)).list();
		return new StepResult(OnlineStep.of(number), row.getString("asked_from"), Columns.text(row, "asked_of"),
				Columns.state(row, "state"), cause(row), remarks,
				new Evidence(row.getString("method"), Optional.ofNullable(row.getString("responder")),
						Columns.duration(row, "round_trip"), List.of()),
				Columns.instant(row, "began_at"), Duration.ofNanos(row.getLong("took")));
	}

	private static Cause cause(ResultSet row) throws SQLException {
		return new Cause(row.getString("cause_code"), Columns.list(row, "cause_arguments"));
	}
}
