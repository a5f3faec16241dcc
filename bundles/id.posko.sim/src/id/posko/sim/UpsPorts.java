package id.posko.sim;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Secrets;

/**
 * The UPSs of the sample kabupaten at their addresses: those of the servers speak SNMP v2c or v3, those of the clients
 * NUT. An address that is taken, as by a second demo, is left to who has it. The passphrase of version 3 lies with the
 * console's secrets as {@value Kabupaten#UPS_SECRET}.
 */
@Component(service = UpsPorts.class, immediate = true, enabled = false)
public final class UpsPorts implements AutoCloseable {

	private final Faults faults;
	private final Lines lines;
	private final InstantSource time;
	private final Instant start;
	private final DemoSecret passphrase;
	private final Ports ports = new Ports();

	/** @param folder they are there while it is open */
	@Activate
	public UpsPorts(@Reference Faults faults, @Reference Lines lines, @Reference Secrets secrets,
			@Reference DataFolder.OpenFolder folder) {
		this(Kabupaten.fleet(), faults, lines, secrets, InstantSource.system());
	}

	UpsPorts(Fleet fleet, Faults faults, Lines lines, Secrets secrets, InstantSource time) {
		passphrase = new DemoSecret(secrets, Kabupaten.UPS_SECRET);
		this.faults = faults;
		this.lines = lines;
		this.time = time;
		start = time.instant();
		fleet.devices().stream().filter(device -> device.kind() == DeviceKind.UPS_SERVER
				|| device.kind() == DeviceKind.UPS_CLIENT).forEach(this::open);
		if (!ports.isEmpty()) {
			passphrase.renew();
		}
	}

	private void open(Device device) {
		Address address = device.address().orElseThrow();
		InetSocketAddress at = new InetSocketAddress(address.literal().orElseThrow(), address.port().orElseThrow());
		SimulatedUps ups = new SimulatedUps(device, faults, time);
		ports.open(device, () -> device.kind() == DeviceKind.UPS_SERVER ? agent(ups, at)
				: new TcpPort(device, at.getPort(), new UpsDialogue(ups, lines)));
	}

	private DatagramPort agent(SimulatedUps ups, InetSocketAddress at) throws IOException {
		UpsAgent agent = new UpsAgent(ups);
		LongSupplier uptime = () -> time.millis() - start.toEpochMilli();
		boolean isSecure = ups.device().access().get("snmp.user").isPresent();
		DatagramPort.Service service = isSecure ? new SecureAgent(agent, at, passphrase, start, uptime)
				: datagram -> agent.answer(datagram, uptime.getAsLong());
		return new DatagramPort(ups.device(), at, lines,
				datagram -> ups.isMute() ? Optional.empty() : service.answer(datagram));
	}

	int open() {
		return ports.size();
	}

	@Override
	@Deactivate
	public void close() {
		ports.close();
		if (!ports.isEmpty()) {
			passphrase.forget();
		}
	}
}
