package id.posko.procedure.ui;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Obstacle;
import id.posko.procedure.desk.Task;
import id.posko.procedure.desk.Way;
import id.posko.procedure.run.Clock;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;

/**
 * All that the page of a run shows, as it was at one moment for one person.
 *
 * @param clock of the open step
 * @param over for how much working time its standard time is over
 * @param asked what the open step's action asks besides the step's own fields
 */
record RunPage(Run run, List<StepLine> lines, Map<Way, Optional<Obstacle>> ways, Optional<Clock> clock,
		Optional<Duration> over, List<Asked> asked) {

	/** Reads; blocks. */
	static RunPage of(Desk desk, Optional<Actor> actor, Run run) throws IOException {
		OfficeTime office = desk.office();
		Instant now = desk.now();
		Optional<Clock> clock = run.open().map(turn -> Clock.of(run, turn.step(), office, now));
		Optional<Task> task = actor.flatMap(by -> Desk.task(run, by));
		return new RunPage(run, StepLine.of(run, office, now), actor.map(by -> desk.ways(by, run)).orElse(Map.of()), clock,
				clock.filter(Clock::isLate).flatMap(Clock::due).map(due -> office.between(due, now)),
				task.isEmpty() ? List.of() : desk.asks(task.get()).orElse(List.of()));
	}

	boolean may(Way way) {
		return ways.containsKey(way) && ways.get(way).isEmpty();
	}
}
