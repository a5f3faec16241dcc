package id.posko.health;

import java.time.Instant;

/**
 * What all checks of one device say together, before its path is looked at. One rule: the worst of what they know,
 * except that a device which answers one check and not another is not down but degraded. A check that broke or was
 * never answered knows nothing and counts only if all are so; a good answer from before the outage of another check
 * is no evidence, so the judgement waits for a newer one.
 *
 * @param state NOT_MEASURED as long as nothing can be said yet
 * @param began when the state began; for DOWN the first lost answer
 */
record Judgement(State state, Cause cause, Evidence evidence, Instant began) {

	private static final Judgement OPEN = new Judgement(State.NOT_MEASURED, Cause.NOT_YET, Evidence.NONE, Instant.MIN);

	static Judgement of(String[] checks, Course[] courses) {
		if (courses.length == 1) {
			return of(courses[0]);
		}
		int down = latestDown(courses);
		int worst = worstHeard(courses);
		if (down >= 0 && worst >= 0) {
			return partly(checks, courses, down, worst);
		}
		for (Course course : courses) {
			if (down >= 0 && course.state() == State.NOT_MEASURED && course.failing()) {
				return OPEN;
			}
		}
		if (down >= 0 || worst >= 0) {
			return of(courses[down >= 0 ? down : worst]);
		}
		for (Course course : courses) {
			if (course.state() == State.UNKNOWN) {
				return of(course);
			}
		}
		return OPEN;
	}

	private static Judgement of(Course course) {
		return new Judgement(course.state(), course.cause(), course.evidence(), course.began());
	}

	private static Judgement partly(String[] checks, Course[] courses, int down, int heard) {
		Instant outage = courses[down].firstLost();
		for (int i = 0; i < courses.length; i++) {
			Course course = courses[i];
			if (isHeard(course) && course.goodSince() != null && course.lastGood().isAfter(outage)) {
				return new Judgement(State.DEGRADED, Cause.of("partly", checks[down], checks[i]), course.evidence(),
						courses[down].began());
			}
		}
		return OPEN;
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
