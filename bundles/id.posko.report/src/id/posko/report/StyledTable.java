package id.posko.report;

import java.util.Iterator;
import java.util.List;

/**
 * A table to be printed as the offices print theirs. In CSV only the headings and the rows are written.
 *
 * @param name the sheet's
 * @param titles lines above the table, centred and bold: government, office, title, year and semester
 * @param columns at least one
 * @param rows asked for one by one, each of at most as many values as there are columns
 * @param total what stands before the sums in the row of totals; "" for no such row
 * @param closing lines below the table at its right: source, place and date, position, name
 * @param metadata what must be known of the table, on a sheet of its own; no entries for no such sheet
 */
public record StyledTable(String name, List<String> titles, List<Column> columns, Iterator<List<Value>> rows,
		String total, List<String> closing, Metadata metadata) {

	/** @throws IllegalArgumentException if there is no column, or the first would hold both "total" and a sum */
	public StyledTable {
		titles = List.copyOf(titles);
		columns = List.copyOf(columns);
		closing = List.copyOf(closing);
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("no columns");
		}
		if (!total.isEmpty() && columns.getFirst().isSummed()) {
			throw new IllegalArgumentException("the first column's place in the row of totals is taken");
		}
	}

	/** Texts alone, with nothing around them. */
	static StyledTable of(Table table) {
		Iterator<List<String>> texts = table.rows();
		Iterator<List<Value>> values = new Iterator<>() {

			@Override
			public boolean hasNext() {
				return texts.hasNext();
			}

			@Override
			public List<Value> next() {
				return texts.next().stream().map(Value::of).toList();
			}
		};
		return new StyledTable(table.name(), List.of(), table.headings().stream().map(Column::text).toList(), values, "",
				List.of(), Metadata.NONE);
	}
}
