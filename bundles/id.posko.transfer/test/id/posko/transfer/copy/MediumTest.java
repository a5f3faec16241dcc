package id.posko.transfer.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small media of their own, mounted by root: full, pulled in the middle, put in again. */
class MediumTest {

	@TempDir
	private Path folder;
	private Path source;
	private Path medium;
	private Plan plan;

	@BeforeEach
	void mount() throws Exception {
		assumeTrue(Libc.isHere() && "root".equals(System.getProperty("user.name")), "only root may mount a medium");
		source = Trees.make(Files.createDirectory(folder.resolve("asal")), 31);
		plan = Trees.plan(source, folder.resolve("plan"));
		medium = Files.createDirectory(folder.resolve("media"));
	}

	@AfterEach
	void unmount() throws Exception {
		if (medium != null) {
			new ProcessBuilder("umount", "-l", medium.toString()).redirectErrorStream(true).start().waitFor();
		}
	}

	private static void does(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + said);
	}

	private boolean isDone(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getInputStream().readAllBytes();
		return process.waitFor() == 0;
	}

	private Copy copy(Path from, Path to) {
		return new Copy(from, to, plan, folder.resolve("journal"), new Watchdog(Duration.ofMinutes(1), 1));
	}

	@Test
	void aFullMediumIsToldWithWhatIsMissingAndGoesOnWhenThereIsRoom() throws Exception {
		does("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", medium.toString());
		Outcome.Full full = assertInstanceOf(Outcome.Full.class, copy(source, medium).run((_, _) -> {
		}));
		assertEquals(medium, full.where());
		assertFalse(full.isSafeToRemove());
		long least = plan.octets() - (20 << 20);
		assertTrue(full.missing() >= least && full.missing() <= least + 2 * CopyJournal.CHUNK, full + " " + least);
		does("mount", "-o", "remount,size=60m", medium.toString());
		Outcome outcome = copy(source, medium).run((_, _) -> {
		});
		assertInstanceOf(Outcome.Done.class, outcome);
		assertTrue(full.totals().sourceRead() + outcome.totals().sourceRead() <= plan.octets() + CopyJournal.CHUNK);
		Trees.assertSame(source, medium);
	}

	@Test
	void aTargetThatIsPulledIsGoneAndNothingIsWrittenInItsPlace() throws Exception {
		Path disk = folder.resolve("disk");
		try (var file = new java.io.RandomAccessFile(disk.toFile(), "rw")) {
			file.setLength(100 << 20);
		}
		does("mkfs.ext4", "-q", disk.toString());
		assumeTrue(isDone("mount", "-o", "loop", disk.toString(), medium.toString()), "no loop device here");
		Outcome.Gone gone = assertInstanceOf(Outcome.Gone.class, pulled(copy(source, medium)));
		assertEquals(medium, gone.which());
		assertTrue(Trees.files(medium).isEmpty(), "the folder below stays empty");
		assertInstanceOf(Outcome.Gone.class, copy(source, medium).run((_, _) -> {
		}), "without the medium there is nothing to go on with");
		assertTrue(Trees.files(medium).isEmpty());
		does("mount", "-o", "loop", disk.toString(), medium.toString());
		Files.deleteIfExists(medium.resolve("lost+found"));
		Outcome outcome = copy(source, medium).run((_, _) -> {
		});
		assertInstanceOf(Outcome.Done.class, outcome);
		assertTrue(gone.totals().sourceRead() + outcome.totals().sourceRead() <= plan.octets() + CopyJournal.CHUNK);
		Trees.assertSame(source, medium);
	}

	@Test
	void aSourceThatIsPulledIsGoneAndGoesOnWhenItIsThereAgain() throws Exception {
		does("mount", "--bind", source.toString(), medium.toString());
		Path target = Files.createDirectory(folder.resolve("tujuan"));
		Outcome.Gone gone = assertInstanceOf(Outcome.Gone.class, pulled(copy(medium, target)));
		assertEquals(medium, gone.which());
		Trees.assertNothingHalf(source, target);
		does("mount", "--bind", source.toString(), medium.toString());
		Outcome outcome = copy(medium, target).run((_, _) -> {
		});
		assertInstanceOf(Outcome.Done.class, outcome);
		assertTrue(gone.totals().sourceRead() + outcome.totals().sourceRead() <= plan.octets() + CopyJournal.CHUNK);
		Trees.assertSame(source, target);
	}

	/** Pulls the plug when a third is copied: as slowly as progress is told, so that all of it is. */
	private Outcome pulled(Copy copy) {
		boolean[] isPulled = { false };
		return copy.run((_, progress) -> {
			if (!isPulled[0] && progress.files() >= plan.files() / 3) {
				isPulled[0] = true;
				try {
					does("umount", "-l", medium.toString());
				} catch (IOException | InterruptedException e) {
					throw new IllegalStateException(e);
				}
			} else if (!isPulled[0]) {
				LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
			}
		});
	}
}
