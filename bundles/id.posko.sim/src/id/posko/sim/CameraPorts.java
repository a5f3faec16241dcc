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
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Secrets;

/**
 * The cameras of the sample kabupaten at their addresses. Their password lies with the console's secrets as
 * {@value Kabupaten#CAMERA_SECRET}, and is another one when a camera that refused it takes it again.
 */
@Component(service = CameraPorts.class, immediate = true, enabled = false)
public final class CameraPorts implements AutoCloseable {

	private static final Logger LOG = System.getLogger(CameraPorts.class.getName());

	private final Faults faults;
	private final DemoSecret password;
	private final List<Closeable> ports = new ArrayList<>();

	@Activate
	public CameraPorts(@Reference Faults faults, @Reference Lines lines, @Reference Secrets secrets) {
		this(Kabupaten.fleet(), faults, lines, secrets, InstantSource.system());
	}

	CameraPorts(Fleet fleet, Faults faults, Lines lines, Secrets secrets, InstantSource time) {
		this.faults = faults;
		password = new DemoSecret(secrets, Kabupaten.CAMERA_SECRET);
		DigestLogin login = new DigestLogin(Kabupaten.USER, password);
		for (Device device : fleet.devices()) {
			if (device.kind() == DeviceKind.CAMERA && device.address().isPresent()) {
				try {
					ports.add(new TcpPort(device, Kabupaten.CAMERA_PORT,
							new CameraDialogue(device, faults, lines, login, time)));
				} catch (IOException e) {
					LOG.log(Level.WARNING, "{0} is not simulated: {1}", device.key(), e.getMessage());
				}
			}
		}
		if (!ports.isEmpty()) {
			password.renew();
			faults.listen(this, turned -> {
				if (turned.kind() == Fault.Kind.SANDI && !faults.isOn(turned)) {
					password.renew();
				}
			});
		}
	}

	int open() {
		return ports.size();
	}

	@Override
	@Deactivate
	public void close() {
		faults.forget(this);
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
