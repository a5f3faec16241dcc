package id.posko.transfer.offline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

import id.posko.kit.RegionCode;

/**
 * Recordings that are brought in: who brought what from where when.
 *
 * @param id
 *            of this import alone
 * @param place
 *            folder they were read from
 * @param medium
 *            its name; may be empty
 * @param broughtBy
 *            the operator, by name; may be empty
 * @param importedBy
 *            account
 * @param declared
 *            how many files the operator said it was
 * @param isBag
 *            whether they came in a bag, which was valid
 * @param day
 *            on which the backup was made
 * @param at
 *            when they were planned in
 */
public record Arrival(String id, RegionCode site, String place, String medium, String broughtBy, String importedBy,
		OptionalLong declared, boolean isBag, LocalDate day, Instant at, Counts counts) {

	/** How a file was judged. */
	public enum Judged {
		FRESH,
		/** The same content was brought in before, or lies there. */
		KNOWN,
		/** Another file of that name lies there: it goes beside. */
		CHANGED,
		/** By name, first octets or scanner: it goes to quarantine. */
		SUSPICIOUS
	}

	/**
	 * Files.
	 *
	 * @param found
	 *            all, with their {@code octets}
	 * @param left
	 *            links and other things that are no files, and what can not be read
	 */
	public record Counts(long found, long fresh, long known, long changed, long suspicious, long left, long octets) {

		public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

		Counts with(Judged judged, long size) {
			return new Counts(found + 1, fresh + (judged == Judged.FRESH ? 1 : 0), known + (judged == Judged.KNOWN ? 1 : 0),
					changed + (judged == Judged.CHANGED ? 1 : 0), suspicious + (judged == Judged.SUSPICIOUS ? 1 : 0), left,
					octets + size);
		}

		Counts withLeft() {
			return new Counts(found, fresh, known, changed, suspicious, left + 1, octets);
		}
	}

	/**
	 * A file as it was judged.
	 *
	 * @param name
	 *            below the place
	 * @param target
	 *            name below the import or quarantine folder; empty if it was not copied
	 * @param reason
	 *            why it is known or suspicious; may be empty
	 */
	public record Item(Judged judged, long octets, String name, String target, String reason) {
	}

	/** A file that was brought in, proven by its hash, or was known. @param sha256 hexadecimal */
	public record Piece(Judged judged, long octets, String name, String target, String sha256) {
	}

	/** Empty if nothing was declared or the counts agree; else found files less those declared. */
	public Optional<Long> difference() {
		return declared.isEmpty() || declared.getAsLong() == counts.found() ? Optional.empty()
				: Optional.of(counts.found() - declared.getAsLong());
	}
}
