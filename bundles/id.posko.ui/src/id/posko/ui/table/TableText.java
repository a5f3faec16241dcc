package id.posko.ui.table;

import java.util.List;

/** The texts of a table as it is shown: titles and, row by row, the cells under them. */
public record TableText(List<String> titles, List<List<String>> rows) {

	/** Tab-separated, one line a row; a tab or line break inside a cell becomes a blank. */
	public String tsv(boolean withTitles) {
		StringBuilder text = new StringBuilder();
		if (withTitles) {
			append(text, titles);
		}
		rows.forEach(row -> append(text, row));
		return text.toString();
	}

	private static void append(StringBuilder text, List<String> cells) {
		text.append(String.join("\t", cells.stream().map(c -> c.replaceAll("[\\t\\r\\n]+", " ")).toList()))
				.append('\n');
	}
}
