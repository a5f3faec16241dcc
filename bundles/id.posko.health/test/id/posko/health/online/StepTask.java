package id.posko.health.online;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import id.posko.memory.Somebody;
import id.posko.procedure.Head;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.StandardTime;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Task;
import id.posko.procedure.run.Run;

/** A task of an SOP of one step. */
public final class StepTask {

	private static final List<String> NOTHING = List.of();

	private StepTask() {
	}

	public static Task of(String action, String target, Map<Subject, String> matter) {
		Means.Action means = new Means.Action(action, target, List.of());
		Who adb = new Who.Officer("ADB", "ADB");
		Step step = new Step(1, "Memeriksa", List.of(), "", new StandardTime.None(""), "", "", List.of(adb), "",
				OptionalInt.empty(), OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty(), means, NOTHING, Set.of());
		Head head = new Head("", "", "", "", "", "", "", "", NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
		Procedure sop = new Procedure("sop", "SOP", "", head, List.of(), List.of(adb), List.of(step), NOTHING);
		Run run = Run.replay("1", sop, matter, "ani", Instant.EPOCH, List.of());
		return new Task(run, step, means, Somebody.ADB);
	}
}
