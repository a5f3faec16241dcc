package id.posko.procedure.run;

import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An SOP that is followed: started by somebody for something, one step open after the other. It keeps the SOP it began
 * with, whatever becomes of that later. Unchangeable; a move gives another run. What it is follows from its acts alone.
 */
public final class Run {

	private final String id;
	private final Procedure procedure;
	private final Map<Subject, String> matter;
	private final String startedBy;
	private final Instant startedAt;
	private final List<Act> acts;
	private final List<Turn> turns;
	private final Map<String, Set<String>> teams;

	private Run(String id, Procedure procedure, Map<Subject, String> matter, String startedBy, Instant startedAt,
			List<Act> acts, List<Turn> turns, Map<String, Set<String>> teams) {
		this.id = id;
		this.procedure = procedure;
		this.matter = Map.copyOf(matter);
		this.startedBy = startedBy;
		this.startedAt = startedAt;
		this.acts = List.copyOf(acts);
		this.turns = List.copyOf(turns);
		this.teams = Map.copyOf(teams);
	}

	/** @param matter what the run is about, for each subject that the SOP asks for */
	public static Outcome start(String id, Procedure procedure, Map<Subject, String> matter, String by, Instant now) {
		for (Subject subject : procedure.subjects()) {
			if (matter.getOrDefault(subject, "").isBlank()) {
				return new Outcome.Refused(Refusal.NO_SUBJECT, subject.word());
			}
		}
		return new Outcome.Went(replay(id, procedure, matter, by, now, List.of()));
	}

	/** The run that these acts make, which were allowed when they were made. */
	public static Run replay(String id, Procedure procedure, Map<Subject, String> matter, String startedBy,
			Instant startedAt, List<Act> acts) {
		Run run = new Run(id, procedure, matter, startedBy, startedAt, List.of(),
				List.of(Turn.open(procedure.steps().getFirst(), startedAt)), Map.of());
		for (Act act : acts) {
			run = run.with(act);
		}
		return run;
	}

	/** Makes a move if it may be made. A clock that was set back does not make a run's time run backwards. */
	public Outcome move(Move move, Doer doer, Instant now) {
		Optional<Outcome.Refused> refused = new Rules(this, doer).refusal(move);
		if (refused.isPresent()) {
			return refused.get();
		}
		Instant last = acts.isEmpty() ? startedAt : acts.getLast().at();
		return new Outcome.Went(with(new Act(now.isBefore(last) ? last : now, doer.account(), move)));
	}

	private Run with(Act act) {
		Turn open = turns.getLast();
		if (isOver() || open.step().number() != act.move().step()) {
			throw new IllegalArgumentException("run " + id + " has no open step " + act.move().step());
		}
		List<Turn> next = new ArrayList<>(turns.subList(0, turns.size() - 1));
		Map<String, Set<String>> members = new HashMap<>(teams);
		switch (act.move()) {
			case Move.Take _ -> next.add(open.taken(act.by()));
			case Move.Delegate delegate -> next.add(open.delegated(delegate.account()));
			case Move.Appoint appoint -> {
				next.add(open);
				members.put(appoint.team(), appoint.accounts());
			}
			case Move.Receive receive -> {
				List<String> receivers = new ArrayList<>(open.receivers());
				receivers.add(receive.receiver());
				next.add(open.received(receivers));
			}
			case Move.Keep keep -> next.add(open.kept(keep.evidence(), keep.note()));
			case Move.Finish finish -> {
				next.add(open.closed(act.at(), Turn.State.DONE, act.by(), finish.evidence(), finish.note()));
				procedure.after(open.step()).ifPresent(step -> next.add(Turn.open(step, act.at())));
			}
			case Move.PassOver pass -> {
				next.add(open.closed(act.at(), Turn.State.PASSED_OVER, act.by(), List.of(), pass.reason()));
				procedure.below(open.step()).ifPresent(step -> next.add(Turn.open(step, act.at())));
			}
			case Move.GiveBack back -> {
				next.add(open.closed(act.at(), Turn.State.GIVEN_BACK, act.by(), List.of(), back.reason()));
				next.add(Turn.open(procedure.step(open.step().returnsTo().orElseThrow()).orElseThrow(), act.at()));
			}
			case Move.Stop stop ->
				next.add(open.closed(act.at(), Turn.State.STOPPED, act.by(), List.of(), stop.reason()));
		}
		List<Act> more = new ArrayList<>(acts);
		more.add(act);
		return new Run(id, procedure, matter, startedBy, startedAt, more, next, members);
	}

	public String id() {
		return id;
	}

	/** The SOP as it was when the run began. */
	public Procedure procedure() {
		return procedure;
	}

	public Map<Subject, String> matter() {
		return matter;
	}

	public String startedBy() {
		return startedBy;
	}

	public Instant startedAt() {
		return startedAt;
	}

	public List<Act> acts() {
		return acts;
	}

	/** Every time a step was open, in order; the last one may be open still. */
	public List<Turn> turns() {
		return turns;
	}

	/** The step that waits for somebody; empty if the run is over. */
	public Optional<Turn> open() {
		return Optional.of(turns.getLast()).filter(turn -> turn.state() == Turn.State.OPEN);
	}

	public boolean isOver() {
		return open().isEmpty();
	}

	/** The run was broken off before its end. */
	public boolean isStopped() {
		return turns.getLast().state() == Turn.State.STOPPED;
	}

	/** The accounts that were named as members of a team; none before it is appointed. */
	public Set<String> members(Who.Team team) {
		return teams.getOrDefault(team.heading(), Set.of());
	}

	/** The last time the step was done; empty if it never was. */
	public Optional<Turn> lastDone(Step step) {
		return turns.reversed().stream().filter(turn -> turn.state() == Turn.State.DONE && turn.step().equals(step))
				.findFirst();
	}

	/** Whether the run waits for this one: for the inbox. */
	public boolean waitsFor(Doer doer) {
		return open().filter(turn -> new Rules(this, doer).mayDo(turn)).isPresent();
	}
}
