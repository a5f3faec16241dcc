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
 */
public record JournalCheck(long entries, List<Flaw> flaws, Optional<String> signer) {

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
		/** Signed with another key than the days before. */
		OTHER_KEY,
		/** Entries that were written are missing at the end. */
		CUT_OFF
	}

	public JournalCheck {
		flaws = List.copyOf(flaws);
	}

	public boolean isWhole() {
		return flaws.isEmpty();
	}

	/** Reads all of it. @param marked what stood last, as the other place says */
	public static JournalCheck of(Path folder, Journal.Last marked) throws IOException {
		Course course = new Course();
		for (Path file : Journal.files(folder)) {
			course.file = file.getFileName().toString();
			course.line = 0;
			Journal.read(file, course::entry, course::unreadable);
		}
		course.end(marked);
		return new JournalCheck(course.entries, course.flaws, Optional.ofNullable(course.signer));
	}

	private static final class Course {

		private final List<Flaw> flaws = new ArrayList<>();
		private String file = "";
		private long line;
		private long entries;
		private long number;
		private String hash = Line.ORIGIN;
		private String signer;

		private void entry(Entry entry) {
			line++;
			entries++;
			if (entry.number() != number + 1) {
				flaw(Kind.GAP);
			} else if (!entry.hash().equals(Line.hash(entry, hash))) {
				flaw(Kind.BROKEN);
			}
			if (entry.act().equals(Journal.DAY)) {
				Optional<String> by = DayKey.signer(hash, entry.purpose());
				if (by.isEmpty()) {
					flaw(Kind.UNSIGNED);
				} else if (signer != null && !signer.equals(by.get())) {
					flaw(Kind.OTHER_KEY);
				}
				signer = by.orElse(signer);
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

		/** A fall between journal and mark leaves the mark one write behind. */
		private void end(Journal.Last last) {
			if (last.number() > number || last.number() == number && !last.hash().equals(hash)) {
				line = 0;
				flaw(Kind.CUT_OFF);
			}
		}
	}
}
