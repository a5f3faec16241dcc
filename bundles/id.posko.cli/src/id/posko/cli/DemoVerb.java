package id.posko.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.DeviceHealth;
import id.posko.health.Monitoring;
import id.posko.health.Request;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.sim.SampleInventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posko demo --headless}: rounds over the sample kabupaten, printed. */
@Component(service = Verb.class, property = Verb.NAME + "=demo")
public final class DemoVerb implements Verb {

	private final Inventory inventory;
	private final Monitoring monitoring;

	@Activate
	public DemoVerb(@Reference Inventory inventory, @Reference Monitoring monitoring, @Reference SampleInventory sample) {
		this.inventory = inventory;
		this.monitoring = monitoring;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Demo(call);
	}

	@Command(name = "demo")
	final class Demo implements Callable<Integer> {

		private final Call call;

		@Option(names = "--headless", descriptionKey = "demo.headless")
		private boolean headless;
		@Option(names = "--rounds", paramLabel = "N", defaultValue = "0", descriptionKey = "demo.rounds")
		private int rounds;
		@Option(names = "--pause", paramLabel = "D", defaultValue = "10s", descriptionKey = "demo.pause")
		private Duration pause;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Demo(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws InterruptedException {
			if (rounds < 0) {
				call.say("demo.bad_rounds");
				return Call.WRONG_USE;
			}
			for (int round = 1; (rounds == 0 || round <= rounds) && call.isHeard(); round++) {
				if (round > 1) {
					TimeUnit.NANOSECONDS.sleep(pause.toNanos());
				}
				List<DeviceHealth> settled = Collections.synchronizedList(new ArrayList<>());
				try (Request request = monitoring.checkNow(inventory.fleet().devices(), settled::add)) {
					request.await();
				}
				tell(round, settled);
			}
			return Call.WELL;
		}

		private void tell(int round, List<DeviceHealth> settled) {
			HealthLines lines = new HealthLines(call, json);
			if (json) {
				settled.forEach(health -> lines.tell(health, inventory.fleet()));
				return;
			}
			call.out().println(call.words().say("demo.round", round, lines.totals(settled)));
			settled.stream().filter(health -> health.state() == State.DOWN || health.state() == State.DEGRADED)
					.map(DeviceHealth::device).sorted(Comparator.comparing(Device::key)).map(monitoring::path)
					.filter(path -> path.at() == path.steps().getFirst())
					.forEach(path -> call.out().println("  " + path.sentence(call.locale(), Instant.now())));
		}
	}
}
