package id.posko.health;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Site;

/** What the {@link HealthBoard} knows of one device; guarded by the board's lock. */
final class Node {

	private static final Node[] NONE = {};

	final DeviceKey key;
	final Device device;
	final Site site;
	/** Ids of the checks that suit. */
	final Set<String> suiting;

	/** Nearest first, the data centre last. */
	Node[] ancestors = NONE;
	/** Null until the whole fleet is known. */
	Neighbourhood neighbourhood;
	/** All those whose path leads through this device. */
	List<Node> behind = List.of();

	Verdict shown;
	/** Empty until an answer came. */
	List<CheckHealth> checks = List.of();

	/** In maintenance until then; else null. */
	Instant until;
	String reason = "";
	/** Somebody knows of its outage; else null. */
	Acknowledgement acknowledged;
	/** Its outage is told (or acknowledged), so that its return must be. */
	boolean told;
	/** What impairs it by what is kept of it is told (or acknowledged), so that its end must be. */
	boolean impaired;
	/** When the outage that is told began. */
	Instant outSince;
	/** Its outage is told again if it goes on: the acknowledgement's time is over. */
	boolean again;
	boolean flapping;
	boolean toldFlapping;
	/** Nothing is told in this step. */
	boolean mute;
	/** Its own answers are clear, but those of its path are not. */
	boolean waiting;
	/** Why its office is gone as a whole, as it looked when it went down. */
	Optional<PowerOrNetwork> why = Optional.empty();
	/** Somebody was asked to ask it, and no answer came yet. */
	boolean wanted;
	boolean changed;
	/**
	 * Stands in for this device while it is down: the one behind it that answered last, so that the path leads
	 * through (or around) it. Null if there is none.
	 */
	Node witness;
	/** None on the path is down, so that this device need not bear witness. */
	boolean clearAbove;
	/** The fleet changed; another node stands for the device, or none. */
	boolean replaced;
	/** Those whose judgement waits for an answer of this device; few devices ever have some. */
	private Set<Node> waiters = Set.of();

	Node(Device device, Site site, Set<String> suiting, Instant now) {
		key = device.key();
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
		acknowledged = old.acknowledged;
		boolean sameQuestion = old.device.address().equals(device.address()) && measurable() == old.measurable();
		if (!sameQuestion && until == null) {
			return;
		}
		shown = old.shown;
		if (sameQuestion) {
			told = old.told;
			impaired = old.impaired;
			outSince = old.outSince;
			again = old.again;
			why = old.why;
			flapping = old.flapping;
			toldFlapping = old.toldFlapping;
			checks = old.checks.stream().filter(known -> suiting.contains(known.check())).toList();
		}
	}

	boolean measurable() {
		return !suiting.isEmpty();
	}

	/** False if the answer is older than what is known already and so says nothing new. */
	boolean take(String check, Answer answer, Instant at, Patience patience) {
		int i = indexOf(check);
		Course before = i < 0 ? Course.NEW : checks.get(i).course();
		if (i >= 0 && at.isBefore(before.lastAnswer())) {
			return false;
		}
		put(i, new CheckHealth(check, before.next(answer, at, site.link(), patience)));
		return true;
	}

	private int indexOf(String check) {
		for (int i = 0; i < checks.size(); i++) {
			if (checks.get(i).check().equals(check)) {
				return i;
			}
		}
		return -1;
	}

	private void put(int index, CheckHealth health) {
		if (index == 0 && checks.size() == 1) {
			checks = List.of(health);
			return;
		}
		CheckHealth[] all = checks.toArray(new CheckHealth[checks.size() + (index < 0 ? 1 : 0)]);
		all[index < 0 ? all.length - 1 : index] = health;
		checks = List.of(all);
	}

	Course judge() {
		return Judgement.of(checks);
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
		checks = checks.stream().map(known -> new CheckHealth(known.check(), known.course().anew())).toList();
	}

	boolean seemsWithoutPower() {
		return why.filter(seen -> seen.outcome() == PowerOrNetwork.Outcome.POWER).isPresent();
	}

	/** Forgets all answers, not the verdict. */
	void forget() {
		checks = List.of();
		witness = null;
		clearAbove = false;
	}

	boolean isOut() {
		return shown.state() == State.DOWN || shown.state() == State.MAINTENANCE;
	}

	/** Whether a child that does not answer is not to blame for it. */
	boolean cuts() {
		return isOut() && witness == null;
	}

	boolean failing() {
		for (int i = 0; i < checks.size(); i++) {
			Course course = checks.get(i).course();
			if (course.failing()) {
				return true;
			}
		}
		return false;
	}

	/** Whether no check has an answer now and one has lost some. */
	boolean silent() {
		boolean failing = false;
		for (int i = 0; i < checks.size(); i++) {
			Course course = checks.get(i).course();
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
		for (int i = 0; i < checks.size(); i++) {
			Course course = checks.get(i).course();
			if (course.confirming()) {
				return true;
			}
		}
		return false;
	}

	/** The fewest that any check lost in a row: the device's own outage is only as old as that. */
	int lostInARow() {
		int least = Integer.MAX_VALUE;
		for (int i = 0; i < checks.size(); i++) {
			Course course = checks.get(i).course();
			least = course.isKept() ? least : Math.min(least, course.lost());
		}
		return least;
	}

	double changePercent() {
		double most = 0;
		for (int i = 0; i < checks.size(); i++) {
			Course course = checks.get(i).course();
			most = Math.max(most, course.answers().changePercent());
		}
		return most;
	}

	Instant lastAnswer() {
		Instant last = Instant.MIN;
		for (int i = 0; i < checks.size(); i++) {
			Course course = checks.get(i).course();
			if (course.lastAnswer().isAfter(last)) {
				last = course.lastAnswer();
			}
		}
		return last;
	}

	DeviceHealth health() {
		return new DeviceHealth(device, shown, confirming(), flapping, witness != null,
				Optional.ofNullable(acknowledged), checks);
	}
}
