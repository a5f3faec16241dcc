package id.posko.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The merged cells of a sheet, asked row by row from the top. */
final class MergedAreas {

	private static final int MOST = 100_000;
	private static final int LAST_COLUMN = 16_384;

	private final List<Area> coming = new ArrayList<>();
	private final List<Area> open = new ArrayList<>();
	private boolean sorted;

	void add(Area area) throws Refusal {
		if (coming.size() == MOST) {
			throw new Refusal(area.first(), Fault.Code.DAMAGED, "merged cells");
		}
		coming.add(area);
	}

	/**
	 * Merged cells keep a text in their first cell alone: each of them is marked, also those that the file leaves out.
	 *
	 * @param row greater than in the call before
	 */
	List<Cell> mark(int row, List<Cell> cells, int lastColumn) throws Refusal {
		if (!sorted) {
			coming.sort(Comparator.<Area>comparingInt(area -> area.first().row()).reversed());
			sorted = true;
		}
		while (!coming.isEmpty() && coming.getLast().first().row() <= row) {
			open.add(coming.removeLast());
		}
		open.removeIf(area -> area.last().row() < row);
		if (open.isEmpty()) {
			return cells;
		}
		TreeMap<Integer, Cell> whole = new TreeMap<>();
		cells.forEach(cell -> whole.put(cell.place().column(), cell));
		int covered = 0;
		for (Area area : open) {
			covered += area.last().column() - area.first().column() + 1;
			if (covered > LAST_COLUMN) {
				throw new Refusal(area.first(), Fault.Code.DAMAGED, "merged cells overlap");
			}
			Optional<Fault> fault = Optional.of(Fault.of(Fault.Code.MERGED, area.toString()));
			for (int column = area.first().column(); column <= Math.min(area.last().column(), lastColumn); column++) {
				Place place = new Place(row, column);
				Cell cell = whole.get(column);
				whole.put(column, new Cell(place, cell == null ? "" : cell.text(), fault));
			}
		}
		return List.copyOf(whole.values());
	}
}
