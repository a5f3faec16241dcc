package id.posko.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose cells may span columns and rows.
 *
 * @param widths of its columns, in millimetres
 * @param heads how many of the first rows are repeated on every page
 * @param isRuled whether its cells have borders
 */
public record Grid(List<Double> widths, int heads, boolean isRuled, List<Row> rows) implements Block {

	/** @throws IllegalArgumentException if the cells of some row do not fill its columns exactly, or spans cross */
	public Grid {
		widths = List.copyOf(widths);
		rows = List.copyOf(rows);
		if (widths.isEmpty() || rows.isEmpty() || heads < 0 || heads > rows.size()) {
			throw new IllegalArgumentException(widths.size() + " columns, " + rows.size() + " rows, " + heads + " heads");
		}
		places(widths.size(), rows);
	}

	/** @param height the exact height in millimetres, and what stands in it in the middle; 0 for as high as needed */
	public record Row(List<Cell> cells, double height) {

		public Row {
			cells = List.copyOf(cells);
		}

		public static Row of(List<Cell> cells) {
			return new Row(cells, 0);
		}
	}

	/**
	 * @param columns how many it covers, at least 1, as the rows
	 * @param isShaded whether its ground is grey, as a heading's
	 */
	public record Cell(List<Block.Inner> content, int columns, int rows, boolean isShaded) {

		public Cell {
			content = List.copyOf(content);
			if (columns < 1 || rows < 1) {
				throw new IllegalArgumentException(columns + " columns, " + rows + " rows");
			}
		}

		public static Cell of(Block.Inner... content) {
			return new Cell(List.of(content), 1, 1, false);
		}

		public Cell over(int spannedColumns, int spannedRows) {
			return new Cell(content, spannedColumns, spannedRows, isShaded);
		}

		public Cell shaded() {
			return new Cell(content, columns, rows, true);
		}
	}

	/** A cell in a row as WordprocessingML wants it: a cell that spans rows stands in each of them. */
	record Placed(Cell cell, int column, boolean continues) {
	}

	List<List<Placed>> places() {
		return places(widths.size(), rows);
	}

	private static List<List<Placed>> places(int columns, List<Row> rows) {
		List<List<Placed>> places = new ArrayList<>();
		Cell[] above = new Cell[columns];
		int[] left = new int[columns];
		for (int r = 0; r < rows.size(); r++) {
			List<Placed> row = new ArrayList<>();
			var cells = rows.get(r).cells().iterator();
			for (int c = 0; c < columns;) {
				boolean continues = left[c] > 0;
				if (!continues && !cells.hasNext()) {
					throw new IllegalArgumentException("row " + (r + 1) + " ends before column " + (c + 1));
				}
				Cell cell = continues ? above[c] : cells.next();
				int end = c + cell.columns();
				if (end > columns || r + cell.rows() > rows.size() && !continues) {
					throw new IllegalArgumentException("a cell of row " + (r + 1) + " leaves the table");
				}
				row.add(new Placed(cell, c, continues));
				for (; c < end; c++) {
					if (!continues && left[c] > 0) {
						throw new IllegalArgumentException("cells cross in row " + (r + 1));
					}
					above[c] = cell;
					left[c] = continues ? left[c] - 1 : cell.rows() - 1;
				}
			}
			if (cells.hasNext()) {
				throw new IllegalArgumentException("row " + (r + 1) + " has more cells than columns");
			}
			places.add(row);
		}
		return places;
	}
}
