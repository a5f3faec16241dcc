package id.posko.report;

import id.posko.report.opc.Markup;
import java.util.Arrays;
import java.util.List;

/**
 * How a cell of a workbook looks. A workbook's styles are numbered (ECMA-376 part 1, 18.8.10): these in their order, each
 * for every kind of column.
 */
enum CellStyle {
	/** Cells of a column that hold nothing yet. */
	EMPTY(false, false, false, ""),
	DATA(false, false, true, ""),
	TOTAL(true, true, true, ""),
	TITLE(true, false, false, "center"),
	HEADING(true, true, true, "center"),
	CLOSING(false, false, false, "center"),
	LABEL(true, false, true, ""),
	NOTE(false, false, true, "left");

	private static final String SHADE = "FFE7EEF4";
	/** The first number that is free for formats of one's own. */
	private static final int FIRST_FORMAT = 164;
	private static final List<String> SIDES = List.of("left", "right", "top", "bottom");

	private final boolean isBold;
	private final boolean isShaded;
	private final boolean isRuled;
	private final String alignment;

	CellStyle(boolean isBold, boolean isShaded, boolean isRuled, String alignment) {
		this.isBold = isBold;
		this.isShaded = isShaded;
		this.isRuled = isRuled;
		this.alignment = alignment;
	}

	/** The style's number in that kind of column; 0 is left to cells without a style. */
	int in(Column.Kind kind) {
		return 1 + ordinal() * Column.Kind.values().length + kind.ordinal();
	}

	/** As a text looks. */
	int ofText() {
		return in(Column.Kind.TEXT);
	}

	/** The workbook's part {@code styles}. */
	static byte[] part() {
		Markup xml = new Markup().open("styleSheet", "xmlns", XlsxSheets.MAIN);
		Column.Kind[] kinds = Column.Kind.values();
		xml.open("numFmts", "count", kinds.length);
		Arrays.stream(kinds).forEach(kind -> xml.leaf("numFmt", "numFmtId", FIRST_FORMAT + kind.ordinal(), "formatCode",
				kind.format()));
		xml.close().open("fonts", "count", 2);
		addFont(xml, false);
		addFont(xml, true);
		xml.close().open("fills", "count", 3);
		// The first two are fixed, whatever a file says of them.
		xml.open("fill").leaf("patternFill", "patternType", "none").close();
		xml.open("fill").leaf("patternFill", "patternType", "gray125").close();
		xml.open("fill").open("patternFill", "patternType", "solid").leaf("fgColor", "rgb", SHADE).close().close();
		xml.close().open("borders", "count", 2).open("border");
		SIDES.forEach(side -> xml.leaf(side));
		xml.leaf("diagonal").close().open("border");
		SIDES.forEach(side -> xml.open(side, "style", "thin").leaf("color", "auto", 1).close());
		xml.leaf("diagonal").close().close();
		xml.open("cellStyleXfs", "count", 1).leaf("xf", "numFmtId", 0, "fontId", 0, "fillId", 0, "borderId", 0).close();
		xml.open("cellXfs", "count", 1 + values().length * kinds.length);
		xml.leaf("xf", "numFmtId", 0, "fontId", 0, "fillId", 0, "borderId", 0, "xfId", 0);
		for (CellStyle style : values()) {
			Arrays.stream(kinds).forEach(kind -> style.add(xml, kind));
		}
		return xml.bytes();
	}

	private static void addFont(Markup xml, boolean isBold) {
		xml.open("font");
		if (isBold) {
			xml.leaf("b");
		}
		xml.leaf("sz", "val", 10).leaf("name", "val", "Arial").leaf("family", "val", 2).close();
	}

	private void add(Markup xml, Column.Kind kind) {
		xml.open("xf", "numFmtId", FIRST_FORMAT + kind.ordinal(), "fontId", isBold ? 1 : 0, "fillId", isShaded ? 2 : 0,
				"borderId", isRuled ? 1 : 0, "xfId", 0, "applyNumberFormat", 1, "applyFont", 1, "applyFill", 1,
				"applyBorder", 1, "applyAlignment", 1);
		if (!alignment.isEmpty()) {
			xml.leaf("alignment", "horizontal", alignment, "vertical", "center", "wrapText", 1);
		}
		xml.close();
	}
}
