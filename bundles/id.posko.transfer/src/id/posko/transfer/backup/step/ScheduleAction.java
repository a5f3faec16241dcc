package id.posko.transfer.backup.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Words;
import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;
import id.posko.transfer.backup.Definition;
import id.posko.transfer.backup.DefinitionText.Read;
import id.posko.transfer.backup.Definitions;
import id.posko.transfer.backup.Schedule;

/**
 * The steps by which a backup is given to the scheduler (SOP "back up data kependudukan", 2–7): one form at the first of
 * them; each of the others stamps what the form has settled.
 */
@Component
public final class ScheduleAction implements StepAction {

	private final Definitions definitions;

	@Activate
	public ScheduleAction(@Reference Definitions definitions) {
		this.definitions = definitions;
	}

	@Override
	public String id() {
		return "transfer.schedule";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.BACKUP);
	}

	private static String field() {
		return Chosen.WORDS.say("backup.step.schedule");
	}

	@Override
	public List<Asked> asks(Task task) throws IOException {
		Chosen chosen = new Chosen(task, definitions);
		List<Asked> asks = new ArrayList<>(chosen.asks());
		if (chosen.form(field()).isEmpty()) {
			asks.add(new Asked(new Field(field(), Field.Kind.TEXT), true));
		}
		return asks;
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException {
		Chosen chosen = new Chosen(task, definitions);
		Optional<Definition> definition = chosen.definition(answers);
		if (definition.isEmpty()) {
			return Chosen.none();
		}
		String written = answers.value(field()).isEmpty() ? chosen.form(field()).orElse("") : answers.value(field());
		Optional<Schedule> schedule = Schedule.tryParse(english(written));
		if (schedule.isEmpty()) {
			return new Deed.NotYet(Chosen.WORDS.say("backup.step.no_schedule", field()));
		}
		Definition is = definition.get();
		if (!is.schedule().equals(schedule)) {
			switch (definitions.schedule(task.by(), is.name(), schedule.get())) {
			case Read.Right(Definition changed) -> is = changed;
			case Read.Wrong(var faults) -> {
				return new Deed.NotYet(faults.getFirst().sentence(Words.INDONESIAN));
			}
			}
		}
		return new Deed.Found(id(), true, stamp(task.means().target(), is, schedule.get()));
	}

	/** {@code harian 19.00}, {@code mingguan senin 19.00}, {@code bulanan 1 19.00}. */
	private static String english(String written) {
		String plain = written.toLowerCase(Locale.ROOT).replaceAll("(\\d{2})\\.(\\d{2})$", "$1:$2");
		String[] ours = Chosen.WORDS.say("backup.step.words").split(" ");
		String[] words = "daily weekly monthly mon tue wed thu fri sat sun".split(" ");
		for (int i = 0; i < words.length; i++) {
			plain = plain.replaceAll("\\b" + ours[i] + "\\b", words[i]);
		}
		return plain;
	}

	private static String stamp(String target, Definition definition, Schedule schedule) {
		return switch (target) {
		case "nama file" -> Chosen.WORDS.say("backup.step.stamp.file", definition.files());
		case "harian" -> Chosen.WORDS.say("backup.step.stamp.every." + schedule.every());
		case "waktu" -> Chosen.WORDS.say("backup.step.stamp.time", schedule.time().toString());
		default -> Chosen.WORDS.say("backup.step.stamp.defined", definition.name(), String.join(" ", definition.command()));
		};
	}
}
