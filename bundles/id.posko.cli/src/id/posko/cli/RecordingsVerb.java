package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Inventory;
import id.posko.kit.Site;
import id.posko.transfer.offline.ImportTold;
import id.posko.transfer.offline.Reconciliation;
import id.posko.transfer.offline.Reconciliation.Line;
import id.posko.transfer.offline.RecordingsDesk;
import id.posko.transfer.offline.RecordingsDesk.Prepared;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code posko recordings copy|list}: the operator's half, a full backup as a bag on a stick; whether what was recorded
 * has come through.
 */
@Component(service = Verb.class, property = Verb.NAME + "=recordings")
public final class RecordingsVerb implements Verb {

	private static final int DAYS = 31;

	private final RecordingsDesk desk;
	private final Reconciliation reconciliation;
	private final Inventory inventory;
	private final InstantSource clock = InstantSource.system();

	@Activate
	public RecordingsVerb(@Reference RecordingsDesk desk, @Reference Reconciliation reconciliation,
			@Reference Inventory inventory) {
		this.desk = desk;
		this.reconciliation = reconciliation;
		this.inventory = inventory;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Recordings(call);
	}

	@Command(name = "recordings")
	final class Recordings implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Recordings(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		/** Not well if something is left out, or the count is not the declared one. */
		@Command(name = "copy")
		int copy(@Parameters(paramLabel = "DIR", descriptionKey = "recordings.target") Path stick,
				@Option(names = "--site", paramLabel = "CODE", required = true, descriptionKey = "recordings.site") String code,
				@Option(names = "--declared", paramLabel = "N", descriptionKey = "import.declared") Long declared,
				@Option(names = "--by", paramLabel = "NAME", descriptionKey = "recordings.by") String by,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			Optional<Site> site = new Selection(call, inventory.fleet()).site(code);
			if (site.isEmpty()) {
				return Call.WRONG_USE;
			}
			if (declared != null && declared < 0) {
				call.say("import.bad_count", declared);
				return Call.WRONG_USE;
			}
			ImportTold told = new ImportTold(call.locale());
			return switch (desk.prepare(call.by(), site.get().code(), by == null ? call.person() : by,
					declared == null ? OptionalLong.empty() : OptionalLong.of(declared), call.resolve(stick), (_, _) -> {
					})) {
				case Prepared.No(var refused) -> {
					call.err().println(told.refusal(refused));
					yield Call.WRONG_USE;
				}
				case Prepared.Went went -> {
					boolean isAsDeclared = declared == null || declared == went.files();
					if (json) {
						call.out().println(json(went, isAsDeclared));
					} else {
						call.out().println(call.words().say(went.isBag() ? "recordings.bag" : "recordings.no_bag", went.bag(),
								went.files(), went.left()));
						told.outcome(went.outcome()).forEach(call.out()::println);
						if (!isAsDeclared) {
							call.out().println(call.words().say("recordings.other", declared, went.files()));
						}
					}
					yield went.isBag() && isAsDeclared && went.left() == 0 ? Call.WELL : Call.NOT_WELL;
				}
			};
		}

		/** Not well if a line is not even. */
		@Command(name = "list")
		int list(@Option(names = "--from", paramLabel = "D", descriptionKey = "recordings.from") LocalDate from,
				@Option(names = "--to", paramLabel = "D", descriptionKey = "recordings.to") LocalDate to,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()) : to;
			List<Line> lines = reconciliation.lines(from == null ? last.minusDays(DAYS) : from, last);
			if (!json) {
				call.out().println(call.words().say(lines.isEmpty() ? "recordings.none" : "recordings.head"));
			}
			lines.forEach(line -> call.out().println(json ? json(line) : text(line)));
			return lines.stream().allMatch(Line::isEven) ? Call.WELL : Call.NOT_WELL;
		}

		private static String text(Line line) {
			return "%s  %-13s %10s %10s %10d %10d %10s".formatted(line.day(), line.site(), shown(line.recorded()),
					shown(line.backedUp()), line.brought(), line.imported(), shown(line.sent()));
		}

		private static String shown(OptionalLong count) {
			return count.isPresent() ? Long.toString(count.getAsLong()) : "–";
		}

		private static JsonLine json(Line line) {
			return new JsonLine().put("day", line.day()).put("siteCode", line.site()).put("recorded", orNull(line.recorded()))
					.put("backedUp", orNull(line.backedUp())).put("brought", line.brought()).put("imported", line.imported())
					.put("sent", orNull(line.sent())).put("even", line.isEven());
		}

		private static Long orNull(OptionalLong count) {
			return count.isPresent() ? Long.valueOf(count.getAsLong()) : null;
		}

		private static JsonLine json(Prepared.Went went, boolean isAsDeclared) {
			return new JsonLine().put("bag", went.bag()).put("files", went.files()).put("left", went.left())
					.put("outcome", went.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT))
					.put("readBack", went.outcome().totals().readBack()).put("done", went.isBag())
					.put("safeToRemove", went.outcome().isSafeToRemove()).put("asDeclared", isAsDeclared);
		}
	}
}
