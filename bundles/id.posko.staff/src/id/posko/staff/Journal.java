package id.posko.staff;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder.OpenFolder;
import id.posko.kit.Secrets;

/**
 * What was done, by whom: one file a month ({@code 2026-11.tsv}), to which is only added. Every line carries the hash
 * of itself and the line before, so that nothing can be changed, left out or put elsewhere unseen; the first line of a
 * day signs the hash before it, so that nobody without the key can write a whole new journal. What stands last is
 * marked elsewhere too ({@link Mark}), so that lines cut off the end are missed, for ever: what is written next goes on
 * from the mark. A line is on the medium before {@link #write} returns. Any thread.
 */
@Component(service = Journal.class)
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

		/** Whether that stands behind this one, or in its place. */
		boolean isMissedBy(Last other) {
			return number > other.number || number == other.number && !hash.equals(other.hash);
		}
	}

	/** Its folder in the data folder. */
	static final String FOLDER = "journal";
	/** The act of a day's first line. */
	static final String DAY = "day";
	/** What one write adds at most: a fall leaves so many behind the mark. */
	static final int MOST_UNMARKED = 4;
	private static final int LONGEST_LINE = 1 << 16;

	private final Path folder;
	private final Mark mark;
	private final DayKey key;
	private final InstantSource clock;
	private final ZoneId zone;
	/** Null until it is read, and after a write that failed. */
	private Last last;
	private LocalDate day;

	/** What the journal says of itself when it goes on. */
	private record Note(String act, long count) {
	}

	@Activate
	public Journal(@Reference OpenFolder folder, @Reference Mark mark, @Reference Secrets secrets) {
		this(folder.path().resolve(FOLDER), mark, new DayKey(secrets), InstantSource.system(), ZoneId.systemDefault());
	}

	/** Touches nothing before the first {@link #write}. */
	public Journal(Path folder, Mark mark, DayKey key, InstantSource clock, ZoneId zone) {
		this.folder = folder;
		this.mark = mark;
		this.key = key;
		this.clock = clock;
		this.zone = zone;
	}

	/** The oldest first. */
	static List<Path> files(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d{2}\\.tsv")).sorted().toList();
		}
	}

	/** @param bad takes the number of a line that is no entry */
	static void read(Path file, Consumer<Entry> entries, Consumer<Long> bad) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			long number = 0;
			int octet;
			do {
				octet = in.read();
				if (octet >= 0 && octet != '\n') {
					if (line.size() <= LONGEST_LINE) {
						line.write(octet);
					}
				} else if (octet == '\n' || line.size() > 0) {
					long at = ++number;
					Optional<Entry> entry = line.size() > LONGEST_LINE ? Optional.empty()
							: Line.parse(line.toString(StandardCharsets.UTF_8));
					entry.ifPresentOrElse(entries, () -> bad.accept(at));
					line.reset();
				}
			} while (octet >= 0);
		}
	}

	/** Goes on where the journal ends, or where the mark says that it ended. */
	private List<Note> open() throws IOException {
		Files.createDirectories(folder);
		List<Path> files = files(folder);
		List<Note> notes = new ArrayList<>();
		if (!files.isEmpty() && mend(files.getLast())) {
			notes.add(new Note("torn line cut off", 1));
		}
		Last end = Last.NONE;
		day = LocalDate.MIN;
		for (int i = files.size() - 1; i >= 0 && end.equals(Last.NONE); i--) {
			List<Last> ends = new ArrayList<>(List.of(Last.NONE));
			read(files.get(i), entry -> {
				ends.set(0, new Last(entry.number(), entry.hash()));
				day = entry.act().equals(DAY) ? LocalDate.parse(entry.object()) : day;
			}, _ -> {
			});
			end = ends.getFirst();
		}
		Last marked = mark.last();
		if (marked.isMissedBy(end)) {
			notes.add(new Note("entries missing", marked.number() - end.number()));
		} else if (end.number() > marked.number() + MOST_UNMARKED) {
			notes.add(new Note("entries added", end.number() - marked.number()));
		}
		last = marked.isMissedBy(end) ? marked : end;
		return notes;
	}

	/** Cuts off a line that a fall left half written; what is longer than any line stays, to be seen. */
	private static boolean mend(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			long size = channel.size();
			ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, LONGEST_LINE));
			long from = size - end.limit();
			while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
				// on
			}
			int whole = end.position();
			while (whole > 0 && end.get(whole - 1) != '\n') {
				whole--;
			}
			if (whole == end.limit()) {
				return false;
			}
			if (whole == 0 && from > 0) {
				channel.write(ByteBuffer.wrap(new byte[] { '\n' }), size);
			} else {
				channel.truncate(from + whole);
			}
			channel.force(true);
			return true;
		}
	}

	/** @throws IOException if it can not be written; then what was to be done must not be done */
	public synchronized void write(Actor by, String act, String object, String purpose, long count) throws IOException {
		boolean isWritten = false;
		try {
			List<Note> notes = last == null ? open() : List.of();
			Instant now = clock.instant();
			LocalDate today = LocalDate.ofInstant(now, zone);
			Actor console = Actor.console(by.workstation());
			if (!today.equals(day)) {
				add(now, console, DAY, today.toString(), key.sign(last.hash()), last.number());
				day = today;
			}
			for (Note note : notes) {
				add(now, console, note.act(), "", "", note.count());
			}
			add(now, by, act, object, purpose, count);
			mark.mark(last);
			isWritten = true;
		} finally {
			if (!isWritten) {
				last = null;
			}
		}
	}

	private void add(Instant now, Actor by, String act, String object, String purpose, long count) throws IOException {
		Entry entry = Line.sealed(last.number() + 1, now, by, act, object, purpose, count, last.hash());
		Path file = folder.resolve(month(now) + ".tsv");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			long before = channel.size();
			ByteBuffer line = ByteBuffer.wrap((Line.of(entry) + "\n").getBytes(StandardCharsets.UTF_8));
			boolean isWritten = false;
			try {
				while (line.hasRemaining()) {
					channel.write(line);
				}
				channel.force(true);
				isWritten = true;
			} finally {
				if (!isWritten) {
					channel.truncate(before);
				}
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
	public synchronized void read(Consumer<Entry> entries) throws IOException {
		for (Path file : files(folder)) {
			read(file, entries, _ -> {
			});
		}
	}

	/** Reads all of it: whether it is the one that was written. */
	public synchronized JournalCheck check() throws IOException {
		return JournalCheck.of(folder, mark.last(), key.publicKey());
	}
}
