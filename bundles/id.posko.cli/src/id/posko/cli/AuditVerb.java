package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.inventory.Export;
import id.posko.inventory.Problem;
import id.posko.inventory.Sentences;
import id.posko.inventory.Stocktake;
import id.posko.inventory.StocktakeDesk;
import id.posko.inventory.StocktakeDesk.Outcome;
import id.posko.inventory.StocktakeTold;
import id.posko.kit.Inventory;
import id.posko.kit.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko audit new|tick|end|list|report}: an office's devices, ticked as they are found. */
@Component(service = Verb.class, property = Verb.NAME + "=audit")
public final class AuditVerb implements Verb {

	private final StocktakeDesk desk;
	private final Inventory inventory;

	@Activate
	public AuditVerb(@Reference StocktakeDesk desk, @Reference Inventory inventory) {
		this.desk = desk;
		this.inventory = inventory;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Audits(call);
	}

	@Command(name = "audit")
	final class Audits implements Callable<Integer> {

		private final Call call;
		private final StocktakeTold told;

		@Spec
		private CommandSpec spec;

		private Audits(Call call) {
			this.call = call;
			told = new StocktakeTold(call.locale());
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "new")
		int begin(@Option(names = "--site", paramLabel = "CODE", required = true, descriptionKey = "audit.site") String code,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Site> site = new Selection(call, inventory.fleet()).site(code);
			return site.isEmpty() ? Call.WRONG_USE : told(desk.begin(call.by(), site.get().code()), json);
		}

		@Command(name = "tick")
		int tick(@Parameters(paramLabel = "NUMBER", descriptionKey = "audit.number") long number,
				@Parameters(paramLabel = "CODE", arity = "1..*", descriptionKey = "audit.code") List<String> codes,
				@Option(names = "--undo", descriptionKey = "audit.undo") boolean undo,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			int worst = Call.WELL;
			for (String code : codes) {
				worst = Math.max(worst, told(desk.tick(call.by(), number, code, !undo), json));
			}
			return worst;
		}

		@Command(name = "end")
		int end(@Parameters(paramLabel = "NUMBER", descriptionKey = "audit.number") long number,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			return told(desk.end(call.by(), number), json);
		}

		@Command(name = "list")
		int list(@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			List<Stocktake> all = desk.all();
			all.forEach(audit -> tell(audit, json));
			if (all.isEmpty() && !json) {
				call.say("audit.none");
			}
			return Call.WELL;
		}

		/** Ends not well if something is missing or too much. */
		@Command(name = "report")
		int report(@Parameters(paramLabel = "NUMBER", descriptionKey = "audit.number") long number,
				@Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "audit.file") Path file,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Stocktake> found = desk.find(number);
			if (found.isEmpty()) {
				return refused(new Outcome.Refused(StocktakeDesk.Why.UNKNOWN, number + ""));
			}
			Stocktake audit = found.get();
			if (file != null) {
				return written(desk.export(call.by(), audit, call.resolve(file), call.locale()), file);
			}
			tell(audit, json);
			for (Stocktake.Line line : audit.lines()) {
				call.out().println(json ? json(line) : "  %-24s %s".formatted(told.state(line.state()), line.device()));
			}
			return audit.isWhole() ? Call.WELL : Call.NOT_WELL;
		}

		private int written(Export export, Path file) {
			return switch (export) {
			case Export.Written(int rows, _) -> {
				call.say("report.written", rows, file);
				yield Call.WELL;
			}
			case Export.Refused(Problem problem) -> {
				call.err().println(new Sentences(call.locale()).say(problem));
				yield Call.WRONG_USE;
			}
			};
		}

		private int told(Outcome outcome, boolean json) {
			return switch (outcome) {
			case Outcome.Went(Stocktake audit) -> {
				tell(audit, json);
				yield Call.WELL;
			}
			case Outcome.Refused refused -> refused(refused);
			};
		}

		private int refused(Outcome.Refused refused) {
			call.err().println(told.refusal(refused));
			return Call.WRONG_USE;
		}

		private void tell(Stocktake audit, boolean json) {
			call.out().println(json ? json(audit)
					: told.title(audit, inventory.fleet()) + ". " + told.counts(audit));
		}

		private static JsonLine json(Stocktake audit) {
			return new JsonLine().put("audit", audit.number()).put("siteCode", audit.site()).put("begunBy", audit.begunBy())
					.put("begunAt", audit.begunAt()).put("endedAt", audit.end().map(Stocktake.End::at))
					.put("expected", audit.expected().size()).put("found", audit.lines(Stocktake.State.FOUND).size())
					.put("missing", audit.lines(Stocktake.State.MISSING).size())
					.put("unexpected", audit.lines(Stocktake.State.UNEXPECTED).size());
		}

		private static JsonLine json(Stocktake.Line line) {
			return new JsonLine().put("siteCode", line.device().site()).put("device", line.device().name())
					.put("state", line.state().name().toLowerCase(Locale.ROOT))
					.put("at", line.tick().map(Stocktake.Tick::at)).put("by", line.tick().map(Stocktake.Tick::by));
		}
	}
}
