package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What importing a list would do, row by row; nothing is done yet. {@code problems} concern the file as a whole,
 * {@code base} is the fleet the plan was made against.
 */
public record ImportPlan(Fleet base, List<SitePlan> sites, List<RowPlan> rows, List<Problem> problems,
		List<Notice> notices) {

	public ImportPlan {
		sites = List.copyOf(sites);
		rows = List.copyOf(rows);
		problems = List.copyOf(problems);
		notices = List.copyOf(notices);
	}

	/** One row of the list; its number as a spreadsheet shows it. */
	public sealed interface RowPlan {

		int row();

		record New(int row, Device device) implements RowPlan {
		}

		record Changed(int row, Device before, Device after, List<FieldChange> changes) implements RowPlan {
		}

		record Unchanged(int row, Device device) implements RowPlan {
		}

		/** {@code entry} is what stands in the row. */
		record Wrong(int row, Entry entry, List<Problem> problems) implements RowPlan {
		}
	}

	/** One office of the list that is new or described otherwise than before, with the first row that says so. */
	public sealed interface SitePlan {

		int row();

		Site site();

		record New(int row, Site site) implements SitePlan {
		}

		record Changed(int row, Site before, Site site, List<FieldChange> changes) implements SitePlan {
		}
	}

	/** Before and after as they stand in a list. */
	public record FieldChange(Field field, String before, String after) {

		static List<FieldChange> between(Entry before, Entry after) {
			List<FieldChange> changes = new ArrayList<>();
			for (Field field : Field.values()) {
				String old = before.text(field).orElse("");
				String now = after.text(field).orElse("");
				if (!old.equals(now)) {
					changes.add(new FieldChange(field, old, now));
				}
			}
			return List.copyOf(changes);
		}
	}

	/** How many rows are of each sort, and how many sites are new or changed. */
	public record Totals(int added, int changed, int unchanged, int wrong, int newSites, int changedSites) {
	}

	public Totals totals() {
		int newSites = (int) sites.stream().filter(SitePlan.New.class::isInstance).count();
		return new Totals(count(RowPlan.New.class), count(RowPlan.Changed.class), count(RowPlan.Unchanged.class),
				count(RowPlan.Wrong.class), newSites, sites.size() - newSites);
	}

	private int count(Class<? extends RowPlan> sort) {
		return (int) rows.stream().filter(sort::isInstance).count();
	}

	/** Everything that is wrong, with the file and with each row, in the order of the list. */
	public List<Problem> errors() {
		return Stream.concat(problems.stream(), rows.stream().<Problem>mapMulti((row, all) -> {
			if (row instanceof RowPlan.Wrong wrong) {
				wrong.problems().forEach(all);
			}
		})).toList();
	}

	/** Whether nothing is wrong, so that the plan may be applied. */
	public boolean isApplicable() {
		return problems.isEmpty() && rows.stream().noneMatch(RowPlan.Wrong.class::isInstance);
	}

	/** What applying the plan writes. */
	public Edit edit() {
		List<Device> devices = new ArrayList<>();
		for (RowPlan row : rows) {
			switch (row) {
				case RowPlan.New added -> devices.add(added.device());
				case RowPlan.Changed changed -> devices.add(changed.after());
				case RowPlan.Unchanged _, RowPlan.Wrong _ -> {
				}
			}
		}
		return Edit.put(sites.stream().map(SitePlan::site).toList(), devices);
	}
}
