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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A disposition sheet ("lembar disposisi"), on A4: what came in, to whom it goes on, and what is asked of him.
 *
 * @param received the day it came, as it is to be read, as {@code date} is
 * @param agenda its number in the office's book of letters
 * @param to offices to choose from, ticked or not, as the requests are
 */
public record Disposition(Letterhead letterhead, String from, String number, String date, String received,
		String agenda, Set<Urgency> urgency, String subject, List<Choice> to, List<Choice> requests, String note,
		Signatures.Signature signature) {

	private static final String TICKED = "☑ ";
	private static final String OPEN = "☐ ";
	private static final double LABEL = 32;

	public Disposition {
		urgency = Set.copyOf(urgency);
		to = List.copyOf(to);
		requests = List.copyOf(requests);
	}

	public enum Urgency {
		VERY_URGENT, URGENT, SECRET
	}

	public record Choice(String text, boolean isTicked) {
	}

	public Document document(Locale locale) {
		Texts texts = new Texts(locale);
		double half = Page.A4.room() / 2;
		List<Double> widths = List.of(LABEL, half - LABEL, LABEL, half - LABEL);
		String marks = Arrays.stream(Urgency.values()).map(u -> (urgency.contains(u) ? TICKED : OPEN)
				+ texts.say("disposition.urgency." + u)).collect(Collectors.joining("\n"));
		List<Grid.Row> rows = List.of(
				facts(texts, "from", from, "received", received),
				facts(texts, "letter", number, "agenda", agenda),
				facts(texts, "date", date, "urgency", marks),
				Grid.Row.of(List.of(label(texts, "subject"), text(subject).over(3, 1))),
				Grid.Row.of(List.of(choices(texts, "to", to).over(2, 1), choices(texts, "request", requests).over(2, 1))),
				Grid.Row.of(List.of(Grid.Cell.of(Paragraph.tight(texts.say("disposition.note"), bold()),
						Paragraph.of(note, plain()).spaced(40)).over(4, 1))));
		List<Block> blocks = List.of(letterhead, new Heading(1, texts.say("disposition.title")),
				new Grid(widths, 0, true, rows), new Signatures(List.of(signature)));
		return new Document(texts.say("disposition.title"), Page.A4, Optional.empty(), Optional.empty(), blocks);
	}

	private static Grid.Row facts(Texts texts, String left, String leftText, String right, String rightText) {
		return Grid.Row.of(List.of(label(texts, left), text(leftText), label(texts, right), text(rightText)));
	}

	private static Style plain() {
		return Style.PLAIN.sized(10);
	}

	private static Style bold() {
		return plain().bold();
	}

	private static Grid.Cell label(Texts texts, String key) {
		return Grid.Cell.of(Paragraph.tight(texts.say("disposition." + key), bold()).spaced(3));
	}

	private static Grid.Cell text(String text) {
		return Grid.Cell.of(Paragraph.tight(text, plain()).spaced(3));
	}

	private static Grid.Cell choices(Texts texts, String key, List<Choice> choices) {
		List<Block.Inner> lines = new ArrayList<>();
		lines.add(Paragraph.tight(texts.say("disposition." + key), bold()).spaced(3));
		choices.forEach(choice -> lines.add(Paragraph.tight((choice.isTicked() ? TICKED : OPEN) + choice.text(), plain())));
		return new Grid.Cell(lines, 1, 1, false);
	}
}
