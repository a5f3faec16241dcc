package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.State;
import id.posko.health.online.OnlineResult;
import id.posko.health.online.OnlineResults;
import id.posko.health.online.OnlineRuns;
import id.posko.health.online.OnlineStep;
import id.posko.health.online.OnlineTable;
import id.posko.health.online.StepResult;
import id.posko.kit.Inventory;
import id.posko.kit.Site;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Shelf;
import id.posko.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code posko sop online --site CODE}: the five checks before records flow, one line each and the verdict last. Only
 * what was measured and is well ends with 0. {@code posko sop list|show|lint|export|add|remove}: the written SOPs.
 * {@code posko sop start|step|status|sheet}: their runs.
 */
@Component(service = Verb.class, property = Verb.NAME + "=sop")
public final class SopVerb implements Verb {

	private final Inventory inventory;
	private final OnlineRuns runs;
	private final OnlineResults results;
	private final Shelf shelf;
	private final Desk desk;

	@Activate
	public SopVerb(@Reference Inventory inventory, @Reference OnlineRuns runs, @Reference OnlineResults results,
			@Reference Shelf shelf, @Reference Desk desk) {
		this.desk = desk;
		this.inventory = inventory;
		this.shelf = shelf;
		this.runs = runs;
		this.results = results;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Sop(call);
	}

	@Command(name = "sop")
	final class Sop implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Sop(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "online")
		int online(@Option(names = "--site", paramLabel = "CODE", required = true, descriptionKey = "sop.site") String code,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			Optional<Site> site = new Selection(call, inventory.fleet()).site(code);
			if (site.isEmpty()) {
				return Call.WRONG_USE;
			}
			OnlineResult result = runs.run(call.by(), site.get(), _ -> {
			});
			tell(result, json);
			runs.keep(result);
			return result.state() == State.UP ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "results")
		int results(@Option(names = "--site", paramLabel = "CODE", required = true, descriptionKey = "sop.site") String code,
				@Option(names = "--out", paramLabel = "FILE", descriptionKey = "sop.out") Path file,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Site> site = new Selection(call, inventory.fleet()).site(code);
			if (site.isEmpty() || file != null && !new TableOut(call, file).isNamed()) {
				return Call.WRONG_USE;
			}
			List<OnlineResult> kept = results.of(site.get().code(), Instant.EPOCH, Instant.now().plus(Duration.ofDays(1)));
			if (file != null) {
				OnlineTable table = new OnlineTable(call.locale(), ZoneId.systemDefault());
				return new TableOut(call, file).write(new Table(table.name(), table.headings(),
						kept.stream().flatMap(result -> table.rows(result).stream()).iterator()));
			}
			for (OnlineResult result : kept) {
				if (!json) {
					call.out().println(JsonLine.time(result.at()));
				}
				tell(result, json);
			}
			return Call.WELL;
		}

		@Command(name = "list")
		int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
			return new SopShelf(call, shelf).list(json);
		}

		@Command(name = "show")
		int show(@Parameters(paramLabel = "ID", descriptionKey = "sop.id") String id,
				@Option(names = "--json", descriptionKey = "json") boolean json) {
			return new SopShelf(call, shelf).show(id, json);
		}

		@Command(name = "lint")
		int lint(@Parameters(paramLabel = "FILE", descriptionKey = "sop.file") Path file,
				@Option(names = "--json", descriptionKey = "json") boolean json) {
			return new SopShelf(call, shelf).lint(file, json);
		}

		@Command(name = "export")
		int export(@Parameters(paramLabel = "ID", descriptionKey = "sop.id") String id,
				@Parameters(paramLabel = "FILE", descriptionKey = "inventory.file") Path file) {
			return new SopShelf(call, shelf).export(id, file);
		}

		@Command(name = "add")
		int add(@Parameters(paramLabel = "FILE", descriptionKey = "sop.file") Path file,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			return new SopShelf(call, shelf).add(file, json);
		}

		@Command(name = "remove")
		int remove(@Parameters(paramLabel = "ID", descriptionKey = "sop.id") String id) throws IOException {
			return new SopShelf(call, shelf).remove(id);
		}

		@Command(name = "start")
		int start(@Parameters(paramLabel = "ID", descriptionKey = "sop.id") String id, @Mixin MatterOptions matter,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			return SopRuns.of(call, desk, json).start(shelf, inventory.fleet(), id, matter);
		}

		@Command(name = "step")
		int step(@Parameters(paramLabel = "RUN", descriptionKey = "sop.run") String run, @Mixin StepOptions options,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			return new SopSteps(call, desk, SopRuns.of(call, desk, json)).step(run, options);
		}

		@Command(name = "status")
		int status(@Parameters(paramLabel = "RUN", arity = "0..1", descriptionKey = "sop.run") String run,
				@Option(names = "--mine", descriptionKey = "sop.mine") boolean mine,
				@Option(names = "--all", descriptionKey = "sop.all") boolean all,
				@Option(names = "--reveal", paramLabel = "REASON", descriptionKey = "sop.reveal") String reason,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			SopRuns runs = SopRuns.of(call, desk, json);
			if (run == null && reason != null) {
				call.say("sop.reveal_run");
				return Call.WRONG_USE;
			}
			return run != null ? runs.status(run, Optional.ofNullable(reason)) : all ? runs.register() : runs.inbox(mine);
		}

		@Command(name = "sheet")
		int sheet(@Parameters(paramLabel = "RUN", descriptionKey = "sop.run") String run,
				@Parameters(paramLabel = "OUT", descriptionKey = "sop.out_file") Path file,
				@Option(names = "--reveal", paramLabel = "REASON", descriptionKey = "sop.reveal") String reason)
				throws IOException {
			return SopRuns.of(call, desk, false).sheet(run, file, Optional.ofNullable(reason));
		}

		private void tell(OnlineResult result, boolean json) {
			result.steps().forEach(step -> call.out().println(json ? json(step) : text(step)));
			call.out().println(json ? json(result) : result.sentence(call.locale()));
		}

		private JsonLine json(StepResult step) {
			return new JsonLine().put("step", step.step().number()).put("from", step.from())
					.put("to", step.to().isEmpty() ? null : step.to()).put("state", step.state().code())
					.put("cause", step.cause().code()).put("sentence", step.sentence(call.locale()))
					.put("ms", step.took()).put("standardMs", OnlineStep.STANDARD.toMillis()).put("at", step.at())
					.put("inTime", step.isInTime()).put("remarks", step.remarks().stream().map(r -> r.code()).toList())
					.put("method", step.evidence().method()).put("responder", step.evidence().responder())
					.put("rttMs", step.evidence().roundTrip());
		}

		private JsonLine json(OnlineResult result) {
			return new JsonLine().put("verdict", result.state().code()).put("site", result.office())
					.put("siteCode", result.site()).put("decisiveStep", result.decisive().step().number())
					.put("cause", result.decisive().cause().code()).put("sentence", result.sentence(call.locale()))
					.put("ms", result.took())
					.put("standardMs", OnlineStep.STANDARD.multipliedBy(OnlineStep.values().length).toMillis())
					.put("at", result.at());
		}

		private String text(StepResult step) {
			return "%d  %-14s %s".formatted(step.step().number(), call.words().say("state." + step.state().name()),
					step.sentence(call.locale()));
		}
	}
}
