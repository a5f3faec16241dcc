package id.posko.procedure.desk;

import id.posko.procedure.run.Clock;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What waits at one moment: the late ones first, then by when they are due, then by how long they wait.
 *
 * @param all every open run that was given
 */
public record Inbox(List<Waiting> all) {

	private static final Comparator<Waiting> URGENCY = Comparator.comparing((Waiting waiting) -> !waiting.isLate())
			.thenComparing(waiting -> waiting.clock().due().orElse(Instant.MAX))
			.thenComparing(waiting -> waiting.turn().opened()).thenComparing(waiting -> waiting.run().id());

	public Inbox {
		all = List.copyOf(all);
	}

	public static Inbox of(Collection<Run> runs, Actor actor, OfficeTime office, Instant now) {
		return new Inbox(runs.stream().filter(run -> !run.isOver()).map(run -> waiting(run, actor, office, now))
				.sorted(URGENCY).toList());
	}

	private static Waiting waiting(Run run, Actor actor, OfficeTime office, Instant now) {
		var turn = run.open().orElseThrow();
		return new Waiting(run, turn, Clock.of(run, turn.step(), office, now),
				turn.doer().map(actor.name()::equals).orElse(true)
						&& run.waitsFor(Titles.doer(actor, Task.place(run.matter()))));
	}

	/** "Yang menunggu saya." */
	public List<Waiting> mine() {
		return all.stream().filter(Waiting::isMine).toList();
	}

	public long late() {
		return all.stream().filter(Waiting::isLate).count();
	}

	public long mineLate() {
		return mine().stream().filter(Waiting::isLate).count();
	}
}
