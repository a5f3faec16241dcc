package id.posko.report.form;

import id.posko.report.document.Align;
import id.posko.report.document.Block;
import id.posko.report.document.Grid;
import id.posko.report.document.Paragraph;
import id.posko.report.document.Style;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The printed words of the forms, Indonesian unless English is asked for, and how they stand in a cell. */
final class Texts {

	static final Style SMALL = Style.PLAIN.sized(9);

	private final ResourceBundle texts;
	private final Locale locale;

	Texts(Locale locale) {
		this.locale = locale;
		texts = ResourceBundle.getBundle("OSGI-INF.l10n.report", locale, Texts.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	String say(String key, Object... arguments) {
		return new MessageFormat(texts.getString(key), locale).format(arguments);
	}

	Paragraph pageNumbers() {
		return Paragraph.numbered(say("page"), SMALL);
	}

	Grid.Cell head(String key) {
		return Grid.Cell.of(Paragraph.tight(say(key), SMALL.bold()).centred()).shaded();
	}

	static Grid.Cell cell(String text) {
		return Grid.Cell.of(Paragraph.tight(text, SMALL));
	}

	static Grid.Cell centred(String text) {
		return Grid.Cell.of(Paragraph.tight(text, SMALL).aligned(Align.CENTRE));
	}

	/** Label, colon and text, line by line, without borders. */
	static Grid facts(double room, List<Fact> facts) {
		double label = Math.min(45, room / 3);
		return new Grid(List.of(label, 5.0, room - label - 5), 0, false, facts.stream().map(fact -> Grid.Row.of(List.of(
				inner(fact.label()), inner(":"), inner(fact.text())))).toList());
	}

	private static Grid.Cell inner(String text) {
		Block.Inner line = Paragraph.tight(text, Style.PLAIN.sized(10));
		return Grid.Cell.of(line);
	}
}
