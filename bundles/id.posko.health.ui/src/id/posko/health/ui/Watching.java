package id.posko.health.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

import id.posko.health.BoardListener;
import id.posko.health.Care;
import id.posko.health.DeviceHealth;
import id.posko.health.History;
import id.posko.health.Monitoring;
import id.posko.health.Notice;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.RegionCode;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Permission;

/**
 * What this slice's parts look at: the fleet and how it is, once the data folder is open. In the application's
 * context; any thread.
 */
public final class Watching {

	/** The services of the open data folder. */
	record Source(Monitoring monitoring, Inventory inventory, History history) {
	}

	/** Looks on; told on any thread, one at a time, and must not block. */
	interface Viewer {

		/** Everything anew: at first, and when the inventory changed. */
		void all(Fleet fleet, List<DeviceHealth> healths);

		default void changed(List<DeviceHealth> healths) {
		}

		default void noticed(List<Notice> notices) {
		}
	}

	private static final int MOST_NOTICES = 500;

	private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
	private final Deque<Notice> notices = new ArrayDeque<>();
	private final List<Subscription> heard = new CopyOnWriteArrayList<>();
	/** Held while telling, so that nobody is told a state after a newer one. */
	private final ReentrantLock telling = new ReentrantLock();
	/** Told by the board on the very thread that reads it; is told on after what was read. */
	private final List<DeviceHealth> afterwards = new ArrayList<>();
	private volatile Optional<Source> source = Optional.empty();
	private volatile Optional<Actor> actor = Optional.empty();
	private volatile Optional<Care> care = Optional.empty();

	void open(Source newSource) {
		close();
		source = Optional.of(newSource);
		heard.add(newSource.monitoring().board().listen(new Told()));
		heard.add(newSource.inventory().onChange(_ -> viewers.forEach(this::showAll)));
		viewers.forEach(this::showAll);
	}

	void close() {
		heard.forEach(Subscription::close);
		heard.clear();
		source = Optional.empty();
	}

	Optional<Source> source() {
		return source;
	}

	void actsFor(Optional<Actor> somebody) {
		actor = somebody;
	}

	void actsBy(Optional<Care> newCare) {
		care = newCare;
	}

	/** Whether somebody is signed in who may do that at all these places. */
	boolean may(Permission permission, Collection<Device> devices) {
		return care.isPresent() && actor.filter(
				by -> devices.stream().allMatch(device -> by.may(permission, Optional.of(device.site())))).isPresent();
	}

	/** Whether somebody is signed in who may record that office's counter. */
	boolean mayRecord(RegionCode site) {
		return care.isPresent() && actor.filter(by -> by.may(Permission.COUNTER, Optional.of(site))).isPresent();
	}

	/** Whether somebody is signed in who may do that for the whole office. */
	boolean may(Permission permission) {
		return care.isPresent() && actor.filter(by -> by.may(permission, Optional.empty())).isPresent();
	}

	/** Who sits there. @throws java.util.NoSuchElementException if nobody is signed in: a bug, for it is not offered */
	Actor by() {
		return actor.orElseThrow();
	}

	/** Who it is in a form: the full name, without accounts the name the operating system has. */
	String person() {
		return actor.filter(by -> !by.name().equals(Account.LOCAL)).map(Actor::fullName)
				.orElseGet(() -> System.getProperty("user.name", ""));
	}

	Care care() {
		return care.orElseThrow();
	}

	Fleet fleet() {
		return source.map(s -> s.inventory().fleet()).orElse(Fleet.EMPTY);
	}

	Optional<DeviceHealth> health(DeviceKey device) {
		return source.flatMap(s -> s.monitoring().board().health(device));
	}

	/** The newest first. */
	List<Notice> notices() {
		synchronized (notices) {
			return List.copyOf(notices);
		}
	}

	/** Looks on from now; close to look away. */
	Subscription watch(Viewer viewer) {
		viewers.add(viewer);
		showAll(viewer);
		return () -> viewers.remove(viewer);
	}

	private void showAll(Viewer viewer) {
		telling.lock();
		try {
			source.ifPresent(s -> viewer.all(s.inventory().fleet(), s.monitoring().board().healths()));
			if (!afterwards.isEmpty()) {
				List<DeviceHealth> newer = List.copyOf(afterwards);
				afterwards.clear();
				viewers.forEach(each -> each.changed(newer));
			}
		} finally {
			telling.unlock();
		}
	}

	private final class Told implements BoardListener {

		@Override
		public void changed(List<DeviceHealth> healths) {
			telling.lock();
			try {
				if (telling.getHoldCount() > 1) {
					afterwards.addAll(healths);
				} else {
					viewers.forEach(viewer -> viewer.changed(healths));
				}
			} finally {
				telling.unlock();
			}
		}

		@Override
		public void noticed(List<Notice> news) {
			synchronized (notices) {
				news.forEach(notices::addFirst);
				while (notices.size() > MOST_NOTICES) {
					notices.removeLast();
				}
			}
			viewers.forEach(viewer -> viewer.noticed(news));
		}
	}
}
