package id.posko.inventory;

import id.posko.report.Cell;
import id.posko.report.Fault;
import id.posko.report.Place;
import id.posko.report.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first row of a list: which column holds which field. */
final class ListHeader {

	private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
	private final List<Problem> problems = new ArrayList<>();
	private final List<Notice> notices = new ArrayList<>();

	/** Of rows that stand in no file. */
	ListHeader() {
	}

	ListHeader(Row row) {
		for (Cell cell : row.cells()) {
			Optional<Field> field = Field.ofHeading(cell.text());
			if (cell.fault().isPresent()) {
				problems.add(Problem.of(cell.fault().get()).at(cell.place()));
			} else if (field.isEmpty()) {
				notices.add(Notice.unknownColumn(cell.place().letters(), Texts.quoted(cell.text())));
			} else {
				Integer first = columns.putIfAbsent(field.get(), cell.place().column());
				if (first != null) {
					problems.add(Problem.of(Rule.COLUMN_TWICE, field.get(), field.get().heading(),
							Place.letters(first)).at(cell.place()));
				}
			}
		}
		for (Field field : Field.values()) {
			if (field.required() && !columns.containsKey(field)) {
				problems.add(Problem.of(Rule.NO_COLUMN, null, field.heading()).at(new Place(row.number(), 1)));
			}
		}
	}

	List<Problem> problems() {
		return problems;
	}

	List<Notice> notices() {
		return notices;
	}

	/** Null if the field has no column. */
	Place place(Field field, int row) {
		Integer column = columns.get(field);
		return column == null ? null : new Place(row, column);
	}

	/** A row's fields; empty if the row holds nothing in the columns that are known. */
	Optional<ListRow> read(Row row) {
		Map<Field, String> texts = new EnumMap<>(Field.class);
		Set<Field> bad = EnumSet.noneOf(Field.class);
		List<Problem> found = new ArrayList<>();
		boolean holds = false;
		for (var column : columns.entrySet()) {
			Field field = column.getKey();
			Cell cell = row.cell(column.getValue());
			holds |= !cell.isBlank();
			texts.put(field, cell.text());
			cell.fault().ifPresent(fault -> {
				bad.add(field);
				found.add(problem(fault, field).at(cell.place()));
			});
		}
		return holds ? Optional.of(new ListRow(row.number(), new Entry(texts), bad, found)) : Optional.empty();
	}

	private static Problem problem(Fault fault, Field field) {
		return fault.code() == Fault.Code.LONG_TEXT
				? Problem.of(Rule.TOO_LONG, field, fault.arguments().getFirst(), field.longest())
				: Problem.of(fault).in(field);
	}

	/** One row of a list, with what the file itself has spoiled. The set and the list grow as the row is judged. */
	record ListRow(int number, Entry entry, Set<Field> bad, List<Problem> problems) {
	}
}
