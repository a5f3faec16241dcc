package id.posko.report.document;

/** A heading, kept with what follows it; it shows in the word processor's outline. */
public record Heading(int level, String text) implements Block {

	/** @param level 1 (centred, the document's title) to 3 */
	public Heading {
		if (level < 1 || level > 3) {
			throw new IllegalArgumentException("level " + level);
		}
	}
}
