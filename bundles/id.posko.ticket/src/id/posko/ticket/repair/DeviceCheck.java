package id.posko.ticket.repair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import id.posko.procedure.Means;
import id.posko.procedure.Step;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;

/** The check list of a run's device as it was filled in last. */
public record DeviceCheck(List<CheckedItem> items, String state) {

	/** The action that fills it in. */
	public static final String ACTION = "ticket.check";
	/** The action that mends it. */
	public static final String MENDING = "ticket.repair";

	public DeviceCheck {
		items = List.copyOf(items);
	}

	/** Empty if it was not filled in yet. */
	public static Optional<DeviceCheck> of(Run run) {
		return turns(run, ACTION).reversed().stream().flatMap(turn -> of(turn).stream()).findFirst();
	}

	/** The times that a step with that action was open, in order. */
	static List<Turn> turns(Run run, String action) {
		return run.turns().stream().filter(turn -> isDoneBy(turn.step(), action)).toList();
	}

	static boolean isDoneBy(Step step, String action) {
		return step.means() instanceof Means.Action means && means.id().equals(action);
	}

	/** The last form beside the action's own result: one without it was handed in by hand, unread. */
	private static Optional<DeviceCheck> of(Turn turn) {
		Optional<String> state = result(turn, ACTION);
		return state.flatMap(told -> turn.evidence().reversed().stream().filter(Evidence.Form.class::isInstance)
				.map(evidence -> items((Evidence.Form) evidence)).filter(Predicate.not(List::isEmpty)).findFirst()
				.map(items -> new DeviceCheck(items, told)));
	}

	/** What the action found in that turn, last. */
	static Optional<String> result(Turn turn, String action) {
		return turn.evidence().reversed().stream().filter(Evidence.Result.class::isInstance)
				.map(Evidence.Result.class::cast).filter(result -> result.action().equals(action)).findFirst()
				.map(Evidence.Result::sentence);
	}

	private static List<CheckedItem> items(Evidence.Form form) {
		return form.values().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.flatMap(entry -> CheckedItem.read(entry.getKey(), entry.getValue()).stream()).toList();
	}

	public List<CheckedItem> with(Finding finding) {
		return items.stream().filter(item -> item.finding() == finding).toList();
	}

	/** Those for which a part is needed. */
	public List<CheckedItem> wanting() {
		return items.stream().filter(item -> item.finding().wantsPart()).toList();
	}
}
