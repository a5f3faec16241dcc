package id.posko.report;

import id.posko.report.document.Document;
import id.posko.report.document.WordFile;
import java.nio.file.Path;

/**
 * Writes a document as a DOCX file, which takes its place whole or not at all. Blocks; a document is small, and is made
 * in memory.
 */
public final class DocumentWriter {

	/** @return {@link Writing.Written} with 0 rows, or why nothing was written */
	public Writing write(Path target, Document document) {
		return WholeFile.write(target, out -> {
			TableWriter.refuseIfInterrupted();
			WordFile.write(document, out);
			return 0;
		});
	}
}
