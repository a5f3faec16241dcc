package id.posko.procedure.file;

import id.posko.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays an SOP out as its own sheet: labels of the head sheet with their values, then the table with a column for each
 * of the executors, in which a mark stands, and the console's columns last.
 */
final class SheetText {

	static final String MARK = "v";
	private static final String NAME = "SOP";

	private final List<String> columns = new ArrayList<>(SheetColumns.FIRST);
	private final List<String> executors;
	private final List<List<String>> rows = new ArrayList<>();

	private SheetText(Tree.Keys sop) {
		executors = List.copyOf(keys(sop, "pelaksana").values().keySet());
		columns.addAll(executors);
		columns.addAll(SheetColumns.STANDARD);
		columns.addAll(SheetColumns.OWN);
		SheetColumns.labels().forEach(label -> head(sop, label));
		rows.add(List.of());
		rows.add(columns.stream().map(column -> executors.contains(column) ? column : SheetColumns.heading(column)).toList());
		((Tree.Items) sop.values().get("langkah").tree()).items().forEach(step -> step((Tree.Keys) step));
	}

	static Table of(Tree.Keys sop) {
		SheetText text = new SheetText(sop);
		List<String> first = new ArrayList<>(text.rows.removeFirst());
		while (first.size() < text.columns.size()) {
			first.add("");
		}
		return new Table(NAME, first, text.rows.iterator());
	}

	private static Tree.Keys keys(Tree.Keys of, String key) {
		return (Tree.Keys) of.values().get(key).tree();
	}

	private void head(Tree.Keys sop, SheetColumns.Label label) {
		Tree.Keys section = label.section() == SheetColumns.Section.HEAD ? keys(sop, "lembar muka") : sop;
		Tree.Value value = section.values().get(label.key());
		if (value == null) {
			return;
		}
		switch (value.tree()) {
			case Tree.Text text -> rows.add(List.of(label.written(), text.value()));
			case Tree.Items list -> list.items()
					.forEach(item -> rows.add(List.of(label.written(), ((Tree.Text) item).value())));
			case Tree.Keys who -> who.values().forEach((heading, kind) -> ((Tree.Keys) kind.tree()).values()
					.forEach((word, name) -> rows.add(List.of(label.written(), heading, word, ((Tree.Text) name.tree()).value()))));
		}
	}

	private void step(Tree.Keys step) {
		rows.add(columns.stream().map(column -> {
			boolean isExecutor = executors.contains(column);
			Tree.Value value = step.values().get(isExecutor ? SheetColumns.WHO : column);
			String cell = value == null ? "" : cell(value.tree());
			return isExecutor ? Arrays.asList(cell.split("\n")).contains(column) ? MARK : "" : cell;
		}).toList());
		if (step.values().containsKey("rincian")) {
			keys(step, "rincian").values()
					.forEach((label, text) -> rows.add(List.of(label, ((Tree.Text) text.tree()).value())));
		}
	}

	private static String cell(Tree tree) {
		return switch (tree) {
			case Tree.Text text -> text.value();
			case Tree.Items list when list.items().isEmpty() -> StepReader.NOBODY_YET;
			case Tree.Items list -> list.items().stream().map(SheetText::cell).collect(Collectors.joining("\n"));
			case Tree.Keys keys -> keys.values().entrySet().stream()
					.map(entry -> entry.getKey() + ": " + cell(entry.getValue().tree())).collect(Collectors.joining("\n"));
		};
	}
}
