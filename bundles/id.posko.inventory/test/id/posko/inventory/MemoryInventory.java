package id.posko.inventory;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import java.util.function.Consumer;

/** An inventory that lasts as long as the test. */
final class MemoryInventory implements Inventory, Registry {

	private Fleet fleet;
	private int writes;

	MemoryInventory(Fleet fleet) {
		this.fleet = fleet;
	}

	@Override
	public Fleet fleet() {
		return fleet;
	}

	int writes() {
		return writes;
	}

	@Override
	public Subscription onChange(Consumer<Fleet> listener) {
		return () -> {
		};
	}

	@Override
	public void write(Edit edit) {
		fleet = edit.on(fleet);
		writes++;
	}
}
