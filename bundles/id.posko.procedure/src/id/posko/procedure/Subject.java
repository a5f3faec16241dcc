package id.posko.procedure;

import id.posko.kit.Words;
import java.util.Locale;
import java.util.Optional;

/** What a run is about and has to be told when it is started; {@code word} names it in a file. */
public enum Subject {
	SITE("kantor"), DEVICE("alat"), TICKET("tiket"),
	/** A letter: number, date, sender. */
	LETTER("surat"),
	/** A complaint: medium, date, text, masked complainant. */
	COMPLAINT("pengaduan"),
	/** A period: month, semester or year. */
	PERIOD("periode"),
	/** An institution that uses the data. */
	INSTITUTION("lembaga");

	private final String word;

	Subject(String word) {
		this.word = word;
	}

	public String word() {
		return word;
	}

	/** As a form asks for it. */
	public String title(Locale locale) {
		return Words.of(Subject.class, locale).say("subject." + name());
	}

	public static Optional<Subject> of(String word) {
		for (Subject subject : values()) {
			if (subject.word.equals(word)) {
				return Optional.of(subject);
			}
		}
		return Optional.empty();
	}
}
