package id.posko.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import id.posko.seal.Identity;
import id.posko.seal.Sealer;
import id.posko.seal.Sealing;
import id.posko.seal.Unsealer;
import id.posko.seal.Unsealing;

/**
 * Sealing and opening a file that does not get smaller, for two keys, until it is on the disk: ours, with its SHA-256,
 * and Debian's age in turn. What each sealed is opened by the other.
 */
final class SealBench {

	private static final Path AGE = Path.of("/usr/bin/age");
	private static final long SIZE = 1L << 30;
	private static final int ROUNDS = 5;
	private static final double GOAL = 0.6;

	private final Path folder;
	private final Path file;
	private final Path key;
	private final Identity identity;
	private final Identity other;
	private final double[] oursSealing = new double[ROUNDS];
	private final double[] agesSealing = new double[ROUNDS];
	private final double[] oursOpening = new double[ROUNDS];
	private final double[] agesOpening = new double[ROUNDS];

	private long ownCpu;
	private long agesCpu;

	private SealBench(Path folder, Identity identity, Identity other) throws IOException {
		this.folder = folder;
		this.identity = identity;
		this.other = other;
		file = folder.resolve("dump");
		key = Files.writeString(folder.resolve("key.txt"), new String(identity.text()) + "\n");
	}

	/** @return whether all came back as it was and the goals were held */
	static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		print.accept(Machine.line());
		if (!Files.isExecutable(AGE)) {
			print.accept("no age here to compare with: apt-get install age");
			return false;
		}
		Path folder = Files.createTempDirectory("posko-bench");
		try (Identity identity = Identity.make(); Identity other = Identity.make()) {
			SealBench bench = new SealBench(folder, identity, other);
			bench.fill();
			int wrong = 0;
			for (int round = 0; round < ROUNDS; round++) {
				wrong += bench.round(round) ? 0 : 1;
			}
			print.accept(String.format(Locale.ROOT, "processor time of a GiB, sealed and opened: ours %.1f s, age %.1f s",
					bench.ownCpu / 1e9 / ROUNDS, bench.agesCpu / 1e9 / ROUNDS));
			boolean isSealingHeld = told(print, "sealing", bench.oursSealing, bench.agesSealing);
			boolean isOpeningHeld = told(print, "opening", bench.oursOpening, bench.agesOpening);
			print.accept("rounds in which what came back was not what was sealed: " + wrong);
			return wrong == 0 && isSealingHeld && isOpeningHeld;
		} finally {
			Folders.remove(folder);
		}
	}

	private void fill() throws IOException {
		Random random = new Random(1);
		byte[] block = new byte[1 << 20];
		try (OutputStream out = Files.newOutputStream(file)) {
			for (long written = 0; written < SIZE; written += block.length) {
				random.nextBytes(block);
				out.write(block);
			}
		}
		flush(file);
	}

	private boolean round(int round) throws IOException, InterruptedException {
		Path agesSealed = folder.resolve("dump.by-age");
		Path opened = folder.resolve("opened");
		agesSealing[round] = rate(() -> age(agesSealed, "-r", identity.recipient().text(), "-r", other.recipient().text(),
				"-o", agesSealed.toString(), file.toString()));
		Path[] oursSealed = new Path[1];
		oursSealing[round] = rate(() -> oursSealed[0] = sealed());
		agesOpening[round] = rate(() -> age(opened, "-d", "-i", key.toString(), "-o", opened.toString(),
				oursSealed[0].toString()));
		boolean isRight = Files.mismatch(file, opened) < 0;
		Files.delete(opened);
		oursOpening[round] = rate(() -> {
			if (!(Unsealer.unseal(agesSealed, identity, Optional.of(opened), _ -> {
			}) instanceof Unsealing.Opened)) {
				throw new IllegalStateException("not opened");
			}
		});
		isRight &= Files.mismatch(file, opened) < 0;
		for (Path made : List.of(opened, agesSealed, oursSealed[0])) {
			Files.delete(made);
		}
		return isRight;
	}

	private Path sealed() throws InterruptedException {
		Sealing sealing = Sealer.seal(file, folder, List.of(identity.recipient(), other.recipient()), _ -> {
		}, _ -> {
		});
		if (sealing instanceof Sealing.Sealed sealed) {
			return sealed.file();
		}
		throw new IllegalStateException(sealing.toString());
	}

	private static void age(Path made, String... arguments) throws IOException, InterruptedException {
		String[] command = Arrays.copyOf(new String[] { AGE.toString() }, arguments.length + 1);
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		if (new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor() != 0) {
			throw new IllegalStateException("age failed");
		}
		flush(made);
	}

	private static void flush(Path made) throws IOException {
		try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

	private interface Work {
		void go() throws IOException, InterruptedException;
	}

	/** In MB/s of the plain file. */
	private double rate(Work work) throws IOException, InterruptedException {
		long own = Linux.ownCpu();
		long ages = Linux.childrensCpu();
		long start = System.nanoTime();
		work.go();
		double rate = SIZE / 1e6 / ((System.nanoTime() - start) / 1e9);
		ownCpu += Linux.ownCpu() - own;
		agesCpu += Linux.childrensCpu() - ages;
		return rate;
	}

	private static boolean told(Consumer<String> print, String what, double[] ours, double[] ages) {
		Arrays.sort(ours);
		Arrays.sort(ages);
		double ratio = ours[ROUNDS / 2] / ages[ROUNDS / 2];
		print.accept(String.format(Locale.ROOT, "%s 1 GiB for two keys, flushed to the disk: n = %d, ours median %.0f MB/s, "
				+ "%.0f to %.0f; age %.0f MB/s, %.0f to %.0f; ratio %.2f, goal %.2f %s", what, ROUNDS, ours[ROUNDS / 2], ours[0],
				ours[ROUNDS - 1], ages[ROUNDS / 2], ages[0], ages[ROUNDS - 1], ratio, GOAL, ratio >= GOAL ? "held" : "MISSED"));
		return ratio >= GOAL;
	}
}
