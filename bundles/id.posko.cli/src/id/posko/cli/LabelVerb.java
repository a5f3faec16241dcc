package id.posko.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.inventory.DeviceLabels;
import id.posko.inventory.Export;
import id.posko.inventory.Problem;
import id.posko.inventory.Sentences;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko label [--site CODE] [--device NAME] [--kit] FILE.docx}: sheets of labels for devices or kits. */
@Component(service = Verb.class, property = Verb.NAME + "=label")
public final class LabelVerb implements Verb {

	private final Inventory inventory;
	private final DeviceLabels labels;

	@Activate
	public LabelVerb(@Reference Inventory inventory, @Reference DeviceLabels labels) {
		this.inventory = inventory;
		this.labels = labels;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Printing(call);
	}

	@Command(name = "label")
	final class Printing implements Callable<Integer> {

		@Option(names = "--site", paramLabel = "CODE", descriptionKey = "label.site")
		private String site;
		@Option(names = "--device", paramLabel = "NAME", descriptionKey = "label.device")
		private String device;
		@Option(names = "--kit", descriptionKey = "label.kit")
		private boolean kit;
		@Parameters(paramLabel = "FILE", descriptionKey = "label.file")
		private Path file;

		private final Call call;

		private Printing(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			Fleet fleet = inventory.fleet();
			if (kit && device != null) {
				call.say("label.one_thing");
				return Call.WRONG_USE;
			}
			Optional<List<Device>> devices = new Selection(call, fleet).devices(site, device);
			if (devices.isEmpty()) {
				return Call.WRONG_USE;
			}
			Path target = call.resolve(file);
			Export export = kit
					? labels.kits(call.by(), target, fleet, devices.get().stream().map(fleet::siteOf).distinct().toList(), call.locale())
					: labels.devices(call.by(), target, fleet, devices.get(), call.locale());
			return switch (export) {
			case Export.Written(int count, _) -> {
				call.say("label.written", count, file);
				yield Call.WELL;
			}
			case Export.Refused(Problem problem) -> {
				call.err().println(new Sentences(call.locale()).say(problem));
				yield Call.WRONG_USE;
			}
			};
		}
	}
}
