package id.posko.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.inventory.Edit;
import id.posko.inventory.Registry;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;

/**
 * Sites and devices in our tables. The fleet is read once and kept; an edit is compared with it and what differs is
 * written; until that is safe on disk all others see the fleet before it. Listeners hear of edits one after the other, on the thread that wrote, and must not wait for another
 * thread that writes.
 */
@Component(service = { Inventory.class, Registry.class, InventoryRows.class })
public final class InventoryRows implements Inventory, Registry {

	private static final Logger LOG = System.getLogger(InventoryRows.class.getName());

	private final Database database;
	private final ReentrantLock writing = new ReentrantLock();
	private final ReentrantLock telling = new ReentrantLock();
	private final List<Consumer<Fleet>> listeners = new CopyOnWriteArrayList<>();
	/** Null until it is read, and after a write that failed. */
	private volatile FleetRows rows;

	@Activate
	public InventoryRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public Fleet fleet() {
		return rows().fleet();
	}

	/** The number under which a device's history is kept; empty if there is no such device. */
	Optional<Long> id(DeviceKey device) {
		return rows().id(device);
	}

	private FleetRows rows() {
		FleetRows known = rows;
		if (known != null) {
			return known;
		}
		writing.lock();
		try {
			if (rows == null) {
				rows = database.read(FleetRows::read);
			}
			return rows;
		} finally {
			writing.unlock();
		}
	}

	@Override
	public Subscription onChange(Consumer<Fleet> listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	@Override
	public void write(Edit edit) {
		writing.lock();
		boolean written = false;
		try {
			FleetRows before = rows();
			rows = database.write(handle -> before.edit(handle, edit));
			written = true;
		} finally {
			if (!written) {
				rows = null;
			}
			writing.unlock();
		}
		tell();
	}

	private void tell() {
		telling.lock();
		try {
			Fleet now = fleet();
			for (Consumer<Fleet> listener : listeners) {
				tell(listener, now);
			}
		} finally {
			telling.unlock();
		}
	}

	/** What is written stays written, also if a listener has a bug. */
	private static void tell(Consumer<Fleet> listener, Fleet now) {
		try {
			listener.accept(now);
		} catch (RuntimeException bug) {
			LOG.log(Level.ERROR, "A listener of the inventory failed", bug);
		}
	}
}
