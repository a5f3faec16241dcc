package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.inventory.Problem;
import id.posko.inventory.Sentences;
import id.posko.kit.Fleet;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Inbox;
import id.posko.procedure.desk.RunSheet;
import id.posko.procedure.desk.RunTable;
import id.posko.procedure.desk.Shelf;
import id.posko.procedure.desk.Waiting;
import id.posko.procedure.run.Clock;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.report.DocumentWriter;
import id.posko.report.Format;
import id.posko.report.Writing;
import id.posko.report.document.Document;

/** Runs of SOPs on the command line: begun, shown, written out. */
record SopRuns(Call call, Desk desk, OfficeTime office, boolean json) {

	static SopRuns of(Call call, Desk desk, boolean json) throws IOException {
		return new SopRuns(call, desk, desk.office(), json);
	}

	int start(Shelf shelf, Fleet fleet, String id, MatterOptions options) throws IOException {
		Optional<Procedure> sop = shelf.find(id);
		if (sop.isEmpty()) {
			call.say("sop.none", id);
			return Call.WRONG_USE;
		}
		Optional<Map<Subject, String>> matter = options.matter(call, fleet);
		if (matter.isEmpty()) {
			return Call.WRONG_USE;
		}
		return switch (desk.start(call.by(), sop.get(), matter.get())) {
		case Outcome.Went(Run run) -> {
			tell(run);
			yield Call.WELL;
		}
		case Outcome.Refused refused -> refused(refused);
		};
	}

	/** Somebody who was faster is no wrong use. */
	int refused(Outcome.Refused refused) {
		call.err().println(refused.sentence(call.locale()));
		return refused.refusal() == Refusal.MEANWHILE ? Call.NOT_WELL : Call.WRONG_USE;
	}

	Optional<Run> find(String id) throws IOException {
		Optional<Run> run = desk.find(id);
		if (run.isEmpty()) {
			refused(new Outcome.Refused(Refusal.NO_RUN, id));
		}
		return run;
	}

	/** @param reason for which the numbers of persons are to be seen, if they are */
	private Optional<Run> find(String id, Optional<String> reason) throws IOException {
		if (reason.isEmpty()) {
			return find(id);
		}
		return switch (desk.reveal(call.by(), id, reason.get())) {
		case Outcome.Went(Run run) -> Optional.of(run);
		case Outcome.Refused refused -> {
			refused(refused);
			yield Optional.empty();
		}
		};
	}

	/** Ends not well if something is late. */
	int inbox(boolean mine) throws IOException {
		Inbox inbox = desk.inbox(call.by());
		(mine ? inbox.mine() : inbox.all()).forEach(waiting -> call.out().println(json
				? json(waiting.run()).put("mine", waiting.isMine()) : text(waiting)));
		call.say("sop.waiting", inbox.all().size(), inbox.mine().size(), inbox.late());
		return (mine ? inbox.mineLate() : inbox.late()) == 0 ? Call.WELL : Call.NOT_WELL;
	}

	/** All that were ever begun. */
	int register() throws IOException {
		desk.all().forEach(this::tell);
		return Call.WELL;
	}

	int status(String id, Optional<String> reason) throws IOException {
		Optional<Run> found = find(id, reason);
		if (found.isEmpty()) {
			return Call.WRONG_USE;
		}
		Run run = found.get();
		tell(run);
		run.turns().forEach(turn -> call.out().println(json ? json(run, turn) : text(run, turn)));
		return run.open().filter(turn -> clock(run, turn).isLate()).isPresent() ? Call.NOT_WELL : Call.WELL;
	}

	/** As a paper where the file's name ends so, else as a table. */
	int sheet(String id, Path file, Optional<String> reason) throws IOException {
		boolean isPaper = file.toString().toLowerCase(Locale.ROOT).endsWith(".docx");
		if (!isPaper && Format.ofName(file).isEmpty()) {
			call.say("sop.ending", file);
			return Call.WRONG_USE;
		}
		Optional<Run> run = find(id, reason);
		if (run.isEmpty()) {
			return Call.WRONG_USE;
		}
		return isPaper ? paper(run.get(), file) : new TableOut(call, file)
				.write(desk.sheet(call.by(), run.get(), new RunTable(call.locale(), ZoneId.systemDefault())));
	}

	private int paper(Run run, Path file) throws IOException {
		Document paper = desk.paper(call.by(), run, new RunSheet(call.locale(), ZoneId.systemDefault()));
		return switch (new DocumentWriter().write(call.resolve(file), paper)) {
		case Writing.Written _ -> {
			call.say("sop.paper", run.id(), file);
			yield Call.WELL;
		}
		case Writing.Refused(var fault, _) -> {
			call.say("report.refused", file, new Sentences(call.locale()).sentence(Problem.of(fault)));
			yield Call.WRONG_USE;
		}
		};
	}

	private Clock clock(Run run, Turn turn) {
		return Clock.of(run, turn.step(), office, desk.now());
	}

	/** The run as it is now, in one line. */
	void tell(Run run) {
		call.out().println(json ? json(run) : text(run));
	}

	private JsonLine json(Run run) {
		Optional<Turn> open = run.open();
		Optional<Clock> clock = open.map(turn -> clock(run, turn));
		JsonLine matter = new JsonLine();
		run.matter().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.forEach(each -> matter.put(each.getKey().name().toLowerCase(Locale.ROOT), each.getValue()));
		return new JsonLine().put("run", run.id()).put("sop", run.procedure().id()).put("title", run.procedure().title())
				.put("about", matter).put("startedBy", run.startedBy()).put("at", run.startedAt())
				.put("state", run.isStopped() ? "stopped" : run.isOver() ? "over" : "open")
				.put("step", open.map(turn -> turn.step().number())).put("activity", open.map(turn -> turn.step().activity()))
				.put("who", open.map(SopRuns::whose)).put("since", open.map(Turn::opened))
				.put("due", clock.flatMap(Clock::due)).put("late", clock.map(Clock::isLate).orElse(false));
	}

	private static List<String> whose(Turn turn) {
		return turn.doer().or(turn::delegate).map(List::of)
				.orElseGet(() -> turn.step().who().stream().map(Who::name).toList());
	}

	private String text(Run run) {
		String about = run.matter().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue)
				.collect(Collectors.joining("; "));
		String at = run.open().map(turn -> call.words().say("sop.at", turn.step().number(), turn.step().activity(),
				String.join(", ", whose(turn)))).orElseGet(() -> call.words().say(run.isStopped() ? "sop.stopped" : "sop.over"));
		return "%-6s %s%s. %s".formatted(run.id(), run.procedure().title(), about.isEmpty() ? "" : " (" + about + ")", at);
	}

	private String text(Waiting waiting) {
		String due = waiting.clock().due().map(time -> call.words().say(waiting.isLate() ? "sop.late" : "sop.due",
				JsonLine.time(time))).orElse("");
		return (waiting.isMine() ? "* " : "  ") + text(waiting.run()) + (due.isEmpty() ? "" : " " + due);
	}

	private JsonLine json(Run run, Turn turn) {
		Clock clock = clock(run, turn);
		RunTable form = new RunTable(call.locale(), ZoneId.systemDefault());
		return new JsonLine().put("step", turn.step().number()).put("activity", turn.step().activity())
				.put("state", turn.state().name().toLowerCase(Locale.ROOT)).put("by", turn.doer())
				.put("delegate", turn.delegate()).put("opened", turn.opened()).put("closed", turn.closed())
				.put("standard", clock.standard().written()).put("usedMs", clock.used()).put("due", clock.due())
				.put("late", clock.isLate()).put("note", turn.text()).put("receivers", turn.receivers())
				.put("evidence", turn.evidence().stream().map(form::said).toList());
	}

	private String text(Run run, Turn turn) {
		RunTable form = new RunTable(call.locale(), ZoneId.systemDefault());
		Clock clock = clock(run, turn);
		List<String> lines = new ArrayList<>();
		lines.add("  %2d  %-12s %s".formatted(turn.step().number(), call.words().say("sop.turn." + turn.state()),
				turn.step().activity()));
		lines.add("      " + call.words().say(clock.isLate() ? "sop.clock_late" : "sop.clock", String.join(", ", whose(turn)),
				JsonLine.time(turn.opened()), turn.closed().map(JsonLine::time).orElse("…"), run.procedure()
						.timeOf(turn.step()).written()));
		if (!turn.text().isEmpty()) {
			lines.add("      " + turn.text().replace("\n", "\n      "));
		}
		turn.evidence().forEach(evidence -> lines.add("      - " + form.said(evidence)));
		return String.join("\n", lines);
	}
}
