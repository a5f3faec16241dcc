package id.posko.procedure;

import java.util.Optional;

/** What the one who takes a step gives by it, confirmed with his own password; {@code word} names it in a file. */
public enum Approval {
	/** Short signature on a draft that is right. */
	INITIALS("paraf"),
	/** An order written on a letter. */
	DISPOSITION("disposisi"),
	/** Consent to a plan or draft. */
	CONSENT("persetujuan"),
	/** A document becomes valid. */
	ENDORSEMENT("pengesahan"),
	SIGNATURE("tanda tangan");

	private final String word;

	Approval(String word) {
		this.word = word;
	}

	public String word() {
		return word;
	}

	public static Optional<Approval> of(String word) {
		for (Approval approval : values()) {
			if (approval.word.equals(word)) {
				return Optional.of(approval);
			}
		}
		return Optional.empty();
	}
}
