package id.posko.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Care;
import id.posko.health.HealthBoard;
import id.posko.health.Monitoring;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko maintain SITE[/DEVICE]}: is being worked on until then; nobody is told about it. */
@Component(service = Verb.class, property = Verb.NAME + "=maintain")
public final class MaintainVerb implements Verb {

	static final int LONGEST_TEXT = 200;
	private static final Duration HALF_A_DAY = Duration.ofHours(4);

	private final Inventory inventory;
	private final Monitoring monitoring;
	private final Care care;
	private final InstantSource clock = InstantSource.system();

	@Activate
	public MaintainVerb(@Reference Inventory inventory, @Reference Monitoring monitoring, @Reference Care care) {
		this.inventory = inventory;
		this.monitoring = monitoring;
		this.care = care;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Maintain(call);
	}

	@Command(name = "maintain")
	final class Maintain implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "SITE[/DEVICE]", descriptionKey = "maintain.what")
		private String name;
		@Option(names = "--note", paramLabel = "TEXT", defaultValue = "", descriptionKey = "maintain.note")
		private String note;
		@Mixin
		private Term term;
		@Option(names = "--end", descriptionKey = "maintain.end")
		private boolean end;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Maintain(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			Fleet fleet = inventory.fleet();
			Instant now = clock.instant();
			Optional<List<Device>> devices = devices(fleet);
			Optional<Instant> until = end ? Optional.of(now) : term.end(call, now, HALF_A_DAY);
			if (devices.isEmpty() || until.isEmpty()) {
				return Call.WRONG_USE;
			}
			if (note.length() > LONGEST_TEXT) {
				call.say("maintain.long", LONGEST_TEXT);
				return Call.WRONG_USE;
			}
			HealthBoard board = monitoring.board();
			HealthLines lines = new HealthLines(call, json);
			if (end) {
				care.resume(call.by(), devices.get());
			} else {
				care.maintain(call.by(), devices.get(), until.get(), note.strip());
			}
			for (Device device : devices.get()) {
				board.health(device.key()).ifPresent(health -> lines.tell(health, fleet));
			}
			return Call.WELL;
		}

		/** All of a site, or the one of that name. */
		private Optional<List<Device>> devices(Fleet fleet) {
			Selection selection = new Selection(call, fleet);
			return RegionCode.isWellFormed(name) ? selection.devices(name, null)
					: selection.device(name).map(List::of);
		}
	}
}
