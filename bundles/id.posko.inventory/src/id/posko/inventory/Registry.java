package id.posko.inventory;

/** Where sites and devices are written. Implemented by the store; {@code kit}'s {@code Inventory} reads them. */
public interface Registry {

	/**
	 * Writes the edit in one transaction: all of it, or on failure nothing. Blocks until it is safe on disk;
	 * when it returns, {@code Inventory.fleet()} shows it.
	 */
	void write(Edit edit);
}
