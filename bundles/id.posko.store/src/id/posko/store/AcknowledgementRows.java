package id.posko.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import id.posko.health.Acknowledged;
import id.posko.health.Acknowledgement;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.store.SampleRows.Numbered;

/** What is acknowledged now, of devices by their number. */
record AcknowledgementRows(Handle handle) {

	private static final String DELETE = "delete from device_ack where device_id = ?";
	private static final String INSERT = """
			insert into device_ack (device_id, acked_by, note, acked_at, ends_at) values (?, ?, ?, ?, ?)""";
	private static final String SELECT = """
			select d.site_digits, d.name, t.acked_by, t.note, t.acked_at, t.ends_at
			from device_ack t inner join device d on d.id = t.device_id""";

	/** In the order in which they happened. */
	void keep(List<Numbered<Acknowledged>> changes) {
		Map<Long, Numbered<Acknowledged>> last = new LinkedHashMap<>();
		changes.forEach(change -> last.put(change.device(), change));
		List<Numbered<Acknowledged>> all = List.copyOf(last.values());
		Batch.execute(handle, DELETE, all, (row, change) -> row.bind(0, change.device()));
		Batch.execute(handle, INSERT, all.stream().filter(change -> change.value().now().isPresent()).toList(),
				AcknowledgementRows::bind);
	}

	private static void bind(PreparedBatch row, Numbered<Acknowledged> change) {
		Acknowledgement now = change.value().now().orElseThrow();
		row.bind(0, change.device()).bind(1, Columns.orNull(now.by())).bind(2, Columns.orNull(now.note()));
		Columns.bind(Columns.bind(row, 3, now.at()), 4, now.until());
	}

	Map<DeviceKey, Acknowledgement> all() {
		Map<DeviceKey, Acknowledgement> all = new HashMap<>();
		handle.createQuery(SELECT)
				.map((row, _) -> Map.entry(new DeviceKey(new RegionCode(row.getString("site_digits")), row.getString("name")),
						acknowledgement(row)))
				.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
		return all;
	}

	private static Acknowledgement acknowledgement(ResultSet row) throws SQLException {
		return new Acknowledgement(Columns.text(row, "acked_by"), Columns.text(row, "note"),
				Columns.instant(row, "acked_at"), Columns.instant(row, "ends_at"));
	}
}
