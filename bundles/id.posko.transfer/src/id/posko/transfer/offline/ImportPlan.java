package id.posko.transfer.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.Consumer;

import id.posko.kit.RegionCode;
import id.posko.transfer.copy.Names;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Item;
import id.posko.transfer.offline.Arrival.Judged;

/**
 * What an import will do, kept in a folder until it is done, so that it outlasts the process.
 *
 * @param goesOn
 *            whether it was begun before
 */
public record ImportPlan(Path work, Arrival arrival, boolean goesOn) {

	static final String DELIVERY = "delivery";
	static final String QUARANTINE = "quarantine";
	static final String JOURNAL = ".journal";
	private static final String ITEMS = "items";
	private static final String ARRIVAL = "arrival.properties";

	/** Every file, as it was judged. */
	public void items(Consumer<Item> taker) throws IOException {
		try (BufferedReader in = Files.newBufferedReader(items(work))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String[] cells = line.split("\t", 5);
				taker.accept(new Item(Judged.valueOf(cells[0]), Long.parseLong(cells[1]), Names.shown(cells[2]),
						Names.shown(cells[3]), cells[4]));
			}
		}
	}

	static Path items(Path work) {
		return work.resolve(ITEMS);
	}

	boolean isBegun() {
		return Files.exists(work.resolve(DELIVERY + JOURNAL));
	}

	static boolean isAt(Path work) {
		return Files.exists(work.resolve(ARRIVAL));
	}

	/** Written last: without it there is no plan. */
	void write() throws IOException {
		Properties kept = new Properties();
		kept.setProperty("id", arrival.id());
		kept.setProperty("site", arrival.site().text());
		kept.setProperty("place", arrival.place());
		kept.setProperty("medium", arrival.medium());
		kept.setProperty("broughtBy", arrival.broughtBy());
		kept.setProperty("importedBy", arrival.importedBy());
		arrival.declared().ifPresent(count -> kept.setProperty("declared", Long.toString(count)));
		kept.setProperty("isBag", Boolean.toString(arrival.isBag()));
		kept.setProperty("day", arrival.day().toString());
		kept.setProperty("at", arrival.at().toString());
		Counts counts = arrival.counts();
		kept.setProperty("counts", String.format(Locale.ROOT, "%d %d %d %d %d %d %d", counts.found(), counts.fresh(),
				counts.known(), counts.changed(), counts.suspicious(), counts.left(), counts.octets()));
		Path part = work.resolve(ARRIVAL + ".part");
		try (Writer out = Files.newBufferedWriter(part)) {
			kept.store(out, null);
		}
		Files.move(part, work.resolve(ARRIVAL), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
	}

	static ImportPlan read(Path work) throws IOException {
		Properties kept = new Properties();
		try (Reader in = Files.newBufferedReader(work.resolve(ARRIVAL))) {
			kept.load(in);
		}
		String[] counts = kept.getProperty("counts").split(" ");
		long[] numbers = new long[counts.length];
		for (int i = 0; i < counts.length; i++) {
			numbers[i] = Long.parseLong(counts[i]);
		}
		String declared = kept.getProperty("declared");
		return new ImportPlan(work, new Arrival(kept.getProperty("id"), new RegionCode(kept.getProperty("site")),
				kept.getProperty("place"), kept.getProperty("medium"), kept.getProperty("broughtBy"),
				kept.getProperty("importedBy"), declared == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(declared)),
				Boolean.parseBoolean(kept.getProperty("isBag")), LocalDate.parse(kept.getProperty("day")),
				Instant.parse(kept.getProperty("at")),
				new Counts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6])), true);
	}
}
