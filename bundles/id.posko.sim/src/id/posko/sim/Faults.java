package id.posko.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import id.posko.kit.Fleet;

/** Which faults of the sample kabupaten are on. Safe for any thread. */
@Component(service = Faults.class, enabled = false)
public final class Faults {

	private static final Set<String> AT_START = Set.of("jalur-sumberjati", "afis-karangmojo", "lambat-margodadi");

	private final Map<String, Fault> all = new LinkedHashMap<>();
	private final Set<Fault> on = ConcurrentHashMap.newKeySet();

	/** With a cut path, a silent server and a slow line already on, so that there is something to see. */
	@Activate
	public Faults() {
		this(Kabupaten.fleet());
		AT_START.forEach(name -> on.add(all.get(name)));
	}

	Faults(Fleet fleet) {
		Fault.all(fleet).forEach(fault -> all.put(fault.name(), fault));
	}

	public List<Fault> all() {
		return List.copyOf(all.values());
	}

	public Optional<Fault> named(String name) {
		return Optional.ofNullable(all.get(name));
	}

	public boolean isOn(Fault fault) {
		return on.contains(fault);
	}

	public void turn(Fault fault, boolean isOn) {
		if (isOn) {
			on.add(fault);
		} else {
			on.remove(fault);
		}
	}

	Set<Fault> on() {
		return on;
	}
}
