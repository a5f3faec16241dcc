package id.posko.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.inventory.Export;
import id.posko.inventory.Field;
import id.posko.inventory.ImportPlan;
import id.posko.inventory.ImportPlan.RowPlan;
import id.posko.inventory.Lists;
import id.posko.inventory.Outcome;
import id.posko.inventory.Problem;
import id.posko.inventory.Sentences;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.report.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko inventory import|export|list}: the office's list of sites and devices. */
@Component(service = Verb.class, property = Verb.NAME + "=inventory")
public final class InventoryVerb implements Verb {

	private final Inventory inventory;
	private final Lists lists;

	@Activate
	public InventoryVerb(@Reference Inventory inventory, @Reference Lists lists) {
		this.inventory = inventory;
		this.lists = lists;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Inventories(call);
	}

	@Command(name = "inventory")
	final class Inventories implements Callable<Integer> {

		private final Call call;
		private final Sentences sentences;

		@Spec
		private CommandSpec spec;

		private Inventories(Call call) {
			this.call = call;
			sentences = new Sentences(call.locale());
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "import")
		int importList(@Parameters(paramLabel = "FILE", descriptionKey = "inventory.file") Path file,
				@Option(names = "--dry-run", descriptionKey = "inventory.only_plan") boolean dryRun,
				@Option(names = "--json", descriptionKey = "json") boolean json) {
			ImportPlan plan = lists.plan(call.resolve(file));
			if (!plan.isApplicable()) {
				tell(plan, plan.errors(), dryRun, json);
				return Call.WRONG_USE;
			}
			if (dryRun) {
				tell(plan, List.of(), true, json);
				call.say("inventory.dry_run");
				return Call.WELL;
			}
			return switch (lists.apply(call.by(), plan)) {
			case Outcome.Done _ -> {
				tell(plan, List.of(), false, json);
				yield Call.WELL;
			}
			case Outcome.Refused(List<Problem> problems) -> {
				tell(plan, problems, false, json);
				yield Call.WRONG_USE;
			}
			case Outcome.Stale _ -> {
				call.say("inventory.stale");
				yield Call.FAILED;
			}
			};
		}

		private void tell(ImportPlan plan, List<Problem> errors, boolean dryRun, boolean json) {
			plan.notices().forEach(notice -> call.err().println(sentences.say(notice)));
			ImportPlan.Totals totals = plan.totals();
			long sites = plan.rows().stream().flatMap(row -> siteOf(row).stream()).distinct().count();
			if (json) {
				call.out().println(new JsonLine().put("sites", sites).put("devices", plan.rows().size())
						.put("new", totals.added()).put("changed", totals.changed()).put("unchanged", totals.unchanged())
						.put("wrong", totals.wrong()).put("errors", errors.stream().map(this::json).toList()));
				return;
			}
			plan.rows().forEach(row -> tell(row, dryRun));
			errors.forEach(problem -> call.err().println(sentences.say(problem)));
			if (!plan.rows().isEmpty()) {
				call.out().println(call.words().say("inventory.totals", totals.added(), totals.changed(), totals.unchanged(),
						totals.wrong(), totals.newSites(), totals.changedSites()));
			}
		}

		private static List<String> siteOf(RowPlan row) {
			return switch (row) {
			case RowPlan.New(_, Device device) -> List.of(device.site().digits());
			case RowPlan.Changed(_, _, Device device, _) -> List.of(device.site().digits());
			case RowPlan.Unchanged(_, Device device) -> List.of(device.site().digits());
			case RowPlan.Wrong _ -> List.of();
			};
		}

		private void tell(RowPlan row, boolean dryRun) {
			switch (row) {
			case RowPlan.New(int number, Device device) ->
				call.out().println(call.words().say("inventory.new", number, device.key()));
			case RowPlan.Changed(int number, Device before, _, List<ImportPlan.FieldChange> changes) ->
				changes.forEach(change -> call.out().println(call.words().say("inventory.changed", number, before.key(),
						change.field().heading(), change.before(), change.after())));
			case RowPlan.Unchanged(int number, Device device) -> {
				if (dryRun) {
					call.out().println(call.words().say("inventory.unchanged", number, device.key()));
				}
			}
			case RowPlan.Wrong _ -> {
			}
			}
		}

		private JsonLine json(Problem problem) {
			return new JsonLine().put("row", problem.place().map(Place::row))
					.put("column", problem.field().map(Field::heading).or(() -> problem.place().map(Place::letters)))
					.put("cell", problem.place().map(Place::toString)).put("message", sentences.say(problem));
		}

		@Command(name = "export")
		int exportList(@Parameters(paramLabel = "FILE", descriptionKey = "inventory.file") Path file) {
			return switch (lists.export(call.by(), call.resolve(file), inventory.fleet())) {
			case Export.Written(int devices, List<Site> leftOut) -> {
				call.say("inventory.exported", devices, file);
				leftOut.forEach(site -> call.say("inventory.left_out", site.name()));
				yield Call.WELL;
			}
			case Export.Refused(Problem problem) -> {
				call.err().println(sentences.say(problem));
				yield Call.WRONG_USE;
			}
			};
		}

		@Command(name = "list")
		int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
			Fleet fleet = inventory.fleet();
			if (fleet.devices().isEmpty()) {
				call.say("inventory.empty");
			}
			Labels labels = new Labels(call.locale());
			Function<Device, Object> line = json ? device -> json(device, fleet)
					: device -> "%-13s %-28s %-24s %-20s %s".formatted(device.site(), fleet.siteOf(device).name(),
							device.name(), labels.of(device.kind()), device.address().map(Object::toString).orElse("–"));
			fleet.devices().forEach(device -> call.out().println(line.apply(device)));
			return Call.WELL;
		}

		private static JsonLine json(Device device, Fleet fleet) {
			Site site = fleet.siteOf(device);
			return new JsonLine().put("device", device.name()).put("kind", device.kind().name()).put("site", site.name())
					.put("siteCode", site.code()).put("siteKind", site.kind().name()).put("link", site.link().name())
					.put("address", device.address()).put("serial", device.serial()).put("assetTag", device.assetTag())
					.put("kit", device.kit() == 0 ? null : device.kit())
					.put("parent", fleet.parent(device.key()).map(Device::key).map(DeviceKey::toString))
					.put("notes", device.notes());
		}
	}
}
