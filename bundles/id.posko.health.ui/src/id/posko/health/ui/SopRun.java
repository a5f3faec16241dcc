package id.posko.health.ui;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import id.posko.health.online.OnlineStep;
import id.posko.health.online.StepResult;
import id.posko.kit.Site;
import id.posko.ui.Work;

/** A run of the SOP that is under way, and what it found so far. UI thread only. */
final class SopRun {

	private final Site site;
	private final Instant began;
	private final Map<OnlineStep, StepResult> found = new EnumMap<>(OnlineStep.class);
	private Work.Piece piece;

	SopRun(Site site, Instant began) {
		this.site = site;
		this.began = began;
	}

	Site site() {
		return site;
	}

	Instant began() {
		return began;
	}

	/** The worse of two ways of a step counts. */
	void found(StepResult result) {
		found.merge(result.step(), result, (a, b) -> StepResult.WORST_FIRST.compare(a, b) <= 0 ? a : b);
	}

	int done() {
		return found.size();
	}

	Optional<StepResult> result(OnlineStep step) {
		return Optional.ofNullable(found.get(step));
	}

	void is(Work.Piece running) {
		piece = running;
	}

	void stop() {
		piece.stop();
	}
}
