package id.posko.sim;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Echo;
import id.posko.health.EchoAnswer;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.SiteKind;

/**
 * The lines of the sample kabupaten. Requests really go to the device's loopback address; on the way back the line
 * adds its delay, and loses or delays what the faults that are on tell it to. A cut data centre cuts all kecamatan,
 * as the hub of their private network.
 */
@Component(service = Echo.class, enabled = false, property = { "service.ranking:Integer=100", SimulatedLines.MARK + "=true" })
public final class SimulatedLines implements Echo {

	static final String MARK = "posko.simulated";
	private static final double LOST_BY_FAULT = 0.34;

	private record End(Device device, LinkKind link, boolean throughCentre) {
	}

	private final Echo echo;
	private final Faults faults;
	private final Random random;
	private final Map<InetAddress, End> ends = new HashMap<>();
	private final ScheduledExecutorService delays = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("posko-lines").factory());

	@Activate
	public SimulatedLines(@Reference(target = "(!(" + MARK + "=true))") Echo echo, @Reference Faults faults) {
		this(echo, faults, Kabupaten.fleet(), new Random(60));
	}

	SimulatedLines(Echo echo, Faults faults, Fleet fleet, Random random) {
		this.echo = echo;
		this.faults = faults;
		this.random = random;
		for (Device device : fleet.devices()) {
			device.address().flatMap(a -> a.literal()).ifPresent(address -> ends.put(address,
					new End(device, fleet.siteOf(device).link(), fleet.siteOf(device).kind() == SiteKind.KECAMATAN)));
		}
	}

	@Override
	public void ask(InetAddress target, Duration timeout, Consumer<EchoAnswer> then) {
		End end = ends.get(target);
		if (end == null) {
			echo.ask(target, timeout, then);
			return;
		}
		Set<Fault.Effect> effects = effects(end, faults.on());
		echo.ask(target, timeout, answer -> {
			Duration delay = delay(end.link(), effects);
			if (!(answer instanceof EchoAnswer.Replied replied)) {
				then.accept(answer);
			} else if (isLost(end.link(), effects) || delay.compareTo(timeout) >= 0) {
				after(timeout, () -> then.accept(new EchoAnswer.Silent(timeout, answer.method())));
			} else {
				after(delay, () -> then.accept(new EchoAnswer.Replied(replied.roundTrip().plus(delay),
						replied.responder(), replied.method())));
			}
		});
	}

	private static Set<Fault.Effect> effects(End end, Collection<Fault> on) {
		return on.stream().filter(fault -> fault.hits(end.device()) || fault.isCentre() && end.throughCentre())
				.map(Fault::effect).collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.Effect.class)));
	}

	private synchronized boolean isLost(LinkKind link, Set<Fault.Effect> effects) {
		double usual = link == LinkKind.LTE || link == LinkKind.VSAT ? 0.01 : 0.001;
		return effects.contains(Fault.Effect.SILENT)
				|| random.nextDouble() < (effects.contains(Fault.Effect.LOSSY) ? LOST_BY_FAULT : usual);
	}

	/** What a healthy line of its kind takes there and back, give or take a tenth. */
	private synchronized Duration delay(LinkKind link, Set<Fault.Effect> effects) {
		long usual = switch (link) {
		case FIBRE -> 9;
		case RADIO -> 38;
		case LTE -> 85;
		case VSAT, UNSPECIFIED -> 620;
		};
		double millis = effects.contains(Fault.Effect.SLOW) ? 1.6 * link.slow().toMillis() : usual;
		return Duration.ofNanos((long) (millis * (1 + 0.1 * random.nextGaussian()) * 1e6)).abs();
	}

	private void after(Duration delay, Runnable step) {
		delays.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	@Deactivate
	void close() {
		delays.shutdownNow();
	}
}
