package id.posko.bag;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is wrong with a bag, and where.
 *
 * @param file tag file or payload file, below the bag with {@code /} between folders; empty for the bag as a whole
 * @param line of the tag file, from 1; 0 if it is about no line
 * @param arguments stand beside each kind
 */
public record Flaw(Kind kind, String file, long line, List<String> arguments) {

	public Flaw {
		arguments = List.copyOf(arguments);
	}

	static Flaw of(Kind kind, String file, long line, String... arguments) {
		return new Flaw(kind, file, line, List.of(arguments));
	}

	public Weight weight() {
		return kind.weight;
	}

	/** With its place, for people; Indonesian where there are no words of that language. */
	public String sentence(Locale locale) {
		String what = say(locale, "flaw." + kind, arguments.toArray());
		if (file.isEmpty()) {
			return what;
		}
		return line > 0 ? say(locale, "place.line", file, Long.toString(line), what) : say(locale, "place.file", file, what);
	}

	private static String say(Locale locale, String key, Object... arguments) {
		ResourceBundle words = ResourceBundle.getBundle("OSGI-INF.l10n.bag", locale, Flaw.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return new MessageFormat(words.getString(key), locale).format(arguments);
	}

	public enum Weight {
		/** To be known; the bag may be valid all the same. */
		WARNING,
		/** Something is not there (RFC 8493, section 3: not complete, and so not valid). */
		INCOMPLETE,
		/** Something is wrong. */
		INVALID
	}

	/** What it is, with what stands in {@link Flaw#arguments}. */
	public enum Kind {
		/** No folder, or it can not be read: {the system's message}. */
		NO_BAG(Weight.INVALID),
		/** No bagit.txt. */
		NO_DECLARATION(Weight.INVALID),
		/** The line of bagit.txt is not what it must be: {what stands there}. */
		BAD_DECLARATION(Weight.INVALID),
		/** A version that is not known: {the version}. */
		UNKNOWN_VERSION(Weight.INVALID),
		/** An encoding that is not known: {its name}. */
		UNKNOWN_ENCODING(Weight.INVALID),
		/** The file is not in the encoding that bagit.txt states: {the encoding}. */
		WRONG_ENCODING(Weight.INVALID),
		/** The file begins with a byte order mark; in bagit.txt that is a line that is not what it must be. */
		BYTE_ORDER_MARK(Weight.WARNING),
		/** A line of bag-info.txt that is neither "label: value" nor the rest of the value before it. */
		BAD_INFO(Weight.INVALID),
		/** A line, or what a bag says of itself, longer than any honest one. */
		LONG_LINE(Weight.INVALID),
		/** Making or renewing it was cut off; begun again, it goes on. */
		UNFINISHED(Weight.INCOMPLETE),
		/** No folder data. */
		NO_PAYLOAD(Weight.INCOMPLETE),
		/** No payload manifest. */
		NO_MANIFEST(Weight.INCOMPLETE),
		/** A manifest with a hash that is not known; what it says is not looked at: {the hash}. */
		UNKNOWN_ALGORITHM(Weight.WARNING),
		/** Every file is listed by a hash alone that shows accidents, but nothing done on purpose: {the hash}. */
		WEAK(Weight.WARNING),
		/** The line is not "hash name" (or in fetch.txt "address length name"). */
		BAD_LINE(Weight.INVALID),
		/** The name leads out of the bag or of its folder data: {the name}. */
		ESCAPE(Weight.INVALID),
		/** A name that some systems can not bear: {the name}. */
		NOT_PORTABLE(Weight.WARNING),
		/** A name with ./ or * before it: {the name}. */
		DECORATED(Weight.WARNING),
		/** The name stands twice in a manifest with the same hash: {the name}. */
		TWICE(Weight.WARNING),
		/** The same since RFC 8493, or with another hash: {the name}. */
		CONFLICT(Weight.INVALID),
		/** The name differs from a file's name in letter case alone: {the name, the file's}. */
		OTHER_CASE(Weight.WARNING),
		/** The name differs from a file's name in how Unicode composes its letters: {the name, the file's}. */
		OTHER_COMPOSITION(Weight.WARNING),
		/** Two files that some systems take for one, such as a and A: {the other one}. */
		CLASH(Weight.WARNING),
		/** A file that systems strew about and take away again (.DS_Store, Thumbs.db) is listed. */
		SYSTEM_FILE(Weight.WARNING),
		/** The listed file is not there. */
		MISSING(Weight.INCOMPLETE),
		/** The listed file is to be fetched: {from where}. */
		TO_BE_FETCHED(Weight.INCOMPLETE),
		/** The file is in data, but not in this manifest: {the manifest}. */
		NOT_LISTED(Weight.INVALID),
		/** fetch.txt names a file that no manifest lists. */
		FETCH_NOT_LISTED(Weight.INVALID),
		/** Something other than a file or folder, such as a link, which is not followed. */
		NOT_A_FILE(Weight.INVALID),
		/** The file is not the one that was put in: {the hash, what is stated, what it is}. */
		CORRUPT(Weight.INVALID),
		/** The file can not be read: {the system's message}. */
		UNREADABLE(Weight.INVALID),
		/** The file, or what lies in the folder, changed while it was read. */
		CHANGED(Weight.INVALID),
		/** Payload-Oxum is not octets.files, or not what is there: {what is stated, what is there}. */
		WRONG_OXUM(Weight.INVALID),
		/** Payload-Oxum is missing, so that a bag can not be tested quickly. */
		NO_OXUM(Weight.INCOMPLETE),
		/** When one is made: the name can not be written into a manifest. */
		BAD_NAME(Weight.INVALID),
		/** When one is made: a folder without files, of which a bag tells nothing. */
		EMPTY_FOLDER(Weight.WARNING),
		/** When one is made: the folder is a bag already. */
		ALREADY_A_BAG(Weight.INVALID),
		/** When one is made elsewhere: something lies there: {where}. */
		TAKEN(Weight.INVALID),
		/** When one is made elsewhere: one of the two folders lies in the other: {where}. */
		WITHIN(Weight.INVALID);

		private final Weight weight;

		Kind(Weight weight) {
			this.weight = weight;
		}

		public Weight weight() {
			return weight;
		}
	}
}
