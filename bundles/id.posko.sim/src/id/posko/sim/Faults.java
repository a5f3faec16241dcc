package id.posko.sim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.SiteKind;

/** Which faults of the sample kabupaten are on, and since when. Safe for any thread. */
@Component(service = Faults.class, enabled = false)
public final class Faults {

	private static final Set<String> AT_START = Set.of("jalur-sumberjati", "afis-karangmojo", "lambat-margodadi",
			"ganti-tirtomulyo", "disk-kedungwaru", "lepas-gunungrejo", "beku-tanjungsari");

	private final Map<String, Fault> all = new LinkedHashMap<>();
	private final Map<Fault, Instant> on = new ConcurrentHashMap<>();
	private final Map<Object, Consumer<Fault>> listeners = new ConcurrentHashMap<>();
	private final Fleet fleet;
	private final InstantSource time;

	/**
	 * With some already on, so that there is something to see: a cut path, a silent server, a slow line, old batteries, a
	 * full disk, an unplugged scanner, a frozen camera.
	 */
	@Activate
	public Faults() {
		this(Kabupaten.fleet(), InstantSource.system());
		AT_START.forEach(name -> turn(all.get(name), true));
	}

	Faults(Fleet fleet, InstantSource time) {
		this.fleet = fleet;
		this.time = time;
		Fault.all(fleet).forEach(fault -> all.put(fault.name(), fault));
	}

	public List<Fault> all() {
		return List.copyOf(all.values());
	}

	public Optional<Fault> named(String name) {
		return Optional.ofNullable(all.get(name));
	}

	public boolean isOn(Fault fault) {
		return on.containsKey(fault);
	}

	public void turn(Fault fault, boolean isOn) {
		if (isOn) {
			on.putIfAbsent(fault, time.instant());
		} else {
			on.remove(fault);
		}
		listeners.values().forEach(listener -> listener.accept(fault));
	}

	/** The listener is told of each fault that is turned, in the thread that turns it, until its owner forgets it. */
	void listen(Object owner, Consumer<Fault> listener) {
		listeners.put(owner, listener);
	}

	void forget(Object owner) {
		listeners.remove(owner);
	}

	boolean has(Device device, Fault.Effect effect) {
		return since(device, effect).isPresent();
	}

	/** Since when a fault that is on has this effect on the device. */
	Optional<Instant> since(Device device, Fault.Effect effect) {
		return on.entrySet().stream().filter(e -> e.getKey().effect() == effect)
				.filter(e -> e.getKey().hits(device) || e.getKey().cutsAll() && isThroughCentre(device))
				.map(Map.Entry::getValue).min(Instant::compareTo);
	}

	private boolean isThroughCentre(Device device) {
		return fleet.siteOf(device).kind() == SiteKind.KECAMATAN;
	}
}
