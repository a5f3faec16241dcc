package id.posko.report;

/**
 * How much a table may hold before reading it is refused.
 *
 * @param rows rows that hold something
 * @param columns the last column that may hold something
 * @param text characters of one cell; a longer cell is read to there and marked
 * @param bytes size of the file, and of all that is unpacked from it
 */
public record Limits(int rows, int columns, int text, long bytes) {

	public static final Limits USUAL = new Limits(100_000, 256, 32_767, 512L << 20);

	public Limits withRows(int most) {
		return new Limits(most, columns, text, bytes);
	}

	public Limits withText(int longest) {
		return new Limits(rows, columns, longest, bytes);
	}

	public Limits withBytes(long most) {
		return new Limits(rows, columns, text, most);
	}
}
