package id.posko.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Care;
import id.posko.health.Cause;
import id.posko.health.CutPath;
import id.posko.health.Monitoring;
import id.posko.health.PowerOrNetwork;
import id.posko.health.Request;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko path DEVICE}: where is the path to the data centre cut? Asks every device on it now. */
@Component(service = Verb.class, property = Verb.NAME + "=path")
public final class PathVerb implements Verb {

	private final Inventory inventory;
	private final Monitoring monitoring;
	private final Care care;

	@Activate
	public PathVerb(@Reference Inventory inventory, @Reference Monitoring monitoring, @Reference Care care) {
		this.inventory = inventory;
		this.monitoring = monitoring;
		this.care = care;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Path(call);
	}

	@Command(name = "path")
	final class Path implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "DEVICE", descriptionKey = "path.device")
		private String name;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Path(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws InterruptedException {
			Fleet fleet = inventory.fleet();
			Optional<Device> device = new Selection(call, fleet).device(name);
			if (device.isEmpty()) {
				return Call.WRONG_USE;
			}
			try (Request request = care.check(call.by(), fleet.path(device.get()), _ -> { })) {
				request.await();
			}
			CutPath path = monitoring.path(device.get());
			String sentence = path.sentence(call.locale(), Instant.now());
			if (json) {
				call.out().println(new JsonLine().put("device", device.get().key())
						.put("finding", path.finding().name().toLowerCase(Locale.ROOT))
						.put("cutAt", path.cut().map(step -> step.device().key())).put("sentence", sentence)
						.put("why", path.why().map(why -> why.outcome().name().toLowerCase(Locale.ROOT)))
						.put("certain", path.why().map(PowerOrNetwork::isCertain))
						.put("reasons", path.why().map(why -> why.reasons().stream().map(Cause::code).toList()))
						.put("steps", path.steps().stream().map(Path::json).toList()));
			} else {
				tell(path);
				call.out().println(sentence);
			}
			return path.finding() == CutPath.Finding.HEALTHY ? Call.WELL : Call.NOT_WELL;
		}

		private static JsonLine json(CutPath.Step step) {
			return new JsonLine().put("device", step.device().name()).put("site", step.site().name())
					.put("siteCode", step.site().code()).put("state", step.state().code())
					.put("cause", step.health().verdict().cause().code());
		}

		private void tell(CutPath path) {
			HealthLines lines = new HealthLines(call, false);
			List<CutPath.Step> steps = path.steps().reversed();
			for (int i = 0; i < steps.size(); i++) {
				CutPath.Step step = steps.get(i);
				boolean isCut = path.cut().filter(step::equals).isPresent();
				call.out().println("%s%s %-14s %s · %s".formatted("  ".repeat(i), isCut ? "✂" : i == 0 ? "●" : "└",
						lines.state(step.state()), step.site().name(), step.device().name()));
			}
		}
	}
}
