package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Inventory;
import id.posko.kit.Site;
import id.posko.transfer.copy.Flaw;
import id.posko.transfer.copy.Outcome;
import id.posko.transfer.copy.Totals;
import id.posko.transfer.copy.Way;
import id.posko.transfer.offline.Arrival;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Item;
import id.posko.transfer.offline.ImportDesk;
import id.posko.transfer.offline.ImportPlan;
import id.posko.transfer.offline.ImportTold;
import id.posko.transfer.offline.Imported;
import id.posko.transfer.offline.Planning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko import SRC}: offline recordings from a medium or folder; an import that was interrupted goes on. */
@Component(service = Verb.class, property = Verb.NAME + "=import")
public final class ImportVerb implements Verb {

	private final ImportDesk desk;
	private final Inventory inventory;

	@Activate
	public ImportVerb(@Reference ImportDesk desk, @Reference Inventory inventory) {
		this.desk = desk;
		this.inventory = inventory;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Importing(call);
	}

	@Command(name = "import")
	final class Importing implements Callable<Integer> {

		@Parameters(paramLabel = "SRC", descriptionKey = "import.source")
		private Path source;
		@Option(names = "--site", paramLabel = "CODE", descriptionKey = "import.site")
		private String code;
		@Option(names = "--declared", paramLabel = "N", descriptionKey = "import.declared")
		private Long declared;
		@Option(names = "--by", paramLabel = "NAME", descriptionKey = "import.by")
		private String by = "";
		@Option(names = "--medium", paramLabel = "NAME", descriptionKey = "import.medium")
		private String medium = "";
		@Option(names = "--plan", descriptionKey = "import.plan")
		private boolean planOnly;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private final Call call;
		private final ImportTold told;

		private Importing(Call call) {
			this.call = call;
			told = new ImportTold(call.locale());
		}

		/** Not well if a file is suspicious or not there, or the count is not the declared one. */
		@Override
		public Integer call() throws IOException, InterruptedException {
			Optional<Site> site = code == null ? Optional.empty() : new Selection(call, inventory.fleet()).site(code);
			if (code != null && site.isEmpty()) {
				return Call.WRONG_USE;
			}
			if (declared != null && declared < 0) {
				call.say("import.bad_count", declared);
				return Call.WRONG_USE;
			}
			return switch (desk.plan(call.by(), call.resolve(source), new ImportDesk.Said(site.map(Site::code), by,
					declared == null ? OptionalLong.empty() : OptionalLong.of(declared), medium))) {
				case Planning.Refused refused -> {
					call.err().println(told.refusal(refused));
					yield Call.WRONG_USE;
				}
				case Planning.Planned(ImportPlan plan) -> planOnly ? show(plan) : run(plan);
			};
		}

		private int show(ImportPlan plan) throws IOException {
			plan.items(item -> call.out().println(json ? json(item) : told.item(item)));
			if (!json) {
				call.out().println(told.counts(plan.arrival()));
			}
			return isPlain(plan.arrival()) ? Call.WELL : Call.NOT_WELL;
		}

		private int run(ImportPlan plan) throws IOException, InterruptedException {
			if (plan.goesOn()) {
				call.say("import.goes_on");
			}
			call.err().println(told.counts(plan.arrival()));
			Imported imported = desk.run(call.by(), plan, (_, _) -> {
			});
			if (json) {
				call.out().println(json(imported));
			} else {
				told.outcome(imported.delivery()).forEach(call.out()::println);
				if (plan.arrival().counts().suspicious() > 0 && imported.delivery() != imported.quarantine()) {
					call.out().println(call.words().say("import.quarantine"));
					told.outcome(imported.quarantine()).forEach(call.out()::println);
				}
			}
			return imported.isDone() && isPlain(plan.arrival()) ? Call.WELL : Call.NOT_WELL;
		}

		private static boolean isPlain(Arrival arrival) {
			Counts counts = arrival.counts();
			return arrival.difference().isEmpty() && counts.suspicious() == 0 && counts.left() == 0;
		}

		private static JsonLine json(Item item) {
			return new JsonLine().put("file", item.name()).put("octets", item.octets())
					.put("judged", item.judged().name().toLowerCase(Locale.ROOT)).put("target", item.target())
					.put("reason", item.reason());
		}

		private static JsonLine json(Imported imported) {
			Arrival arrival = imported.arrival();
			Counts counts = arrival.counts();
			return new JsonLine().put("import", arrival.id()).put("siteCode", arrival.site()).put("source", arrival.place())
					.put("bag", arrival.isBag()).put("declared", arrival.declared().isPresent() ? arrival.declared().getAsLong() : null)
					.put("found", counts.found()).put("octets", counts.octets()).put("new", counts.fresh())
					.put("known", counts.known()).put("changed", counts.changed()).put("suspicious", counts.suspicious())
					.put("left", counts.left()).put("delivery", json(imported.delivery()))
					.put("quarantine", json(imported.quarantine())).put("done", imported.isDone());
		}

		private static JsonLine json(Outcome outcome) {
			Totals totals = outcome.totals();
			JsonLine line = new JsonLine().put("outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
					.put("files", totals.files()).put("copied", totals.copied()).put("stored", totals.stored())
					.put("readBack", totals.readBack()).put("safeToRemove", outcome.isSafeToRemove());
			return switch (outcome) {
				case Outcome.Done(_, Way way) -> line.put("readBackBy", way.name().toLowerCase(Locale.ROOT));
				case Outcome.Flawed(_, Way way, var flaws, long count) ->
					line.put("readBackBy", way.name().toLowerCase(Locale.ROOT)).put("flawCount", count).put("flaws",
							flaws.stream().map(Importing::json).toList());
				case Outcome.Full(_, Path where, long missing) -> line.put("where", where).put("missing", missing);
				case Outcome.Gone(_, Path which) -> line.put("where", which);
				case Outcome.Stalled(_, String file, long offset) -> line.put("file", file).put("offset", offset);
				case Outcome.Failed(_, String file, long offset, String reason) ->
					line.put("file", file).put("offset", offset).put("reason", reason);
				case Outcome.Stopped _, Outcome.Busy _ -> line;
			};
		}

		private static JsonLine json(Flaw flaw) {
			return new JsonLine().put("file", flaw.file()).put("offset", flaw.offset())
					.put("kind", flaw.kind().name().toLowerCase(Locale.ROOT)).put("reason", flaw.reason());
		}
	}
}
