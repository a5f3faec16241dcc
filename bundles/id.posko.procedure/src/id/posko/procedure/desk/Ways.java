package id.posko.procedure.desk;

import id.posko.kit.RegionCode;
import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Step;
import id.posko.procedure.run.Doer;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one person can do with the open step of a run, by trying each move on the run as if everything that it asks were
 * handed in. Nothing is kept.
 */
final class Ways {

	/** Stands for whatever is filled in. */
	private static final String SOMETHING = "-";

	private final Run run;
	private final Turn turn;
	private final Step step;
	private final Actor by;
	private final Optional<RegionCode> place;
	private final Doer doer;

	private Ways(Run run, Turn turn, Actor by) {
		this.run = run;
		this.turn = turn;
		step = turn.step();
		this.by = by;
		place = Task.place(run.matter());
		doer = Titles.doer(by, place);
	}

	/** What the step does not know is left out. @param action what does the step, if a room brings it */
	static Map<Way, Optional<Obstacle>> of(Run run, Actor by, Optional<StepAction> action) {
		Map<Way, Optional<Obstacle>> all = new EnumMap<>(Way.class);
		run.open().ifPresent(turn -> new Ways(run, turn, by).find(all, action));
		return all;
	}

	private void find(Map<Way, Optional<Obstacle>> all, Optional<StepAction> action) {
		int number = step.number();
		if (turn.doer().filter(by.name()::equals).isEmpty()) {
			all.put(Way.TAKE, obstacle(new Move.Take(number)));
		}
		action.ifPresent(act -> all.put(Way.RUN,
				obstacle(new Move.Take(number)).or(() -> act.needs().flatMap(this::obstacle))));
		all.put(Way.FINISH, obstacle(whole()).or(() -> isSigned() ? obstacle(Permission.APPROVE) : Optional.empty()));
		all.put(Way.KEEP, obstacle(new Move.Keep(number, List.of(), SOMETHING)));
		if (step.returnsTo().isPresent()) {
			all.put(Way.GIVE_BACK, obstacle(new Move.GiveBack(number, SOMETHING)));
		}
		if (!step.condition().isEmpty()) {
			all.put(Way.PASS_OVER, obstacle(new Move.PassOver(number, SOMETHING)));
		}
		next().ifPresent(receiver -> all.put(Way.RECEIVE, obstacle(new Move.Receive(number, receiver))));
		step.appoints().stream().findFirst().ifPresent(
				team -> all.put(Way.APPOINT, obstacle(new Move.Appoint(number, team.heading(), Set.of(by.name())))));
		all.put(Way.DELEGATE, obstacle(new Move.Delegate(number, by.name(), SOMETHING)));
		all.put(Way.STOP, obstacle(new Move.Stop(number, SOMETHING)));
	}

	/** Somebody who could receive it next: a named addressee, or whoever is named in the run. */
	private Optional<String> next() {
		return step.receipts().flatMap(named -> named.isEmpty()
				? Stream.iterate(SOMETHING, name -> name + SOMETHING).filter(name -> !turn.receivers().contains(name)).findFirst()
				: named.stream().filter(name -> !turn.receivers().contains(name)).findFirst());
	}

	private boolean isSigned() {
		return step.approval().isPresent() && !Task.isOutside(step);
	}

	/** The end of the step with all that can be asked of it. */
	private Move whole() {
		List<Evidence> evidence = new ArrayList<>();
		step.approval().map(Evidence.Approved::new).ifPresent(evidence::add);
		evidence.add(new Evidence.Letter(SOMETHING, LocalDate.EPOCH, SOMETHING));
		if (step.means() instanceof Means.Action action) {
			Map<String, String> form = new HashMap<>();
			for (Field field : action.fields()) {
				form.put(field.name(), SOMETHING);
				evidence.add(new Evidence.Attachment(field.name(), SOMETHING, SOMETHING, 1));
			}
			evidence.add(new Evidence.Form(form));
			evidence.add(new Evidence.Result(action.id(), true, SOMETHING));
		}
		return new Move.Finish(step.number(), evidence, SOMETHING);
	}

	private Optional<Obstacle> obstacle(Move move) {
		return obstacle(Formality.permission(move)).or(() -> run.move(move, doer, turn.opened()) instanceof Outcome.Refused no
				? Optional.of(new Obstacle.Rule(no)) : Optional.empty());
	}

	private Optional<Obstacle> obstacle(Permission permission) {
		return by.may(permission, place) ? Optional.empty() : Optional.of(new Obstacle.NotAllowed(permission));
	}
}
