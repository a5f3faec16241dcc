package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.procedure.Subject;
import id.posko.ticket.repair.DeviceRuns;

/** The devices that runs are about. */
@Component
public final class DeviceRunRows implements DeviceRuns {

	private static final String SELECT = "select run_id, matter from run_matter where subject = ?";

	private final Database database;

	@Activate
	public DeviceRunRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public Map<String, String> devices() throws IOException {
		try {
			return database.read(handle -> {
				Map<String, String> devices = new TreeMap<>();
				handle.createQuery(SELECT).bind(0, Subject.DEVICE.word())
						.map((row, _) -> Map.entry(row.getLong("run_id") + "", row.getString("matter")))
						.forEach(run -> devices.put(run.getKey(), run.getValue()));
				return devices;
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
