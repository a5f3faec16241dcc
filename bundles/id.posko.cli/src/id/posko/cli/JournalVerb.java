package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.report.Table;
import id.posko.staff.Audit;
import id.posko.staff.Audit.Wanted;
import id.posko.staff.Entry;
import id.posko.staff.JournalCheck;
import id.posko.staff.JournalCheck.Flaw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko journal verify|list|export}: what was done, by whom, and whether the journal is whole. */
@Component(service = Verb.class, property = Verb.NAME + "=journal")
public final class JournalVerb implements Verb {

	private static final List<String> COLUMNS = List.of("number", "at", "who", "where", "act", "object", "purpose",
			"count", "hash");

	private final Audit audit;

	@Activate
	public JournalVerb(@Reference Audit audit) {
		this.audit = audit;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Reading(call);
	}

	/** Which entries. */
	static final class Filter {

		@Option(names = "--from", paramLabel = "D", descriptionKey = "journal.from")
		private LocalDate from;
		@Option(names = "--to", paramLabel = "D", descriptionKey = "journal.to")
		private LocalDate to;
		@Option(names = "--who", paramLabel = "ACCOUNT", defaultValue = "", descriptionKey = "journal.who")
		private String who;
		@Option(names = "--text", paramLabel = "TEXT", defaultValue = "", descriptionKey = "journal.text")
		private String text;

		private Wanted wanted() {
			ZoneId zone = ZoneId.systemDefault();
			return new Wanted(Optional.ofNullable(from).map(day -> day.atStartOfDay(zone).toInstant()),
					Optional.ofNullable(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()), who, text);
		}
	}

	@Command(name = "journal")
	final class Reading implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Reading(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "verify")
		int verify(@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			JournalCheck check = audit.verify(call.by());
			if (json) {
				call.out().println(new JsonLine().put("entries", check.entries()).put("whole", check.isWhole())
						.put("flaws", check.flaws().stream().map(Reading::json).toList()).put("key", check.signer())
						.put("head", check.head().map(Reading::json)));
			} else {
				check.flaws().forEach(flaw -> call.out().println(call.words().say("journal.flaw." + flaw.kind(),
						flaw.file(), flaw.line())));
				call.out().println(call.words().say(check.isWhole() ? "journal.whole" : "journal.not_whole", check.entries()));
				check.head().ifPresent(head -> call.out().println(call.words().say("journal.head", head.object(),
						head.number(), head.purpose())));
			}
			return check.isWhole() ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "list")
		int list(@Mixin Filter filter, @Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			for (Entry entry : audit.entries(call.by(), filter.wanted())) {
				call.out().println(json ? json(entry) : text(entry));
			}
			return Call.WELL;
		}

		@Command(name = "export")
		int export(@Parameters(paramLabel = "FILE", descriptionKey = "journal.file") Path file, @Mixin Filter filter,
				@Option(names = "--purpose", paramLabel = "TEXT", defaultValue = "", descriptionKey = "journal.purpose")
				String purpose) throws IOException {
			TableOut out = new TableOut(call, file);
			if (!out.isNamed()) {
				return Call.WRONG_USE;
			}
			List<Entry> entries = audit.export(call.by(), filter.wanted(), file.toString(), purpose);
			return out.write(new Table(call.words().say("journal.table"),
					COLUMNS.stream().map(column -> call.words().say("journal.column." + column)).toList(),
					entries.stream().map(Reading::row).iterator()));
		}

		private static List<String> row(Entry entry) {
			return Stream.of(entry.number(), JsonLine.time(entry.at()), entry.who(), entry.where(), entry.act(), entry.object(),
					entry.purpose(), entry.count(), entry.hash()).map(Object::toString).toList();
		}

		private static JsonLine json(Flaw flaw) {
			return new JsonLine().put("kind", flaw.kind().name()).put("file", flaw.file()).put("line", flaw.line());
		}

		private static JsonLine json(Entry entry) {
			return new JsonLine().put("number", entry.number()).put("at", entry.at()).put("who", entry.who())
					.put("where", entry.where()).put("act", entry.act()).put("object", entry.object())
					.put("purpose", entry.purpose()).put("count", entry.count()).put("hash", entry.hash());
		}

		private static String text(Entry entry) {
			return "%6d  %s  %-16s %-20s %s: %s (%d)%s".formatted(entry.number(), JsonLine.time(entry.at()), entry.who(),
					entry.where(), plain(entry.act()), plain(entry.object()), entry.count(),
					entry.purpose().isEmpty() ? "" : " – " + plain(entry.purpose()));
		}

		/** On a terminal nothing of it is a command. */
		private static String plain(String text) {
			return text.replaceAll("\\p{Cntrl}", " ");
		}
	}
}
