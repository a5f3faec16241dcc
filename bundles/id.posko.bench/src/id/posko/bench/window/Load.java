package id.posko.bench.window;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.model.application.MApplication;

import id.posko.bench.Offices;
import id.posko.health.Acknowledged;
import id.posko.health.Acknowledgement;
import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Checks;
import id.posko.health.DayReading;
import id.posko.health.Evidence;
import id.posko.health.History;
import id.posko.health.Monitoring;
import id.posko.health.Pace;
import id.posko.health.Patience;
import id.posko.health.Retention;
import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.health.Settings;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

/**
 * An office of 60,000 devices under the product's own rounds, each device asked once a minute: 1,000 answers a second.
 * In place of network and store stand a check that answers at once and a history that keeps nothing.
 */
public final class Load {

	static final int DEVICES = 60_000;
	private static final int OFFICES = 600;
	private static final Duration MINUTE = Duration.ofMinutes(1);
	/** All devices are asked for the first time within one interval, so that from then on the rate is even. */
	private static final Pace PACE = new Pace(MINUTE, MINUTE, Pace.DEFAULT.recheck(), Pace.DEFAULT.checkNow(),
			Pace.DEFAULT.outage(), Pace.DEFAULT.fresh(), Pace.DEFAULT.lasting(), Pace.DEFAULT.longest(),
			Pace.DEFAULT.underWay(), Pace.DEFAULT.grace());

	private Monitoring monitoring;

	@PostConstruct
	void begin(MApplication application) {
		Fleet fleet = Offices.fleet(OFFICES, DEVICES / OFFICES);
		Inventory inventory = new Steady(fleet);
		History history = new Yesterday(fleet, Instant.now().minus(Duration.ofDays(1)));
		monitoring = new Monitoring(inventory, new Checks(List.of(new Dice())), history,
				new Settings(Patience.DEFAULT, PACE, Retention.DEFAULT), InstantSource.system());
		application.getContext().set(Inventory.class, inventory);
		application.getContext().set(History.class, history);
		application.getContext().set(Monitoring.class, monitoring);
	}

	@PreDestroy
	void end() {
		monitoring.close();
	}

	/** Round trips of 5 to 600 ms; one answer in 500 is lost, and one device in 1,000 never answers. */
	private static final class Dice implements Check {

		private static final Answer SILENT = new Answer.Failed(Cause.of("silent", Duration.ofSeconds(4)),
				Evidence.of("bench"));

		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return true;
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			ThreadLocalRandom dice = ThreadLocalRandom.current();
			boolean isDead = Math.floorMod(device.key().hashCode(), 1_000) == 0;
			return isDead || dice.nextInt(500) == 0 ? SILENT : new Answer.Answered(Evidence.of("bench",
					device.address().orElseThrow().toString(), Duration.ofNanos(dice.nextLong(5_000_000, 600_000_000))));
		}
	}

	private record Steady(Fleet fleet) implements Inventory {
		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	}

	/** All devices answered when the console last ran; what happens now is not kept. */
	private record Yesterday(Fleet fleet, Instant then) implements History {

		@Override
		public void recordSamples(Collection<Sample> samples) {
		}

		@Override
		public void recordTransitions(Collection<Transition> transitions) {
		}

		@Override
		public List<Sample> samples(DeviceKey device, Instant from, Instant to) {
			return List.of();
		}

		@Override
		public List<RollUp> hourly(DeviceKey device, Instant from, Instant to) {
			return List.of();
		}

		@Override
		public List<Transition> transitions(DeviceKey device, Instant from, Instant to) {
			return List.of();
		}

		@Override
		public Map<DeviceKey, Verdict> lastVerdicts() {
			return fleet.devices().stream().collect(Collectors.toMap(Device::key,
					_ -> new Verdict.Up(Cause.of("answered"), Evidence.of("bench"), then)));
		}

		@Override
		public void recordAcknowledgements(Collection<Acknowledged> changes) {
		}

		@Override
		public Map<DeviceKey, Acknowledgement> acknowledgements() {
			return Map.of();
		}

		@Override
		public void recordDays(Collection<DayReading> readings) {
		}

		@Override
		public List<DayReading> days(DeviceKey device, LocalDate from) {
			return List.of();
		}

		@Override
		public void prune(Instant now, Retention retention) {
		}
	}
}
