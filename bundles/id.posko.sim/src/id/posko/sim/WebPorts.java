package id.posko.sim;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;

/** The websites of the sample's Dinas at their addresses: one over HTTP, one over HTTPS. */
@Component(service = WebPorts.class, immediate = true, enabled = false)
public final class WebPorts implements AutoCloseable {

	private final Ports ports = new Ports();

	/** @param folder they are there while it is open */
	@Activate
	public WebPorts(@Reference Faults faults, @Reference Lines lines, @Reference SimulatedAuthority authority,
			@Reference DataFolder.OpenFolder folder) {
		this(Kabupaten.fleet(), faults, lines, authority);
	}

	WebPorts(Fleet fleet, Faults faults, Lines lines, SimulatedAuthority authority) {
		for (Device device : fleet.devices()) {
			if (device.kind() == DeviceKind.WEBSITE) {
				int port = device.address().orElseThrow().port().orElseThrow();
				ports.open(device, () -> new TcpPort(device, port, port == Kabupaten.WEB_TLS_PORT
						? WebDialogue.secured(device, faults, lines, authority) : WebDialogue.plain(device, faults, lines)));
			}
		}
	}

	int open() {
		return ports.size();
	}

	@Override
	@Deactivate
	public void close() {
		ports.close();
	}
}
