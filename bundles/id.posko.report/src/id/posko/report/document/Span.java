package id.posko.report.document;

/** A piece of a paragraph in one style. */
public sealed interface Span {

	Style style();

	/** Line ends and tabs in it are kept; characters that XML cannot hold become U+FFFD. */
	record Text(String text, Style style) implements Span {
	}

	/** A number that the word processor fills in on each page. */
	record Counter(Count count, Style style) implements Span {

		/** The constant's name is the field's (ECMA-376 part 1, 17.16.5.43 and 17.16.5.44). */
		public enum Count {
			PAGE, NUMPAGES
		}
	}
}
