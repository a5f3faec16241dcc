package id.posko.transfer.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads and writes that come short and end at any octet. */
class FaultTest {

	private static final int RUNS = Boolean.getBoolean("posko.long") ? 1_000 : 12;

	@TempDir
	private Path folder;
	private Path source;
	private Path target;
	private long octets;

	@BeforeEach
	void folders() throws IOException {
		source = Trees.make(Files.createDirectory(folder.resolve("asal")), 11);
		for (Path file : Trees.files(source).values()) {
			octets += Files.size(file);
		}
	}

	private Outcome run(Plan plan, Path from, Path to, Path journal) {
		return new Copy(from, to, plan, journal, new Watchdog(Duration.ofMinutes(1), 1)).run((_, _) -> {
		});
	}

	@Test
	void whereverTheTargetFailsTheNextRunGoesOnAndReadsAtMostAChunkAgain() throws Exception {
		Random random = new Random(20261);
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		for (int i = 0; i < RUNS; i++) {
			target = Files.createDirectory(folder.resolve("tujuan " + i));
			Path journal = folder.resolve("journal " + i);
			long read = 0;
			int breaks = 0;
			Outcome outcome;
			do {
				Faults faults = new Faults(random, random.nextLong(breaks < 4 ? 3 * octets / 2 : 9 * octets));
				outcome = run(plan, source, new FaultyFiles(faults).path(target), journal);
				read += outcome.totals().sourceRead();
				Trees.assertNothingHalf(source, target);
				if (outcome instanceof Outcome.Flawed flawed) {
					assertFalse(flawed.first().isEmpty());
				}
				assertEquals(outcome instanceof Outcome.Done, outcome.totals().readBack() == plan.files(), outcome.toString());
			} while (!(outcome instanceof Outcome.Done) && breaks++ < 60);
			assertInstanceOf(Outcome.Done.class, outcome, "run " + i + outcome);
			Trees.assertSame(source, target);
			assertTrue(read <= octets + (long) breaks * CopyJournal.CHUNK, "run " + i + ": " + (read - octets)
					+ " octets read again in " + breaks + " breaks");
			deepDelete(target);
		}
	}

	@Test
	void whereverTheSourceFailsTheNextRunGoesOn() throws Exception {
		Random random = new Random(20262);
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		for (int i = 0; i < RUNS / 3; i++) {
			target = Files.createDirectory(folder.resolve("tujuan " + i));
			Path journal = folder.resolve("journal " + i);
			int breaks = 0;
			Outcome outcome;
			do {
				Faults faults = new Faults(random, random.nextLong(octets / 2));
				outcome = run(plan, new FaultyFiles(faults).path(source), target, journal);
				assertTrue(outcome.totals().sourceRead() <= faults.octetsRead(), "it says what it read");
				Trees.assertNothingHalf(source, target);
			} while (!(outcome instanceof Outcome.Done) && breaks++ < 60);
			assertInstanceOf(Outcome.Done.class, outcome, "run " + i + ": " + outcome);
			Trees.assertSame(source, target);
			deepDelete(target);
		}
	}

	@Test
	void aSourceThatChangesWhileItIsReadIsToldAndBegunAnew() throws Exception {
		Path from = Files.createDirectory(folder.resolve("satu"));
		Path file = Trees.file(from.resolve("berubah"), new byte[2 * Trees.CHUNK]);
		Plan plan = Trees.plan(from, folder.resolve("plan"));
		target = Files.createDirectory(folder.resolve("tujuan"));
		Outcome outcome = run(plan, changing(file, 1), target, folder.resolve("journal"));
		assertInstanceOf(Outcome.Done.class, outcome);
		assertEquals(List.of("berubah"), outcome.totals().restarted());
		Trees.assertSame(from, target);
		Path other = Files.createDirectory(folder.resolve("lain"));
		Outcome.Flawed flawed = assertInstanceOf(Outcome.Flawed.class,
				run(plan, changing(file, 20), other, folder.resolve("journal 2")));
		assertEquals(List.of(new Flaw("berubah", 0, Flaw.Kind.CHANGING, "")), flawed.first());
		assertFalse(Files.exists(other.resolve("berubah")));
		assertInstanceOf(Outcome.Done.class, run(plan, from, other, folder.resolve("journal 2")));
		Trees.assertSame(from, other);
	}

	/** The file is written to while it is read, so many times. */
	private static Path changing(Path file, int times) {
		int[] changes = { times };
		return new FaultyFiles(new Faults(new Random(1), Long.MAX_VALUE) {
			@Override
			synchronized int read(int wanted) throws IOException {
				if (changes[0]-- > 0) {
					Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L + changes[0]));
				}
				return wanted;
			}
		}).path(file.getParent());
	}

	@Test
	void aDeviceThatGivesOtherOctetsThanItTookIsFound() throws Exception {
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		target = Files.createDirectory(folder.resolve("tujuan"));
		boolean[] isStored = { false };
		Path lying = new FaultyFiles(new Faults(new Random(1), Long.MAX_VALUE) {
			@Override
			synchronized int write(int wanted) throws IOException {
				return Math.max(1, wanted / 2);
			}
		}).path(target);
		Copy copy = new Copy(source, lying, plan, folder.resolve("journal"), new Watchdog(Duration.ofMinutes(1), 1));
		Outcome outcome = copy.run((stage, progress) -> {
			if (stage == State.COPIED && progress.at().isEmpty() && !isStored[0]) {
				isStored[0] = true;
				turn(target.resolve("hari 1/é1.dat.posko-part"));
			}
		});
		assertTrue(isStored[0]);
		assertInstanceOf(Outcome.Done.class, outcome);
		assertTrue(outcome.totals().sourceRead() > octets, "it was copied again");
		Trees.assertSame(source, target);
	}

	private static void turn(Path file) {
		try {
			byte[] content = Files.readAllBytes(file);
			content[content.length / 2] ^= 1;
			Files.write(file, content);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void aMediumThatHangsIsLeftAndTheNextRunIsToldThatItHangs() throws Exception {
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		target = Files.createDirectory(folder.resolve("tujuan"));
		CountDownLatch never = new CountDownLatch(1);
		Path hanging = new FaultyFiles(new Faults(new Random(1), Long.MAX_VALUE) {
			private long left = octets / 3;

			@Override
			synchronized int write(int wanted) throws IOException {
				left -= wanted;
				while (left < 0 && never.getCount() > 0) {
					try {
						never.await();
					} catch (InterruptedException _) {
						// as a thread in the kernel does, it does not hear
					}
				}
				return wanted;
			}
		}).path(target);
		Watchdog watchdog = new Watchdog(Duration.ofMillis(300), 2);
		Path journal = folder.resolve("journal");
		Outcome.Stalled stalled = assertInstanceOf(Outcome.Stalled.class,
				new Copy(source, hanging, plan, journal, watchdog).run((_, _) -> {
				}));
		assertTrue(stalled.file().endsWith(".dat"), stalled.toString());
		assertFalse(stalled.isSafeToRemove());
		assertInstanceOf(Outcome.Busy.class, new Copy(source, target, plan, journal, watchdog).run((_, _) -> {
		}), "the one that hangs may still write");
		assertInstanceOf(Outcome.Stalled.class, new Copy(source, hanging, plan, folder.resolve("other"), watchdog)
				.run((_, _) -> {
				}));
		assertEquals("", assertInstanceOf(Outcome.Stalled.class, new Copy(source, target, plan,
				folder.resolve("third"), watchdog).run((_, _) -> {
				})).file(), "no more than two threads hang");
		never.countDown();
		Outcome outcome;
		do {
			outcome = run(plan, source, target, journal);
		} while (outcome instanceof Outcome.Busy);
		assertInstanceOf(Outcome.Done.class, outcome);
		Trees.assertSame(source, target);
	}

	private static void deepDelete(Path folder) throws IOException {
		try (var all = Files.walk(folder)) {
			for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}
}
