package id.posko.transfer.backup.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeHours;
import id.posko.kit.Words;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.transfer.backup.BackupRun;
import id.posko.transfer.backup.BackupTold;
import id.posko.transfer.backup.Backups;
import id.posko.transfer.backup.Backups.Checked;
import id.posko.transfer.backup.Definition;
import id.posko.transfer.backup.Definitions;
import id.posko.transfer.backup.Standing;

/** The data are stored: the last dump's files are read again and are what they were. */
@Component
public final class VerifyAction implements StepAction {

	private final Definitions definitions;
	private final Backups backups;
	private final OfficeHours hours;

	@Activate
	public VerifyAction(@Reference Definitions definitions, @Reference Backups backups, @Reference OfficeHours hours) {
		this.definitions = definitions;
		this.backups = backups;
		this.hours = hours;
	}

	@Override
	public String id() {
		return "transfer.backup.verify";
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
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException {
		Optional<Definition> definition = new Chosen(task, definitions).definition(answers);
		if (definition.isEmpty()) {
			return Chosen.none();
		}
		Optional<BackupRun> run = backups.find(definition.get().name()).flatMap(Standing::last)
				.filter(last -> !last.began().isBefore(task.run().startedAt()));
		if (run.isEmpty()) {
			return new Deed.NotYet(Chosen.WORDS.say("backup.step.not_run", definition.get().name()));
		}
		List<Checked> checked = backups.verify(task.by(), run.get());
		boolean isWell = run.get().isGood() && !checked.isEmpty() && checked.stream().allMatch(is -> is.wrong().isEmpty());
		BackupTold told = new BackupTold(Words.INDONESIAN, hours.calendar().zone());
		String files = checked.isEmpty() ? Chosen.WORDS.say("backup.step.no_files")
				: checked.stream().map(VerifyAction::sentence).collect(Collectors.joining(" "));
		return new Deed.Found(id(), isWell, told.line(run.get()) + " " + files);
	}

	private static String sentence(Checked checked) {
		return checked.wrong().map(why -> why.sentence(Words.INDONESIAN)).orElseGet(() -> Chosen.WORDS
				.say("backup.step.file", checked.file().place(), checked.file().sha256()));
	}
}
