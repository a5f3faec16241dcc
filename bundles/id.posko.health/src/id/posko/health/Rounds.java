package id.posko.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;

/**
 * When who is asked: every device on its interval, spread evenly over it, never two questions to one host at once, a
 * limited number under way, sooner while an outage is confirmed, and those whose answer is wanted first. Nothing
 * happens but in {@link #tick}, which starts what is due on the executor (a thread for each task). Safe for any
 * thread.
 */
public final class Rounds implements BoardListener {

	private static final Logger LOG = System.getLogger(Rounds.class.getName());
	/** Between two questions to one device, however many want its answer. */
	private static final Duration PAUSE = Duration.ofMillis(200);
	private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

	private final HealthBoard board;
	private final Pace pace;
	private final InstantSource clock;
	private final Executor threads;
	private final Set<String> logged = ConcurrentHashMap.newKeySet();
	private final List<Request> requests = new CopyOnWriteArrayList<>();
	private volatile Thread driver;

	// guarded by this
	private final Map<DeviceKey, Visit> visits = new HashMap<>();
	private final PriorityQueue<Turn> turns = new PriorityQueue<>();
	private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparing(Deadline::at));
	private final Map<String, Deque<Visit>> busyHosts = new HashMap<>();
	private final Set<Asking> underWay = new HashSet<>();
	private boolean running;
	private Instant lastTick = Instant.MIN;

	/** Outdated if the visit is due at another time by now. */
	private record Turn(Visit visit, Instant due, boolean urgent) implements Comparable<Turn> {
		@Override
		public int compareTo(Turn other) {
			int first = Boolean.compare(other.urgent, urgent);
			return first != 0 ? first : due.compareTo(other.due);
		}
	}

	private record Deadline(Asking asking, Instant at) {
	}

	public Rounds(HealthBoard board, Pace pace, InstantSource clock, Executor threads) {
		this.board = board;
		this.pace = pace;
		this.clock = clock;
		this.threads = threads;
		board.listen(this);
	}

	Pace pace() {
		return pace;
	}

	Instant now() {
		return clock.instant();
	}

	/** Takes up a new state of the inventory; devices that are still asked the same keep their turn. */
	public void adopt(Fleet fleet, Checks checks) {
		take(fleet, checks);
		for (Request request : requests) {
			request.keys().stream().filter(key -> !isAsked(key)).toList()
					.forEach(key -> request.give(key, board.health(key)));
			wanted(request.keys());
		}
		wake();
	}

	private synchronized boolean isAsked(DeviceKey key) {
		return visits.containsKey(key);
	}

	private synchronized void take(Fleet fleet, Checks checks) {
		Map<DeviceKey, Visit> before = new HashMap<>(visits);
		visits.clear();
		for (Device device : fleet.devices()) {
			List<Check> suiting = checks.suiting(device, fleet);
			if (!suiting.isEmpty()) {
				Visit visit = new Visit(device, board.intake(device.key()), fleet.siteOf(device), suiting);
				Visit old = before.get(device.key());
				if (old != null && old.asksTheSameAs(visit)) {
					visit = old;
					before.remove(device.key());
				} else if (running) {
					plan(visit, pace.first(now(), visit.share), false);
				}
				visits.put(device.key(), visit);
			}
		}
		before.values().forEach(this::drop);
	}

	private void drop(Visit visit) {
		visit.due = null;
		if (visit.asking != null) {
			Asking asking = visit.asking;
			asking.end();
			release(asking);
		} else if (visit.place == Visit.Place.NEXT_AT_HOST) {
			passHost(visit.host);
		}
		visit.place = Visit.Place.FREE;
	}

	/** From now on every device is asked on its interval. */
	public synchronized void start() {
		if (!running) {
			running = true;
			visits.values().stream().filter(visit -> visit.place == Visit.Place.FREE)
					.forEach(visit -> plan(visit, pace.first(now(), visit.share), false));
			wake();
		}
	}

	/** Ends all questions under way and waits for none; no answer is heard any more. */
	public void stop() {
		synchronized (this) {
			running = false;
			turns.clear();
			deadlines.clear();
			busyHosts.clear();
			visits.values().forEach(visit -> {
				visit.due = null;
				visit.asking = null;
				visit.place = Visit.Place.FREE;
				visit.again = false;
			});
			underWay.forEach(Asking::end);
			underWay.clear();
		}
		requests.forEach(Request::close);
		wake();
	}

	/** How many questions are under way. */
	public synchronized int underWay() {
		return underWay.size();
	}

	/**
	 * Starts what is due and gives up what is late.
	 *
	 * @return when there is something to do again, if nothing happens before; {@link Instant#MAX} if not by itself
	 */
	public Instant tick(Instant now) {
		if (isSetBack(now)) {
			board.clockSetBack(now);
		}
		Optional<Instant> end = board.tick(now);
		List<Asking> late = new ArrayList<>();
		List<Asking> due = new ArrayList<>();
		Instant next;
		synchronized (this) {
			next = takeLate(now, late);
		}
		late.forEach(this::giveUp);
		synchronized (this) {
			Instant turn = takeDue(now, due);
			next = turn.isBefore(next) ? turn : next;
		}
		due.forEach(threads::execute);
		return end.filter(next::isAfter).orElse(next);
	}

	/** Whether the clock was set back since the last tick: then everything is planned anew. */
	private synchronized boolean isSetBack(Instant now) {
		boolean setBack = now.isBefore(lastTick.equals(Instant.MIN) ? now : lastTick.minus(CLOCK_STEP));
		lastTick = now;
		if (setBack) {
			visits.values().forEach(visit -> {
				visit.lastEnd = Instant.MIN;
				if (visit.due != null) {
					plan(visit, pace.first(now, visit.share), visit.urgent);
				}
			});
			deadlines.clear();
			underWay.forEach(asking -> deadlines.add(new Deadline(asking, asking.renew(now))));
		}
		return setBack;
	}

	private Instant takeLate(Instant now, List<Asking> late) {
		while (!deadlines.isEmpty()) {
			Deadline first = deadlines.peek();
			Instant deadline = first.asking().deadline();
			if (!underWay.contains(first.asking())) {
				deadlines.remove();
			} else if (deadline.isAfter(first.at()) && deadline.isAfter(now)) {
				deadlines.remove();
				deadlines.add(new Deadline(first.asking(), deadline));
			} else if (first.at().isAfter(now)) {
				return first.at();
			} else {
				deadlines.remove();
				late.add(first.asking());
			}
		}
		return Instant.MAX;
	}

	private void giveUp(Asking asking) {
		asking.end().ifPresent(check -> {
			if (isFirst(check.id() + " late")) {
				LOG.log(Level.WARNING, "Check {0} ignored its time-out for {1}", check.id(), asking.visit.device.key());
			}
			answered(asking.visit, check, new Answer.Broken(Cause.of("check_late", check.timeout(asking.visit.timeout)),
					Evidence.of(check.id())));
			ended(asking);
		});
	}

	private Instant takeDue(Instant now, List<Asking> due) {
		while (!turns.isEmpty() && underWay.size() < pace.underWay()) {
			Turn turn = turns.peek();
			Visit visit = turn.visit();
			if (!turn.due().equals(visit.due) || turn.urgent() != visit.urgent) {
				turns.remove();
			} else if (turn.due().isAfter(now)) {
				return turn.due();
			} else {
				turns.remove();
				visit.due = null;
				if (takesHost(visit)) {
					due.add(begin(visit, now));
				}
			}
		}
		return Instant.MAX;
	}

	/** False if the host is being asked: then the visit waits for it. */
	private boolean takesHost(Visit visit) {
		if (visit.place == Visit.Place.NEXT_AT_HOST) {
			return true;
		}
		Deque<Visit> queue = busyHosts.putIfAbsent(visit.host, new ArrayDeque<>(0));
		if (queue == null) {
			return true;
		}
		visit.place = Visit.Place.AT_BUSY_HOST;
		if (visit.urgent) {
			queue.addFirst(visit);
		} else {
			queue.addLast(visit);
		}
		return false;
	}

	private void passHost(String host) {
		Deque<Visit> queue = busyHosts.get(host);
		Visit next = queue.poll();
		while (next != null && next.place == Visit.Place.FREE) {
			next = queue.poll();
		}
		if (next == null) {
			busyHosts.remove(host);
		} else {
			next.place = Visit.Place.NEXT_AT_HOST;
			plan(next, Instant.EPOCH, next.urgent);
		}
	}

	private Asking begin(Visit visit, Instant now) {
		visit.urgent = false;
		visit.again = false;
		visit.place = Visit.Place.ASKED;
		visit.asking = new Asking(visit, this, now);
		underWay.add(visit.asking);
		deadlines.add(new Deadline(visit.asking, visit.asking.deadline()));
		return visit.asking;
	}

	void answered(Visit visit, Check check, Answer answer) {
		visit.intake.answered(check.id(), answer, clock.instant());
	}

	/** A visit is over, by itself or given up. */
	void ended(Asking asking) {
		DeviceKey key = asking.visit.device.key();
		Optional<DeviceHealth> health = board.health(key);
		boolean awaited = health.isPresent() && health.get().confirming() && !requests.isEmpty();
		for (Request request : requests) {
			awaited |= request.visited(key, health);
		}
		Instant now = clock.instant();
		synchronized (this) {
			Visit visit = asking.visit;
			if (!release(asking)) {
				return;
			}
			visit.lastEnd = now;
			if (visit.again) {
				plan(visit, now.plus(PAUSE), true);
			} else if (awaited) {
				plan(visit, now.plus(pace.checkNow()), false);
			} else if (health.isPresent() && (running || health.get().confirming())) {
				plan(visit, pace.next(health.get(), now, visit.share), false);
			}
		}
		wake();
	}

	/** False if the asking had been dropped before. */
	private boolean release(Asking asking) {
		if (!underWay.remove(asking)) {
			return false;
		}
		Visit visit = asking.visit;
		visit.asking = null;
		visit.place = Visit.Place.FREE;
		passHost(visit.host);
		return true;
	}

	private void plan(Visit visit, Instant due, boolean urgent) {
		visit.due = due;
		visit.urgent = urgent;
		turns.add(new Turn(visit, due, urgent));
	}

	@Override
	public void wanted(List<DeviceKey> devices) {
		synchronized (this) {
			Instant now = clock.instant();
			devices.stream().map(visits::get).filter(visit -> visit != null).forEach(visit -> askSoon(visit, now));
		}
		wake();
	}

	private void askSoon(Visit visit, Instant now) {
		if (visit.place != Visit.Place.FREE) {
			visit.again = visit.place == Visit.Place.ASKED;
			return;
		}
		Instant earliest = visit.lastEnd.isAfter(now.minus(PAUSE)) ? visit.lastEnd.plus(PAUSE) : now;
		boolean pausing = earliest.isAfter(now);
		if (visit.due == null || visit.due.isAfter(earliest) || !visit.urgent && !pausing) {
			plan(visit, earliest, !pausing);
		}
	}

	@Override
	public void changed(List<DeviceHealth> healths) {
		requests.forEach(request -> healths.forEach(request::changed));
	}

	/**
	 * Asks these devices now, and again until each has a settled verdict, whether rounds are running or not.
	 *
	 * @param settled told once for each device (in no order, on a thread that answers), also for those that can not be
	 * asked
	 */
	public Request ask(Collection<Device> devices, Consumer<DeviceHealth> settled) {
		Request request = new Request(settled, requests::remove);
		List<DeviceKey> keys = devices.stream().map(Device::key).toList();
		List<DeviceKey> mute = new ArrayList<>();
		synchronized (this) {
			for (DeviceKey key : keys) {
				request.open(key);
				if (!visits.containsKey(key)) {
					mute.add(key);
				}
			}
			requests.add(request);
		}
		mute.forEach(key -> request.give(key, board.health(key)));
		wanted(keys);
		if (keys.isEmpty()) {
			request.close();
		}
		return request;
	}

	boolean isFirst(String what) {
		return logged.add(what);
	}

	/** Ticks until interrupted, on the calling thread; sleeps until something is due. At most one thread drives. */
	public void drive() {
		driver = Thread.currentThread();
		while (!Thread.currentThread().isInterrupted()) {
			Instant now = clock.instant();
			Instant next = tick(now);
			if (next.isAfter(now)) {
				LockSupport.parkNanos(this, nanosUntil(now, next));
			}
		}
		driver = null;
	}

	private static long nanosUntil(Instant now, Instant next) {
		Duration most = Duration.ofSeconds(1);
		return next.isAfter(now.plus(most)) ? most.toNanos() : Duration.between(now, next).toNanos();
	}

	private void wake() {
		LockSupport.unpark(driver);
	}
}
