package id.posko.probe.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Echo;
import id.posko.kit.discovery.Discovery;
import id.posko.kit.discovery.Door;
import id.posko.kit.discovery.Door.Service;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.SnmpSession;

/**
 * Sweeps a range: an echo request to each address, a second one to those that keep silent, then the doors of those that
 * answer, one address' after the other. Questions are evenly spaced over all of it.
 */
@Component(service = { Discovery.class, NetworkDiscovery.class })
public final class NetworkDiscovery implements Discovery {

	private final Echo echo;
	private final SnmpSession session;
	private final Rules rules = Rules.read();
	private final Semaphore sweeping = new Semaphore(1);

	@Activate
	public NetworkDiscovery(@Reference Echo echo, @Reference SnmpSession session) {
		this.echo = echo;
		this.session = session;
	}

	@Override
	public Ending sweep(Wish wish, Listener listener) throws InterruptedException {
		return sweep(wish, Optional.of(wish.community()).filter(c -> !c.isEmpty()).map(c -> new Login.Community(false, c)),
				listener);
	}

	/** The same with another way to ask SNMP agents than the wish's community; empty: none is asked. */
	public Ending sweep(Wish wish, Optional<Login> login, Listener listener) throws InterruptedException {
		if (!sweeping.tryAcquire()) {
			return new Ending.Busy();
		}
		try {
			return new Sweeping(wish, login, doors(wish), rules, echo, session, listener).run();
		} finally {
			sweeping.release();
		}
	}

	/** The usual ones and the wish's, each once. */
	private Map<Door, String> doors(Wish wish) {
		Map<Door, String> doors = new LinkedHashMap<>(rules.doors());
		for (Door more : wish.more()) {
			if (doors.keySet().stream().noneMatch(door -> door.port() == more.port()
					&& (door.service() == Service.SNMP) == (more.service() == Service.SNMP))) {
				doors.put(more, more.service() == Service.TCP ? "" : more.service().name());
			}
		}
		return doors;
	}
}
