package id.posko.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Care;
import id.posko.health.DeviceHealth;
import id.posko.health.Request;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posko check}: asks devices now, and again until each verdict is settled. */
@Component(service = Verb.class, property = Verb.NAME + "=check")
public final class CheckVerb implements Verb {

	private final Inventory inventory;
	private final Care care;

	@Activate
	public CheckVerb(@Reference Inventory inventory, @Reference Care care) {
		this.inventory = inventory;
		this.care = care;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new CheckNow(call);
	}

	@Command(name = "check")
	final class CheckNow implements Callable<Integer> {

		private final Call call;

		@Option(names = "--site", paramLabel = "CODE", descriptionKey = "check.site")
		private String site;
		@Option(names = "--device", paramLabel = "NAME", descriptionKey = "check.device")
		private String device;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private CheckNow(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws InterruptedException {
			Fleet fleet = inventory.fleet();
			Optional<List<Device>> wanted = new Selection(call, fleet).devices(site, device);
			if (wanted.isEmpty()) {
				return Call.WRONG_USE;
			}
			HealthLines lines = new HealthLines(call, json);
			List<DeviceHealth> settled = Collections.synchronizedList(new ArrayList<>());
			try (Request request = care.check(call.by(), wanted.get(), settled::add)) {
				request.await();
			}
			settled.sort((a, b) -> a.device().key().compareTo(b.device().key()));
			settled.forEach(health -> lines.tell(health, fleet));
			if (!json) {
				call.err().println(lines.totals(settled));
			}
			return HealthLines.code(settled);
		}
	}
}
