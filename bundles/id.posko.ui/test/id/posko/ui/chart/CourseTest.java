package id.posko.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import id.posko.ui.chart.TimeChart.Point;

class CourseTest {

	private static final Instant START = Instant.parse("2026-03-02T03:00:00Z");

	/** @param values at these minutes; negative where the answer was lost */
	private static Course course(double[]... values) {
		return Course.of(Arrays.stream(values).map(v -> new Point(START.plusSeconds((long) (60 * v[0])),
				v[1] < 0 ? OptionalDouble.empty() : OptionalDouble.of(v[1]), v[1] < 0 ? 1 : 0)).toList(), Duration.ofHours(1));
	}

	private static double[] at(double minute, double value) {
		return new double[] { minute, value };
	}

	private static List<Integer> lengths(Course course) {
		return course.runs().stream().map(List::size).toList();
	}

	@Test
	void theLineIsBrokenWhereAnswersWereLost() {
		assertEquals(List.of(2, 1), lengths(course(at(0, 5), at(1, 5), at(2, -1), at(3, 6))));
	}

	@Test
	void theLineIsBrokenWhereNobodyMeasured() {
		assertEquals(List.of(2, 2), lengths(course(at(0, 5), at(1, 5), at(25, 6), at(26, 6))));
	}

	@Test
	void quickChecksInBetweenBreakNothing() {
		assertEquals(List.of(6), lengths(course(at(0, 5), at(0.1, 5), at(0.2, 5), at(0.3, 5), at(1.3, 5), at(2.3, 5))));
	}

	@Test
	void aLossIsNotSpreadOverATimeNobodyMeasured() {
		Course course = course(at(0, -1), at(1, -1), at(25, -1), at(26, -1));
		assertEquals(START.plusSeconds(60), course.end(0));
		assertEquals(START.plusSeconds(120), course.end(1));
		assertEquals(START.plusSeconds(27 * 60), course.end(3));
	}
}
