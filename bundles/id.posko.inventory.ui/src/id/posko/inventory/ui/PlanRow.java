package id.posko.inventory.ui;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import id.posko.inventory.Field;
import id.posko.inventory.ImportPlan.RowPlan;
import id.posko.inventory.Sentences;
import id.posko.kit.Labels;
import id.posko.kit.Words;
import id.posko.ui.Mark;
import id.posko.ui.table.Column;

/** What an import would do with one row of the list. */
record PlanRow(int row, Sort sort, String site, String device, String remark) {

	enum Sort {
		WRONG(Mark.BAD), CHANGED(Mark.WARN), NEW(Mark.GOOD), UNCHANGED(Mark.NONE);

		private final Mark mark;

		Sort(Mark mark) {
			this.mark = mark;
		}

		Mark mark() {
			return mark;
		}
	}

	static PlanRow of(RowPlan plan, Sentences sentences, Labels labels) {
		return switch (plan) {
			case RowPlan.New(int row, var device) ->
				new PlanRow(row, Sort.NEW, device.site().text(), device.name(), labels.of(device.kind())
						+ device.address().map(address -> " · " + address).orElse(""));
			case RowPlan.Unchanged(int row, var device) ->
				new PlanRow(row, Sort.UNCHANGED, device.site().text(), device.name(), "");
			case RowPlan.Changed(int row, var before, _, var changes) -> new PlanRow(row, Sort.CHANGED,
					before.site().text(), before.name(), changes.stream()
							.map(c -> c.field().heading() + ": " + shown(c.before()) + " → " + shown(c.after()))
							.collect(Collectors.joining(" · ")));
			case RowPlan.Wrong(int row, var entry, var problems) -> new PlanRow(row, Sort.WRONG,
					entry.text(Field.REGION_CODE).orElse(""), entry.text(Field.DEVICE_NAME).orElse(""),
					problems.stream().map(sentences::say).collect(Collectors.joining(" ")));
		};
	}

	private static String shown(String text) {
		return text.isEmpty() ? "–" : text;
	}

	static List<Column<PlanRow>> columns(Words words) {
		return List.of(
				Column.<PlanRow>number("row", words.say("column.row"), 78, r -> OptionalDouble.of(r.row),
						r -> String.valueOf(r.row)),
				Column.mark("sort", words.say("column.plan"), 110, r -> r.sort.mark(),
						r -> words.say("plan." + r.sort), Comparator.comparing(PlanRow::sort)),
				Column.<PlanRow>text("site", words.say("column.code"), 128, PlanRow::site).inQuietTone(),
				Column.text("device", words.say("column.device"), 150, PlanRow::device),
				Column.text("remark", words.say("column.remark"), 380, PlanRow::remark));
	}
}
