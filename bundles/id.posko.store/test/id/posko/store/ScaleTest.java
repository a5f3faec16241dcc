package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.Device;

/** Many devices, many readers, and those who interrupt them, on our own file. */
class ScaleTest {

	@TempDir
	Path temp;
	private HeldFolder folder;

	@BeforeEach
	void open() {
		folder = new HeldFolder(temp, Migrations.ours());
		folder.open();
	}

	@AfterEach
	void close() throws IOException {
		folder.close();
	}

	private Database database() {
		return folder.database();
	}

	@Test
	void sixtyThousandDevicesAreWrittenAndReadInSeconds() throws IOException {
		InventoryRows rows = new InventoryRows(database());
		long start = System.nanoTime();
		rows.write(Offices.offices(600, 100, "first"));
		long added = System.nanoTime();
		rows.write(Offices.offices(600, 100, "second"));
		long changed = System.nanoTime();
		rows.write(Offices.offices(600, 100, "second"));
		long unchanged = System.nanoTime();
		close();
		open();
		long opened = System.nanoTime();
		assertEquals(60_000, new InventoryRows(database()).fleet().devices().size());
		long read = System.nanoTime();
		String figures = "60,000 devices: added %d ms, changed %d ms, unchanged %d ms, reopened %d ms, read %d ms".formatted(
				(added - start) / 1_000_000, (changed - added) / 1_000_000, (unchanged - changed) / 1_000_000,
				(opened - unchanged) / 1_000_000, (read - opened) / 1_000_000);
		IO.println(figures);
		assertTrue(added - start < 20_000_000_000L && changed - added < 20_000_000_000L && read - opened < 5_000_000_000L,
				figures);
	}

	/** Also those who read the tables themselves see the fleet before or after an import, and do not wait for it. */
	@Test
	void readersSeeBeforeOrAfterAnImportAndNothingBetween() throws Exception {
		InventoryRows rows = new InventoryRows(database());
		rows.write(Offices.offices(20, 100, "0"));
		Set<Set<String>> seenInFleet = ConcurrentHashMap.newKeySet();
		Set<Set<String>> seenInTables = ConcurrentHashMap.newKeySet();
		CountDownLatch done = new CountDownLatch(1);
		try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> fleetReader = readers.submit(() -> {
				while (done.getCount() > 0) {
					seenInFleet.add(rows.fleet().devices().stream().map(Device::notes).collect(Collectors.toSet()));
				}
			});
			Future<Integer> tableReader = readers.submit(() -> {
				int during = 0;
				while (done.getCount() > 0) {
					seenInTables.add(database().read(
							handle -> Set.copyOf(handle.createQuery("select notes from device").mapTo(String.class).list())));
					during++;
				}
				return during;
			});
			for (int i = 1; i <= 10; i++) {
				rows.write(Offices.offices(20, 100, "" + i));
			}
			done.countDown();
			fleetReader.get();
			assertTrue(tableReader.get() > 10);
		}
		seenInFleet.forEach(notes -> assertEquals(1, notes.size(), notes.toString()));
		seenInTables.forEach(notes -> assertEquals(1, notes.size(), notes.toString()));
	}

	@Test
	void interruptingThoseWhoReadOrWriteHarmsNothing() throws InterruptedException {
		InventoryRows rows = new InventoryRows(database());
		for (int i = 1; i <= 40; i++) {
			String notes = "" + i;
			Thread writer = Thread.ofVirtual().start(() -> {
				rows.write(Offices.offices(5, 100, notes));
				new InventoryRows(database()).fleet();
				assertTrue(Thread.interrupted());
			});
			for (int k = 0; k < 20 && writer.isAlive(); k++) {
				writer.interrupt();
				writer.join(java.time.Duration.ofMillis(1));
			}
			writer.join();
			assertEquals(Set.of(notes), rows.fleet().devices().stream().map(Device::notes).collect(Collectors.toSet()));
		}
		assertEquals(500, new InventoryRows(database()).fleet().devices().size());
	}
}
