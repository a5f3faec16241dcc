package id.posko.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What was done, by whom: one file a month ({@code 2026-11.tsv}), to which is only added. Every line carries the hash
 * of itself and the line before, so that nothing can be changed, left out or put elsewhere unseen; the first line of a
 * day signs the hash before it, so that nobody without the key can write a whole new journal. What stands last is
 * marked elsewhere too ({@link Mark}), so that lines cut off the end are missed. A line is on the medium before
 * {@link #write} returns. Any thread.
 */
public final class Journal {

	/** Remembers what stands last, in another place than the journal itself. */
	public interface Mark {

		/** {@link Last#NONE} if nothing was marked yet. */
		Last last() throws IOException;

		void mark(Last last) throws IOException;
	}

	/** The number and hash of an entry. */
	public record Last(long number, String hash) {

		public static final Last NONE = new Last(0, Line.ORIGIN);
	}

	/** The act of a day's first line. */
	static final String DAY = "day";

	private final Path folder;
	private final Mark mark;
	private final DayKey key;
	private final InstantSource clock;
	private final ZoneId zone;
	private Last last;
	private LocalDate day;

	/** Reads what stands last; a line that a fall left half written is cut off, and that is written. */
	public Journal(Path folder, Mark mark, DayKey key, InstantSource clock, ZoneId zone) throws IOException {
		this.folder = folder;
		this.mark = mark;
		this.key = key;
		this.clock = clock;
		this.zone = zone;
		Files.createDirectories(folder);
		boolean wasTorn = mendTornLine();
		last = Last.NONE;
		day = LocalDate.MIN;
		List<Path> files = files(folder);
		if (!files.isEmpty()) {
			read(files.getLast(), entry -> {
				last = new Last(entry.number(), entry.hash());
				day = entry.act().equals(DAY) ? LocalDate.parse(entry.object()) : day;
			}, _ -> {
			});
		}
		if (wasTorn) {
			write(Actor.local(""), "torn line cut off", "", "", 1);
		}
	}

	/** The oldest first. */
	static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d{2}\\.tsv")).sorted().toList();
		}
	}

	/** @param bad takes the number of a line that is no entry */
	static void read(Path file, Consumer<Entry> entries, Consumer<Long> bad) throws IOException {
		try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
			long number = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				long at = ++number;
				Line.parse(line).ifPresentOrElse(entries, () -> bad.accept(at));
			}
		}
	}

	private boolean mendTornLine() throws IOException {
		List<Path> files = files(folder);
		if (files.isEmpty()) {
			return false;
		}
		try (FileChannel file = FileChannel.open(files.getLast(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			long end = file.size();
			ByteBuffer octet = ByteBuffer.allocate(1);
			while (end > 0) {
				octet.clear();
				file.read(octet, end - 1);
				if (octet.get(0) == '\n') {
					break;
				}
				end--;
			}
			boolean isTorn = end < file.size();
			file.truncate(end);
			file.force(true);
			return isTorn;
		}
	}

	/** @throws IOException if it can not be written; then what was to be done must not be done */
	public synchronized void write(Actor by, String act, String object, String purpose, long count) throws IOException {
		Instant now = clock.instant();
		LocalDate today = LocalDate.ofInstant(now, zone);
		if (today.isAfter(day)) {
			add(now, Actor.local(by.workstation()), DAY, today.toString(), key.sign(last.hash()), last.number());
			day = today;
		}
		add(now, by, act, object, purpose, count);
		mark.mark(last);
	}

	private void add(Instant now, Actor by, String act, String object, String purpose, long count) throws IOException {
		Entry entry = Line.sealed(last.number() + 1, now, by, act, object, purpose, count, last.hash());
		Path file = folder.resolve(month(now) + ".tsv");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			long before = channel.size();
			ByteBuffer line = ByteBuffer.wrap((Line.of(entry) + "\n").getBytes(StandardCharsets.UTF_8));
			try {
				while (line.hasRemaining()) {
					channel.write(line);
				}
				channel.force(true);
			} catch (IOException e) {
				channel.truncate(before);
				throw e;
			}
		}
		last = new Last(entry.number(), entry.hash());
	}

	/** Never an earlier file than the last one, wherever the clock was set to. */
	private String month(Instant now) throws IOException {
		String month = YearMonth.from(now.atZone(zone)).toString();
		String newest = files(folder).stream().map(file -> file.getFileName().toString().replace(".tsv", ""))
				.reduce("", (_, name) -> name);
		return month.compareTo(newest) < 0 ? newest : month;
	}

	/** Reads all of it, the oldest first. */
	public void read(Consumer<Entry> entries) throws IOException {
		for (Path file : files(folder)) {
			read(file, entries, _ -> {
			});
		}
	}
}
