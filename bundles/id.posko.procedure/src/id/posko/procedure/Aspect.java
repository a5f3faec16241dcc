package id.posko.procedure;

import java.util.Optional;

/** What of a step can be inferred from its wording, where the written SOP lost its marks; {@code word} is its key. */
public enum Aspect {
	WHO("pelaksana"), RETURN("kembali ke"), NEXT("lanjut ke"), CONDITION("bila");

	private final String word;

	Aspect(String word) {
		this.word = word;
	}

	public String word() {
		return word;
	}

	public static Optional<Aspect> of(String word) {
		for (Aspect aspect : values()) {
			if (aspect.word.equals(word)) {
				return Optional.of(aspect);
			}
		}
		return Optional.empty();
	}
}
