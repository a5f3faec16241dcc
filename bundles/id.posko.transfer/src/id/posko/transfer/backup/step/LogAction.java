package id.posko.transfer.backup.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeHours;
import id.posko.kit.Words;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.EvidenceFiles;
import id.posko.procedure.desk.EvidenceFiles.Keeping;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.procedure.run.Evidence;
import id.posko.staff.Permission;
import id.posko.transfer.Progress;
import id.posko.transfer.backup.BackupRun;
import id.posko.transfer.backup.BackupTold;
import id.posko.transfer.backup.Backups;
import id.posko.transfer.backup.Definition;
import id.posko.transfer.backup.Definitions;
import id.posko.transfer.backup.Listener;
import id.posko.transfer.backup.Standing;
import id.posko.transfer.backup.Working;

/** The script runs: waits for the backup's end, tells its lines, and keeps its log as evidence with the verdict. */
@Component
public final class LogAction implements StepAction {

	private final Definitions definitions;
	private final Backups backups;
	private final EvidenceFiles files;
	private final OfficeHours hours;

	@Activate
	public LogAction(@Reference Definitions definitions, @Reference Backups backups, @Reference EvidenceFiles files,
			@Reference OfficeHours hours) {
		this.definitions = definitions;
		this.backups = backups;
		this.files = files;
		this.hours = hours;
	}

	@Override
	public String id() {
		return "transfer.backup.log";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.BACKUP);
	}

	@Override
	public List<Asked> asks(Task task) throws IOException {
		return new Chosen(task, definitions).asks();
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException, InterruptedException {
		Optional<Definition> definition = new Chosen(task, definitions).definition(answers);
		if (definition.isEmpty()) {
			return Chosen.none();
		}
		BackupTold told = new BackupTold(Words.INDONESIAN, hours.calendar().zone());
		Optional<Working> working = backups.working(definition.get().name());
		if (working.isPresent()) {
			working.get().listen(new Teller(progress, told));
			working.get().await();
		}
		Optional<BackupRun> run = backups.find(definition.get().name()).flatMap(Standing::last)
				.filter(last -> !last.began().isBefore(task.run().startedAt()));
		if (run.isEmpty()) {
			return new Deed.NotYet(Chosen.WORDS.say("backup.step.not_run", definition.get().name()));
		}
		return new Deed.Found(new Evidence.Result(id(), run.get().isGood(), told.line(run.get())), log(run.get()));
	}

	/** What it printed; nothing if it printed nothing. */
	private List<Evidence> log(BackupRun run) throws IOException {
		Path log = backups.log(run);
		if (!Files.exists(log) || Files.size(log) == 0) {
			return List.of();
		}
		return switch (files.keep("", log)) {
		case Keeping.Kept(Evidence.Attachment file) -> List.of(file);
		case Keeping.Refused refused -> throw new IOException(refused.sentence(Words.INDONESIAN));
		};
	}

	private record Teller(Consumer<String> told, BackupTold words) implements Listener {

		@Override
		public void line(String line) {
			told.accept(line);
		}

		@Override
		public void progress(Progress progress) {
			told.accept(words.progress(progress));
		}
	}
}
