package id.posko.transfer.backup.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Words;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.transfer.backup.Backups;
import id.posko.transfer.backup.Backups.Beginning;
import id.posko.transfer.backup.Definition;
import id.posko.transfer.backup.Definitions;
import id.posko.transfer.backup.Listener;

/** The click: the backup begins. It goes on by itself; the step that follows waits for it. */
@Component
public final class BackupAction implements StepAction {

	private final Definitions definitions;
	private final Backups backups;

	@Activate
	public BackupAction(@Reference Definitions definitions, @Reference Backups backups) {
		this.definitions = definitions;
		this.backups = backups;
	}

	@Override
	public String id() {
		return "transfer.backup";
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
		return switch (backups.begin(task.by(), definition.get().name(), Listener.NOBODY)) {
		case Beginning.Began(var working) -> new Deed.Found(id(), true,
				Chosen.WORDS.say("backup.step.began", definition.get().name(), Long.toString(working.number())));
		case Beginning.Refused(var why) -> new Deed.NotYet(why.sentence(Words.INDONESIAN));
		};
	}
}
