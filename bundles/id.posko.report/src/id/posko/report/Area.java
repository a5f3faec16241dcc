package id.posko.report;

/** A rectangle of cells, both corners inside: {@code A1:C3}. */
public record Area(Place first, Place last) {

	@Override
	public String toString() {
		return first + ":" + last;
	}
}
