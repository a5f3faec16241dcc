package id.posko.report;

import java.util.Iterator;
import java.util.List;

/**
 * A table to be written: its name (an XLSX sheet's), its headings, and its rows, which are asked for one by one, each
 * of at most as many texts as there are headings.
 */
public record Table(String name, List<String> headings, Iterator<List<String>> rows) {

	public Table {
		headings = List.copyOf(headings);
	}
}
