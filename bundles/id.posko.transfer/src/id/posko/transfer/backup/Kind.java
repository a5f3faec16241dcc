package id.posko.transfer.backup;

import java.util.Optional;

/** What a backup is of; {@code word} names it in a definition and in the target of an SOP's step. */
public enum Kind {
	SIAK("SIAK"), KTP_EL("KTP-el"), OTHER("lain");

	private final String word;

	Kind(String word) {
		this.word = word;
	}

	public String word() {
		return word;
	}

	public static Optional<Kind> of(String word) {
		for (Kind kind : values()) {
			if (kind.word.equalsIgnoreCase(word)) {
				return Optional.of(kind);
			}
		}
		return Optional.empty();
	}
}
