package id.posko.health;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Device;
import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;

/** What people do about the devices' health; others than may do it get {@link id.posko.staff.NotPermitted}. */
@Component(service = Care.class)
public final class Care {

	private final Monitoring monitoring;
	private final Acts acts;
	private final InstantSource clock;

	@Activate
	public Care(@Reference Monitoring monitoring, @Reference Acts acts) {
		this(monitoring, acts, InstantSource.system());
	}

	public Care(Monitoring monitoring, Acts acts, InstantSource clock) {
		this.monitoring = monitoring;
		this.acts = acts;
		this.clock = clock;
	}

	/** Nobody is told about the devices until then. */
	public void maintain(Actor by, Collection<Device> devices, Instant until, String reason) {
		begin(by, Permission.MAINTAIN, "maintenance set", devices, reason);
		devices.forEach(device -> monitoring.board().maintain(device.key(), until, reason, clock.instant()));
	}

	/** Ends maintenances before their time. */
	public void resume(Actor by, Collection<Device> devices) {
		begin(by, Permission.MAINTAIN, "maintenance ended", devices, "");
		devices.forEach(device -> monitoring.board().resume(device.key(), clock.instant()));
	}

	/**
	 * Nothing more is told of the devices' outages until the acknowledgement ends or they have come back.
	 *
	 * @return those that are out
	 */
	public List<Device> acknowledge(Actor by, Collection<Device> devices, Acknowledgement acknowledgement) {
		begin(by, Permission.MAINTAIN, "outage acknowledged", devices, acknowledgement.note());
		return devices.stream().filter(device -> monitoring.board().acknowledge(device.key(), acknowledgement)).toList();
	}

	/** Ends acknowledgements before their time; what happens from now on is told. */
	public void endAcknowledgement(Actor by, Collection<Device> devices) {
		begin(by, Permission.MAINTAIN, "acknowledgement ended", devices, "");
		devices.forEach(device -> monitoring.board().endAcknowledgement(device.key()));
	}

	/** As {@link Monitoring#checkNow}. */
	public Request check(Actor by, Collection<Device> devices, Consumer<DeviceHealth> settled) {
		begin(by, Permission.CHECK, "devices checked", devices, "");
		return monitoring.checkNow(devices, settled);
	}

	private void begin(Actor by, Permission permission, String act, Collection<Device> devices, String purpose) {
		List<RegionCode> places = devices.stream().map(Device::site).distinct().toList();
		String object = devices.size() == 1 ? devices.iterator().next().key().toString()
				: places.size() == 1 ? places.getFirst().text() : "";
		acts.permit(by, permission, places, object);
		acts.done(by, act, object, purpose, devices.size());
	}
}
