package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person is told of a device. Nothing in maintenance; while it flaps only that, and its end; while its outage is
 * acknowledged only that it came back, which ends the acknowledgement. Guarded by the board's lock.
 */
record Telling(Outbox outbox) {

	void turned(Node node, Verdict before) {
		if (node.shown.state() == State.MAINTENANCE) {
			node.told = false;
			node.again = false;
		}
		if (node.flapping || node.mute) {
			return;
		}
		if (node.shown.state() == State.DOWN) {
			down(node);
		} else if (answers(node)) {
			back(node, Duration.between(before.since(), node.shown.since()));
		}
	}

	private void down(Node node) {
		if (node.told && !node.again) {
			return;
		}
		node.outSince = node.shown.since();
		node.told = true;
		node.again = false;
		if (node.acknowledged == null) {
			notice(Notice.Kind.DOWN, node, node.shown.since(), Duration.ZERO);
		}
	}

	private void back(Node node, Duration lasted) {
		boolean told = node.told;
		node.told = false;
		node.again = false;
		if (told) {
			notice(Notice.Kind.BACK, node, node.shown.since(), lasted);
		}
		if (told || node.shown.state() == State.UP) {
			end(node);
		}
	}

	/** What is kept of it was judged: told once when that impairs it, and once when it is well again. */
	void judged(Node node) {
		Verdict shown = node.shown;
		boolean impairs = shown.state() == State.DEGRADED && shown.evidence().isKept();
		boolean ends = node.impaired && shown.state() == State.UP;
		if (node.flapping || node.mute || impairs == node.impaired || !impairs && !ends) {
			return;
		}
		node.impaired = impairs;
		if (node.acknowledged == null) {
			notice(impairs ? Notice.Kind.IMPAIRED : Notice.Kind.WELL, node, shown.since(), Duration.ZERO);
		}
	}

	void flaps(Node node, Instant at) {
		node.toldFlapping = true;
		if (node.acknowledged == null) {
			notice(Notice.Kind.FLAPPING, node, at, Duration.ZERO);
		}
	}

	void calm(Node node, Instant at) {
		node.toldFlapping = false;
		boolean down = node.shown.state() == State.DOWN;
		if (node.acknowledged == null || answers(node) && !node.told) {
			node.told = down;
			notice(Notice.Kind.STEADY, node, at, Duration.ZERO);
		} else if (answers(node)) {
			node.told = false;
			notice(Notice.Kind.BACK, node, at, Duration.between(node.outSince, at));
		} else {
			node.told |= down;
		}
		if (answers(node)) {
			end(node);
		}
	}

	private static boolean answers(Node node) {
		return node.shown.state() == State.UP || node.shown.state() == State.DEGRADED;
	}

	/** False if there is nothing to acknowledge: it answers as it should, or is not asked. */
	boolean acknowledge(Node node, Acknowledgement acknowledgement) {
		boolean isOut = switch (node.shown.state()) {
			case DOWN, UNREACHABLE, UNKNOWN, DEGRADED -> true;
			case UP, MAINTENANCE, NOT_MEASURED -> false;
		};
		if (isOut) {
			set(node, acknowledgement);
		}
		return isOut;
	}

	/** Nothing is told for it. */
	void end(Node node) {
		if (node.acknowledged != null) {
			set(node, null);
		}
	}

	private void set(Node node, Acknowledgement acknowledgement) {
		node.acknowledged = acknowledgement;
		outbox.acknowledged(new Acknowledged(node.key, Optional.ofNullable(acknowledgement)));
		outbox.changed(node);
	}

	/** Its time is over: what is still so is told once more. */
	void expired(Node node, Instant now) {
		end(node);
		if (node.flapping) {
			flaps(node, now);
		} else if (node.shown.state() == State.DOWN) {
			node.told = false;
			node.why = node.neighbourhood.judge(node);
			down(node);
		} else {
			node.again = node.told;
		}
	}

	private void notice(Notice.Kind kind, Node node, Instant at, Duration lasted) {
		outbox.notice(new Notice(kind, node.device, node.site, node.shown, at, lasted, node.behind.size(),
				kind == Notice.Kind.DOWN ? node.why : Optional.empty()));
	}
}
