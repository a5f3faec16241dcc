package id.posko.kit;

import java.util.function.Consumer;

/** Reads what devices there are. Any thread may ask; nothing here blocks for longer than a read of the database. */
public interface Inventory {

	Fleet fleet();

	/** Tells of every later change, on the thread that made it; close to end. */
	Subscription onChange(Consumer<Fleet> listener);

	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}
}
