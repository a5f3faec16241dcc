package id.posko.staff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the journal is the one that was written.
 *
 * @param flaws the first hundred, in order
 * @param signer the public key that signed its days, in Base64; empty if there is none yet
 * @param head the last day's first line, to print and put away: its signature proves all before it
 */
public record JournalCheck(long entries, List<Flaw> flaws, Optional<String> signer, Optional<Entry> head) {

	private static final int MOST = 100;

	/** @param file and {@code line} where it is seen; the line from 1, 0 for the journal's end */
	public record Flaw(Kind kind, String file, long line) {
	}

	public enum Kind {
		/** The line is no entry. */
		UNREADABLE,
		/** The entry was changed, or one before it is missing, added or elsewhere. */
		BROKEN,
		/** Its number is not the next one. */
		GAP,
		/** A day's signature is not right. */
		UNSIGNED,
		/** Signed with another key than the days before, or than the one among this console's secrets. */
		OTHER_KEY,
		/** More entries stand at the end than were written. */
		ADDED,
		/** Entries that were written are missing at the end. */
		CUT_OFF
	}

	public JournalCheck {
		flaws = List.copyOf(flaws);
	}

	public boolean isWhole() {
		return flaws.isEmpty();
	}

	/**
	 * Reads all of it.
	 *
	 * @param marked what stood last, as the other place says
	 * @param key the public key that should have signed the last day, if it is known
	 */
	static JournalCheck of(Path folder, Journal.Last marked, Optional<String> key) throws IOException {
		Course course = new Course(marked);
		for (Path file : Journal.files(folder)) {
			course.file = file.getFileName().toString();
			course.line = 0;
			Journal.read(file, course::entry, course::unreadable);
		}
		course.end(key);
		return new JournalCheck(course.entries, course.flaws, Optional.ofNullable(course.signer),
				Optional.ofNullable(course.head));
	}

	private static final class Course {

		private final Journal.Last marked;
		private final List<Flaw> flaws = new ArrayList<>();
		private String file = "";
		private long line;
		private long entries;
		private long number;
		private String hash = Line.ORIGIN;
		private String signer;
		private Entry head;

		private Course(Journal.Last marked) {
			this.marked = marked;
		}

		private void entry(Entry entry) {
			line++;
			entries++;
			boolean isNext = entry.number() == number + 1;
			if (!isNext) {
				flaw(Kind.GAP);
			} else if (!entry.hash().equals(Line.hash(entry, hash)) || isOtherThanMarked(entry)) {
				flaw(Kind.BROKEN);
			}
			if (isNext && entry.act().equals(Journal.DAY)) {
				Optional<String> by = DayKey.signer(hash, entry.purpose());
				if (by.isEmpty()) {
					flaw(Kind.UNSIGNED);
				} else if (signer != null && !signer.equals(by.get())) {
					flaw(Kind.OTHER_KEY);
				}
				signer = by.orElse(signer);
				head = entry;
			}
			number = entry.number();
			hash = entry.hash();
		}

		private void unreadable(long at) {
			line = at;
			flaw(Kind.UNREADABLE);
		}

		private void flaw(Kind kind) {
			if (flaws.size() < MOST) {
				flaws.add(new Flaw(kind, file, line));
			}
		}

		private boolean isOtherThanMarked(Entry entry) {
			return entry.number() == marked.number() && !entry.hash().equals(marked.hash());
		}

		/** A fall between journal and mark leaves the mark one write behind. */
		private void end(Optional<String> key) {
			line = 0;
			if (marked.number() > number) {
				flaw(Kind.CUT_OFF);
			} else if (number > marked.number() + Journal.MOST_UNMARKED) {
				flaw(Kind.ADDED);
			}
			if (signer != null && key.filter(is -> !is.equals(signer)).isPresent()) {
				flaw(Kind.OTHER_KEY);
			}
		}
	}
}
