package id.posko.health;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import id.posko.kit.Device;
import id.posko.kit.Site;

/** What the {@link HealthBoard} knows of one device; guarded by the board's lock. */
final class Node {

	private static final Node[] NONE = {};

	final Device device;
	final Site site;
	/** Ids of the checks that suit. */
	final Set<String> suiting;

	/** Nearest first, the data centre last. */
	Node[] ancestors = NONE;
	/** All those whose path leads through this device. */
	List<Node> behind = List.of();

	Verdict shown;
	private String[] checks = {};
	private Course[] courses = {};

	/** In maintenance until then; else null. */
	Instant until;
	String reason = "";
	/** Its outage is told, so that its return must be. */
	boolean told;
	boolean flapping;
	boolean toldFlapping;
	/** Nothing is told in this step. */
	boolean mute;
	/** Its own answers are clear, but those of its path are not. */
	boolean waiting;
	/** Somebody was asked to ask it, and no answer came yet. */
	boolean wanted;
	boolean changed;
	/** Those whose judgement waits for an answer of this device; few devices ever have some. */
	private Set<Node> waiters = Set.of();

	Node(Device device, Site site, Set<String> suiting, Instant now) {
		this.device = device;
		this.site = site;
		this.suiting = suiting;
		shown = notMeasured(now);
	}

	Verdict notMeasured(Instant since) {
		Cause cause = measurable() ? Cause.NOT_YET
				: Cause.of(device.address().isEmpty() ? "no_address" : "no_check");
		return new Verdict.NotMeasured(cause, Evidence.NONE, since);
	}

	/** Takes over what was known before a change of the fleet. */
	void inherit(Node old) {
		until = old.until;
		reason = old.reason;
		boolean sameQuestion = old.device.address().equals(device.address()) && measurable() == old.measurable();
		if (!sameQuestion && until == null) {
			return;
		}
		shown = old.shown;
		if (sameQuestion) {
			told = old.told;
			flapping = old.flapping;
			toldFlapping = old.toldFlapping;
			for (int i = 0; i < old.checks.length; i++) {
				if (suiting.contains(old.checks[i])) {
					add(old.checks[i], old.courses[i]);
				}
			}
		}
	}

	boolean measurable() {
		return !suiting.isEmpty();
	}

	/** Empty until an answer came. */
	Course[] courses() {
		return courses;
	}

	/** False if the answer is older than what is known already and so says nothing new. */
	boolean take(String check, Answer answer, Instant at, Patience patience) {
		int i = indexOf(check);
		Instant last = courses[i].lastAnswer();
		if (last != null && at.isBefore(last)) {
			return false;
		}
		courses[i] = courses[i].next(answer, at, site.link(), patience);
		return true;
	}

	private int indexOf(String check) {
		for (int i = 0; i < checks.length; i++) {
			if (checks[i].equals(check)) {
				return i;
			}
		}
		add(check, Course.NEW);
		return checks.length - 1;
	}

	private void add(String check, Course course) {
		checks = Arrays.copyOf(checks, checks.length + 1);
		courses = Arrays.copyOf(courses, courses.length + 1);
		checks[checks.length - 1] = check;
		courses[courses.length - 1] = course;
	}

	Course judge() {
		return courses.length == 0 ? Course.NEW : Judgement.of(checks, courses);
	}

	void addWaiter(Node waiter) {
		if (waiters.isEmpty()) {
			waiters = new LinkedHashSet<>();
		}
		waiters.add(waiter);
	}

	boolean hasWaiters() {
		return !waiters.isEmpty();
	}

	Set<Node> takeWaiters() {
		Set<Node> all = waiters;
		waiters = Set.of();
		return all;
	}

	/** Forgets lost answers: the path was cut and is no longer. */
	void anew() {
		for (int i = 0; i < courses.length; i++) {
			courses[i] = courses[i].anew();
		}
	}

	/** Forgets all answers, not the verdict. */
	void forget() {
		checks = new String[0];
		courses = new Course[0];
	}

	/** Whether a child that does not answer is not to blame for it. */
	boolean cuts() {
		return shown.state() == State.DOWN || shown.state() == State.MAINTENANCE;
	}

	boolean failing() {
		for (Course course : courses) {
			if (course.failing()) {
				return true;
			}
		}
		return false;
	}

	/** Whether no check has an answer now and one has lost some. */
	boolean silent() {
		boolean failing = false;
		for (Course course : courses) {
			if (course.goodSince() != null) {
				return false;
			}
			failing |= course.failing();
		}
		return failing;
	}

	boolean confirming() {
		if (waiting) {
			return true;
		}
		for (Course course : courses) {
			if (course.confirming()) {
				return true;
			}
		}
		return false;
	}

	/** The fewest that any check lost in a row: the device's own outage is only as old as that. */
	int lostInARow() {
		int least = Integer.MAX_VALUE;
		for (Course course : courses) {
			least = Math.min(least, course.lost());
		}
		return least;
	}

	double changePercent() {
		double most = 0;
		for (Course course : courses) {
			most = Math.max(most, course.answers().changePercent());
		}
		return most;
	}

	Instant lastAnswer() {
		Instant last = Instant.MIN;
		for (Course course : courses) {
			if (course.lastAnswer().isAfter(last)) {
				last = course.lastAnswer();
			}
		}
		return last;
	}

	DeviceHealth health() {
		CheckHealth[] all = new CheckHealth[checks.length];
		for (int i = 0; i < checks.length; i++) {
			all[i] = new CheckHealth(checks[i], courses[i]);
		}
		return new DeviceHealth(device, shown, confirming(), flapping, List.of(all));
	}
}
