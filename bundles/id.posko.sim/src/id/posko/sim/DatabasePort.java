package id.posko.sim;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Secrets;

/**
 * The database of the data centre's NID server at its address. Its password lies with the console's secrets as
 * {@value Kabupaten#DATABASE_SECRET}.
 */
@Component(service = DatabasePort.class, immediate = true, enabled = false)
public final class DatabasePort implements AutoCloseable {

	private static final Logger LOG = System.getLogger(DatabasePort.class.getName());

	private final DemoSecret password;
	private final List<Closeable> ports = new ArrayList<>();

	@Activate
	public DatabasePort(@Reference Faults faults, @Reference Lines lines, @Reference Secrets secrets) {
		this(Kabupaten.fleet(), faults, lines, secrets, InstantSource.system());
	}

	DatabasePort(Fleet fleet, Faults faults, Lines lines, Secrets secrets, InstantSource time) {
		password = new DemoSecret(secrets, Kabupaten.DATABASE_SECRET);
		for (Device device : fleet.devices()) {
			if (device.access().get("db.url").isPresent()) {
				try {
					ports.add(new TcpPort(device, Kabupaten.DATABASE_PORT,
							new DatabaseDialogue(device, faults, lines, password, new DatabaseContent(time))));
				} catch (IOException e) {
					LOG.log(Level.WARNING, "{0} is not simulated: {1}", device.key(), e.getMessage());
				}
			}
		}
		if (!ports.isEmpty()) {
			password.renew();
		}
	}

	@Override
	@Deactivate
	public void close() {
		for (Closeable port : ports) {
			try {
				port.close();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		if (!ports.isEmpty()) {
			password.forget();
		}
	}
}
