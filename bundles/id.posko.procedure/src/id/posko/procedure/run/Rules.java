package id.posko.procedure.run;

import id.posko.procedure.Approval;
import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Step;
import id.posko.procedure.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one person may do with the open step of a run. */
final class Rules {

	private final Run run;
	private final Doer doer;

	Rules(Run run, Doer doer) {
		this.run = run;
		this.doer = doer;
	}

	private static Optional<Outcome.Refused> no(Refusal refusal, String argument) {
		return Optional.of(new Outcome.Refused(refusal, argument));
	}

	private static Optional<Outcome.Refused> no(Refusal refusal) {
		return no(refusal, "");
	}

	/** Empty if the move may be made. */
	Optional<Outcome.Refused> refusal(Move move) {
		if (run.isOver()) {
			return no(Refusal.OVER);
		}
		Turn turn = run.open().orElseThrow();
		if (turn.step().number() != move.step()) {
			return no(Refusal.OTHER_STEP, turn.step().number() + "");
		}
		return switch (move) {
			case Move.Stop stop -> isTheirs(turn.step()) || doer.account().equals(run.startedBy()) ? reason(stop.reason())
					: no(Refusal.NOT_YOURS);
			case Move.Delegate delegate -> isTheirs(turn.step()) || mayDo(turn) ? delegate.account().isBlank()
					? no(Refusal.NO_REASON) : reason(delegate.reason()) : no(Refusal.NOT_YOURS);
			case Move.Take _ -> hands(turn);
			case Move.Keep keep -> hands(turn).or(() -> keepable(keep));
			case Move.Finish finish -> hands(turn).or(() -> ownWork(turn.step())).or(() -> unfinished(turn, finish));
			case Move.GiveBack back -> hands(turn)
					.or(() -> turn.step().returnsTo().isEmpty() ? no(Refusal.NO_RETURN) : reason(back.reason()));
			case Move.PassOver pass -> hands(turn)
					.or(() -> turn.step().condition().isEmpty() ? no(Refusal.NO_CONDITION) : reason(pass.reason()));
			case Move.Appoint appoint -> hands(turn).or(() -> team(turn.step(), appoint));
			case Move.Receive receive -> hands(turn).or(() -> addressee(turn, receive.receiver()));
		};
	}

	private static Optional<Outcome.Refused> reason(String reason) {
		return reason.isBlank() ? no(Refusal.NO_REASON) : Optional.empty();
	}

	/** Whether the step may be in this one's hands. */
	private Optional<Outcome.Refused> hands(Turn turn) {
		if (!mayDo(turn)) {
			return no(Refusal.NOT_YOURS);
		}
		return turn.doer().filter(other -> !other.equals(doer.account())).flatMap(other -> no(Refusal.TAKEN, other));
	}

	/** The one to whom it was delegated alone; else anybody whose step it is by the SOP. */
	boolean mayDo(Turn turn) {
		return turn.delegate().map(doer.account()::equals).orElseGet(() -> isTheirs(turn.step()));
	}

	/** By the SOP. A step of somebody outside may be recorded by every officer whom the SOP knows. */
	private boolean isTheirs(Step step) {
		return step.who().stream().anyMatch(who -> switch (who) {
			case Who.Officer officer -> doer.roles().contains(officer.name());
			case Who.Team team -> run.members(team).contains(doer.account());
			case Who.Outside _ -> run.procedure().executors().stream()
					.anyMatch(other -> other instanceof Who.Officer officer && doer.roles().contains(officer.name())
							|| other instanceof Who.Team team && run.members(team).contains(doer.account()));
		});
	}

	/**
	 * Nobody approves his own work where the SOP has two roles. A step judges the work of the step to which it can give
	 * back, and what that one judges; without a return, of the row above. An order (disposisi) judges nothing.
	 */
	private Optional<Outcome.Refused> ownWork(Step step) {
		if (step.approval().filter(approval -> approval != Approval.DISPOSITION).isEmpty()) {
			return Optional.empty();
		}
		for (Step judged : judged(step)) {
			boolean mine = run.lastDone(judged).flatMap(Turn::doer).filter(doer.account()::equals).isPresent();
			if (mine && !judged.who().equals(step.who())) {
				return no(Refusal.OWN_WORK, judged.number() + "");
			}
		}
		return Optional.empty();
	}

	private List<Step> judged(Step step) {
		List<Step> judged = new ArrayList<>();
		for (Step at = step; at.returnsTo().isPresent() && at.returnsTo().getAsInt() < at.number();) {
			at = run.procedure().step(at.returnsTo().getAsInt()).orElseThrow();
			judged.add(at);
		}
		if (judged.isEmpty()) {
			run.procedure().above(step).ifPresent(judged::add);
		}
		return judged;
	}

	private Optional<Outcome.Refused> team(Step step, Move.Appoint appoint) {
		boolean isIts = step.appoints().stream().anyMatch(team -> team.heading().equals(appoint.team()));
		if (!isIts) {
			return no(Refusal.NOT_ITS_TEAM, appoint.team());
		}
		return appoint.accounts().isEmpty() ? no(Refusal.NO_TEAM, appoint.team()) : Optional.empty();
	}

	private static Optional<Outcome.Refused> addressee(Turn turn, String receiver) {
		Optional<List<String>> receipts = turn.step().receipts();
		boolean isOne = receipts.isPresent() && !receiver.isBlank() && !turn.receivers().contains(receiver)
				&& (receipts.get().isEmpty() || receipts.get().contains(receiver));
		return isOne ? Optional.empty() : no(Refusal.NOT_AN_ADDRESSEE, receiver);
	}

	/** An approval is given with the end of a step, to what is there then. */
	private static Optional<Outcome.Refused> keepable(Move.Keep keep) {
		if (keep.evidence().isEmpty() && keep.note().isBlank()) {
			return no(Refusal.NO_NOTE);
		}
		return keep.evidence().stream().filter(Evidence.Approved.class::isInstance).findFirst()
				.flatMap(evidence -> no(Refusal.NO_APPROVAL, ((Evidence.Approved) evidence).approval().word()));
	}

	/** What is missing before the step is done; what was kept while it was open counts. */
	private Optional<Outcome.Refused> unfinished(Turn turn, Move.Finish last) {
		Step step = turn.step();
		Move.Finish finish = new Move.Finish(step.number(), turn.with(last.evidence()),
				last.note().isBlank() ? turn.text() : last.note());
		return means(step, finish).or(() -> step.approval()
				.filter(approval -> !finish.evidence().contains(new Evidence.Approved(approval)))
				.filter(_ -> !isOutside(step)).flatMap(approval -> no(Refusal.NO_APPROVAL, approval.word())))
				.or(() -> isOutside(step) && !isTold(step, finish) ? no(Refusal.NO_LETTER) : Optional.empty())
				.or(() -> step.appoints().stream().filter(team -> run.members(team).isEmpty()).findFirst()
						.flatMap(team -> no(Refusal.NO_TEAM, team.name())))
				.or(() -> unreceived(turn));
	}

	private static boolean isOutside(Step step) {
		return step.who().stream().allMatch(Who.Outside.class::isInstance);
	}

	/** By the letter, or because the console itself has found it done. */
	private static boolean isTold(Step step, Move.Finish finish) {
		return finish.evidence().stream().anyMatch(Evidence.Letter.class::isInstance)
				|| step.means() instanceof Means.Action action && !action.asksOnly() && hasResult(action.id(), finish);
	}

	private static Optional<Outcome.Refused> unreceived(Turn turn) {
		return turn.step().receipts().flatMap(addressees -> addressees.isEmpty()
				? turn.receivers().isEmpty() ? no(Refusal.NO_RECEIPT) : Optional.empty()
				: addressees.stream().filter(addressee -> !turn.receivers().contains(addressee)).findFirst()
						.flatMap(addressee -> no(Refusal.NO_RECEIPT, addressee)));
	}

	private static Optional<Outcome.Refused> means(Step step, Move.Finish finish) {
		return switch (step.means()) {
			case Means.ByHand _ -> finish.note().isBlank() ? no(Refusal.NO_NOTE) : Optional.empty();
			case Means.Action action -> action.fields().stream().filter(field -> !isFilled(field, finish)).findFirst()
					.flatMap(field -> no(Refusal.NO_FIELD, field.name()))
					.or(() -> action.asksOnly() || hasResult(action.id(), finish) || !finish.note().isBlank()
							? Optional.empty() : no(Refusal.NO_NOTE));
		};
	}

	/** Whether the action's last result is well; one that is not needs a note. */
	private static boolean hasResult(String action, Move.Finish finish) {
		return finish.evidence().reversed().stream().filter(Evidence.Result.class::isInstance)
				.map(Evidence.Result.class::cast).filter(result -> result.action().equals(action)).findFirst()
				.filter(Evidence.Result::isWell).isPresent();
	}

	private static boolean isFilled(Field field, Move.Finish finish) {
		return finish.evidence().stream().anyMatch(evidence -> switch (evidence) {
			case Evidence.Attachment file -> field.kind() == Field.Kind.FILE && file.field().equals(field.name());
			case Evidence.Form form -> field.kind() != Field.Kind.FILE
					&& !form.values().getOrDefault(field.name(), "").isBlank();
			case Evidence.Result _, Evidence.Approved _, Evidence.Letter _ -> false;
		});
	}
}
