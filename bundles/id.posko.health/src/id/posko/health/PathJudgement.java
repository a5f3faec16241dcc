package id.posko.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the path of a device that does not answer says about whose fault that is. */
sealed interface PathJudgement {

	/** Cut there: of all that are down or in maintenance, the one nearest to the data centre. */
	record Cut(Node at) implements PathJudgement {
	}

	/** The whole path answered while the device did not. */
	record Clear() implements PathJudgement {
	}

	/** Nothing can be said before these have been asked; the next answer of {@code on} may already tell. */
	record Waiting(Node on, List<Node> ask) implements PathJudgement {
	}

	PathJudgement CLEAR = new Clear();

	/**
	 * The parent rule. For an ancestor that is down its witness is taken. A path is clear if every ancestor that can be measured answered before the device's last lost
	 * answer and after the one that confirmed its outage, and lost nothing in between. An ancestor whose check broke
	 * (and was not silent before) can not be measured now and is left out.
	 */
	static PathJudgement of(Node node) {
		Node cut = cut(node);
		if (cut != null) {
			return new Cut(cut);
		}
		Instant confirmed = Instant.MIN;
		Instant last = Instant.MIN;
		for (CheckHealth check : node.checks) {
			Course course = check.course();
			if (course.state() == State.DOWN) {
				confirmed = later(confirmed, course.confirmedLost());
				last = later(last, course.lastLost());
			}
		}
		Node on = null;
		List<Node> ask = List.of();
		for (Node above : node.ancestors) {
			Node ancestor = above.witness == null ? above : above.witness;
			Node missing = ancestor.measurable() ? missing(node, ancestor, confirmed, last) : null;
			if (missing != null && on == null) {
				on = ancestor;
				ask = new ArrayList<>();
			}
			if (missing != null) {
				ask.add(missing);
			}
		}
		return on == null ? CLEAR : new Waiting(on, ask);
	}

	/** The cut on the path that is nearest to the data centre; null if there is none. */
	static Node cut(Node node) {
		for (int i = node.ancestors.length - 1; i >= 0; i--) {
			if (node.ancestors[i].cuts()) {
				return node.ancestors[i];
			}
		}
		return null;
	}

	/** Who must answer before the ancestor is known to be well; null if it is known. */
	private static Node missing(Node node, Node ancestor, Instant confirmed, Instant last) {
		boolean broken = !ancestor.checks.isEmpty();
		boolean answers = false;
		for (CheckHealth check : ancestor.checks) {
			Course course = check.course();
			boolean answered = course.goodSince() != null && course.lastGood().isAfter(confirmed);
			if (answered && course.goodSince().isBefore(last)) {
				return null;
			}
			answers |= answered;
			broken &= course.isKept() || course.broken() > 0 && course.lastAnswer().isAfter(confirmed)
					&& (course.lost() == 0 || course.state() == State.UNKNOWN);
		}
		if (answers) {
			return node;
		}
		return broken ? null : ancestor;
	}

	private static Instant later(Instant a, Instant b) {
		return a.isAfter(b) ? a : b;
	}
}
