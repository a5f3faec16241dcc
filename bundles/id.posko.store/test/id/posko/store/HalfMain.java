package id.posko.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Imports, and then is in the middle of a second import, with all of it on disk but not committed, until it is killed. */
final class HalfMain {

	private HalfMain() {
	}

	public static void main(String[] arguments) throws IOException {
		HeldFolder folder = new HeldFolder(Path.of(arguments[0]), Migrations.ours());
		folder.open();
		Database database = folder.database();
		new InventoryRows(database).write(Offices.offices(3, 500, "first"));
		database.write(handle -> {
			FleetRows rows = FleetRows.read(handle).edit(handle, Offices.offices(4, 500, "second"));
			database.read(other -> other.execute("checkpoint sync"));
			IO.println("half " + rows.fleet().devices().size());
			waitForEver();
			return rows;
		});
	}

	private static void waitForEver() {
		try {
			new CountDownLatch(1).await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
