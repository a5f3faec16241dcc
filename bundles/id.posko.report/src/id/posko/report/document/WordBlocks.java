package id.posko.report.document;

import id.posko.report.opc.Markup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Blocks as WordprocessingML (ECMA-376 part 1, 17); lengths there are twentieths of a point and, of pictures, EMU. */
final class WordBlocks {

	private static final int SIGNATURES_IN_A_ROW = 3;
	private static final double SPACE_TO_SIGN = 44;
	private static final double BESIDE_ARMS = 4;
	private static final double BESIDE_TEXT = 1.5;
	private static final double OVER_TEXT = 0.5;
	private static final String UNSIGNED = "……………………………";
	private static final String GREY = "E7EEF4";

	private final Markup xml;
	private final Media media;
	private final double room;

	/** @param room width between the margins, in millimetres */
	WordBlocks(Markup xml, Media media, double room) {
		this.xml = xml;
		this.media = media;
		this.room = room;
	}

	static long twips(double millimetres) {
		return Math.round(millimetres * 1440 / 25.4);
	}

	void add(Block block) {
		switch (block) {
			case Heading heading -> add(heading);
			case Paragraph paragraph -> add(paragraph);
			case Picture picture -> add(picture);
			case Grid grid -> add(grid);
			case PageBreak _ -> addTiny(true);
			case Letterhead letterhead -> add(letterhead);
			case Signatures signatures -> add(signatures);
		}
	}

	private void add(Heading heading) {
		xml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", "Heading" + heading.level()).close();
		addText(heading.text(), null);
		xml.close();
	}

	void add(Paragraph paragraph) {
		xml.open("w:p").open("w:pPr");
		if (paragraph.staysWithNext()) {
			xml.leaf("w:keepNext");
		}
		xml.leaf("w:spacing", "w:after", Math.round(paragraph.after() * 20)).leaf("w:jc", "w:val", paragraph.align().word());
		xml.close();
		for (Span span : paragraph.spans()) {
			switch (span) {
				case Span.Text(String text, Style style) -> addText(text, style);
				case Span.Counter(var count, Style style) -> {
					xml.open("w:fldSimple", "w:instr", " " + count + " ");
					addText("1", style);
					xml.close();
				}
			}
		}
		xml.close();
	}

	private void addText(String text, Style style) {
		xml.open("w:r");
		if (style != null) {
			addStyle(style);
		}
		for (String part : text.replace("\r\n", "\n").replace('\r', '\n').splitWithDelimiters("[\n\t]", 0)) {
			switch (part) {
				case "" -> {
				}
				case "\n" -> xml.leaf("w:br");
				case "\t" -> xml.leaf("w:tab");
				default -> xml.open("w:t", "xml:space", "preserve").text(part).close();
			}
		}
		xml.close();
	}

	private void addStyle(Style style) {
		xml.open("w:rPr");
		if (style.isBold()) {
			xml.leaf("w:b");
		}
		if (style.isItalic()) {
			xml.leaf("w:i");
		}
		long halfPoints = Math.round(style.points() * 2);
		xml.leaf("w:sz", "w:val", halfPoints).leaf("w:szCs", "w:val", halfPoints);
		if (style.isUnderlined()) {
			xml.leaf("w:u", "w:val", "single");
		}
		xml.close();
	}

	private void add(Picture picture) {
		Object[] size = {"cx", Math.round(picture.width() * 36_000), "cy", Math.round(picture.height() * 36_000)};
		int number = media.nextNumber();
		xml.open("w:p").open("w:pPr").leaf("w:spacing", "w:after", 0).leaf("w:jc", "w:val", picture.align().word()).close();
		xml.open("w:r").open("w:drawing").open("wp:inline", "distT", 0, "distB", 0, "distL", 0, "distR", 0);
		xml.leaf("wp:extent", size).leaf("wp:docPr", "id", number, "name", "picture" + number, "descr", picture.description());
		xml.open("a:graphic").open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
		xml.open("pic:pic").open("pic:nvPicPr").leaf("pic:cNvPr", "id", number, "name", "picture" + number)
				.leaf("pic:cNvPicPr").close();
		xml.open("pic:blipFill").leaf("a:blip", "r:embed", media.add(picture)).open("a:stretch").leaf("a:fillRect").close()
				.close();
		xml.open("pic:spPr").open("a:xfrm").leaf("a:off", "x", 0, "y", 0).leaf("a:ext", size).close();
		xml.open("a:prstGeom", "prst", "rect").leaf("a:avLst").close().close();
		xml.close().close().close();
		xml.close().close().close().close();
	}

	private void add(Grid grid) {
		xml.open("w:tbl").open("w:tblPr");
		xml.leaf("w:tblW", "w:w", twips(sum(grid.widths())), "w:type", "dxa");
		if (grid.isRuled()) {
			xml.open("w:tblBorders");
			for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
				xml.leaf("w:" + side, "w:val", "single", "w:sz", 4, "w:space", 0, "w:color", "auto");
			}
			xml.close();
		}
		xml.leaf("w:tblLayout", "w:type", "fixed");
		xml.open("w:tblCellMar");
		for (String side : List.of("top", "left", "bottom", "right")) {
			double space = side.equals("left") || side.equals("right") ? BESIDE_TEXT : grid.isRuled() ? OVER_TEXT : 0;
			xml.leaf("w:" + side, "w:w", twips(space), "w:type", "dxa");
		}
		xml.close();
		xml.close().open("w:tblGrid");
		grid.widths().forEach(width -> xml.leaf("w:gridCol", "w:w", twips(width)));
		xml.close();
		List<List<Grid.Placed>> places = grid.places();
		for (int r = 0; r < places.size(); r++) {
			boolean isFixed = grid.rows().get(r).height() > 0;
			xml.open("w:tr").open("w:trPr").leaf("w:cantSplit");
			if (isFixed) {
				xml.leaf("w:trHeight", "w:val", twips(grid.rows().get(r).height()), "w:hRule", "exact");
			}
			if (r < grid.heads()) {
				xml.leaf("w:tblHeader");
			}
			xml.close();
			places.get(r).forEach(placed -> addCell(grid, placed, isFixed));
			xml.close();
		}
		xml.close();
		// Word joins tables that touch, and wants a paragraph after the last.
		addTiny(false);
	}

	private void addCell(Grid grid, Grid.Placed placed, boolean isFixed) {
		Grid.Cell cell = placed.cell();
		double width = sum(grid.widths().subList(placed.column(), placed.column() + cell.columns()));
		xml.open("w:tc").open("w:tcPr").leaf("w:tcW", "w:w", twips(width), "w:type", "dxa");
		if (cell.columns() > 1) {
			xml.leaf("w:gridSpan", "w:val", cell.columns());
		}
		if (cell.rows() > 1) {
			xml.leaf("w:vMerge", "w:val", placed.continues() ? "continue" : "restart");
		}
		if (cell.isShaded()) {
			xml.leaf("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", GREY);
		}
		if (cell.isShaded() || isFixed) {
			xml.leaf("w:vAlign", "w:val", "center");
		}
		xml.close();
		if (placed.continues() || cell.content().isEmpty()) {
			xml.leaf("w:p");
		} else {
			cell.content().forEach(this::add);
		}
		xml.close();
	}

	private static double sum(List<Double> widths) {
		return widths.stream().mapToDouble(Double::doubleValue).sum();
	}

	/** A paragraph that takes no room to speak of. */
	private void addTiny(boolean onNewPage) {
		xml.open("w:p").open("w:pPr");
		if (onNewPage) {
			xml.leaf("w:pageBreakBefore");
		}
		xml.leaf("w:spacing", "w:after", 0, "w:line", 20, "w:lineRule", "exact");
		xml.open("w:rPr").leaf("w:sz", "w:val", 2).close().close().close();
	}

	private void add(Letterhead letterhead) {
		Style style = Style.PLAIN;
		List<Block.Inner> lines = new ArrayList<>();
		lines.add(Paragraph.tight(letterhead.government(), style.sized(14)).centred());
		lines.add(Paragraph.tight(letterhead.office(), style.sized(16).bold()).centred());
		letterhead.address().forEach(line -> lines.add(Paragraph.tight(line, style.sized(10)).centred()));
		letterhead.arms().ifPresentOrElse(arms -> {
			double beside = arms.width() + BESIDE_ARMS;
			add(new Grid(List.of(beside, room - beside), 0, false,
					List.of(Grid.Row.of(List.of(Grid.Cell.of(arms), new Grid.Cell(lines, 1, 1, false))))));
		}, () -> lines.forEach(this::add));
		xml.open("w:p").open("w:pPr").open("w:pBdr");
		xml.leaf("w:top", "w:val", "thickThinSmallGap", "w:sz", 24, "w:space", 1, "w:color", "auto").close();
		xml.leaf("w:spacing", "w:before", 60, "w:after", 120, "w:line", 80, "w:lineRule", "exact").close().close();
	}

	private void add(Signatures signatures) {
		List<Signatures.Signature> all = signatures.signatures();
		for (int from = 0; from < all.size(); from += SIGNATURES_IN_A_ROW) {
			List<Signatures.Signature> some = all.subList(from, Math.min(from + SIGNATURES_IN_A_ROW, all.size()));
			int columns = Math.max(2, some.size());
			List<Grid.Cell> cells = Stream.concat(Collections.nCopies(columns - some.size(), Grid.Cell.of()).stream(),
					some.stream().map(WordBlocks::signed)).toList();
			add(Paragraph.EMPTY.withNext());
			add(new Grid(Collections.nCopies(columns, room / columns), 0, false, List.of(Grid.Row.of(cells))));
		}
	}

	private static Grid.Cell signed(Signatures.Signature signature) {
		List<Block.Inner> lines = new ArrayList<>();
		signature.above().forEach(line -> lines.add(Paragraph.tight(line, Style.PLAIN).centred()));
		lines.add(Paragraph.tight("", Style.PLAIN).spaced(SPACE_TO_SIGN));
		boolean isNamed = !signature.name().isEmpty();
		lines.add(isNamed ? Paragraph.tight(signature.name(), Style.PLAIN.bold().underlined()).centred()
				: Paragraph.tight(UNSIGNED, Style.PLAIN).centred());
		signature.below().forEach(line -> lines.add(Paragraph.tight(line, Style.PLAIN).centred()));
		return new Grid.Cell(lines, 1, 1, false);
	}
}
