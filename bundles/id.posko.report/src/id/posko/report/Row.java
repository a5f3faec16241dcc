package id.posko.report;

import java.util.List;
import java.util.Optional;

/** One row that holds something: its number as a spreadsheet shows it and its cells that hold something, in order. */
public record Row(int number, List<Cell> cells) {

	/** @param column counted from 1 */
	public Cell cell(int column) {
		for (Cell cell : cells) {
			if (cell.place().column() == column) {
				return cell;
			}
		}
		return new Cell(new Place(number, column), "", Optional.empty());
	}
}
