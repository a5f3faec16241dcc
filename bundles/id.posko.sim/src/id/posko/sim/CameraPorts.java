package id.posko.sim;

import java.time.InstantSource;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;
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

	private final Faults faults;
	private final DemoSecret password;
	private final Ports ports = new Ports();

	/** @param folder they are there while it is open */
	@Activate
	public CameraPorts(@Reference Faults faults, @Reference Lines lines, @Reference Secrets secrets,
			@Reference DataFolder.OpenFolder folder) {
		this(Kabupaten.fleet(), faults, lines, secrets, InstantSource.system());
	}

	CameraPorts(Fleet fleet, Faults faults, Lines lines, Secrets secrets, InstantSource time) {
		this.faults = faults;
		password = new DemoSecret(secrets, Kabupaten.CAMERA_SECRET);
		DigestLogin login = new DigestLogin(Kabupaten.USER, password);
		for (Device device : fleet.devices()) {
			if (device.kind() == DeviceKind.CAMERA && device.address().isPresent()) {
				ports.open(device, () -> new TcpPort(device, Kabupaten.CAMERA_PORT,
						new CameraDialogue(device, faults, lines, login, time)));
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
		ports.close();
		if (!ports.isEmpty()) {
			password.forget();
		}
	}
}
