package id.posko.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import id.posko.ui.chart.TimeChart.Point;

/**
 * Measured points, oldest first. Where measuring paused nothing is known: a pause is longer than three usual steps and
 * long enough to be seen.
 */
record Course(List<Point> points, Duration step, Duration pause) {

	private static final int SEEN = 24;

	/** @param shown how long the time is that the chart shows */
	static Course of(List<Point> points, Duration shown) {
		List<Duration> steps = IntStream.range(1, points.size())
				.mapToObj(i -> Duration.between(points.get(i - 1).at(), points.get(i).at())).sorted().toList();
		Duration step = steps.isEmpty() ? Duration.ZERO : steps.get(steps.size() / 2);
		Duration visible = shown.dividedBy(SEEN);
		Duration three = step.multipliedBy(3);
		return new Course(List.copyOf(points), step, three.compareTo(visible) > 0 ? three : visible);
	}

	/** Points with a value that a line may join. */
	List<List<Point>> runs() {
		List<List<Point>> runs = new ArrayList<>();
		boolean isJoined = false;
		for (int i = 0; i < points.size(); i++) {
			Point point = points.get(i);
			if (point.value().isPresent()) {
				if (!isJoined) {
					runs.add(new ArrayList<>());
				}
				runs.getLast().add(point);
			}
			isJoined = point.value().isPresent() && !isPauseAfter(i);
		}
		return runs;
	}

	/** Up to when the point tells how it was: the next one, or a usual step where measuring paused. */
	Instant end(int index) {
		return isPauseAfter(index) ? points.get(index).at().plus(step) : points.get(index + 1).at();
	}

	private boolean isPauseAfter(int index) {
		return index + 1 == points.size()
				|| Duration.between(points.get(index).at(), points.get(index + 1).at()).compareTo(pause) > 0;
	}
}
