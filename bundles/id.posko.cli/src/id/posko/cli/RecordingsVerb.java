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
import id.posko.transfer.offline.ImportTold;
import id.posko.transfer.offline.RecordingsDesk;
import id.posko.transfer.offline.RecordingsDesk.Prepared;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko recordings copy DIR}: the operator's half, a full backup as a bag on a stick. */
@Component(service = Verb.class, property = Verb.NAME + "=recordings")
public final class RecordingsVerb implements Verb {

	private final RecordingsDesk desk;
	private final Inventory inventory;

	@Activate
	public RecordingsVerb(@Reference RecordingsDesk desk, @Reference Inventory inventory) {
		this.desk = desk;
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

		private static JsonLine json(Prepared.Went went, boolean isAsDeclared) {
			return new JsonLine().put("bag", went.bag()).put("files", went.files()).put("left", went.left())
					.put("outcome", went.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT))
					.put("readBack", went.outcome().totals().readBack()).put("done", went.isBag())
					.put("safeToRemove", went.outcome().isSafeToRemove()).put("asDeclared", isAsDeclared);
		}
	}
}
