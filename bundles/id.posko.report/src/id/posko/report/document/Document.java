package id.posko.report.document;

import java.util.List;
import java.util.Optional;

/**
 * A document to be printed and edited in a word processor.
 *
 * @param title of the file's properties, not on the page
 * @param header on top of every page
 * @param footer at the foot of every page, with its number where it holds {@link Span.Counter}
 */
public record Document(String title, Page page, Optional<Paragraph> header, Optional<Paragraph> footer,
		List<Block> blocks) {

	public Document {
		blocks = List.copyOf(blocks);
	}
}
