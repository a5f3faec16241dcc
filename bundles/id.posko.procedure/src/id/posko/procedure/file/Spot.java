package id.posko.procedure.file;

import id.posko.report.Place;
import java.util.Comparator;

/** A place in a file, counted from 1: line and column of a text, or row and column of a sheet's cell. */
public record Spot(int line, int column, boolean isCell) implements Comparable<Spot> {

	private static final Comparator<Spot> ORDER = Comparator.comparingInt(Spot::line).thenComparingInt(Spot::column);

	Spot(int line, int column) {
		this(line, column, false);
	}

	static Spot of(Place cell) {
		return new Spot(cell.row(), cell.column(), true);
	}

	@Override
	public int compareTo(Spot other) {
		return ORDER.compare(this, other);
	}
}
