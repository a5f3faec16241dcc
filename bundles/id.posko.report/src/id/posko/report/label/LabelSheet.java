package id.posko.report.label;

import id.posko.report.document.Align;
import id.posko.report.document.Document;
import id.posko.report.document.Grid;
import id.posko.report.document.Page;
import id.posko.report.document.Paragraph;
import id.posko.report.document.Picture;
import id.posko.report.document.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A sheet of sticky labels: the paper and how many labels it has across and down, all of one size. */
public record LabelSheet(Page page, int columns, int rows) {

	/** 24 labels of 70 x 37 mm. */
	public static final LabelSheet A4_3X8 = new LabelSheet(new Page(210, 297, 0.5, 0, 0, 0), 3, 8);

	/** Millimetres at the foot of the page for what a word processor wants after a table. */
	private static final double SPARE = 0.5;

	private static final double WIDEST_CODE = 32;
	/** Of the label's height: what its edge and a printer that feeds askew leave. */
	private static final double USED_HEIGHT = 0.8;
	private static final double BESIDE_CODE = 4;
	private static final Style SMALL = Style.PLAIN.sized(8);

	/** @throws IllegalArgumentException if there is no label on it */
	public LabelSheet {
		if (columns < 1 || rows < 1) {
			throw new IllegalArgumentException(columns + " x " + rows);
		}
	}

	/**
	 * As many sheets as the labels need, in their order; the rest of the last stays empty. A text is cut off where its
	 * label ends; the code never is.
	 *
	 * @throws IllegalArgumentException if a device's key is longer than a QR code can hold
	 */
	public Document document(String title, List<Label> labels) {
		double width = page.room() / columns;
		double height = (page.height() - page.top() - page.bottom() - SPARE) / rows;
		double code = Math.min(WIDEST_CODE, Math.min(height * USED_HEIGHT, width / 2));
		List<Double> widths = new ArrayList<>();
		for (int c = 0; c < columns; c++) {
			widths.add(code + BESIDE_CODE);
			widths.add(width - code - BESIDE_CODE);
		}
		List<Grid.Row> lines = new ArrayList<>();
		for (int first = 0; first < labels.size(); first += columns) {
			List<Grid.Cell> cells = new ArrayList<>();
			labels.subList(first, Math.min(first + columns, labels.size())).forEach(label -> {
				cells.add(Grid.Cell.of(new Picture(QrPicture.png(label.code().text()), code, code, label.code().text(),
						Align.CENTRE)));
				cells.add(Grid.Cell.of(Paragraph.tight(label.device(), Style.PLAIN.sized(10).bold()).spaced(2),
						Paragraph.tight(label.office(), SMALL.sized(9)).spaced(2), Paragraph.tight(label.code().text(), SMALL)));
			});
			cells.addAll(Collections.nCopies(2 * columns - cells.size(), Grid.Cell.of()));
			lines.add(new Grid.Row(cells, height));
		}
		return new Document(title, page, Optional.empty(), Optional.empty(),
				lines.isEmpty() ? List.of() : List.of(new Grid(widths, 0, false, lines)));
	}
}
