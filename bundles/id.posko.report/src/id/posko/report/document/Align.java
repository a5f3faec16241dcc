package id.posko.report.document;

/** Where a line or picture stands; the constant's word is that of ST_Jc (ECMA-376 part 1, 17.18.44). */
public enum Align {
	LEFT("left"), CENTRE("center"), RIGHT("right"), JUSTIFIED("both");

	private final String word;

	Align(String word) {
		this.word = word;
	}

	String word() {
		return word;
	}
}
