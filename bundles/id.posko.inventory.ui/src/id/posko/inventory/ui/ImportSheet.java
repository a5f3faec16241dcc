package id.posko.inventory.ui;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.inventory.ImportPlan;
import id.posko.inventory.Sentences;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;
import id.posko.ui.table.LiveTable;

/** Shows row by row what importing a file would do; nothing is done before the last button, and then all of it. */
final class ImportSheet {

	private static final int WIDTH = 1160;
	private static final int HEIGHT = 380;
	private static final int REMARK_HEIGHT = 44;

	private final Look look;
	private final Desk desk;
	private final Words words;
	private final Sentences sentences;
	private final Map<PlanRow.Sort, PushButton> filters = new EnumMap<>(PlanRow.Sort.class);
	private LiveTable<Integer, PlanRow> table;

	ImportSheet(Look look, Desk desk) {
		this.look = look;
		this.desk = desk;
		words = Words.of(ImportSheet.class, look.locale());
		sentences = new Sentences(look.locale());
	}

	/** Of a file. */
	void open(Shell window, Path file, ImportPlan plan) {
		ImportPlan.Totals totals = plan.totals();
		open(window, words.say("import.title", file.getFileName()), "import.right", "import.apply",
				words.say("imported", totals.added(), totals.changed(), totals.unchanged()), plan);
	}

	/** Of devices that were found on the network. */
	void open(Shell window, Site office, ImportPlan plan) {
		open(window, words.say("found.add.title", office.name()), "found.right", "found.apply",
				words.say("found.added", plan.totals().added(), office.name()), plan);
	}

	private void open(Shell window, String title, String rightKey, String verbKey, String done, ImportPlan plan) {
		Sheet sheet = new Sheet(window, look, "import", title);
		Composite body = sheet.body();
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = 0;
		layout.verticalSpacing = 8;
		body.setLayout(layout);
		List<PlanRow> rows = plan.rows().stream().map(row -> PlanRow.of(row, sentences, new Labels(look.locale()))).toList();
		label(body, said(plan, rightKey), Tone.TEXT, "import.summary");
		String remarks = Stream.concat(plan.problems().stream().map(sentences::say),
				plan.notices().stream().map(sentences::say)).collect(Collectors.joining("\n"));
		if (!remarks.isEmpty()) {
			label(body, remarks, plan.problems().isEmpty() ? Tone.MUTED : Tone.BAD, "import.remarks");
		}
		if (!rows.isEmpty()) {
			buildRows(body, rows);
		}
		ImportPlan.Totals totals = plan.totals();
		boolean changesNothing = totals.added() + totals.changed() + totals.newSites() + totals.changedSites() == 0;
		sheet.open(words.say(verbKey), () -> {
			desk.apply(plan, done);
			return true;
		});
		sheet.allow(plan.isApplicable() && !changesNothing);
	}

	private String said(ImportPlan plan, String rightKey) {
		ImportPlan.Totals totals = plan.totals();
		if (!plan.isApplicable()) {
			return words.say("import.wrong", plan.errors().size());
		}
		if (totals.added() + totals.changed() + totals.newSites() + totals.changedSites() == 0) {
			return words.say("import.same", totals.unchanged());
		}
		return words.say(rightKey,
				Stream.of(counted("import.new.devices", totals.added()), counted("import.changed.devices", totals.changed()),
						counted("import.new.sites", totals.newSites()), counted("import.changed.sites", totals.changedSites()))
						.flatMap(Optional::stream).collect(Collectors.joining(", ")));
	}

	private Optional<String> counted(String key, int count) {
		return count == 0 ? Optional.empty() : Optional.of(words.say(key, count));
	}

	private Label label(Composite body, String text, Tone tone, String key) {
		Label label = Look.named(new Label(body, SWT.WRAP), key);
		label.setText(text.replace("&", "&&"));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		label.setLayoutData(data);
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}

	private void buildRows(Composite body, List<PlanRow> rows) {
		Map<String, String> settings = new HashMap<>();
		Map<PlanRow.Sort, Long> counts = rows.stream().collect(Collectors.groupingBy(PlanRow::sort, Collectors.counting()));
		settings.put("sort", counts.containsKey(PlanRow.Sort.WRONG) ? "sort" : "row");
		table = new LiveTable<>(body, look, "import", PlanRow::row, PlanRow.columns(words), settings);
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = WIDTH;
		data.heightHint = HEIGHT;
		table.control().setLayoutData(data);
		for (PlanRow.Sort sort : PlanRow.Sort.values()) {
			if (counts.containsKey(sort)) {
				PushButton button = new PushButton(table.tools(), look, PushButton.Weight.TOOL, null,
						words.say("plan." + sort) + "  " + counts.get(sort), () -> filter(sort));
				filters.put(sort, Look.named(button, "import.only." + sort));
			}
		}
		table.replace(rows);
		if (rows.stream().anyMatch(row -> row.sort() == PlanRow.Sort.WRONG || row.sort() == PlanRow.Sort.CHANGED)) {
			showRemarks(body, rows);
		}
	}

	/** The whole remark of the selected row, at first that of the first wrong one: it may be too long for its column. */
	private void showRemarks(Composite body, List<PlanRow> rows) {
		Label remark = label(body, rows.stream().filter(row -> row.sort() == PlanRow.Sort.WRONG).map(PlanRow::remark)
				.findFirst().orElse(""), Tone.TEXT, "import.remark");
		((GridData) remark.getLayoutData()).heightHint = REMARK_HEIGHT;
		table.onSelected(selected -> selected.stream().findFirst().map(PlanRow::remark)
				.ifPresent(text -> remark.setText(text.replace("&", "&&"))));
	}

	/** Shows only the rows of this sort; pressed again, all. */
	private void filter(PlanRow.Sort sort) {
		boolean on = !filters.get(sort).isOn();
		filters.forEach((each, button) -> button.setOn(on && each == sort));
		table.narrow(row -> !on || row.sort() == sort);
	}
}
