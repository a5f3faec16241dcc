package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.procedure.Approval;
import id.posko.procedure.Finding;
import id.posko.procedure.Head;
import id.posko.procedure.Lint;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.StandardTime;
import id.posko.procedure.Step;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Shelf;
import id.posko.procedure.file.Parsed;
import id.posko.procedure.file.Problem;
import id.posko.procedure.file.ProcedureFiles;
import id.posko.procedure.file.Saved;
import id.posko.procedure.file.Spot;

/** The written SOPs on the command line: listed, shown, checked, written out as sheets, the office's own brought in. */
record SopShelf(Call call, Shelf shelf) {

	/** Ends not well if a file of the office's own can not be used. */
	int list(boolean json) {
		for (Procedure sop : shelf.all()) {
			call.out().println(json ? new JsonLine().put("id", sop.id()).put("title", sop.title()).put("number",
					sop.head().number()).put("office", office(sop.head())).put("steps", sop.steps().size())
					.put("own", shelf.isOwn(sop.id()))
					: "%-32s %3d  %s".formatted(sop.id(), sop.steps().size(), title(sop)));
		}
		shelf.damaged().forEach(file -> call.say("sop.damaged", file.sentence(call.locale())));
		return shelf.damaged().isEmpty() ? Call.WELL : Call.NOT_WELL;
	}

	private String title(Procedure sop) {
		return shelf.isOwn(sop.id()) ? call.words().say("sop.own", sop.title()) : sop.title();
	}

	/** Nothing is taken in until the file is faultless. */
	int add(Path file, boolean json) throws IOException {
		return switch (shelf.add(call.by(), call.resolve(file))) {
		case Shelf.Adding.Refused(List<Problem> problems) -> {
			tell(problems, json);
			yield Call.WRONG_USE;
		}
		case Shelf.Adding.Added(Procedure sop, boolean isNew, List<Finding> notices) -> {
			notices.forEach(notice -> call.out().println(json ? json(notice, Map.of())
					: call.words().say("sop.notice", notice.sentence(call.locale()))));
			call.say(isNew ? "sop.added" : "sop.replaced", sop.title(), sop.id());
			yield Call.WELL;
		}
		};
	}

	int remove(String id) throws IOException {
		if (shelf.remove(call.by(), id)) {
			call.say("sop.removed", id);
			return Call.WELL;
		}
		call.say(shelf.find(id).isPresent() ? "sop.not_own" : "sop.none", id);
		return Call.WRONG_USE;
	}

	int show(String id, boolean json) {
		Optional<Procedure> sop = find(id);
		if (sop.isEmpty()) {
			return Call.WRONG_USE;
		}
		if (json) {
			sop.get().steps().forEach(step -> call.out().println(json(sop.get(), step)));
		} else {
			head(sop.get());
			sop.get().steps().forEach(step -> text(sop.get(), step));
		}
		return Call.WELL;
	}

	int export(String id, Path file) {
		return find(id).map(sop -> switch (ProcedureFiles.writeSheet(call.resolve(file), sop)) {
		case Saved.Done() -> {
			call.say("sop.exported", sop.id(), file);
			yield Call.WELL;
		}
		case Saved.Refused(Problem problem) -> {
			call.err().println(problem.sentence(call.locale()));
			yield Call.WRONG_USE;
		}
		}).orElse(Call.WRONG_USE);
	}

	/** A file that holds no SOP ends as bad input, one whose SOP has errors as not well; notices do no harm. */
	int lint(Path file, boolean json) {
		switch (ProcedureFiles.read(call.resolve(file))) {
		case Parsed.Bad bad -> {
			tell(bad.problems(), json);
			return Call.WRONG_USE;
		}
		case Parsed.Good good -> {
			List<Finding> findings = Lint.of(good.procedure(), shelf.roles());
			findings.forEach(finding -> call.out().println(json ? json(finding, good.steps())
					: call.words().say(finding.isError() ? "sop.error" : "sop.notice", finding.sentence(call.locale()))));
			long errors = findings.stream().filter(Finding::isError).count();
			call.say("sop.linted", good.procedure().title(), good.procedure().steps().size(), errors,
					findings.size() - errors);
			return errors == 0 ? Call.WELL : Call.NOT_WELL;
		}
		}
	}

	private Optional<Procedure> find(String id) {
		Optional<Procedure> sop = shelf.find(id);
		if (sop.isEmpty()) {
			call.say("sop.none", id);
		}
		return sop;
	}

	private static String office(Head head) {
		return head.office().lines().findFirst().orElse("");
	}

	private static String names(List<Who> who) {
		return who.stream().map(Who::name).collect(Collectors.joining(", "));
	}

	private void tell(List<Problem> problems, boolean json) {
		problems.forEach(problem -> call.out().println(json ? json(problem) : problem.sentence(call.locale())));
	}

	private JsonLine json(Problem problem) {
		return new JsonLine().put("severity", "error").put("code", problem.key()).put("line",
				problem.spot().map(Spot::line)).put("column", problem.spot().map(Spot::column))
				.put("sentence", problem.sentence(call.locale()));
	}

	private JsonLine json(Finding finding, Map<Integer, Spot> places) {
		return new JsonLine().put("severity", finding.isError() ? "error" : "notice").put("code", finding.flaw())
				.put("steps", finding.steps())
				.put("line", finding.steps().stream().findFirst().map(places::get).map(Spot::line))
				.put("sentence", finding.sentence(call.locale()));
	}

	private static JsonLine json(Procedure sop, Step step) {
		JsonLine line = new JsonLine().put("step", step.number()).put("activity", step.activity())
				.put("parts", step.parts().stream().map(part -> part.label() + " " + part.text()).toList())
				.put("who", step.who().stream().map(Who::name).toList()).put("requirement", step.requirement())
				.put("time", sop.timeOf(step).written())
				.put("group", sop.clockOf(step).stream().map(Step::number).toList()).put("output", step.output())
				.put("remark", step.remark()).put("approval", step.approval().map(Approval::word))
				.put("returnsTo", step.returnsTo().isPresent() ? step.returnsTo().getAsInt() : null)
				.put("inferred", step.inferred().stream().sorted().map(aspect -> aspect.word()).toList());
		return switch (step.means()) {
		case Means.Action action -> line.put("action", action.id()).put("target", action.target());
		case Means.ByHand hand -> line.put("byHand", hand.reason());
		};
	}

	private void head(Procedure sop) {
		Head head = sop.head();
		call.out().println(title(sop));
		head.office().lines().forEach(call.out()::println);
		call.out().println(call.words().say("sop.number", head.number(),
				head.effective().isEmpty() ? head.endorsed().isEmpty() ? "-" : head.endorsed() : head.effective()));
		if (!sop.tableTitle().isEmpty()) {
			call.out().println(sop.tableTitle());
		}
	}

	private void text(Procedure sop, Step step) {
		call.out().println();
		call.out().println("%2d  %s".formatted(step.number(), step.activity()));
		step.parts().forEach(part -> call.out().println("    %-3s %s".formatted(part.label(), part.text())));
		line("who", names(step.who()) + (step.inferred().isEmpty() ? "" : " *"));
		line("requirement", step.requirement());
		int first = sop.clockOf(step).getFirst().number();
		line("time", step.time() instanceof StandardTime.OfGroup ? call.words().say("sop.group", first)
				: step.time().written());
		line("output", step.output());
		line("remark", step.remark());
		line("condition", step.condition());
		step.returnsTo().ifPresent(target -> line("returns", target + ""));
		step.approval().ifPresent(approval -> line("approval", approval.word()));
		switch (step.means()) {
		case Means.Action(String id, String target, _) -> line("action", target.isEmpty() ? id : id + " (" + target + ")");
		case Means.ByHand(String reason) -> line("hand", reason);
		}
	}

	private void line(String label, String value) {
		if (!value.isEmpty()) {
			call.out().println("    %-14s %s".formatted(call.words().say("sop.label." + label), value));
		}
	}
}
