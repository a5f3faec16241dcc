package id.posko.probe.icmp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import id.posko.health.Cause;
import id.posko.health.Echo;
import id.posko.health.EchoAnswer;

/** Echo requests by the best way that this machine permits: its own sockets, Windows' library, or {@code ping}. */
@Component(service = { Echo.class, SystemEcho.class })
public final class SystemEcho implements Echo, AutoCloseable {

	private static final Logger LOG = System.getLogger(SystemEcho.class.getName());

	private final Way way;

	@Activate
	public SystemEcho() {
		way = best(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows"));
	}

	private static Way best(boolean windows) {
		try {
			if (windows) {
				return new WindowsEcho();
			}
			switch (Pinger.open()) {
			case Pinger.Opening.Opened(Pinger pinger) -> {
				return pinger;
			}
			case Pinger.Opening.Denied(Cause cause) ->
				LOG.log(Level.INFO, "{0} The system''s ping is used.", cause.sentence(Locale.ENGLISH));
			}
		} catch (LinkageError e) {
			LOG.log(Level.WARNING, "No native access; the system's ping is used.", e);
		}
		return new PingProgram(windows);
	}

	/** {@code icmp-dgram}, {@code icmp-raw}, {@code icmp-dll} or {@code ping}. */
	public String method() {
		return way.method();
	}

	@Override
	public void ask(InetAddress target, Duration timeout, Consumer<EchoAnswer> then) {
		way.ask(target, timeout, then);
	}

	/** As {@link Pinger#run}; ways other than the pinger go as fast as they can, but not faster than they may. */
	public void run(Sweep sweep, Outcomes outcomes) throws InterruptedException {
		way.run(sweep, outcomes);
	}

	@Override
	@Deactivate
	public void close() {
		way.close();
	}
}
