package id.posko.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeHours;
import id.posko.report.Writing;
import id.posko.transfer.Progress;
import id.posko.transfer.backup.BackupReports;
import id.posko.transfer.backup.BackupRun;
import id.posko.transfer.backup.BackupTold;
import id.posko.transfer.backup.Backups;
import id.posko.transfer.backup.Backups.Beginning;
import id.posko.transfer.backup.Backups.Checked;
import id.posko.transfer.backup.Definition;
import id.posko.transfer.backup.DefinitionText.Read;
import id.posko.transfer.backup.Definitions;
import id.posko.transfer.backup.Listener;
import id.posko.transfer.backup.Reason;
import id.posko.transfer.backup.Standing;
import id.posko.transfer.backup.Working;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko backup run|list|verify|drill|report|expired|define|lint}: the dumps of SIAK, KTP-el and others. */
@Component(service = Verb.class, property = Verb.NAME + "=backup")
public final class BackupVerb implements Verb {

	private final Definitions definitions;
	private final Backups backups;
	private final BackupReports reports;
	private final OfficeHours hours;

	@Activate
	public BackupVerb(@Reference Definitions definitions, @Reference Backups backups, @Reference BackupReports reports,
			@Reference OfficeHours hours) {
		this.definitions = definitions;
		this.backups = backups;
		this.reports = reports;
		this.hours = hours;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Backup(call);
	}

	@Command(name = "backup")
	final class Backup implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Backup(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		private BackupTold told() throws IOException {
			return new BackupTold(call.locale(), hours.calendar().zone());
		}

		@Command(name = "run")
		int run(@Parameters(paramLabel = "NAME", descriptionKey = "backup.name") String name,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			Optional<BackupRun> run = ended(backups.begin(call.by(), name, new Teller(told())));
			if (run.isEmpty()) {
				return Call.WRONG_USE;
			}
			call.out().println(json ? BackupLines.of(run.get()) : told().line(run.get()));
			return run.get().isGood() ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "drill")
		int drill(@Parameters(paramLabel = "NAME", descriptionKey = "backup.name") String name,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			Optional<BackupRun> run = ended(backups.drill(call.by(), name, new Teller(told())));
			if (run.isEmpty()) {
				return Call.WRONG_USE;
			}
			call.out().println(json ? BackupLines.of(run.get()) : told().drill(run.get().drill()));
			return run.get().isRestored() ? Call.WELL : Call.NOT_WELL;
		}

		/** Empty if it was refused; then why is said. Who is stopped stops it. */
		private Optional<BackupRun> ended(Beginning beginning) throws IOException, InterruptedException {
			return switch (beginning) {
			case Beginning.Began(Working working) -> {
				try (working) {
					yield Optional.of(working.await());
				}
			}
			case Beginning.Refused(Reason why) -> {
				call.err().println(why.sentence(call.locale()));
				yield Optional.empty();
			}
			};
		}

		@Command(name = "list")
		int list(@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			List<Standing> all = backups.all();
			Instant now = Instant.now();
			boolean isWell = true;
			for (Standing standing : all) {
				isWell &= standing.defined().definition().isPresent() && switch (standing.state(now)) {
				case BAD, SUSPICIOUS -> false;
				case NEVER, UNPROVEN, PROVEN -> true;
				};
				call.out().println(json ? BackupLines.of(standing, now) : text(standing, now));
				faults(standing.defined().name(), standing.defined().read());
			}
			if (all.isEmpty() && !json) {
				call.say("backup.none");
			}
			return isWell ? Call.WELL : Call.NOT_WELL;
		}

		private String text(Standing standing, Instant now) throws IOException {
			return "%-20s %-24s %s".formatted(standing.defined().name(), told().state(standing.state(now)),
					standing.last().isPresent() ? told().line(standing.last().get()) : "").stripTrailing();
		}

		@Command(name = "verify")
		int verify(@Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "backup.name") String name,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			List<Standing> all = name == null ? backups.all() : backups.find(name).map(List::of).orElse(List.of());
			if (name != null && all.isEmpty()) {
				call.say("backup.unknown", name);
				return Call.WRONG_USE;
			}
			List<Checked> checked = new ArrayList<>();
			for (BackupRun run : all.stream().flatMap(standing -> standing.runs().stream()).toList()) {
				checked.addAll(backups.verify(call.by(), run));
			}
			for (Checked one : checked) {
				String wrong = one.wrong().map(why -> why.sentence(call.locale())).orElse("");
				call.out().println(json ? new JsonLine().put("name", one.run().definition()).put("run", one.run().number())
						.put("place", one.file().place()).put("sha256", one.file().sha256())
						.put("wrong", one.wrong().map(Reason::code))
						: "%4d  %s  %s".formatted(one.run().number(), one.file().place(),
								wrong.isEmpty() ? call.words().say("backup.same") : wrong));
			}
			return checked.stream().allMatch(one -> one.wrong().isEmpty()) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "expired")
		int expired(@Parameters(paramLabel = "NAME", descriptionKey = "backup.name") String name) throws IOException {
			Optional<Definition> definition = definition(name);
			if (definition.isEmpty()) {
				return Call.WRONG_USE;
			}
			for (BackupRun run : backups.expired(definition.get())) {
				call.out().println(told().line(run));
			}
			return Call.WELL;
		}

		@Command(name = "report")
		int report(@Parameters(paramLabel = "NAME", descriptionKey = "backup.name") String name,
				@Parameters(paramLabel = "FILE", descriptionKey = "backup.docx") Path file) throws IOException {
			Optional<Definition> definition = definition(name);
			if (definition.isEmpty()) {
				return Call.WRONG_USE;
			}
			Optional<BackupRun> last = backups.find(name).flatMap(Standing::last);
			if (last.isEmpty() || !file.toString().toLowerCase(Locale.ROOT).endsWith(".docx")) {
				call.say(last.isEmpty() ? "backup.no_run" : "backup.ending", name);
				return Call.WRONG_USE;
			}
			Writing writing = reports.export(call.by(), definition.get(), last.get(), call.resolve(file), Instant.now());
			call.out().println(told().line(last.get()));
			return writing instanceof Writing.Written ? Call.WELL : new TableOut(call, file).told(writing);
		}

		/** Empty if there is none; then that is said. */
		private Optional<Definition> definition(String name) throws IOException {
			Optional<Definition> definition = definitions.find(name).flatMap(Definitions.Defined::definition);
			if (definition.isEmpty()) {
				call.say("backup.unknown", name);
			}
			return definition;
		}

		@Command(name = "define")
		int define(@Parameters(paramLabel = "FILE", descriptionKey = "backup.file") Path file) throws IOException {
			return taken(file, true);
		}

		@Command(name = "lint")
		int lint(@Parameters(paramLabel = "FILE", descriptionKey = "backup.file") Path file) throws IOException {
			return taken(file, false);
		}

		/** The definition has the file's name without its ending. */
		private int taken(Path file, boolean isKept) throws IOException {
			Path text = call.resolve(file);
			if (!Files.isRegularFile(text)) {
				call.say("backup.no_file", file);
				return Call.WRONG_USE;
			}
			String name = text.getFileName().toString().replaceFirst("\\.[^.]*$", "");
			Read read = definitions.lint(name, text);
			if (isKept && read instanceof Read.Right) {
				read = definitions.put(call.by(), name, Files.readString(text));
			}
			faults(name, read);
			if (read instanceof Read.Wrong) {
				return Call.WRONG_USE;
			}
			call.say(isKept ? "backup.defined" : "backup.right", name);
			return Call.WELL;
		}

		private void faults(String name, Read read) {
			if (read instanceof Read.Wrong(var faults)) {
				faults.forEach(fault -> call.err().println(name + ": " + fault.sentence(call.locale())));
			}
		}

		/** What the command prints goes where sentences go. */
		private final class Teller implements Listener {

			private final BackupTold told;
			private long percent = -1;

			private Teller(BackupTold told) {
				this.told = told;
			}

			/** On a terminal nothing of it is a command. */
			@Override
			public void line(String line) {
				call.err().println(line.replaceAll("\\p{Cntrl}", " "));
			}

			@Override
			public synchronized void progress(Progress progress) {
				long now = progress.ofBytes() == 0 ? 100 : progress.bytes() * 100 / progress.ofBytes();
				if (now / 10 != percent / 10 || percent < 0) {
					percent = now;
					call.err().println(told.progress(progress));
				}
			}
		}
	}
}
