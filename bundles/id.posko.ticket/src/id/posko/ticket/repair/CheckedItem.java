package id.posko.ticket.repair;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.Words;
import id.posko.procedure.file.MoveText;
import id.posko.ticket.Told;

/**
 * One item of a filled check list.
 *
 * @param item as it was called when it was looked at
 * @param note what is wrong; "" where all is good
 */
public record CheckedItem(String item, Finding finding, String note) {

	static final int LONGEST_NOTE = 300;

	private static final Words WORDS = Words.of(Told.class, Words.INDONESIAN);

	/** What is typed for an item that is good, or the word before the colon and the note. */
	static String word(Finding finding) {
		return WORDS.say("check.finding." + finding);
	}

	/** What an item can be answered with, {@code baik} first. */
	public static List<String> words() {
		return Arrays.stream(Finding.values()).map(CheckedItem::word).toList();
	}

	/** Reads {@code baik}, or {@code ganti: what is wrong}; empty if it is neither, or says nothing of what is wrong. */
	public static Optional<CheckedItem> read(String item, String typed) {
		int colon = typed.indexOf(':');
		String word = (colon < 0 ? typed : typed.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
		String note = colon < 0 ? "" : typed.substring(colon + 1).strip();
		for (Finding finding : Finding.values()) {
			boolean isSaid = finding == Finding.GOOD || !note.isEmpty();
			if (word.equals(word(finding)) && isSaid && note.length() <= LONGEST_NOTE && MoveText.isText(note)) {
				return Optional.of(new CheckedItem(item, finding, note));
			}
		}
		return Optional.empty();
	}

	/** Reads again as an equal one. */
	String typed() {
		return note.isEmpty() ? word(finding) : word(finding) + ": " + note;
	}
}
