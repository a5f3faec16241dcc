package id.posko.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Acknowledgement;
import id.posko.health.Care;
import id.posko.health.DeviceHealth;
import id.posko.health.HealthBoard;
import id.posko.health.Monitoring;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko ack}: an outage is known; nothing more is told of it until then. Without a device: what is known. */
@Component(service = Verb.class, property = Verb.NAME + "=ack")
public final class AckVerb implements Verb {

	private static final Duration SHIFT = Duration.ofHours(8);

	private final Inventory inventory;
	private final Monitoring monitoring;
	private final Care care;
	private final InstantSource clock = InstantSource.system();

	@Activate
	public AckVerb(@Reference Inventory inventory, @Reference Monitoring monitoring, @Reference Care care) {
		this.inventory = inventory;
		this.monitoring = monitoring;
		this.care = care;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Ack(call);
	}

	@Command(name = "ack")
	final class Ack implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "DEVICE", arity = "0..1", descriptionKey = "path.device")
		private String name;
		@Option(names = "--note", paramLabel = "TEXT", descriptionKey = "ack.note")
		private String note;
		@Mixin
		private Term term;
		@Option(names = "--by", paramLabel = "NAME", descriptionKey = "ack.by")
		private String by;
		@Option(names = "--end", descriptionKey = "ack.end")
		private boolean end;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Ack(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			HealthBoard board = monitoring.board();
			if (name == null) {
				List<DeviceHealth> known = board.healths().stream().filter(
						health -> health.acknowledged().filter(ack -> ack.holds(clock.instant())).isPresent())
						.sorted(Comparator.comparing(health -> health.device().key())).toList();
				known.forEach(this::tell);
				return Call.WELL;
			}
			Optional<Device> device = new Selection(call, inventory.fleet()).device(name);
			if (device.isEmpty() || !(end ? end(board, device.get()) : begin(device.get()))) {
				return Call.WRONG_USE;
			}
			board.health(device.get().key()).ifPresent(this::tell);
			return Call.WELL;
		}

		private boolean begin(Device device) {
			Instant now = clock.instant();
			if (note == null || note.isBlank() || note.length() > MaintainVerb.LONGEST_TEXT) {
				call.say("ack.no_note", MaintainVerb.LONGEST_TEXT);
				return false;
			}
			Optional<Instant> until = term.end(call, now, SHIFT);
			if (until.isEmpty()) {
				return false;
			}
			String who = by == null ? call.person() : by;
			boolean isOut = !care.acknowledge(call.by(), List.of(device), new Acknowledgement(
					who.substring(0, Math.min(MaintainVerb.LONGEST_TEXT, who.length())), note.strip(), now, until.get())).isEmpty();
			if (!isOut) {
				call.say("ack.no_outage", device.key().toString());
			}
			return isOut;
		}

		private boolean end(HealthBoard board, Device device) {
			boolean isKnown = board.health(device.key()).flatMap(DeviceHealth::acknowledged).isPresent();
			if (isKnown) {
				care.endAcknowledgement(call.by(), List.of(device));
			} else {
				call.say("ack.none", device.key().toString());
			}
			return isKnown;
		}

		private void tell(DeviceHealth health) {
			new HealthLines(call, json).tell(health, inventory.fleet());
		}
	}
}
