package id.posko.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import id.posko.kit.DeviceKey;

/** Devices that somebody wants to know about now. Closing it ends the wish; what is under way ends by itself. */
public final class Request implements AutoCloseable {

	/** A device whose verdict stays open for so many visits is given as it is. */
	private static final int MOST_VISITS = 30;

	private final Map<DeviceKey, Integer> open = new ConcurrentHashMap<>();
	private final AtomicInteger left = new AtomicInteger();
	private final Consumer<DeviceHealth> settled;
	private final Consumer<Request> onClose;
	private final CountDownLatch done = new CountDownLatch(1);

	Request(Consumer<DeviceHealth> settled, Consumer<Request> onClose) {
		this.settled = settled;
		this.onClose = onClose;
	}

	void open(DeviceKey key) {
		if (open.put(key, 0) == null) {
			left.incrementAndGet();
		}
	}

	List<DeviceKey> keys() {
		return List.copyOf(open.keySet());
	}

	/** The device has been asked once; true if it has to be asked again. */
	boolean visited(DeviceKey key, Optional<DeviceHealth> health) {
		Integer visits = open.computeIfPresent(key, (_, before) -> before + 1);
		if (visits != null && (health.isEmpty() || !health.get().confirming() || visits >= MOST_VISITS)) {
			give(key, health);
			return false;
		}
		return visits != null;
	}

	/** The device's verdict may have settled by an answer of another one. */
	void changed(DeviceHealth health) {
		Integer visits = open.get(health.device().key());
		if (visits != null && visits > 0 && !health.confirming()) {
			give(health.device().key(), Optional.of(health));
		}
	}

	void give(DeviceKey key, Optional<DeviceHealth> health) {
		if (open.remove(key) != null) {
			health.ifPresent(settled);
			if (left.decrementAndGet() == 0) {
				close();
			}
		}
	}

	/** How many are not settled yet. */
	public int left() {
		return left.get();
	}

	/**
	 * Waits until all are settled, the rounds are stopped or the request is closed.
	 *
	 * @return whether all are settled
	 */
	public boolean await() throws InterruptedException {
		done.await();
		return left() == 0;
	}

	@Override
	public void close() {
		open.clear();
		onClose.accept(this);
		done.countDown();
	}
}
