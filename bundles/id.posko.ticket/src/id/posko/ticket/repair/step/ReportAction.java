package id.posko.ticket.repair.step;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.procedure.run.Evidence;
import id.posko.staff.Permission;
import id.posko.ticket.repair.PartDesk;
import id.posko.ticket.repair.PartNeeded;
import id.posko.ticket.repair.PartStatus;
import id.posko.ticket.repair.RepairPapers;

/** Makes the report up the chain: letter, table of parts and the disposition that it began with, kept as evidence. */
@Component
public final class ReportAction implements StepAction {

	private final PartDesk desk;
	private final RepairPapers papers;

	@Activate
	public ReportAction(@Reference PartDesk desk, @Reference RepairPapers papers) {
		this.desk = desk;
		this.papers = papers;
	}

	@Override
	public String id() {
		return "ticket.report";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.TICKET);
	}

	@Override
	public List<Asked> asks(Task task) {
		return List.of(new Asked(new Field(number(), Field.Kind.TEXT), false));
	}

	private static String number() {
		return Matter.WORDS.say("repair.number");
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException {
		List<PartNeeded> parts = desk.ofRun(task.run().id()).stream()
				.filter(part -> part.status() != PartStatus.CANCELLED).toList();
		if (parts.isEmpty()) {
			return Matter.passOver();
		}
		List<Evidence> kept = papers.keep(task, answers.value(number()));
		return new Deed.Found(new Evidence.Result(id(), true, Matter.WORDS.say("repair.reported", parts.size(),
				kept.stream().map(file -> ((Evidence.Attachment) file).name()).collect(Collectors.joining(", ")))), kept);
	}
}
