package id.posko.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import id.posko.health.DayReading;
import id.posko.kit.DeviceKey;
import id.posko.store.SampleRows.Numbered;

/** Quantities of devices (by their number) day by day. */
record DayRows(Handle handle) {

	private static final double SCALE = 1000;
	private static final String UPDATE = """
			update device_day set thousandths = ? where device_id = ? and quantity = ? and day_start = ?""";
	private static final String INSERT = """
			insert into device_day (thousandths, device_id, quantity, day_start) values (?, ?, ?, ?)""";
	private static final String SELECT = """
			select quantity, day_start, thousandths from device_day where device_id = ? and day_start >= ?
			order by day_start, quantity""";
	private static final String DELETE = "delete from device_day where device_id = ? and day_start < ?";

	void keep(List<Numbered<DayReading>> readings) {
		for (Numbered<DayReading> reading : readings) {
			List<Numbered<DayReading>> missed = Batch.execute(handle, UPDATE, List.of(reading), DayRows::bind);
			Batch.execute(handle, INSERT, missed, DayRows::bind);
		}
	}

	private static void bind(PreparedBatch row, Numbered<DayReading> reading) {
		row.bind(0, Math.round(reading.value().value() * SCALE)).bind(1, reading.device())
				.bind(2, reading.value().quantity());
		Columns.bind(row, 3, start(reading.value().day()));
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	List<DayReading> since(long number, DeviceKey device, LocalDate from) {
		return Columns.bind(handle.createQuery(SELECT).bind(0, number), 1, start(from))
				.map((row, _) -> new DayReading(device, row.getString("quantity"),
						LocalDate.ofInstant(Columns.instant(row, "day_start"), ZoneOffset.UTC),
						row.getLong("thousandths") / SCALE))
				.list();
	}

	void deleteBefore(List<Long> devices, Instant time) {
		Batch.execute(handle, DELETE, devices, (row, device) -> Columns.bind(row.bind(0, device), 1, time));
	}
}
