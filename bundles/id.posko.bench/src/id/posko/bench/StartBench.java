package id.posko.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import id.posko.kit.Device;
import id.posko.kit.Fleet;

/**
 * From the start of the process to the first usable window, of the product on a folder with 10,000 devices and of an
 * empty window of the same product, in turns; then the product's resident memory while its rounds are running and the
 * board shows them.
 */
final class StartBench {

	private static final int OFFICES = 100;
	private static final int DEVICES = 10_000;
	private static final int STARTS = 9;
	private static final int STAYS = 3;
	private static final double MOST_TIMES_EMPTY = 1.5;
	private static final int MOST_MEGABYTES = 300;
	private static final int SETTLE_SECONDS = 30;
	private static final String APPLICATION = "id.posko.bench.start";
	private static final List<String> EMPTY = List.of("-applicationXMI", "id.posko.bench/model/empty.e4xmi",
			"-lifeCycleURI", "bundleclass://id.posko.bench/id.posko.bench.window.NothingElse");
	/** So begins what the start page says of the list. */
	private static final List<String> FULL = List.of("-showing", String.format(Locale.of("id"), "%,d ", DEVICES));
	private static final List<String> BOARD = Stream.concat(FULL.stream(), Stream.of("-at", "id.posko.health.ui.watch"))
			.toList();

	private final Consumer<String> print;
	private final Path folder;

	private StartBench(Consumer<String> print, Path folder) {
		this.print = print;
		this.folder = folder;
	}

	/** @return whether every limit held and every answer was right */
	static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("posko-bench");
		try {
			return new StartBench(print, folder).measure();
		} finally {
			Folders.remove(folder);
		}
	}

	private boolean measure() throws IOException, InterruptedException {
		print.accept(Machine.line());
		if (!fill()) {
			print.accept("WRONG: the list is not imported");
			return false;
		}
		double[] empty = new double[STARTS];
		double[] full = new double[STARTS];
		start("empty", EMPTY);
		start("full", FULL);
		for (int i = 0; i < STARTS; i++) {
			empty[i] = start("empty", EMPTY);
			full[i] = start("full", FULL);
		}
		double ratio = median(full) / median(empty);
		boolean isFast = ratio <= MOST_TIMES_EMPTY;
		print.accept("start: process start to the first usable window, n = " + STARTS + " of each in turns, load average "
				+ "then " + Machine.load());
		print.accept("  empty window:                     " + figures(empty, 1_000, "ms"));
		print.accept("  start page with " + DEVICES + " devices:     " + figures(full, 1_000, "ms"));
		print.accept(String.format(Locale.ROOT, "  ratio of the medians %.2f, limit %.1f: %s", ratio, MOST_TIMES_EMPTY,
				word(isFast)));
		double[] resident = new double[STAYS];
		for (int i = 0; i < STAYS; i++) {
			resident[i] = resident();
		}
		boolean isSmall = median(resident) <= MOST_MEGABYTES;
		print.accept("memory: resident " + SETTLE_SECONDS + " s after the start, " + DEVICES
				+ " devices on their rounds, the board open, n = " + STAYS);
		print.accept("  " + figures(resident, 1, "MB") + ", limit " + MOST_MEGABYTES + " MB: " + word(isSmall));
		return isFast && isSmall;
	}

	/** As a person fills it: a list is imported. */
	private boolean fill() throws IOException, InterruptedException {
		Fleet fleet = Offices.fleet(OFFICES, DEVICES / OFFICES);
		List<String> lines = new ArrayList<>();
		lines.add("kode_wilayah,nama_kantor,jenis_jalur,jenis,nama_alat,alamat");
		for (Device device : fleet.devices()) {
			lines.add(String.join(",", device.site().text(), fleet.siteOf(device).name(), fleet.siteOf(device).link().name(),
					device.kind().name(), device.name(), device.address().orElseThrow().toString()));
		}
		Path list = Files.write(folder.resolve("list.csv"), lines);
		try (Console console = new Console(folder.resolve("full"), "id.posko.cli.commands",
				List.of("inventory", "import", list.toString()))) {
			while (console.line() != null) {
				continue;
			}
			return console.exit() == 0;
		}
	}

	/** Seconds to the first usable window. */
	private double start(String data, List<String> arguments) throws IOException {
		try (Console console = open(data, arguments)) {
			return console.age() / 1e9;
		}
	}

	private double resident() throws IOException, InterruptedException {
		try (Console console = open("full", BOARD)) {
			TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
			return console.resident() / 1_000.0;
		}
	}

	private Console open(String data, List<String> arguments) throws IOException {
		Console console = new Console(folder.resolve(data), APPLICATION, arguments);
		String said = console.line();
		if (!"usable".equals(said)) {
			console.close();
			throw new IllegalStateException("the window of " + data + " did not open: " + said);
		}
		return console;
	}

	private static double median(double[] values) {
		return Arrays.stream(values).sorted().toArray()[values.length / 2];
	}

	private static String figures(double[] values, double factor, String unit) {
		return String.format(Locale.ROOT, "median %.0f %s (%.0f to %.0f)", factor * median(values), unit,
				factor * Arrays.stream(values).min().orElseThrow(), factor * Arrays.stream(values).max().orElseThrow());
	}

	private static String word(boolean good) {
		return good ? "held" : "NOT HELD";
	}
}
