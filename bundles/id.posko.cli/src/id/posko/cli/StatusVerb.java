package id.posko.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.DeviceHealth;
import id.posko.health.Monitoring;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posko status}: what is known of every device, without asking any. */
@Component(service = Verb.class, property = { Verb.NAME + "=status", Verb.OPEN + "=true" })
public final class StatusVerb implements Verb {

	private final Inventory inventory;
	private final Monitoring monitoring;

	@Activate
	public StatusVerb(@Reference Inventory inventory, @Reference Monitoring monitoring) {
		this.inventory = inventory;
		this.monitoring = monitoring;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Status(call);
	}

	@Command(name = "status")
	final class Status implements Callable<Integer> {

		private final Call call;

		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Status(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws IOException {
			Fleet fleet = inventory.fleet();
			HealthLines lines = new HealthLines(call, json);
			List<DeviceHealth> healths = monitoring.board().healths().stream()
					.filter(health -> fleet.device(health.device().key()).isPresent())
					.sorted(Comparator.comparing(health -> health.device().key())).toList();
			if (healths.isEmpty()) {
				call.say("inventory.empty");
			}
			for (DeviceHealth health : healths) {
				lines.tell(health, fleet, monitoring.ageing(health.device()));
			}
			if (!json) {
				call.err().println(lines.totals(healths));
			}
			return HealthLines.code(healths);
		}
	}
}
