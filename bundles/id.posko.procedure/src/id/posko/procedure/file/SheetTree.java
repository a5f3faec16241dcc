package id.posko.procedure.file;

import id.posko.report.Cell;
import id.posko.report.Place;
import id.posko.report.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what an SOP's sheet says, row by row; what cannot be understood is told with its row and column. */
final class SheetTree {

	private static final Spot BEGIN = Spot.of(new Place(1, 1));

	private final List<Problem> problems = new ArrayList<>();
	private final Map<SheetColumns.Section, Map<String, Tree.Value>> sections = new LinkedHashMap<>();
	private final Map<Integer, String> columns = new LinkedHashMap<>();
	private final List<Tree> steps = new ArrayList<>();
	private Optional<SheetColumns.Label> label = Optional.empty();
	private Map<String, Tree.Value> step;
	private boolean inTable;

	SheetTree() {
		for (SheetColumns.Section section : SheetColumns.Section.values()) {
			sections.put(section, new LinkedHashMap<>());
		}
	}

	List<Problem> problems() {
		return problems;
	}

	private void wrong(Rule rule, Place place, Object... arguments) {
		problems.add(Problem.of(rule, Spot.of(place), arguments));
	}

	void take(Row row) {
		row.cells().forEach(cell -> cell.fault()
				.ifPresent(fault -> problems.add(Problem.of(fault, Optional.of(cell.place())))));
		if (inTable) {
			stepRow(row);
		} else if (SheetColumns.column(row.cell(1).text()).filter(SheetColumns.FIRST.getFirst()::equals).isPresent()) {
			header(row);
		} else {
			headRow(row);
		}
	}

	/** The whole of what was gathered. */
	Tree.Keys tree() {
		if (!inTable) {
			problems.removeIf(problem -> problem.is(Rule.UNKNOWN_ROW));
			problems.add(Problem.of(Rule.NO_TABLE, null));
		}
		Map<String, Tree.Value> sop = new LinkedHashMap<>(sections.get(SheetColumns.Section.SOP));
		sop.put("lembar muka", value(new Tree.Keys(sections.get(SheetColumns.Section.HEAD), BEGIN)));
		sop.put("pelaksana", value(new Tree.Keys(sections.get(SheetColumns.Section.EXECUTORS), BEGIN)));
		sop.put("langkah", value(new Tree.Items(steps, BEGIN)));
		return new Tree.Keys(sop, BEGIN);
	}

	private static Tree.Value value(Tree tree) {
		return new Tree.Value(tree.spot(), tree);
	}

	private static Tree.Text text(Cell cell) {
		return new Tree.Text(cell.text().replace("\r\n", "\n").strip(), Spot.of(cell.place()));
	}

	private void headRow(Row row) {
		Cell first = row.cell(1);
		if (!first.text().isBlank()) {
			label = SheetColumns.label(first.text());
			if (label.isEmpty()) {
				wrong(Rule.UNKNOWN_ROW, first.place(), Texts.quoted(first.text()));
			}
		}
		if (label.isPresent()) {
			keep(label.get(), first, row);
		} else if (first.text().isBlank()) {
			wrong(Rule.UNKNOWN_ROW, row.cells().getFirst().place(), Texts.quoted(row.cells().getFirst().text()));
		}
	}

	private void keep(SheetColumns.Label label, Cell first, Row row) {
		Map<String, Tree.Value> section = sections.get(label.section());
		Cell second = row.cell(2);
		int most = label.section() == SheetColumns.Section.EXECUTORS ? 4 : 2;
		row.cells().stream().filter(cell -> cell.place().column() > most && !cell.isBlank())
				.forEach(cell -> wrong(Rule.STRAY, cell.place(), Texts.quoted(cell.text())));
		if (second.isBlank()) {
			return;
		}
		if (label.section() == SheetColumns.Section.EXECUTORS) {
			executor(section, second, row);
			return;
		}
		Tree.Value before = section.get(label.key());
		if (label.several()) {
			List<Tree> items = new ArrayList<>(before == null ? List.of() : ((Tree.Items) before.tree()).items());
			items.add(text(second));
			section.put(label.key(), new Tree.Value(Spot.of(first.place()), new Tree.Items(items, Spot.of(second.place()))));
		} else if (before != null) {
			wrong(Rule.KEY_TWICE, first.place(), label.written(), before.key().line());
		} else {
			section.put(label.key(), new Tree.Value(Spot.of(first.place()), text(second)));
		}
	}

	/** Heading, kind, name; an executor without a kind is the role of that name. */
	private void executor(Map<String, Tree.Value> section, Cell heading, Row row) {
		Cell kind = row.cell(3);
		Cell name = row.cell(4);
		String key = heading.text().strip();
		Tree.Value before = section.get(key);
		if (before != null) {
			wrong(Rule.KEY_TWICE, heading.place(), Texts.quoted(key), before.key().line());
			return;
		}
		Tree.Text who = name.isBlank() ? new Tree.Text(key, Spot.of(heading.place())) : text(name);
		String word = kind.isBlank() ? "jabatan" : kind.text().strip();
		Map<String, Tree.Value> inner = Map.of(word, new Tree.Value(Spot.of(kind.place()), who));
		section.put(key, new Tree.Value(Spot.of(heading.place()), new Tree.Keys(inner, Spot.of(kind.place()))));
	}

	private void header(Row row) {
		inTable = true;
		for (Cell cell : row.cells()) {
			String heading = cell.text().strip();
			String key = SheetColumns.column(heading).orElse(heading);
			if (!SheetColumns.columns().contains(key) && !sections.get(SheetColumns.Section.EXECUTORS).containsKey(key)) {
				List<String> known = new ArrayList<>(SheetColumns.columns());
				known.addAll(sections.get(SheetColumns.Section.EXECUTORS).keySet());
				wrong(Rule.UNKNOWN_KEY, cell.place(), Texts.quoted(heading), Texts.nearest(heading, known));
			}
			columns.entrySet().stream().filter(other -> other.getValue().equals(key)).findFirst()
					.ifPresent(other -> wrong(Rule.COLUMN_TWICE, cell.place(), Texts.quoted(heading), Place.letters(other.getKey())));
			columns.put(cell.place().column(), key);
		}
		for (String needed : SheetColumns.FIRST) {
			if (!columns.containsValue(needed)) {
				wrong(Rule.NO_COLUMN, new Place(row.number(), 1), SheetColumns.heading(needed));
			}
		}
	}

	private void stepRow(Row row) {
		Cell number = row.cell(1);
		row.cells().stream().filter(cell -> !columns.containsKey(cell.place().column()) && !cell.isBlank())
				.forEach(cell -> wrong(Rule.STRAY, cell.place(), Texts.quoted(cell.text())));
		if (!number.isBlank() && !number.text().strip().matches("\\d+\\.?") && step != null) {
			part(number, row);
			return;
		}
		step = new LinkedHashMap<>();
		List<Tree> who = new ArrayList<>();
		columns.forEach((column, key) -> {
			Cell cell = row.cell(column);
			if (cell.isBlank()) {
				return;
			}
			if (!SheetColumns.columns().contains(key)) {
				who.add(new Tree.Text(key, Spot.of(cell.place())));
			} else if (key.equals(SheetColumns.WHO)) {
				who.addAll(lines(cell));
			} else {
				step.put(key, new Tree.Value(Spot.of(cell.place()), cellTree(key, cell)));
			}
		});
		if (!who.isEmpty()) {
			step.put(SheetColumns.WHO, value(new Tree.Items(who, who.getFirst().spot())));
		}
		steps.add(new Tree.Keys(step, Spot.of(number.place())));
	}

	/** A row below a step whose number is a letter: a part of the step. */
	private void part(Cell label, Row row) {
		Map<String, Tree.Value> parts = new LinkedHashMap<>();
		if (step.get("rincian") != null) {
			parts.putAll(((Tree.Keys) step.get("rincian").tree()).values());
		}
		Tree.Value before = parts.get(label.text().strip());
		if (before != null) {
			wrong(Rule.KEY_TWICE, label.place(), Texts.quoted(label.text()), before.key().line());
		}
		columns.forEach((column, key) -> {
			Cell cell = row.cell(column);
			if (key.equals("kegiatan")) {
				parts.put(label.text().strip(), new Tree.Value(Spot.of(label.place()), text(cell)));
			} else if (column > 1 && !cell.isBlank()) {
				wrong(Rule.STRAY, cell.place(), Texts.quoted(cell.text()));
			}
		});
		step.put("rincian", value(new Tree.Keys(parts, Spot.of(label.place()))));
	}

	private static Tree cellTree(String key, Cell cell) {
		if (key.equals("no")) {
			return new Tree.Text(cell.text().strip().replaceAll("\\.$", ""), Spot.of(cell.place()));
		}
		if (key.equals("isian")) {
			Map<String, Tree.Value> fields = new LinkedHashMap<>();
			Spot spot = Spot.of(cell.place());
			cell.text().lines().filter(line -> !line.isBlank()).forEach(line -> {
				int colon = line.lastIndexOf(':');
				String name = line.substring(0, Math.max(colon, 0)).strip();
				fields.put(name, new Tree.Value(spot, new Tree.Text(line.substring(colon + 1).strip(), spot)));
			});
			return new Tree.Keys(fields, spot);
		}
		return SheetColumns.LISTS.contains(key) ? new Tree.Items(lines(cell), Spot.of(cell.place())) : text(cell);
	}

	private static List<Tree> lines(Cell cell) {
		return cell.text().lines().filter(line -> !line.isBlank())
				.<Tree>map(line -> new Tree.Text(line.strip(), Spot.of(cell.place()))).toList();
	}
}
