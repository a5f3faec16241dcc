package id.posko.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.kit.DeviceKey;

/** Answers, and their hourly values, of devices by their number. */
final class SampleRows {

	private static final String INSERT_SAMPLE = """
			insert into device_sample (device_id, taken_at, check_id, state, round_trip, lost)
			values (?, ?, ?, ?, ?, ?)""";
	private static final String SELECT_SAMPLES = """
			select taken_at, check_id, state, round_trip, lost from device_sample
			where device_id = ? and taken_at >= ? and taken_at < ? order by taken_at""";
	private static final String DELETE_SAMPLES = "delete from device_sample where device_id = ? and taken_at < ?";

	private static final String INSERT_HOUR = """
			insert into device_hour (answers, lost, timed, shortest, average, longest, device_id, hour_start)
			values (?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String UPDATE_HOUR = """
			update device_hour set answers = ?, lost = ?, timed = ?, shortest = ?, average = ?, longest = ?
			where device_id = ? and hour_start = ?""";
	private static final String SELECT_HOUR = """
			select hour_start, answers, lost, timed, shortest, average, longest from device_hour
			where device_id = ? and hour_start = ?""";
	private static final String SELECT_HOURS = """
			select hour_start, answers, lost, timed, shortest, average, longest from device_hour
			where device_id = ? and hour_start >= ? and hour_start < ? order by hour_start""";
	private static final String DELETE_HOURS = "delete from device_hour where device_id = ? and hour_start < ?";

	private final Handle handle;

	SampleRows(Handle handle) {
		this.handle = handle;
	}

	/** A device's number with something of it. */
	record Numbered<T>(long device, T value) {
	}

	void add(List<Numbered<Sample>> samples, List<Numbered<RollUp>> hours) {
		Batch.execute(handle, INSERT_SAMPLE, samples, SampleRows::bindSample);
		List<Numbered<RollUp>> grown = new ArrayList<>();
		List<Numbered<RollUp>> begun = new ArrayList<>();
		for (Numbered<RollUp> hour : hours) {
			Columns.bind(handle.createQuery(SELECT_HOUR).bind(0, hour.device()), 1, hour.value().hour())
					.map((row, _) -> hour(row, hour.value().device())).findOne()
					.ifPresentOrElse(known -> grown.add(new Numbered<>(hour.device(), known.plus(hour.value()))),
							() -> begun.add(hour));
		}
		Batch.execute(handle, UPDATE_HOUR, grown, SampleRows::bindHour);
		Batch.execute(handle, INSERT_HOUR, begun, SampleRows::bindHour);
	}

	private static void bindSample(PreparedBatch row, Numbered<Sample> numbered) {
		Sample sample = numbered.value();
		Columns.bind(row.bind(0, numbered.device()), 1, sample.at()).bind(2, sample.check()).bind(3, sample.state().code())
				.bind(4, Columns.nanos(sample.roundTrip())).bind(5, sample.lost() ? 1 : 0);
	}

	private static void bindHour(PreparedBatch row, Numbered<RollUp> numbered) {
		RollUp hour = numbered.value();
		Columns.bind(row.bind(0, hour.count()).bind(1, hour.lost()).bind(2, hour.timed()).bind(3, hour.min().toNanos())
				.bind(4, hour.average().toNanos()).bind(5, hour.max().toNanos()).bind(6, numbered.device()), 7, hour.hour());
	}

	List<Sample> samples(long number, DeviceKey device, Instant from, Instant to) {
		var query = handle.createQuery(SELECT_SAMPLES).bind(0, number);
		return Columns.bind(Columns.bind(query, 1, from), 2, to).map((row, _) -> sample(row, device)).list();
	}

	private static Sample sample(ResultSet row, DeviceKey device) throws SQLException {
		return new Sample(device, row.getString("check_id"), Columns.instant(row, "taken_at"),
				Columns.state(row, "state"), Columns.duration(row, "round_trip"), row.getInt("lost") == 1);
	}

	List<RollUp> hours(long number, DeviceKey device, Instant from, Instant to) {
		var query = handle.createQuery(SELECT_HOURS).bind(0, number);
		return Columns.bind(Columns.bind(query, 1, from), 2, to).map((row, _) -> hour(row, device)).list();
	}

	private static RollUp hour(ResultSet row, DeviceKey device) throws SQLException {
		return new RollUp(device, Columns.instant(row, "hour_start"), row.getInt("answers"), row.getInt("lost"),
				row.getInt("timed"), Duration.ofNanos(row.getLong("shortest")), Duration.ofNanos(row.getLong("average")),
				Duration.ofNanos(row.getLong("longest")));
	}

	void deleteBefore(List<Long> devices, Instant samples, Instant hours) {
		Batch.execute(handle, DELETE_SAMPLES, devices, (row, device) -> Columns.bind(row.bind(0, device), 1, samples));
		Batch.execute(handle, DELETE_HOURS, devices, (row, device) -> Columns.bind(row.bind(0, device), 1, hours));
	}
}
