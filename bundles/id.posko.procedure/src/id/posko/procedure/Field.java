package id.posko.procedure;

import java.util.Optional;

/** One field of a step's form. */
public record Field(String name, Kind kind) {

	/** What is filled in; {@code word} names it in a file. */
	public enum Kind {
		TEXT("teks"), NUMBER("angka"), DATE("tanggal"), FILE("berkas"), PERSON("orang"), DEVICE("alat");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		public String word() {
			return word;
		}

		public static Optional<Kind> of(String word) {
			for (Kind kind : values()) {
				if (kind.word.equals(word)) {
					return Optional.of(kind);
				}
			}
			return Optional.empty();
		}
	}
}
