package id.posko.ui.table;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;

/** How wide the columns of a table are in the place that it has, in pixels. */
final class Widths {

	/** The last column gives way down to this, so that nothing lies beyond the edge. */
	private static final int LEAST_LAST = 140;
	/** A column of words grows by this share of its width at most. */
	private static final double MOST_GROWTH = 0.6;

	private Widths() {
	}

	/**
	 * Each its own width, and more where the place has more: first for the columns of words that no person has made
	 * wider or narrower, then for the last one.
	 *
	 * @param place 0 while it is not known
	 */
	static <R> List<Integer> fitting(List<Columns.Shown<R>> shown, int place) {
		List<Integer> widths = new ArrayList<>(shown.stream().map(Columns.Shown::width).toList());
		int last = shown.size() - 1;
		if (place > 0) {
			int free = place - widths.stream().mapToInt(Integer::intValue).sum();
			int words = shown.subList(0, last).stream().filter(Widths::grows).mapToInt(Columns.Shown::width).sum();
			if (free > 0 && words > 0) {
				double growth = Math.min(MOST_GROWTH, (double) free / words);
				for (int i = 0; i < last; i++) {
					if (grows(shown.get(i))) {
						widths.set(i, (int) (widths.get(i) * (1 + growth)));
					}
				}
			}
			int before = widths.subList(0, last).stream().mapToInt(Integer::intValue).sum();
			widths.set(last, Math.max(Math.min(LEAST_LAST, shown.get(last).width()), place - before));
		}
		return widths;
	}

	private static <R> boolean grows(Columns.Shown<R> shown) {
		Column<R> column = shown.column();
		return column.alignment() == SWT.LEFT && column.mark() == null && shown.width() == column.width();
	}
}
