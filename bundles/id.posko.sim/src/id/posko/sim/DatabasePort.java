package id.posko.sim;

import java.time.InstantSource;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Secrets;

/**
 * The database of the data centre's NID server at its address. Its password lies with the console's secrets as
 * {@value Kabupaten#DATABASE_SECRET}.
 */
@Component(service = DatabasePort.class, immediate = true, enabled = false)
public final class DatabasePort implements AutoCloseable {

	private final DemoSecret password;
	private final Ports ports = new Ports();

	/** @param folder they are there while it is open */
	@Activate
	public DatabasePort(@Reference Faults faults, @Reference Lines lines, @Reference Secrets secrets,
			@Reference DataFolder.OpenFolder folder) {
		this(Kabupaten.fleet(), faults, lines, secrets, InstantSource.system());
	}

	DatabasePort(Fleet fleet, Faults faults, Lines lines, Secrets secrets, InstantSource time) {
		password = new DemoSecret(secrets, Kabupaten.DATABASE_SECRET);
		for (Device device : fleet.devices()) {
			if (device.access().get("db.url").isPresent()) {
				ports.open(device, () -> new TcpPort(device, Kabupaten.DATABASE_PORT,
						new DatabaseDialogue(device, faults, lines, password, new DatabaseContent(time))));
			}
		}
		if (!ports.isEmpty()) {
			password.renew();
		}
	}

	@Override
	@Deactivate
	public void close() {
		ports.close();
		if (!ports.isEmpty()) {
			password.forget();
		}
	}
}
