package id.posko.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph.
 *
 * @param after space below it, in points
 * @param staysWithNext whether no page may begin between it and what follows
 */
public record Paragraph(List<Span> spans, Align align, double after, boolean staysWithNext) implements Block.Inner {

	public static final Paragraph EMPTY = new Paragraph(List.of(), Align.LEFT, 0, false);

	private static final double USUAL = 6;

	public Paragraph {
		spans = List.copyOf(spans);
	}

	public static Paragraph of(String text) {
		return of(text, Style.PLAIN);
	}

	public static Paragraph of(String text, Style style) {
		return new Paragraph(List.of(new Span.Text(text, style)), Align.LEFT, USUAL, false);
	}

	/** As it stands in a cell: nothing below it. */
	public static Paragraph tight(String text, Style style) {
		return of(text, style).spaced(0);
	}

	/**
	 * A line with page numbers.
	 *
	 * @param pattern {@code {page}} and {@code {pages}} stand for the numbers
	 */
	public static Paragraph numbered(String pattern, Style style) {
		List<Span> spans = new ArrayList<>();
		for (String part : pattern.splitWithDelimiters("\\{pages?}", 0)) {
			switch (part) {
				case "" -> {
				}
				case "{page}" -> spans.add(new Span.Counter(Span.Counter.Count.PAGE, style));
				case "{pages}" -> spans.add(new Span.Counter(Span.Counter.Count.NUMPAGES, style));
				default -> spans.add(new Span.Text(part, style));
			}
		}
		return new Paragraph(spans, Align.RIGHT, 0, false);
	}

	public Paragraph aligned(Align where) {
		return new Paragraph(spans, where, after, staysWithNext);
	}

	public Paragraph centred() {
		return aligned(Align.CENTRE);
	}

	public Paragraph spaced(double points) {
		return new Paragraph(spans, align, points, staysWithNext);
	}

	public Paragraph withNext() {
		return new Paragraph(spans, align, after, true);
	}
}
