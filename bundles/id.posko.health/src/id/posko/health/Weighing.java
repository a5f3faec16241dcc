package id.posko.health;

import java.time.Instant;
import java.util.List;

/** Weighs a device's own answers with its maintenance and its path; guarded by the board's lock. */
record Weighing(Outbox outbox) {

	/** @param at now, as the answer at hand says */
	Verdict of(Node node, Instant at) {
		Verdict shown = node.shown;
		if (node.until != null) {
			return new Verdict.Maintenance(node.until, Cause.of("maintenance", node.until, node.reason),
					shown.evidence(), shown.state() == State.MAINTENANCE ? shown.since() : at);
		}
		Course own = node.judge();
		return switch (own.state()) {
			case UP -> node.flapping
					? new Verdict.Degraded(Cause.of("flapping"), own.evidence(), since(shown, State.DEGRADED, at, at))
					: new Verdict.Up(own.cause(), own.evidence(), since(shown, State.UP, own.began(), at));
			case DEGRADED ->
				new Verdict.Degraded(own.cause(), own.evidence(), since(shown, State.DEGRADED, own.began(), at));
			case UNKNOWN ->
				new Verdict.Unknown(own.cause(), own.evidence(), since(shown, State.UNKNOWN, own.began(), at));
			case DOWN -> failing(node, own, at);
			case NOT_MEASURED, UNREACHABLE, MAINTENANCE -> open(node, at);
		};
	}

	/** The device confirmedly does not answer. */
	private Verdict failing(Node node, Course own, Instant at) {
		if (node.shown.state() == State.DOWN) {
			return new Verdict.Down(own.cause(), own.evidence(), node.shown.since());
		}
		return switch (PathJudgement.of(node)) {
			case PathJudgement.Cut(Node cut) -> new Verdict.Unreachable(cut.key, behind(cut), own.evidence(),
					since(node.shown, State.UNREACHABLE, own.began(), at));
			case PathJudgement.Clear() ->
				new Verdict.Down(own.cause(), own.evidence(), since(node.shown, State.DOWN, own.began(), at));
			case PathJudgement.Waiting(Node on, List<Node> ask) -> {
				ask.forEach(outbox::want);
				on.addWaiter(node);
				node.waiting = true;
				yield kept(node, at);
			}
		};
	}

	/** The device's own answers say nothing yet. */
	private static Verdict open(Node node, Instant at) {
		if (!(node.shown instanceof Verdict.Unreachable shown)) {
			node.waiting = node.checks.size() > 1 && node.failing();
			return kept(node, at);
		}
		Node cut = PathJudgement.cut(node);
		node.waiting = cut == null;
		return cut == null || cut.key.equals(shown.cut()) ? shown
				: new Verdict.Unreachable(cut.key, behind(cut), shown.evidence(), shown.since());
	}

	private static Verdict kept(Node node, Instant at) {
		return node.shown.state() == State.MAINTENANCE ? node.notMeasured(at) : node.shown;
	}

	private static Cause behind(Node cut) {
		String name = Spoken.device(cut.device, cut.site);
		boolean isDown = cut.shown.state() == State.DOWN;
		return Cause.of(!isDown ? "behind_maintenance" : cut.seemsWithoutPower() ? "power_behind" : "behind", name);
	}

	/** A state that goes on keeps its beginning; one that began earlier than the last began now. */
	private static Instant since(Verdict shown, State state, Instant began, Instant at) {
		if (shown.state() == state) {
			return shown.since();
		}
		return began.isAfter(shown.since()) && shown.state() != State.MAINTENANCE ? began : at;
	}
}
