package id.posko.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import id.posko.cli.Prompt.Question;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Done;
import id.posko.procedure.desk.Work;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;

/** The open step of a run on the command line: taken, worked on, run, ended, given back, handed on. */
record SopSteps(Call call, Desk desk, SopRuns runs) {

	int step(String id, StepOptions options) throws IOException, InterruptedException {
		if (options.asked() > 1) {
			call.say("sop.one_thing");
			return Call.WRONG_USE;
		}
		Optional<Run> run = runs.find(id);
		if (run.isEmpty()) {
			return Call.WRONG_USE;
		}
		Optional<Turn> open = run.get().open();
		if (open.isEmpty()) {
			return runs.refused(new Outcome.Refused(Refusal.OVER, ""));
		}
		Optional<Move> move = move(open.get(), options);
		if (move.isPresent()) {
			return told(desk.move(call.by(), id, move.get()));
		}
		Optional<Work> work = options.returnTo == null && options.members.isEmpty() ? work(options) : Optional.empty();
		return work.isEmpty() ? Call.WRONG_USE : work(run.get(), open.get(), options, work.get());
	}

	/** One that hands nothing in; empty if it is none of these, or is wrong and that was said. */
	private Optional<Move> move(Turn open, StepOptions options) {
		int step = open.step().number();
		if (options.take) {
			return Optional.of(new Move.Take(step));
		}
		if (options.pass) {
			return Optional.of(new Move.PassOver(step, options.reason.strip()));
		}
		if (options.stop) {
			return Optional.of(new Move.Stop(step, options.reason.strip()));
		}
		if (options.delegate != null) {
			return Optional.of(new Move.Delegate(step, options.delegate.strip(), options.reason.strip()));
		}
		if (options.receipt != null) {
			return Optional.of(new Move.Receive(step, options.receipt.strip()));
		}
		if (options.returnTo != null) {
			int target = open.step().returnsTo().orElse(options.returnTo);
			if (target != options.returnTo) {
				call.say("sop.returns_to", step, target);
				return Optional.empty();
			}
			return Optional.of(new Move.GiveBack(step, options.reason.strip()));
		}
		return options.members.isEmpty() ? Optional.empty() : team(open, options);
	}

	private Optional<Move> team(Turn open, StepOptions options) {
		List<Who.Team> teams = open.step().appoints();
		if (options.team == null && teams.size() != 1) {
			call.say("sop.which_team", String.join(", ", teams.stream().map(Who.Team::heading).toList()));
			return Optional.empty();
		}
		String team = options.team == null ? teams.getFirst().heading() : options.team.strip();
		return Optional.of(new Move.Appoint(open.step().number(), team, Set.copyOf(options.members)));
	}

	/** Empty if something of it is wrong; then that is said. */
	private Optional<Work> work(StepOptions options) {
		try {
			Answers answers = options.answers(call);
			Optional<LocalDate> date = options.letter.isGiven() ? options.letter.date(call) : Optional.empty();
			return options.letter.isGiven() && date.isEmpty() ? Optional.empty() : Optional.of(new Work(answers,
					date.map(day -> new Evidence.Letter(options.letter.number(), day, options.letter.from())), options.note));
		} catch (InvalidPathException e) {
			call.say("sop.bad_path", e.getInput());
			return Optional.empty();
		}
	}

	private int work(Run run, Turn open, StepOptions options, Work work) throws IOException, InterruptedException {
		int step = open.step().number();
		if (!options.done && !options.run) {
			return told(desk.keep(call.by(), run.id(), step, work));
		}
		Optional<char[]> password = Desk.asksPassword(call.by(), open.step()) ? call.prompt().ask(Question.PASSWORD, call.by().name())
				: Optional.of(new char[0]);
		if (password.isEmpty()) {
			return Call.WRONG_USE;
		}
		try {
			if (options.done) {
				return told(desk.finish(call.by(), run.id(), step, work, password.get()));
			}
			Set<String> said = ConcurrentHashMap.newKeySet();
			return isAnswered(run, work.answers()) ? told(desk.run(call.by(), run.id(), step, work, password.get(),
					sentence -> {
						said.add(sentence);
						call.err().println(sentence);
					}), said) : Call.WRONG_USE;
		} finally {
			Arrays.fill(password.get(), '\0');
		}
	}

	/** Says what the step's action still has to be told. */
	private boolean isAnswered(Run run, Answers answers) throws IOException {
		List<Asked> asked = Desk.task(run, call.by()).isEmpty() ? List.of()
				: desk.asks(Desk.task(run, call.by()).get()).orElse(List.of());
		List<String> missing = asked.stream().filter(Asked::isNeeded).map(each -> each.field().name())
				.filter(name -> answers.value(name).isEmpty() && !answers.files().containsKey(name)).toList();
		missing.forEach(name -> call.say("sop.asks", name));
		return missing.isEmpty();
	}

	private int told(Outcome outcome) {
		return switch (outcome) {
		case Outcome.Went(Run run) -> {
			runs.tell(run);
			yield Call.WELL;
		}
		case Outcome.Refused refused -> runs.refused(refused);
		};
	}

	private int told(Done done) {
		return told(done, Set.of());
	}

	/** @param said what was told while it went on */
	private int told(Done done, Set<String> said) {
		return switch (done) {
		case Done.Went(Run run, Optional<Deed.Found> found) -> {
			found.ifPresent(deed -> tell(deed, said));
			runs.tell(run);
			yield found.map(deed -> deed.result().isWell()).orElse(true) ? Call.WELL : Call.NOT_WELL;
		}
		case Done.Refused(Outcome.Refused refused, Optional<Deed.Found> found) -> {
			found.ifPresent(deed -> tell(deed, said));
			yield runs.refused(refused);
		}
		case Done.BadFile(var refused) -> {
			call.err().println(refused.sentence(call.locale()));
			yield Call.WRONG_USE;
		}
		case Done.Undone(Deed deed) -> {
			switch (deed) {
			case Deed.NotYet(String sentence) -> call.err().println(sentence);
			case Deed.Failed(String message) -> call.say("sop.failed", message);
			case Deed.Stopped _, Deed.Found _ -> call.say("sop.was_stopped");
			}
			yield Call.NOT_WELL;
		}
		};
	}

	private void tell(Deed.Found found, Set<String> said) {
		if (!said.contains(found.result().sentence())) {
			call.err().println(found.result().sentence());
		}
	}
}
