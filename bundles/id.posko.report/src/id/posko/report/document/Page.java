package id.posko.report.document;

/** A sheet of paper and its margins, all in millimetres. */
public record Page(double width, double height, double top, double right, double bottom, double left) {

	/** ISO 216, upright. */
	public static final Page A4 = new Page(210, 297, 20, 20, 20, 25);
	/** The offices' "F4" or folio, upright. */
	public static final Page F4 = new Page(215, 330, 20, 20, 20, 25);

	/** @throws IllegalArgumentException if the margins leave nothing to write on */
	public Page {
		if (!(width - left - right > 0) || !(height - top - bottom > 0) || top < 0 || right < 0 || bottom < 0 || left < 0) {
			throw new IllegalArgumentException("no room within the margins");
		}
	}

	/** The same paper turned. */
	public Page turned() {
		return new Page(height, width, top, right, bottom, left);
	}

	/** The same margin on all sides. */
	public Page withMargins(double margin) {
		return new Page(width, height, margin, margin, margin, margin);
	}

	boolean isLandscape() {
		return width > height;
	}

	/** Width between the margins. */
	public double room() {
		return width - left - right;
	}
}
