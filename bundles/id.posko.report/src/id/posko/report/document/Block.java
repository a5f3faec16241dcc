package id.posko.report.document;

/** What a document is made of, from top to bottom. */
public sealed interface Block permits Heading, Grid, PageBreak, Letterhead, Signatures, Block.Inner {

	/** What may also stand in a cell. */
	sealed interface Inner extends Block permits Paragraph, Picture {
	}
}
