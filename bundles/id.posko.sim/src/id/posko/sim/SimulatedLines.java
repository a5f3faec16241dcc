package id.posko.sim;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Echo;
import id.posko.health.EchoAnswer;
import id.posko.kit.Device;
import id.posko.kit.Fleet;

/**
 * Echoes over the lines of the sample kabupaten. Requests really go to the device's loopback address; on the way back
 * the line adds its delay, and loses or delays what the faults that are on tell it to. Addresses of the kabupaten that
 * no device has are silent, as elsewhere but on loopback.
 */
@Component(service = Echo.class, enabled = false, property = { "service.ranking:Integer=100", SimulatedLines.MARK + "=true" })
public final class SimulatedLines implements Echo {

	private static final String METHOD = "simulated";
	static final String MARK = "posko.simulated";

	private final Echo echo;
	private final Lines lines;
	private final Map<InetAddress, Device> ends = new HashMap<>();

	@Activate
	public SimulatedLines(@Reference(target = "(!(" + MARK + "=true))") Echo echo, @Reference Lines lines) {
		this(echo, lines, Kabupaten.fleet());
	}

	SimulatedLines(Echo echo, Lines lines, Fleet fleet) {
		this.echo = echo;
		this.lines = lines;
		for (Device device : fleet.devices()) {
			device.address().flatMap(a -> a.literal()).ifPresent(address -> ends.put(address, device));
		}
	}

	@Override
	public void ask(InetAddress target, Duration timeout, Consumer<EchoAnswer> then) {
		Device end = ends.get(target);
		if (end == null && Kabupaten.has(target)) {
			lines.after(timeout, () -> then.accept(new EchoAnswer.Silent(timeout, METHOD)));
			return;
		}
		if (end == null) {
			echo.ask(target, timeout, then);
			return;
		}
		echo.ask(target, timeout, answer -> {
			Duration delay = lines.delay(end);
			if (!(answer instanceof EchoAnswer.Replied replied)) {
				then.accept(answer);
			} else if (lines.isLost(end) || delay.compareTo(timeout) >= 0) {
				lines.after(timeout, () -> then.accept(new EchoAnswer.Silent(timeout, answer.method())));
			} else {
				lines.after(delay, () -> then.accept(new EchoAnswer.Replied(replied.roundTrip().plus(delay),
						replied.responder(), replied.method())));
			}
		});
	}
}
