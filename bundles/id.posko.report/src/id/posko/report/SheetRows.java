package id.posko.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads the rows of one sheet (ECMA-376 part 1, 18.3.1.73) one by one. */
final class SheetRows {

	private static final int LAST_ROW = 1_048_576;
	private static final int LAST_COLUMN = 16_384;

	private final Workbook workbook;
	private final Workbook.Sheet sheet;
	private final SharedTexts texts;
	private final NumberFormats formats;
	private final Limits limits;
	private final MergedAreas merged = new MergedAreas();

	SheetRows(Workbook workbook, Workbook.Sheet sheet, SharedTexts texts, NumberFormats formats, Limits limits)
			throws IOException, XMLStreamException, Refusal {
		this.workbook = workbook;
		this.sheet = sheet;
		this.texts = texts;
		this.formats = formats;
		this.limits = limits;
		if (workbook.mentionsMergedCells(sheet)) {
			readMerged();
		}
	}

	private void readMerged() throws IOException, XMLStreamException, Refusal {
		try (Xml xml = workbook.open(sheet)) {
			while (xml.nextElement()) {
				if (xml.name().equals("mergeCell")) {
					String[] corners = String.valueOf(xml.attribute("ref")).split(":");
					Place first = place(corners[0]);
					merged.add(new Area(first, corners.length == 2 ? place(corners[1]) : first));
				}
			}
		}
	}

	private static Place place(String reference) throws Refusal {
		int column = 0;
		int at = 0;
		while (at < reference.length() && at < 3 && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
			column = column * 26 + reference.charAt(at++) - 'A' + 1;
		}
		int row = Numbers.whole(reference.substring(at));
		if (column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW) {
			throw new Refusal(Fault.Code.DAMAGED, "cell " + Numbers.shortened(reference));
		}
		return new Place(row, column);
	}

	/** Hands over the rows that hold something until the sink wants no more. */
	void read(RowSink sink) throws IOException, XMLStreamException, Refusal {
		int row = 0;
		List<Cell> cells = new ArrayList<>();
		try (Xml xml = workbook.open(sheet)) {
			int lastColumn = 0;
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
					row = nextRow(row, xml.attribute("r"));
					lastColumn = 0;
					cells.clear();
				} else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
					Place place = nextPlace(row, lastColumn, xml.attribute("r"));
					lastColumn = place.column();
					Cell cell = cell(xml, place);
					if (!cell.isBlank()) {
						cells.add(cell);
					}
				} else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")
						&& !hand(row, cells, sink)) {
					return;
				}
			}
		}
	}

	private static int nextRow(int last, String number) throws Refusal {
		int row = number == null ? last + 1 : Numbers.whole(number);
		if (row <= last || row > LAST_ROW) {
			throw new Refusal(Fault.Code.DAMAGED, "row " + Numbers.shortened(String.valueOf(number)));
		}
		return row;
	}

	private static Place nextPlace(int row, int lastColumn, String reference) throws Refusal {
		Place place = reference == null ? new Place(row, lastColumn + 1) : place(reference);
		if (place.row() != row || place.column() <= lastColumn || place.column() > LAST_COLUMN) {
			throw new Refusal(Fault.Code.DAMAGED, "cell " + place);
		}
		return place;
	}

	private boolean hand(int row, List<Cell> cells, RowSink sink) throws Refusal {
		List<Cell> whole = merged.mark(row, cells, limits.columns());
		if (whole.isEmpty()) {
			return true;
		}
		if (whole.getLast().place().column() > limits.columns()) {
			throw new Refusal(whole.getLast().place(), Fault.Code.TOO_MANY_COLUMNS, limits.columns());
		}
		return sink.take(new Row(row, List.copyOf(whole)));
	}

	/** Reads from the cell's start to its end. */
	private Cell cell(Xml xml, Place place) throws XMLStreamException, Refusal {
		String type = xml.attribute("t");
		String style = xml.attribute("s");
		int end = xml.depth() - 1;
		CellText value = new CellText(limits.text());
		CellText formula = new CellText(100);
		boolean isFormula = false;
		CellText.Kept inline = CellText.Kept.NOTHING;
		CellText open = null;
		while (xml.depth() > end) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					switch (xml.name()) {
						case "v" -> open = value;
						case "f" -> {
							open = formula;
							isFormula = true;
						}
						case "is" -> inline = RichText.read(xml, limits.text());
						default -> open = null;
					}
				}
				case XMLStreamConstants.END_ELEMENT -> open = null;
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
					if (open != null) {
						xml.addTextTo(open);
					}
				}
				default -> {
				}
			}
		}
		if (isFormula) {
			return new Cell(place, value.take().text(), Optional.of(Fault.of(Fault.Code.FORMULA,
					"=" + formula.take().text())));
		}
		return cell(place, type == null ? "n" : type, style, value, inline);
	}

	private Cell cell(Place place, String type, String style, CellText value, CellText.Kept inline) throws Refusal {
		if (type.equals("inlineStr")) {
			return inline.at(place, limits.text());
		}
		if (value.isEmpty()) {
			return new Cell(place, "", Optional.empty());
		}
		CellText.Kept kept = value.take();
		String text = kept.text().strip();
		return switch (type) {
			case "s" -> texts.text(text).at(place, limits.text());
			case "str" -> RichText.unescaped(kept).at(place, limits.text());
			case "b" -> new Cell(place, text.equals("1") ? "TRUE" : "FALSE", Optional.empty());
			case "e" -> new Cell(place, text, Optional.of(Fault.of(Fault.Code.ERROR_VALUE, text)));
			case "d" -> new Cell(place, text, Optional.of(Fault.of(Fault.Code.DATE, text)));
			default -> Numbers.cell(place, text, style, formats);
		};
	}
}
