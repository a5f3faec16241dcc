package id.posko.procedure;

import java.util.List;
import java.util.Optional;

/** The units in which offices write standard times, each with its word and the ways it is misspelt. */
public enum OfficeUnit {
	SECOND("detik"), MINUTE("menit", "mnit"), HOUR("jam"), DAY("hari"), WEEK("minggu"), MONTH("bulan"), YEAR("tahun");

	private final List<String> words;

	OfficeUnit(String... words) {
		this.words = List.of(words);
	}

	/** As it is rightly written. */
	public String word() {
		return words.getFirst();
	}

	static Optional<OfficeUnit> of(String word) {
		for (OfficeUnit unit : values()) {
			if (unit.words.contains(word)) {
				return Optional.of(unit);
			}
		}
		return Optional.empty();
	}
}
