package id.posko.report.form;

import id.posko.report.document.Block;
import id.posko.report.document.Document;
import id.posko.report.document.Grid;
import id.posko.report.document.Heading;
import id.posko.report.document.Letterhead;
import id.posko.report.document.Page;
import id.posko.report.document.Paragraph;
import id.posko.report.document.Signatures;
import id.posko.report.document.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The report up the chain on devices that need parts replaced or added (SOP "Pemeliharaan Alat Perekaman", steps 6 and
 * 7), on A4 turned.
 *
 * @param number the letter's
 * @param to whom it is for
 * @param opening the sentence before the table, as the closing one after it; "" for none
 */
public record DamageReport(Letterhead letterhead, String number, String to, String opening, List<Item> items,
		String closing, List<Signatures.Signature> signatures) {

	private static final List<Double> WIDTHS = List.of(10.0, 36.0, 30.0, 45.0, 45.0, 38.0, 32.0, 16.0);

	public DamageReport {
		items = List.copyOf(items);
		signatures = List.copyOf(signatures);
	}

	/** A device; each text "" where there is none. @param part what is to be replaced or added, and how many */
	public record Item(String device, String serial, String complaint, String finding, String action, String part,
			String quantity) {
	}

	public Document document(Locale locale) {
		Texts texts = new Texts(locale);
		List<Block> blocks = new ArrayList<>();
		blocks.add(letterhead);
		blocks.add(new Heading(1, texts.say("damage.title")));
		blocks.add(Paragraph.of(texts.say("damage.letter", number), Style.PLAIN).centred().spaced(10));
		blocks.add(Paragraph.of(texts.say("damage.to", to)));
		Stream.of(opening).filter(text -> !text.isEmpty()).map(Paragraph::of).forEach(blocks::add);
		blocks.add(grid(texts));
		blocks.add(Paragraph.EMPTY);
		Stream.of(closing).filter(text -> !text.isEmpty()).map(Paragraph::of).forEach(blocks::add);
		blocks.add(new Signatures(signatures));
		return new Document(texts.say("damage.title"), Page.A4.turned(), Optional.empty(),
				Optional.of(texts.pageNumbers()), blocks);
	}

	private Grid grid(Texts texts) {
		List<Grid.Row> rows = new ArrayList<>();
		rows.add(Grid.Row.of(Stream.of("damage.number", "damage.device", "damage.serial", "damage.complaint",
				"damage.finding", "damage.action", "damage.part", "damage.quantity").map(texts::head).toList()));
		for (Item item : items) {
			rows.add(Grid.Row.of(List.of(Texts.centred(Integer.toString(rows.size())), Texts.cell(item.device()),
					Texts.cell(item.serial()), Texts.cell(item.complaint()), Texts.cell(item.finding()),
					Texts.cell(item.action()), Texts.cell(item.part()), Texts.centred(item.quantity()))));
		}
		return new Grid(WIDTHS, 1, true, rows);
	}
}
