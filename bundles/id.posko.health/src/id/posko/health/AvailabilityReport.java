package id.posko.health;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

import id.posko.health.Availability.Part;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Site;

/**
 * How offices and devices answered in [from, to): by region code, each office's devices after the office itself.
 *
 * @param target percent of the measured time in which a device is to answer; the office's own standard, no SOP names one
 */
public record AvailabilityReport(Instant from, Instant to, double target, List<Line> lines) {

	public static final double USUAL_TARGET = 95;

	/** What time went by with, as a chart splits it: what is lost, by where a person has to look. */
	public enum Share {
		UP, DOWN, NETWORK, POWER, MAINTENANCE, NOT_MEASURED
	}

	/** An office as the sum of its devices (no device), or one device. */
	public record Line(Site site, Optional<Device> device, Availability availability, List<Loss> losses) {

		/** Percent of the time in which it was measured and not in maintenance; empty if there was none. */
		public OptionalDouble answered() {
			Duration up = availability.time(Part.UP);
			Duration measured = up.plus(availability.time(Part.DOWN)).plus(availability.time(Part.UNREACHABLE));
			return measured.isZero() ? OptionalDouble.empty()
					: OptionalDouble.of(100d * up.toMillis() / Math.max(1, measured.toMillis()));
		}

		public int outages() {
			return losses.stream().mapToInt(Loss::outages).sum();
		}

		public Duration lost() {
			return losses.stream().map(Loss::length).reduce(Duration.ZERO, Duration::plus);
		}

		/** The parts sum to the whole time exactly. */
		public Duration time(Share share) {
			return switch (share) {
				case UP -> availability.time(Part.UP);
				case DOWN, NETWORK, POWER -> losses.stream().filter(loss -> loss.share() == share).map(Loss::length)
						.reduce(Duration.ZERO, Duration::plus);
				case MAINTENANCE -> availability.time(Part.MAINTENANCE);
				case NOT_MEASURED -> availability.time(Part.NOT_MEASURED);
			};
		}
	}

	/** The outages of one cause together. */
	public record Loss(State state, Cause cause, int outages, Duration length) {

		/** Of a power cut, of a line that is cut before the device, or of the device itself. */
		Share share() {
			if (cause.isPowerCut()) {
				return Share.POWER;
			}
			return state == State.UNREACHABLE || cause.isLineCut() ? Share.NETWORK : Share.DOWN;
		}

		private Loss plus(Loss other) {
			return new Loss(state, cause, outages + other.outages, length.plus(other.length));
		}
	}

	/** As below, telling nobody how far it is. */
	public static AvailabilityReport of(Fleet fleet, History history, Instant from, Instant to, double target)
			throws IOException, InterruptedException {
		return of(fleet, history, from, to, target, _ -> {
		});
	}

	/**
	 * Blocks while the history is read, device by device; stopped by interrupt.
	 *
	 * @param progress told how much is read, 0 to 1
	 */
	public static AvailabilityReport of(Fleet fleet, History history, Instant from, Instant to, double target,
			DoubleConsumer progress) throws IOException, InterruptedException {
		List<Line> lines = new ArrayList<>();
		int read = 0;
		for (Site site : fleet.sites()) {
			List<Line> devices = new ArrayList<>();
			for (Device device : fleet.devicesAt(site.code())) {
				if (Thread.interrupted()) {
					throw new InterruptedException();
				}
				devices.add(line(site, device, history, from, to));
				progress.accept((double) ++read / fleet.devices().size());
			}
			if (!devices.isEmpty()) {
				lines.add(sum(site, devices, from, to));
				lines.addAll(devices);
			}
		}
		return new AvailabilityReport(from, to, target, List.copyOf(lines));
	}

	private static Line line(Site site, Device device, History history, Instant from, Instant to) throws IOException {
		DeviceKey key = device.key();
		List<Transition> transitions = history.transitions(key, from, to);
		List<Loss> losses = Outage.of(transitions, from, to).stream()
				.map(outage -> new Loss(outage.state(), outage.cause(), 1, outage.length())).toList();
		return new Line(site, Optional.of(device), Availability.of(transitions, from, to), byCause(losses));
	}

	private static Line sum(Site site, List<Line> devices, Instant from, Instant to) {
		Map<Part, Duration> parts = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			parts.put(part, devices.stream().map(line -> line.availability.time(part)).reduce(Duration.ZERO, Duration::plus));
		}
		return new Line(site, Optional.empty(), new Availability(from, to, parts),
				byCause(devices.stream().flatMap(line -> line.losses.stream()).toList()));
	}

	/** The longest first. */
	private static List<Loss> byCause(List<Loss> losses) {
		record Why(State state, Cause cause) {
		}
		Map<Why, Loss> sums = new LinkedHashMap<>();
		losses.forEach(loss -> sums.merge(new Why(loss.state, loss.cause), loss, Loss::plus));
		return sums.values().stream().sorted(Comparator.comparing(Loss::length).reversed()).toList();
	}

	/** Empty if nothing was measured. */
	public Optional<Boolean> isMet(Line line) {
		return line.answered().stream().mapToObj(percent -> percent >= target).findFirst();
	}
}
