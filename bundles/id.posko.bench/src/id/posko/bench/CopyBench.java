package id.posko.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import id.posko.transfer.copy.Copy;
import id.posko.transfer.copy.Names;
import id.posko.transfer.copy.Outcome;
import id.posko.transfer.copy.Plan;
import id.posko.transfer.copy.State;
import id.posko.transfer.copy.Survey;
import id.posko.transfer.copy.Watchdog;

/**
 * Copies with hash and flush against {@code cp -r} and {@code sync -f}, and many small files against {@code rsync -a
 * --checksum} into an empty folder, in turns, on the disk of the temporary folder; every copy is compared. The
 * read-back, which neither of them does, has its own figure. Needs Linux, cp, sync and rsync.
 */
public final class CopyBench {

	private static final int ROUNDS = 5;
	private static final long LARGE = 1L << 30;
	private static final int LARGE_FILES = 40;
	private static final int SMALL_FILES = 100_000;
	private static final int SMALL_FOLDERS = 500;
	private static final int SMALL_LENGTH = 2_000;
	private static final long ROOM = 4 * LARGE;
	private static final double GOAL = 0.9;

	private final Consumer<String> print;
	private final Path folder;
	private final List<Double> ours = new ArrayList<>();
	private final List<Double> theirs = new ArrayList<>();
	private final List<Double> readBack = new ArrayList<>();
	private boolean good = true;

	private CopyBench(Consumer<String> print, Path folder) {
		this.print = print;
		this.folder = folder;
	}

	/** @return whether the goals were held and every copy was right */
	public static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		print.accept(Machine.line());
		Path folder = Files.createTempDirectory("posko-bench");
		try {
			FileStore disk = Files.getFileStore(folder);
			if (disk.getUsableSpace() < ROOM || !Files.isExecutable(Path.of("/usr/bin/rsync"))) {
				print.accept("not run: needs 4 GiB of room in " + folder.getParent() + " and rsync (package rsync)");
				return false;
			}
			print.accept("on " + disk.type() + " " + disk.name());
			CopyBench bench = new CopyBench(print, folder);
			bench.large();
			bench.small();
			return bench.good;
		} finally {
			Folders.remove(folder);
		}
	}

	private void large() throws IOException, InterruptedException {
		Path source = Files.createDirectory(folder.resolve("large"));
		Random random = new Random(1);
		byte[] content = new byte[(int) (LARGE / LARGE_FILES)];
		for (int i = 0; i < LARGE_FILES; i++) {
			random.nextBytes(content);
			Files.write(source.resolve("recording " + i), content);
		}
		rounds(source, target -> execute("cp", "-r", source + "/.", target.toString()));
		double rate = median(theirs) / median(ours);
		tell("%d files, %.0f MiB: stored after".formatted(LARGE_FILES, LARGE / 1048576.0), "cp -r and sync -f", LARGE);
		judge(rate, GOAL);
		Folders.remove(source);
	}

	private void small() throws IOException, InterruptedException {
		Path source = Files.createDirectory(folder.resolve("small"));
		Random random = new Random(2);
		byte[] content = new byte[SMALL_LENGTH];
		for (int i = 0; i < SMALL_FILES; i++) {
			random.nextBytes(content);
			Path parent = Files.createDirectories(source.resolve("day " + i % SMALL_FOLDERS));
			Files.write(parent.resolve("record " + i), content);
		}
		rounds(source, target -> execute("rsync", "-a", "--checksum", source + "/", target + "/"));
		double rate = median(theirs) / median(ours);
		tell(SMALL_FILES + " files of " + SMALL_LENGTH + " octets: stored after", "rsync -a --checksum and sync -f",
				(long) SMALL_FILES * SMALL_LENGTH);
		judge(rate, 1);
	}

	private interface Peer {
		void copy(Path target) throws IOException, InterruptedException;
	}

	/** Everything is on the disk before a round begins; the source is in the cache for both. */
	private void rounds(Path source, Peer peer) throws IOException, InterruptedException {
		List.of(ours, theirs, readBack).forEach(List::clear);
		for (int round = -1; round < ROUNDS; round++) {
			Path target = Files.createDirectory(folder.resolve("target"));
			execute("sync");
			long start = System.nanoTime();
			peer.copy(target);
			execute("sync", "-f", target.toString());
			double theirTime = (System.nanoTime() - start) / 1e9;
			compare(source, target);
			Folders.remove(target);
			Files.createDirectory(target);
			execute("sync");
			double[] ourTime = copy(source, target);
			compare(source, target);
			Folders.remove(target);
			if (round >= 0) {
				theirs.add(theirTime);
				ours.add(ourTime[0]);
				readBack.add(ourTime[1]);
			}
		}
	}

	/** Seconds until all is stored, with the survey and plan; seconds of the read-back after that. */
	private double[] copy(Path source, Path target) throws IOException, InterruptedException {
		long[] stored = { 0 };
		long start = System.nanoTime();
		Names names = new Names(source);
		Path journal = folder.resolve("journal");
		Path plan = folder.resolve("plan");
		try (Plan.Maker maker = new Plan.Maker(plan)) {
			Survey.walk(source, new Survey.Taker() {
				@Override
				public void file(Path file, java.nio.file.attribute.BasicFileAttributes is) throws IOException {
					String name = names.of(file);
					maker.add(new Plan.Row(is.size(), name, name));
				}

				@Override
				public void left(Path path, Survey.Left why, String reason) throws IOException {
					throw new IOException(path + ": " + why);
				}
			});
			maker.finish();
		}
		Outcome outcome = new Copy(source, target, Plan.read(plan), journal, new Watchdog(Duration.ofMinutes(5), 1))
				.run((stage, progress) -> {
					if (stage == State.COPIED && progress.files() == progress.ofFiles() && progress.at().isEmpty()) {
						stored[0] = System.nanoTime();
					}
				});
		long end = System.nanoTime();
		Files.delete(journal);
		if (!(outcome instanceof Outcome.Done done)) {
			throw new IOException(outcome.toString());
		}
		good &= done.totals().readBack() == done.totals().files();
		return new double[] { (stored[0] - start) / 1e9, (end - stored[0]) / 1e9 };
	}

	private void compare(Path source, Path target) throws IOException {
		long files = 0;
		try (Stream<Path> all = Files.walk(source)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				if (Files.mismatch(file, target.resolve(source.relativize(file))) >= 0) {
					throw new IOException("not the same: " + file);
				}
				files++;
			}
		}
		try (Stream<Path> all = Files.walk(target)) {
			if (all.filter(Files::isRegularFile).count() != files) {
				throw new IOException("other files in " + target);
			}
		}
	}

	private void tell(String what, String peer, long octets) {
		print.accept("%s, n = %d".formatted(what, ROUNDS));
		print.accept("  posko %s".formatted(figures(ours, octets)));
		print.accept("  %s %s".formatted(peer, figures(theirs, octets)));
		print.accept("  posko's read-back past the cache, and naming, after that %s".formatted(figures(readBack, octets)));
	}

	private void judge(double rate, double goal) {
		good &= rate >= goal;
		print.accept(String.format(Locale.ROOT, "  %.2f of its rate, goal %.2f: %s", rate, goal, rate >= goal ? "held" : "MISSED"));
	}

	private static String figures(List<Double> times, long octets) {
		List<Double> sorted = times.stream().sorted().toList();
		return String.format(Locale.ROOT, "%.2f s (%.2f to %.2f), %.0f MiB/s", median(times), sorted.getFirst(), sorted.getLast(),
				octets / 1048576.0 / median(times));
	}

	private static double median(List<Double> times) {
		return times.stream().sorted().toList().get(times.size() / 2);
	}

	private static void execute(String... command) throws IOException, InterruptedException {
		int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
		if (exit != 0) {
			throw new IOException(String.join(" ", command) + ": exit " + exit);
		}
	}
}
