package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

import id.posko.health.AvailabilityReport;
import id.posko.health.Cause;
import id.posko.health.Event;
import id.posko.health.Evidence;
import id.posko.health.State;
import id.posko.health.Transition;
import id.posko.health.Verdict;
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
	void sixtyThousandDevicesAreWrittenAndRead() throws IOException {
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
	}

	/** Each device had two outages; the report reads every one of them, a page of events hardly any. */
	@Test
	void theReportOverAMonthAndTheNewestEventsAreRead() throws Exception {
		InventoryRows rows = new InventoryRows(database());
		rows.write(Offices.offices(600, 100, ""));
		HistoryRows history = new HistoryRows(database(), rows);
		Instant from = Instant.parse("2026-03-01T00:00:00Z");
		Instant to = Instant.parse("2026-04-01T00:00:00Z");
		for (int day : new int[] { -1, 3, 4, 20, 21 }) {
			Instant at = from.plus(Duration.ofDays(day));
			history.recordTransitions(rows.fleet().devices().stream().map(device -> new Transition(device.key(), State.UP,
					day == 3 || day == 20 ? new Verdict.Down(Cause.of("silent", "PT4S"), Evidence.NONE, at)
							: new Verdict.Up(Cause.ANSWERED, Evidence.NONE, at))).toList());
		}
		long start = System.nanoTime();
		AvailabilityReport report = AvailabilityReport.of(rows.fleet(), history, from, to, 95);
		long reported = System.nanoTime();
		List<Event> page = new EventRows(database()).page(Optional.empty(), from, to, Optional.empty(), 500);
		long paged = System.nanoTime();
		List<Event> ofOne = new EventRows(database()).page(Optional.of(rows.fleet().sites().iterator().next().code()), from,
				to, Optional.empty(), 500);
		long done = System.nanoTime();
		String figures = "60,000 devices, 300,000 events: report %d ms, page of 500 %d ms, of one office %d ms".formatted(
				(reported - start) / 1_000_000, (paged - reported) / 1_000_000, (done - paged) / 1_000_000);
		IO.println(figures);
		assertEquals(60_600, report.lines().size());
		assertEquals(200, report.lines().getFirst().outages());
		assertEquals(500, page.size());
		assertEquals(400, ofOne.size());
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
				writer.join(Duration.ofMillis(1));
			}
			writer.join();
			assertEquals(Set.of(notes), rows.fleet().devices().stream().map(Device::notes).collect(Collectors.toSet()));
		}
		assertEquals(500, new InventoryRows(database()).fleet().devices().size());
	}
}
