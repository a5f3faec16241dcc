package id.posko.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import id.posko.report.Column;
import id.posko.report.Column.Kind;
import id.posko.report.Format;
import id.posko.report.Limits;
import id.posko.report.Metadata;
import id.posko.report.Reading;
import id.posko.report.Row;
import id.posko.report.StyledTable;
import id.posko.report.TableReader;
import id.posko.report.TableWriter;
import id.posko.report.Value;
import id.posko.report.Writing;

/**
 * A million styled rows of ten cells to XLSX, by a process whose whole heap is what the writing may take; the last file
 * is read back and every row compared. The people in it do not exist: there is no region 99.
 */
public final class XlsxBench {

	private static final int ROWS = 1_000_000;
	private static final int ROUNDS = 5;
	private static final int HEAP_MB = 64;
	private static final double GOAL = 250_000;
	private static final long UNPACKED = 2L << 30;
	private static final String FILE = "rows.xlsx";
	private static final String FIGURES = "figures";

	private XlsxBench() {
	}

	/** @return whether every row came back and the goals were held */
	public static boolean run(Consumer<String> print) throws IOException, InterruptedException {
		print.accept(Machine.line());
		Path folder = Files.createTempDirectory("posko-bench");
		try {
			List<String> command = List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx" + HEAP_MB + "m", "-cp",
					libraries(), XlsxBench.class.getName(), folder.toString());
			Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.INHERIT).start();
			if (process.waitFor() != 0) {
				print.accept("not written within a heap of " + HEAP_MB + " MiB, or failed: exit " + process.exitValue());
				return false;
			}
			List<String> figures = Files.readAllLines(folder.resolve(FIGURES));
			double[] rates = figures.stream().skip(1).mapToDouble(Double::parseDouble).sorted().toArray();
			long wrong = wrongRows(folder.resolve(FILE));
			boolean isHeld = wrong == 0 && rates[ROUNDS / 2] >= GOAL;
			print.accept(String.format(Locale.ROOT, "XLSX, %d rows of 10 cells, 5 texts and 5 numbers, styled, with totals: n = %d, "
					+ "median %.0f rows/s, %.0f to %.0f, goal %.0f %s", ROWS, ROUNDS, rates[ROUNDS / 2], rates[0],
					rates[ROUNDS - 1], GOAL, rates[ROUNDS / 2] >= GOAL ? "held" : "MISSED"));
			print.accept(String.format(Locale.ROOT, "heap of that process at most %d MiB, most used %s MiB with garbage; file "
					+ "%.1f MiB; rows read back wrong or lost: %d", HEAP_MB, figures.getFirst(),
					Files.size(folder.resolve(FILE)) / 1048576.0, wrong));
			return isHeld;
		} finally {
			Folders.remove(folder);
		}
	}

	/** Everything that lies beside the room under test. */
	static String libraries() {
		try {
			return Path.of(TableWriter.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("*")
					.toString();
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The process under test: writes the file again and again, and its figures. */
	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of(arguments[0]);
		List<String> rates = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			Writing writing = new TableWriter().write(folder.resolve(FILE), Format.XLSX, table());
			if (!writing.equals(new Writing.Written(ROWS))) {
				throw new IllegalStateException(writing.toString());
			}
			rates.add(Double.toString(ROWS / ((System.nanoTime() - start) / 1e9)));
		}
		long used = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
				.mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
		rates.addFirst(Long.toString(Math.min(used, Runtime.getRuntime().maxMemory()) >> 20));
		Files.write(folder.resolve(FIGURES), rates);
	}

	private static StyledTable table() {
		List<Column> columns = List.of(Column.text("NIK"), Column.text("No. KK"), Column.text("Kode"), Column.text("Nama"),
				Column.text("Status"), Column.of(Kind.WHOLE, "RW"), Column.summed(Kind.WHOLE, "Laki-laki"),
				Column.summed(Kind.WHOLE, "Perempuan"), Column.summed(Kind.WHOLE, "Jumlah"), Column.of(Kind.FRACTION, "Rasio"));
		Iterator<List<Value>> rows = LongStream.range(0, ROWS).mapToObj(XlsxBench::row).iterator();
		return new StyledTable("Data", List.of("PEMERINTAH KABUPATEN CONTOH", "DATA UJI"), columns, rows, "Jumlah",
				List.of("Contoh, 1 Januari 2026"), new Metadata("Keterangan", List.of(new Metadata.Entry("Sumber", "bench"))));
	}

	private static List<Value> row(long i) {
		return List.of(new Value.Text(Long.toString(9_999_990_000_000_000L + i)),
				new Value.Text(Long.toString(9_999_991_000_000_000L + i / 3)), new Value.Text("99.99.99.20" + (10 + i % 90)),
				new Value.Text("PENDUDUK CONTOH " + i), new Value.Text(i % 2 == 0 ? "BELUM KAWIN" : "KAWIN"),
				new Value.Whole(i % 20), new Value.Whole(i % 4000), new Value.Whole(i % 3900),
				new Value.Whole(i % 4000 + i % 3900), new Value.Fraction(i % 1000 / 8.0));
	}

	private static long wrongRows(Path file) {
		AtomicLong right = new AtomicLong();
		Reading reading = new TableReader(Limits.USUAL.withRows(ROWS + 100).withBytes(UNPACKED)).read(file, row -> {
			long i = row.number() - 5L;
			if (i >= 0 && i < ROWS && Arrays.equals(texts(row), XlsxBench.row(i).stream().map(XlsxBench::text).toArray())) {
				right.incrementAndGet();
			}
		});
		return reading instanceof Reading.Complete ? ROWS - right.get() : ROWS;
	}

	private static Object[] texts(Row row) {
		return IntStream.rangeClosed(1, 10).mapToObj(c -> row.cell(c).text()).toArray();
	}

	private static String text(Value value) {
		return switch (value) {
			case Value.Nothing _ -> "";
			case Value.Text(String text) -> text;
			case Value.Whole(long number) -> Long.toString(number);
			case Value.Fraction(double number) -> number == Math.rint(number) ? Long.toString((long) number)
					: Double.toString(number);
		};
	}
}
