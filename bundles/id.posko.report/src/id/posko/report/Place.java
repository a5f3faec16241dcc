package id.posko.report;

/** A place in a table as a spreadsheet shows it: {@code E7} is row 7, column 5; both count from 1. */
public record Place(int row, int column) {

	/** The column as a spreadsheet names it: A … Z, AA … XFD. */
	public String letters() {
		return letters(column);
	}

	/** The spreadsheet's name of a column counted from 1. */
	public static String letters(int column) {
		StringBuilder letters = new StringBuilder();
		for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
			letters.append((char) ('A' + (rest - 1) % 26));
		}
		return letters.reverse().toString();
	}

	@Override
	public String toString() {
		return letters() + row;
	}
}
