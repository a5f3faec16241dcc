package id.posko.transfer.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it copies, at any moment; what it noted is true, and another goes on from there. */
class KillTest {

	private static final int KILLS = Boolean.getBoolean("posko.long") ? 1_000 : 20;
	private static final int HEAP_MB = 64;

	/** The process that is killed. */
	static final class Child {

		private Child() {
		}

		public static void main(String[] folders) throws IOException {
			Path source = Path.of(folders[0]);
			Outcome outcome = new Copy(source, Path.of(folders[1]), Plan.read(Path.of(folders[2])), Path.of(folders[3]),
					new Watchdog(Duration.ofMinutes(1), 1)).run((_, _) -> {
					});
			Runtime.getRuntime().halt(outcome instanceof Outcome.Done ? 0 : 1);
		}
	}

	@TempDir
	private Path folder;

	@Test
	void whatWasNotedIsTrueAndAtMostOneChunkIsReadAgain() throws Exception {
		Random random = new Random(20263);
		Path source = Trees.make(Files.createDirectory(folder.resolve("asal")), 21);
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		int kills = 0;
		for (int round = 0; kills < KILLS; round++) {
			Path target = Files.createDirectory(folder.resolve("tujuan " + round));
			Path journal = folder.resolve("journal " + round);
			for (int life = 0; life < 5 && kills < KILLS && kill(random, source, target, plan, journal); life++) {
				kills++;
				long noted = noted(plan, journal, target, source);
				Trees.assertNothingHalf(source, target);
				if (random.nextInt(3) == 0) {
					Outcome outcome = run(source, target, plan, journal);
					assertInstanceOf(Outcome.Done.class, outcome);
					assertEquals(plan.octets() - noted, outcome.totals().sourceRead(),
							"what was noted is not read again: the killed one lost the chunk it had in hand");
				}
			}
			assertInstanceOf(Outcome.Done.class, run(source, target, plan, journal));
			Trees.assertSame(source, target);
			for (Path file : Trees.files(target).values()) {
				Files.delete(file);
			}
		}
	}

	private static Outcome run(Path source, Path target, Plan plan, Path journal) {
		return new Copy(source, target, plan, journal, new Watchdog(Duration.ofMinutes(1), 1)).run((_, _) -> {
		});
	}

	/** Whether it came before its end. */
	private boolean kill(Random random, Path source, Path target, Plan plan, Path journal) throws Exception {
		Process child = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx" + HEAP_MB + "m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
				place(Child.class) + File.pathSeparator + place(Copy.class), Child.class.getName(),
				source.toString(), target.toString(), plan.file().toString(), journal.toString())).inheritIO().start();
		try {
			long size = Files.exists(journal) ? Files.size(journal) : 0;
			while (child.isAlive() && (!Files.exists(journal) || Files.size(journal) <= size)) {
				child.waitFor(1, TimeUnit.MILLISECONDS);
			}
			boolean hasEnded = child.waitFor(random.nextInt(150_000), TimeUnit.MICROSECONDS);
			assertTrue(!hasEnded || child.exitValue() == 0, "it failed by itself");
			return !hasEnded;
		} finally {
			child.destroyForcibly().waitFor();
		}
	}

	private static Path place(Class<?> ours) throws URISyntaxException {
		return Path.of(ours.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	/** Octets of the chunks in the journal; each file is as it says. */
	private static long noted(Plan plan, Path journal, Path target, Path source) throws IOException, InterruptedException {
		long[] noted = { 0 };
		try (CopyJournal kept = CopyJournal.open(journal, plan).orElseThrow()) {
			plan.rows((number, row) -> {
				Path whole = new Names(target).file(row.to());
				if (kept.state(number) == State.READ_BACK) {
					assertEquals(-1, Files.mismatch(new Names(source).file(row.from()), whole));
					noted[0] += row.octets();
				} else if (kept.begun(number).isPresent()) {
					List<CopyJournal.Chunk> chunks = kept.begun(number).get().chunks();
					noted[0] += chunks.stream().mapToLong(CopyJournal.Chunk::octets).sum();
					Path part = new Names(target).file(row.to() + ".posko-part");
					boolean isWhole = kept.state(number) == State.COPIED || kept.state(number) == State.STORED;
					assertEquals(isWhole, isWhole && (Files.exists(part) ? Files.size(part) : Files.size(whole)) == row.octets());
				}
			});
		}
		return noted[0];
	}
}
