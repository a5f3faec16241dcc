package id.posko.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.RegionCode;

/**
 * How every device is. Takes answers in any order from any thread and weighs them with those of the device's path: a
 * device that does not answer is down only if its whole path answered meanwhile, and unreachable if the path is cut,
 * so that one cut gives one notice. Until that is clear it keeps its state and those on the path are
 * {@link BoardListener#wanted}. A device that is down but has somebody answering behind it cuts no path. A device that
 * was down before its path was cut stays down. When a cut ends, those behind it are asked anew and stay unreachable
 * until they have answered (or not) as often as confirmation needs.
 */
public final class HealthBoard {

	private final Patience patience;
	private final ReentrantLock lock = new ReentrantLock();
	private final Outbox outbox = new Outbox(lock);
	private final Weighing weighing = new Weighing(outbox);
	private final Telling telling = new Telling(outbox);
	private final Queue<End> ends = new PriorityQueue<>(Comparator.comparing(End::at));
	private Map<DeviceKey, Node> nodes = Map.of();

	private record End(Instant at, DeviceKey device) {
	}

	public HealthBoard(Patience patience) {
		this.patience = patience;
	}

	/** Hears everything from now on; close to end. */
	public Subscription listen(BoardListener listener) {
		return outbox.listen(listener);
	}

	/** Takes up a new state of the inventory; what is known of devices that still are asked the same stays known. */
	public void adopt(Fleet fleet, Checks checks, Instant now) {
		locked(() -> {
			Map<DeviceKey, Node> before = nodes;
			before.values().forEach(node -> node.replaced = true);
			nodes = HashMap.newHashMap(fleet.devices().size());
			for (Device device : fleet.devices()) {
				Node node = new Node(device, fleet.siteOf(device),
						checks.suiting(device, fleet).stream().map(Check::id).collect(Collectors.toSet()), now);
				nodes.put(device.key(), node);
				Optional.ofNullable(before.get(device.key())).ifPresent(node::inherit);
				outbox.changed(node);
			}
			for (Device device : fleet.devices()) {
				Node node = nodes.get(device.key());
				List<Device> path = fleet.path(device);
				node.ancestors = path.stream().skip(1).map(on -> nodes.get(on.key())).toArray(Node[]::new);
				for (Node ancestor : node.ancestors) {
					if (ancestor.behind.isEmpty()) {
						ancestor.behind = new ArrayList<>();
					}
					ancestor.behind.add(node);
				}
			}
			Neighbourhood neighbourhood = new Neighbourhood(nodes.values());
			nodes.values().forEach(node -> node.neighbourhood = neighbourhood);
			nodes.values().forEach(node -> reconsider(node, now));
		});
	}

	/** The path may be another one than before. */
	private void reconsider(Node node, Instant now) {
		boolean unreachable = node.shown.state() == State.UNREACHABLE;
		if (unreachable && PathJudgement.cut(node) == null) {
			askAnew(node);
		}
		if (unreachable || node.failing()) {
			settle(node, now);
		}
	}

	/** Takes up what was held true when the console last ran; for devices that have not answered since. */
	public void restore(Map<DeviceKey, Verdict> last, Instant now) {
		locked(() -> last.forEach((key, verdict) -> {
			Node node = nodes.get(key);
			if (node == null || !node.checks.isEmpty()) {
				return;
			}
			if (verdict instanceof Verdict.Maintenance(Instant until, Cause cause, _, _)) {
				if (!until.isAfter(now)) {
					return;
				}
				node.until = until;
				node.reason = cause.arguments().size() < 2 ? "" : cause.arguments().get(1);
				ends.add(new End(until, key));
			} else if (!node.measurable()) {
				return;
			}
			node.shown = verdict;
			node.told = verdict.state() == State.DOWN;
			node.impaired = verdict.state() == State.DEGRADED && verdict.evidence().isKept();
			node.outSince = verdict.since();
			node.behind.forEach(behind -> behind.clearAbove = false);
			outbox.changed(node);
		}));
	}

	/** After {@link #restore}; those whose time is over by now end with the next {@link #tick}. */
	public void restoreAcknowledged(Map<DeviceKey, Acknowledgement> last) {
		locked(() -> last.forEach((key, acknowledgement) -> Optional.ofNullable(nodes.get(key)).ifPresent(node -> {
			node.acknowledged = acknowledgement;
			ends.add(new End(acknowledgement.until(), key));
			outbox.changed(node);
		})));
	}

	/** Where the answers of one device go; it stays right when the fleet changes. */
	public final class Intake {

		private final DeviceKey device;
		private Node node;

		private Intake(DeviceKey device) {
			this.device = device;
		}

		/** @param at when the answer came; one that is older than the check's last answer says nothing new */
		public void answered(String check, Answer answer, Instant at) {
			lock.lock();
			try {
				if (node == null || node.replaced) {
					node = nodes.get(device);
				}
				if (node != null && node.take(check, answer, at, patience)) {
					node.wanted = false;
					HealthBoard.this.answered(node, check, answer, at);
				}
			} finally {
				outbox.unlockAndTell();
			}
		}
	}

	/** Kept by who asks a device again and again: what it hands in needs no look-up. */
	public Intake intake(DeviceKey device) {
		return new Intake(device);
	}

	private void answered(Node node, String check, Answer answer, Instant at) {
		boolean lost = answer instanceof Answer.Failed;
		if (lost) {
			wantParent(node, at);
			dismissWitness(node, at);
		}
		weigh(node, at);
		boolean isKept = answer.evidence().isKept();
		if (!isKept && !(answer instanceof Answer.Broken)) {
			outbox.sample(new Sample(node.key, check, at, node.shown.state(), answer.evidence().roundTrip(),
					lost));
		}
		outbox.changed(node);
		if (node.hasWaiters()) {
			node.takeWaiters().forEach(waiter -> settle(waiter, at));
		}
		if (!isKept && (answer instanceof Answer.Answered || answer instanceof Answer.Impaired)) {
			bearWitness(node, at);
		}
	}

	/** A device that answers proves that its path is not cut where another one does not. */
	private void bearWitness(Node node, Instant at) {
		if (node.clearAbove) {
			return;
		}
		node.clearAbove = true;
		for (Node ancestor : node.ancestors) {
			node.clearAbove &= ancestor.shown.state() != State.DOWN;
			if (ancestor.shown.state() == State.DOWN && ancestor.witness == null) {
				ancestor.witness = node;
				outbox.changed(ancestor);
				settleBehind(ancestor, true, at);
			}
		}
	}

	private void dismissWitness(Node node, Instant at) {
		for (Node ancestor : node.ancestors) {
			if (ancestor.witness == node && node.silent()) {
				ancestor.witness = null;
				outbox.changed(ancestor);
				settleBehind(ancestor, false, at);
			}
		}
	}

	/** Nobody is told about the device until then. */
	void maintain(DeviceKey device, Instant until, String reason, Instant now) {
		maintain(node -> node.key.equals(device), until, reason, now);
	}

	/** Nobody is told about the devices that the site has now until then. */
	void maintain(RegionCode site, Instant until, String reason, Instant now) {
		maintain(node -> node.device.site().equals(site), until, reason, now);
	}

	private void maintain(Predicate<Node> which, Instant until, String reason, Instant now) {
		locked(() -> nodes.values().stream().filter(which).toList().forEach(node -> {
			node.until = until;
			node.reason = reason;
			ends.add(new End(until, node.key));
			settle(node, now);
		}));
	}

	/** Ends a maintenance before its time. */
	void resume(DeviceKey device, Instant now) {
		locked(() -> Optional.ofNullable(nodes.get(device)).ifPresent(node -> endMaintenance(node, now)));
	}

	/** Ends the maintenance of all devices of the site before its time. */
	void resume(RegionCode site, Instant now) {
		locked(() -> nodes.values().stream().filter(node -> node.device.site().equals(site)).toList()
				.forEach(node -> endMaintenance(node, now)));
	}

	/**
	 * Nothing more is told of the device's outage until then or until it has come back.
	 *
	 * @return false if there is no outage to acknowledge
	 */
	boolean acknowledge(DeviceKey device, Acknowledgement acknowledgement) {
		return locked(() -> {
			Node node = nodes.get(device);
			boolean isOut = node != null && telling.acknowledge(node, acknowledgement);
			if (isOut) {
				ends.add(new End(acknowledgement.until(), device));
			}
			return isOut;
		});
	}

	/** Ends an acknowledgement before its time; what happens from now on is told. */
	void endAcknowledgement(DeviceKey device) {
		locked(() -> Optional.ofNullable(nodes.get(device)).ifPresent(telling::end));
	}

	/** Ends what has its time; tells when the next does. */
	public Optional<Instant> tick(Instant now) {
		return locked(() -> {
			while (!ends.isEmpty() && !ends.peek().at().isAfter(now)) {
				End end = ends.remove();
				Node node = nodes.get(end.device());
				if (node != null && end.at().equals(node.until)) {
					endMaintenance(node, now);
				}
				if (node != null && node.acknowledged != null && end.at().equals(node.acknowledged.until())) {
					telling.expired(node, now);
				}
			}
			return Optional.ofNullable(ends.peek()).map(End::at);
		});
	}

	private void endMaintenance(Node node, Instant now) {
		if (node.until != null) {
			node.until = null;
			askAnew(node);
			settle(node, now);
		}
	}

	private void askAnew(Node node) {
		if (node.silent()) {
			node.anew();
		}
		outbox.want(node);
	}

	/** The clock was set back: answers can not be compared with those before, so all devices are asked anew. */
	public void clockSetBack(Instant now) {
		locked(() -> nodes.values().forEach(node -> {
			node.forget();
			node.waiting = false;
			node.wanted = false;
			node.takeWaiters();
			Verdict shown = node.shown;
			if (shown.since().isAfter(now)) {
				node.shown = Verdict.of(shown.state(), shown.cause(), shown.evidence(), now,
						shown instanceof Verdict.Unreachable u ? Optional.of(u.cut()) : Optional.empty(),
						Optional.ofNullable(node.until));
			}
			outbox.changed(node);
		}));
	}

	public Optional<DeviceHealth> health(DeviceKey device) {
		return locked(() -> Optional.ofNullable(nodes.get(device)).map(Node::health));
	}

	/** All devices, in no order. */
	public List<DeviceHealth> healths() {
		return locked(() -> nodes.values().stream().map(Node::health).toList());
	}

	/** Whether power or the network is to blame; empty if the device's office or kit is not gone as a whole. */
	public Optional<PowerOrNetwork> powerOrNetwork(DeviceKey device) {
		return locked(() -> Optional.ofNullable(nodes.get(device)).flatMap(node -> node.neighbourhood.judge(node)));
	}

	/** Weighs one more answer of this device. */
	private void weigh(Node node, Instant at) {
		boolean flapped = node.flapping;
		double change = node.changePercent();
		node.flapping = flapped ? change >= patience.flapLow() : change >= patience.flapHigh() && isCalmAbove(node);
		node.mute = flapped;
		settle(node, at);
		node.mute = false;
		if (node.flapping == flapped || node.shown.state() == State.MAINTENANCE) {
			return;
		}
		if (node.flapping) {
			telling.flaps(node, at);
		} else if (node.toldFlapping) {
			telling.calm(node, at);
		}
	}

	/** Whether what changes here is not just what changes on the path. */
	private boolean isCalmAbove(Node node) {
		for (Node ancestor : node.ancestors) {
			if (ancestor.flapping || ancestor.isOut() || ancestor.changePercent() >= patience.flapLow()) {
				return false;
			}
		}
		return true;
	}

	/** Has the parent checked as soon as a device does not answer, before its outage is confirmed. */
	private void wantParent(Node node, Instant lost) {
		if (node.lostInARow() != 1 || PathJudgement.cut(node) != null) {
			return;
		}
		for (Node ancestor : node.ancestors) {
			if (ancestor.measurable()) {
				if (!ancestor.lastAnswer().isAfter(lost)) {
					outbox.want(ancestor);
				}
				return;
			}
		}
	}

	private void settle(Node node, Instant at) {
		boolean waited = node.waiting;
		node.waiting = false;
		Verdict next = weighing.of(node, at);
		Verdict before = node.shown;
		node.shown = next;
		if (next.state() == before.state()) {
			if (waited != node.waiting || next != before) {
				outbox.changed(node);
			}
			telling.judged(node);
			return;
		}
		node.witness = null;
		outbox.changed(node);
		node.why = next.state() == State.DOWN ? node.neighbourhood.judge(node) : Optional.empty();
		outbox.transition(new Transition(node.key, before.state(), kept(node, next)));
		telling.turned(node, before);
		telling.judged(node);
		boolean cut = before.state() == State.DOWN || before.state() == State.MAINTENANCE;
		if (cut || node.cuts()) {
			settleBehind(node, cut && !node.cuts(), at);
		}
	}

	/** What is kept of an outage says also what it seems to come from. */
	private static Verdict kept(Node node, Verdict next) {
		return node.seemsWithoutPower() ? new Verdict.Down(Cause.of("power_out"), next.evidence(), next.since()) : next;
	}

	/** Those behind a cut are judged with it; those behind one that ended are asked anew. */
	private void settleBehind(Node cut, boolean ended, Instant at) {
		for (Node node : cut.behind) {
			node.clearAbove = false;
			boolean concerned = node.shown.state() == State.UNREACHABLE || node.silent();
			if (concerned && node.shown.state() != State.DOWN) {
				if (ended && PathJudgement.cut(node) == null) {
					askAnew(node);
				}
				settle(node, at);
			}
		}
	}

	private void locked(Runnable step) {
		locked(() -> {
			step.run();
			return null;
		});
	}

	private <T> T locked(Supplier<T> step) {
		lock.lock();
		try {
			return step.get();
		} finally {
			outbox.unlockAndTell();
		}
	}
}
