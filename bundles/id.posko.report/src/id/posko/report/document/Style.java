package id.posko.report.document;

/** How letters look. @param points their size */
public record Style(double points, boolean isBold, boolean isItalic, boolean isUnderlined) {

	public static final Style PLAIN = new Style(11, false, false, false);

	/** @throws IllegalArgumentException if the size is none a word processor takes (1 to 400 points) */
	public Style {
		if (!(points >= 1 && points <= 400)) {
			throw new IllegalArgumentException(points + " points");
		}
	}

	public Style sized(double size) {
		return new Style(size, isBold, isItalic, isUnderlined);
	}

	public Style bold() {
		return new Style(points, true, isItalic, isUnderlined);
	}

	public Style italic() {
		return new Style(points, isBold, true, isUnderlined);
	}

	public Style underlined() {
		return new Style(points, isBold, isItalic, true);
	}
}
