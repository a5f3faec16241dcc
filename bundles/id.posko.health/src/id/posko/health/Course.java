package id.posko.health;

import java.time.Duration;
import java.time.Instant;

import id.posko.kit.LinkKind;

/**
 * What one check has found out about one device so far, seen by itself: the paths of others are not weighed here.
 * Immutable. A worse state than before needs confirmation, a better one is believed at once (both
 * {@link Patience}); a broken question neither confirms nor clears a lost answer. {@code state} is never UNREACHABLE
 * or MAINTENANCE; times are null while there is no such answer.
 *
 * @param began when {@code state} began
 * @param unclean answers in a row that were not as they should be, lost ones included
 * @param lastAnswer the last question's end, whatever came of it
 * @param goodSince the first of the answers in a row that reaches to now; null if the last one was lost
 * @param firstLost the first lost answer of the present or last outage
 * @param found what the last answer brought that brought anything; it outlives {@code evidence}
 * @param confirmedLost the lost answer that made it DOWN
 */
public record Course(State state, Cause cause, Evidence evidence, Instant began, int good, int unclean, int lost,
		int broken, Instant lastAnswer, Instant goodSince, Instant lastGood, Instant firstLost, Instant confirmedLost,
		Instant lastLost, Instant firstUnclean, Instant firstBroken, LastAnswers answers,
		Found found) {

	public static final Course NEW = new Course(State.NOT_MEASURED, Cause.NOT_YET, Evidence.NONE, Instant.MIN, 0,
			0, 0, 0, null, null, null, null, null, null, null, null, LastAnswers.NONE, null);

	/** @param at when the answer came, not before the last one */
	public Course next(Answer answer, Instant at, LinkKind link, Patience patience) {
		if (answer.evidence().isKept()) {
			return judged(answer, at);
		}
		return switch (answer) {
			case Answer.Answered(Cause said, Evidence seen) ->
				good(said, slowness(seen, link), true, seen, at, link, patience);
			case Answer.Impaired(Cause flaw, Evidence seen) ->
				good(Cause.ANSWERED, flaw, false, seen, at, link, patience);
			case Answer.Failed(Cause why, Evidence seen) -> lost(why, seen, at, patience);
			case Answer.Broken(Cause why, Evidence seen) -> broken(why, seen, at, patience);
		};
	}

	/** A judgement of what is kept needs no confirmation, and is no sign of life. */
	private static State stateOf(Answer answer) {
		return switch (answer) {
			case Answer.Answered _ -> State.UP;
			case Answer.Impaired _ -> State.DEGRADED;
			case Answer.Failed _, Answer.Broken _ -> State.UNKNOWN;
		};
	}

	private Course judged(Answer answer, Instant at) {
		State to = stateOf(answer);
		return new Course(to, answer.cause(), answer.evidence(), to == state ? began : at, 0, 0, 0, 0, at, null, null,
				null, null, null, null, null, LastAnswers.NONE, null);
	}

	/** Whether it judges what is kept, and says nothing of whether the device answers. */
	boolean isKept() {
		return evidence.isKept();
	}

	/** Null if the answer came in time. */
	private Cause slowness(Evidence seen, LinkKind link) {
		Duration roundTrip = seen.roundTrip().orElse(Duration.ZERO);
		return link.slowNanos().isOver(roundTrip.toNanos(), isDegraded("slow")) ? Cause.of("slow", roundTrip, link.slow()) : null;
	}

	private boolean isDegraded(String why) {
		return state == State.DEGRADED && cause.code().equals(why);
	}

	/**
	 * @param said the cause where nothing is wrong
	 * @param isSlow whether the flaw is but how long the answer took: a first one may be the asker's own haste
	 */
	private Course good(Cause said, Cause flaw, boolean isSlow, Evidence seen, Instant at, LinkKind link, Patience patience) {
		int goods = good + 1;
		boolean stillDown = state == State.DOWN && goods < patience.recoveries();
		boolean returns = !stillDown && (state == State.DOWN || lost >= patience.confirmations());
		LastAnswers all = (returns ? answers.outageEnded() : answers).add(false);
		int uncleans = flaw == null ? 0 : unclean + 1;
		Instant uncleanFrom = uncleans == 1 ? at : firstUnclean;
		Cause loss = loss(all, link, patience);
		Found brought = seen.findings().isEmpty() ? found : new Found(at, flaw == null ? said : flaw, seen.findings());
		State to = state;
		Cause why = cause;
		Instant from = at;
		if (stillDown) {
			seen = evidence;
		} else if (flaw != null && (isKnown(isSlow) || uncleans >= patience.confirmations())) {
			to = State.DEGRADED;
			why = flaw;
			from = state == State.UP ? uncleanFrom : at;
		} else {
			to = loss == null ? State.UP : State.DEGRADED;
			why = loss == null ? said : loss;
		}
		return new Course(to, why, seen, to == state ? began : later(from, began), goods, uncleans, 0, 0, at,
				goodSince == null ? at : goodSince, at, firstLost, confirmedLost, lastLost, uncleanFrom, firstBroken,
				all, brought);
	}

	/** Whether a flaw is believed before it is confirmed: the device is not well already, or what it says is not. */
	private boolean isKnown(boolean isSlow) {
		return state != State.UP && (state == State.DEGRADED || !isSlow);
	}

	private Cause loss(LastAnswers all, LinkKind link, Patience patience) {
		int counted = all.counted(patience.lossWindow());
		int lost = all.lostOf(patience.lossWindow());
		boolean lossy = lost > 0 && counted >= patience.lossKnown()
				&& link.lossPercent().isOver(100.0 * lost / counted, isDegraded("lossy"));
		return lossy ? Cause.of("lossy", all.lossPercent(patience.lossWindow()), link.lossyPercent()) : null;
	}

	private Course lost(Cause why, Evidence seen, Instant at, Patience patience) {
		int losts = lost + 1;
		Instant first = lost == 0 && state != State.DOWN ? at : firstLost;
		boolean down = state == State.DOWN || losts >= patience.confirmations();
		boolean turns = down && state != State.DOWN;
		return new Course(down ? State.DOWN : state, down ? why : cause, down ? seen : evidence,
				turns ? later(first, began) : began, 0, unclean + 1, losts, 0, at, null, lastGood, first,
				turns ? at : confirmedLost, at, unclean == 0 ? at : firstUnclean, firstBroken, answers.add(true),
				found);
	}

	private Course broken(Cause why, Evidence seen, Instant at, Patience patience) {
		Instant first = broken == 0 ? at : firstBroken;
		boolean unknown = state == State.UNKNOWN || broken + 1 >= patience.confirmations();
		boolean turns = unknown && state != State.UNKNOWN;
		return new Course(unknown ? State.UNKNOWN : state, unknown ? why : cause, unknown ? seen : evidence,
				turns ? later(first, began) : began, good, unclean, lost, Math.min(broken + 1, 1 << 20), at, goodSince,
				lastGood, firstLost, confirmedLost, lastLost, firstUnclean, first, answers, found);
	}

	/**
	 * The path to the device was cut and no longer is: what was lost before says nothing about the device, so it is
	 * asked anew.
	 */
	Course anew() {
		return new Course(State.NOT_MEASURED, Cause.NOT_YET, evidence, began, 0, 0, 0, 0, lastAnswer, null, lastGood,
				null, null, null, null, null, answers.outageEnded(), found);
	}

	Course degraded(Cause why, Instant from) {
		return new Course(State.DEGRADED, why, evidence, from, good, unclean, lost, broken, lastAnswer, goodSince,
				lastGood, firstLost, confirmedLost, lastLost, firstUnclean, firstBroken, answers,
				found);
	}

	/** Whether the last answer says other than {@code state}, so that more answers are needed soon. */
	public boolean confirming() {
		if (broken > 0) {
			return state != State.UNKNOWN;
		}
		return switch (state) {
			case UP -> unclean > 0;
			case DOWN -> good > 0;
			default -> lost > 0;
		};
	}

	/** Whether the last answer that told something was a lost one. */
	boolean failing() {
		return lost > 0;
	}

	private static Instant later(Instant a, Instant b) {
		return a.isAfter(b) ? a : b;
	}
}
