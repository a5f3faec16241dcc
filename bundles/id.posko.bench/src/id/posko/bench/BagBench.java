package id.posko.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import id.posko.bag.Algorithm;
import id.posko.bag.BagInfo;
import id.posko.bag.Bagged;
import id.posko.bag.Bagging;
import id.posko.bag.Flaw;
import id.posko.bag.Terms;
import id.posko.bag.Verdict;
import id.posko.bag.Verification;
import id.posko.bag.Version;

/**
 * Bags of many small files and of a large one, made and judged by a process whose whole heap is 256 MiB; in the same
 * rounds coreutils' sha256sum, with one process, lists and checks the same files. Every verdict is looked at, also that
 * on a changed octet. The files come from the page cache.
 */
public final class BagBench {

	private static final int FILES = 50_000;
	private static final int FOLDERS = 500;
	private static final int SMALL = 4096;
	private static final int LARGE_MB = 2048;
	private static final int ROUNDS = 3;
	private static final int HEAP_MB = 256;
	private static final String FIGURES = "figures";

	/** What is measured. */
	private interface Act {

		boolean isRight() throws IOException, InterruptedException;
	}

	private BagBench() {
	}

	/** @return whether every verdict was right */
	public static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		print.accept(Machine.line());
		Path folder = Files.createTempDirectory("posko-bench");
		try {
			boolean isRight = measure(print, small(folder.resolve("small")), FILES, (long) FILES * SMALL);
			return measure(print, large(folder.resolve("large")), 1, (long) LARGE_MB << 20) && isRight;
		} finally {
			Folders.remove(folder);
		}
	}

	private static Path small(Path tree) throws IOException {
		Random dice = new Random(1);
		byte[] content = new byte[SMALL];
		for (int i = 0; i < FILES; i++) {
			Path file = tree.resolve("kecamatan " + i % FOLDERS + "/rekaman-" + i + ".dat");
			if (i < FOLDERS) {
				Files.createDirectories(file.getParent());
			}
			dice.nextBytes(content);
			Files.write(file, content);
		}
		return tree;
	}

	private static Path large(Path tree) throws IOException {
		Random dice = new Random(2);
		byte[] content = new byte[1 << 20];
		Files.createDirectories(tree);
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(tree.resolve("dump.dmp")))) {
			for (int i = 0; i < LARGE_MB; i++) {
				dice.nextBytes(content);
				out.write(content);
			}
		}
		return tree;
	}

	private static boolean measure(Consumer<String> print, Path tree, int files, long octets)
			throws IOException, InterruptedException {
		Path figures = tree.resolveSibling(FIGURES);
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx" + HEAP_MB + "m",
				"-cp", XlsxBench.libraries(), BagBench.class.getName(), tree.toString(), figures.toString())
				.redirectErrorStream(true).redirectOutput(Redirect.INHERIT).start();
		if (process.waitFor() != 0) {
			print.accept("wrong, or not within a heap of " + HEAP_MB + " MiB: exit " + process.exitValue());
			return false;
		}
		print.accept(String.format(Locale.ROOT, "%d files, %d MiB, SHA-256, %d readers, n = %d", files, octets >> 20,
				Terms.READERS, ROUNDS));
		List<String> lines = new ArrayList<>(Files.readAllLines(figures));
		print.accept("  heap of that process at most " + HEAP_MB + " MiB, most used " + lines.removeLast()
				+ " MiB with garbage; every verdict right");
		for (String line : lines) {
			String[] parts = line.split(";");
			double[] seconds = Stream.of(parts).skip(1).mapToDouble(Double::parseDouble).sorted().toArray();
			print.accept(String.format(Locale.ROOT, "  %-12s median %6.2f s, %.2f to %.2f; %7.0f files/s, %7.1f MB/s", parts[0],
					seconds[ROUNDS / 2], seconds[0], seconds[ROUNDS - 1], files / seconds[ROUNDS / 2],
					octets / 1e6 / seconds[ROUNDS / 2]));
		}
		return true;
	}

	/** The process under test. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path bag = Path.of(arguments[0]);
		Path list = Path.of(arguments[1]).resolveSibling("list");
		Map<String, double[]> seconds = new LinkedHashMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			time(seconds, "bag create", round, () -> create(bag) instanceof Bagged.Made);
			time(seconds, "bag verify", round, () -> verify(bag).isValid());
			time(seconds, "sha256sum", round,
					() -> shell(bag, "find data -type f -print0 | xargs -0 sha256sum > '" + list + "'") == 0);
			time(seconds, "sha256sum -c", round, () -> shell(bag, "sha256sum -c --quiet manifest-sha256.txt") == 0);
			if (round == ROUNDS - 1) {
				findsAChangedOctet(bag);
			}
			undo(bag);
		}
		List<String> lines = new ArrayList<>();
		seconds.forEach((what, all) -> lines.add(what + ";"
				+ String.join(";", Arrays.stream(all).mapToObj(Double::toString).toList())));
		long heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
				.mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
		lines.add(Long.toString(Math.min(HEAP_MB, heap >> 20)));
		Files.write(Path.of(arguments[1]), lines);
	}

	private static void time(Map<String, double[]> seconds, String what, int round, Act act)
			throws IOException, InterruptedException {
		long start = System.nanoTime();
		if (!act.isRight()) {
			throw new IllegalStateException(what);
		}
		seconds.computeIfAbsent(what, _ -> new double[ROUNDS])[round] = (System.nanoTime() - start) / 1e9;
	}

	private static Bagged create(Path bag) throws IOException, InterruptedException {
		Terms terms = new Terms(Version.V1_0, List.of(Algorithm.SHA256), LocalDate.EPOCH, Terms.READERS);
		return new Bagging(bag, terms, new BagInfo(List.of()), _ -> {
		}).inPlace();
	}

	private static Verdict verify(Path bag) throws IOException, InterruptedException {
		return new Verification(bag, Terms.READERS, _ -> {
		}).of(Verification.Depth.VALID);
	}

	private static int shell(Path in, String script) throws IOException, InterruptedException {
		return new ProcessBuilder("sh", "-c", script).directory(in.toFile()).inheritIO().start().waitFor();
	}

	private static void findsAChangedOctet(Path bag) throws IOException, InterruptedException {
		Path file;
		try (Stream<Path> files = Files.walk(bag.resolve("data"))) {
			file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			ByteBuffer octet = ByteBuffer.allocate(1);
			channel.read(octet, channel.size() - 1);
			octet.put(0, (byte) (octet.get(0) ^ 1)).flip();
			channel.write(octet, channel.size() - 1);
		}
		if (!verify(bag).counts().equals(Map.of(Flaw.Kind.CORRUPT, 1L))) {
			throw new IllegalStateException("a changed octet was not found");
		}
	}

	/** The folder as it was before it was a bag. */
	private static void undo(Path bag) throws IOException {
		try (Stream<Path> tags = Files.list(bag)) {
			for (Path tag : tags.filter(Files::isRegularFile).toList()) {
				Files.delete(tag);
			}
		}
		try (Stream<Path> payload = Files.list(bag.resolve("data"))) {
			for (Path path : payload.toList()) {
				Files.move(path, bag.resolve(path.getFileName()));
			}
		}
		Files.delete(bag.resolve("data"));
	}
}
