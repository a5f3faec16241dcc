package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.History;
import id.posko.health.Verdict;
import id.posko.kit.DataFolder.Opening;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;

/** A real process that writes is killed at any moment: what it was told is safe is there, and nothing half-done. */
class KillTest {

	private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");
	private static final int KILLS = Boolean.getBoolean("posko.long") ? 1_000 : 15;
	private static final int SAME_FOLDER = 5;
	private static final int LONGEST_MILLIS = 900;

	@TempDir
	Path temp;

	/** The last of each sort that was said to be safe, and the last number that was begun. */
	private final Map<String, Integer> said = new HashMap<>();

	@Test
	void beingKilledLosesNothingThatWasSafeAndLeavesNothingHalfDone() throws Exception {
		long seed = Long.getLong("posko.seed", System.nanoTime());
		Random random = new Random(seed);
		int killedWhileWriting = 0;
		for (int i = 0; i < KILLS; i++) {
			Path folder = temp.resolve("office-" + i / SAME_FOLDER);
			if (i % SAME_FOLDER == 0) {
				said.clear();
			}
			try (Child child = Child.start(WriterMain.class, folder.toString(), "" + (said.getOrDefault("begin", 0) + 1))) {
				List<String> lines = new ArrayList<>();
				if (random.nextInt(4) > 0) {
					child.line().ifPresent(lines::add);
				}
				LockSupport.parkNanos(1_000_000L * random.nextInt(LONGEST_MILLIS));
				lines.addAll(child.kill());
				lines.forEach(this::remember);
				killedWhileWriting += lines.isEmpty() ? 0 : 1;
			}
			check(folder, "seed " + seed + ", kill " + i + ", said " + said);
		}
		assertTrue(killedWhileWriting > KILLS / 2, killedWhileWriting + " of " + KILLS + " were killed while writing");
	}

	@Test
	void whatIsOnDiskButNotCommittedIsGone() throws Exception {
		try (Child child = Child.start(HalfMain.class, temp.toString())) {
			assertEquals(Optional.of("half 2000"), child.line());
			child.kill();
		}
		try (HeldFolder folder = new HeldFolder(temp, Migrations.ours())) {
			folder.open();
			Fleet fleet = new InventoryRows(folder.database()).fleet();
			assertEquals(1500, fleet.devices().size());
			assertEquals(Set.of("first"), fleet.devices().stream().map(Device::notes).collect(Collectors.toSet()));
		}
	}

	private void remember(String line) {
		String[] words = line.split(" ");
		said.put(words[0], Integer.parseInt(words[1]));
	}

	private void check(Path path, String when) throws IOException {
		try (HeldFolder folder = new HeldFolder(path, Migrations.ours())) {
			assertInstanceOf(Opening.Open.class, folder.open(), when);
			InventoryRows inventory = new InventoryRows(folder.database());
			History history = new HistoryRows(folder.database(), inventory);
			Fleet fleet = inventory.fleet();
			Set<String> imports = fleet.devices().stream().map(Device::notes).collect(Collectors.toSet());
			assertTrue(imports.size() <= 1, when + ", found " + imports);
			assertTrue(fleet.devices().isEmpty() || fleet.devices().size() == WriterMain.DEVICES, when);
			int imported = imports.stream().mapToInt(notes -> Integer.parseInt(notes.substring(7))).findFirst().orElse(0);
			assertSafe("import", imported, when);
			assertSafe("transitions", lastTransition(history, fleet, when), when);
			assertSafe("samples", lastSample(history, fleet, when), when);
		}
	}

	private void assertSafe(String sort, int found, String when) {
		int safe = said.getOrDefault(sort, 0);
		assertTrue(found >= safe, when + ": lost " + sort + ", found " + found);
		assertTrue(found <= Math.max(safe, said.getOrDefault("begin", 0)) || said.isEmpty(), when + ": " + sort + " " + found);
		said.put(sort, found);
	}

	private static int number(Instant at) {
		return (int) (at.getEpochSecond() - WriterMain.START.getEpochSecond()) / 60;
	}

	private static int lastTransition(History history, Fleet fleet, String when) throws IOException {
		Map<DeviceKey, Verdict> last = history.lastVerdicts();
		Set<Instant> times = last.values().stream().map(Verdict::since).collect(Collectors.toSet());
		assertTrue(times.size() <= 1 && (last.isEmpty() || last.size() == fleet.devices().size()), when + ": " + times);
		return times.stream().mapToInt(KillTest::number).findFirst().orElse(0);
	}

	/** Every device has the same samples, and they are those that its hours count. */
	private static int lastSample(History history, Fleet fleet, String when) throws IOException {
		Set<List<Integer>> found = new HashSet<>();
		for (Device device : fleet.devices()) {
			List<Integer> samples = history.samples(device.key(), Instant.EPOCH, NEVER).stream()
					.map(sample -> number(sample.at())).toList();
			assertEquals(samples.size(), history.hourly(device.key(), Instant.EPOCH, NEVER).stream()
					.mapToInt(hour -> hour.count()).sum(), when);
			found.add(samples);
		}
		assertTrue(found.size() <= 1, when + ": " + found);
		return found.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
	}
}
