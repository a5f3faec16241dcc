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

/**
 * The sheet of one run of an SOP, on F4 turned: the SOP's own table with what it took beside what it should take, and
 * the signatures. The columns under "Mutu baku" are those of the SOP form of PermenPAN-RB 35/2012.
 *
 * @param title the SOP's
 * @param facts its number, the run's subject, who started it: a line each
 */
public record SopSheet(Letterhead letterhead, String title, List<Fact> facts, List<Step> steps,
		List<Signatures.Signature> signatures) {

	private static final List<Double> WIDTHS = List.of(10.0, 58.0, 28.0, 38.0, 20.0, 35.0, 24.0, 24.0, 22.0, 26.0);

	public SopSheet {
		facts = List.copyOf(facts);
		steps = List.copyOf(steps);
		signatures = List.copyOf(signatures);
		if (steps.isEmpty()) {
			throw new IllegalArgumentException("no steps");
		}
	}

	/**
	 * A row, as it is to be read: times and durations are texts; "" for what is not there.
	 *
	 * @param clockRows how many rows, from this one on, share its standard and actual time; 0 in a row whose time stands
	 *            in one above
	 */
	public record Step(String number, String activity, String who, String requirement, String standard, String output,
			String started, String ended, String taken, boolean isLate, int clockRows, String note) {
	}

	public Document document(Locale locale) {
		Texts texts = new Texts(locale);
		Page page = Page.F4.turned();
		List<Block> blocks = new ArrayList<>();
		blocks.add(letterhead);
		blocks.add(new Heading(1, texts.say("sop.title") + "\n" + title));
		if (!facts.isEmpty()) {
			blocks.add(Texts.facts(page.room(), facts));
			blocks.add(Paragraph.EMPTY);
		}
		blocks.add(grid(texts));
		blocks.add(new Signatures(signatures));
		return new Document(title, page, Optional.empty(), Optional.of(texts.pageNumbers()), blocks);
	}

	private Grid grid(Texts texts) {
		List<Grid.Row> rows = new ArrayList<>();
		rows.add(Grid.Row.of(List.of(texts.head("sop.number").over(1, 2), texts.head("sop.activity").over(1, 2),
				texts.head("sop.who").over(1, 2), texts.head("sop.standard").over(3, 1), texts.head("sop.course").over(3, 1),
				texts.head("sop.note").over(1, 2))));
		rows.add(Grid.Row.of(List.of(texts.head("sop.requirement"), texts.head("sop.time"), texts.head("sop.output"),
				texts.head("sop.started"), texts.head("sop.ended"), texts.head("sop.taken"))));
		for (Step step : steps) {
			List<Grid.Cell> cells = new ArrayList<>();
			cells.add(Texts.centred(step.number()));
			cells.add(Texts.cell(step.activity()));
			cells.add(Texts.cell(step.who()));
			cells.add(Texts.cell(step.requirement()));
			if (step.clockRows() > 0) {
				cells.add(Texts.centred(step.standard()).over(1, step.clockRows()));
			}
			cells.add(Texts.cell(step.output()));
			cells.add(Texts.centred(step.started()));
			cells.add(Texts.centred(step.ended()));
			if (step.clockRows() > 0) {
				cells.add(taken(texts, step).over(1, step.clockRows()));
			}
			cells.add(Texts.cell(step.note()));
			rows.add(Grid.Row.of(cells));
		}
		return new Grid(WIDTHS, 2, true, rows);
	}

	private static Grid.Cell taken(Texts texts, Step step) {
		if (!step.isLate()) {
			return Texts.centred(step.taken());
		}
		Style bold = Texts.SMALL.bold();
		return Grid.Cell.of(Paragraph.tight(step.taken(), bold).centred(),
				Paragraph.tight(texts.say("sop.late"), bold).centred());
	}
}
