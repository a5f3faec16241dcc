package id.posko.health;

import java.time.Instant;
import java.util.List;

/**
 * What all checks of one device say together, before its path is looked at. One rule: the worst of what they know,
 * except that a device which answers one check and not another is not down but degraded. A check that broke or was
 * never answered knows nothing and counts only if all are so; a good answer from before the outage of another check
 * is no evidence, so the judgement waits for a newer one. A judgement of what is kept can make a device that answers
 * degraded, and nothing else.
 */
final class Judgement {

	private Judgement() {
	}

	/** One course for all; {@link Course#NEW} as long as nothing can be said. */
	static Course of(List<CheckHealth> checks) {
		for (int i = 0; i < checks.size() && checks.size() > 1; i++) {
			if (checks.get(i).course().isKept()) {
				return withKept(checks);
			}
		}
		return ofAsked(checks);
	}

	private static Course withKept(List<CheckHealth> checks) {
		Course asked = ofAsked(checks.stream().filter(check -> !check.course().isKept()).toList());
		return asked.state() != State.UP ? asked
				: checks.stream().map(CheckHealth::course)
						.filter(course -> course.isKept() && course.state() == State.DEGRADED).findFirst().orElse(asked);
	}

	private static Course ofAsked(List<CheckHealth> checks) {
		if (checks.size() == 1) {
			return checks.getFirst().course();
		}
		Course[] courses = checks.stream().map(CheckHealth::course).toArray(Course[]::new);
		int down = latestDown(courses);
		int worst = worstHeard(courses);
		if (down >= 0 && worst >= 0) {
			return partly(checks, courses, down);
		}
		for (Course course : courses) {
			if (down >= 0 && course.state() == State.NOT_MEASURED && course.failing()) {
				return Course.NEW;
			}
		}
		if (down >= 0 || worst >= 0) {
			return courses[down >= 0 ? down : worst];
		}
		for (Course course : courses) {
			if (course.state() == State.UNKNOWN) {
				return course;
			}
		}
		return Course.NEW;
	}

	private static Course partly(List<CheckHealth> checks, Course[] courses, int down) {
		Instant outage = courses[down].firstLost();
		for (int i = 0; i < courses.length; i++) {
			Course course = courses[i];
			if (isHeard(course) && course.goodSince() != null && course.lastGood().isAfter(outage)) {
				Cause why = Cause.of("partly", checks.get(down).check(), checks.get(i).check());
				return course.degraded(why, courses[down].began());
			}
		}
		return Course.NEW;
	}

	private static boolean isHeard(Course course) {
		return course.state() == State.UP || course.state() == State.DEGRADED;
	}

	/** The check whose outage began last: only then did the device's own begin. -1 if none is down. */
	private static int latestDown(Course[] courses) {
		int latest = -1;
		for (int i = 0; i < courses.length; i++) {
			if (courses[i].state() == State.DOWN
					&& (latest < 0 || courses[i].firstLost().isAfter(courses[latest].firstLost()))) {
				latest = i;
			}
		}
		return latest;
	}

	private static int worstHeard(Course[] courses) {
		int worst = -1;
		for (int i = 0; i < courses.length; i++) {
			if (isHeard(courses[i]) && (worst < 0 || courses[i].state() == State.DEGRADED)) {
				worst = i;
			}
		}
		return worst;
	}
}
