package id.posko.inventory;

import id.posko.inventory.ListHeader.ListRow;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.report.Format;
import id.posko.report.Limits;
import id.posko.report.Reading;
import id.posko.report.Remark;
import id.posko.report.Row;
import id.posko.report.Table;
import id.posko.report.TableReader;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A list of sites and devices in an XLSX or CSV file: one device a row, the first row that holds something names the
 * columns ({@link Field}) in any order.
 */
public final class DeviceList {

	/** Longer than any field may be, blanks at its ends included. */
	private static final int LONGEST_CELL = 2000;
	/** The sheet's name in a file we write. */
	private static final String NAME = "inventaris";

	private final Limits limits;

	public DeviceList() {
		this(Limits.USUAL);
	}

	public DeviceList(Limits limits) {
		this.limits = limits.withText(LONGEST_CELL);
	}

	/** What importing the file would do to the fleet. Blocks while it reads; stopped by interrupt. */
	public ImportPlan plan(Path file, Fleet base) {
		Gathered gathered = new Gathered();
		return switch (new TableReader(limits).read(file, gathered::take)) {
			case Reading.Refused refused -> wrong(base, List.of(Problem.of(refused.fault())
					.at(refused.place().orElse(null))), List.of());
			case Reading.Complete complete -> plan(complete, gathered, base);
		};
	}

	/** What adding these rows would do, numbered from 1. */
	ImportPlan plan(List<Entry> entries, Fleet base) {
		List<ListRow> rows = new ArrayList<>();
		entries.forEach(entry -> rows
				.add(new ListRow(rows.size() + 1, entry, EnumSet.noneOf(Field.class), new ArrayList<>())));
		return new Planner(base, new ListHeader()).plan(rows, List.of());
	}

	private static ImportPlan plan(Reading.Complete complete, Gathered gathered, Fleet base) {
		List<Notice> notices = new ArrayList<>(complete.remarks().stream().map(Notice::of).toList());
		ListHeader header = gathered.header;
		if (header == null) {
			Optional<Remark> others = complete.remarks().stream()
					.filter(remark -> remark.code() == Remark.Code.OTHER_SHEETS).findFirst();
			return wrong(base, List.of(Problem.of(Rule.EMPTY_SHEET, null,
					others.map(remark -> String.join(", ", remark.arguments())).orElse(""))), notices);
		}
		notices.addAll(header.notices());
		if (!header.problems().isEmpty()) {
			return wrong(base, header.problems(), notices);
		}
		if (gathered.rows.isEmpty()) {
			return wrong(base, List.of(Problem.of(Rule.NO_ROWS, null)), notices);
		}
		return new Planner(base, header).plan(gathered.rows, notices);
	}

	private static ImportPlan wrong(Fleet base, List<Problem> problems, List<Notice> notices) {
		return new ImportPlan(base, List.of(), List.of(), problems, notices);
	}

	/** Writes every device of the fleet, in either format by the file's name, as a list that imports unchanged. */
	public Export write(Path file, Fleet fleet) {
		List<List<String>> rows = fleet.devices().stream().map(device -> row(Entry.of(fleet.siteOf(device), device))).toList();
		List<String> headings = Arrays.stream(Field.values()).map(Field::heading).toList();
		return write(file, new Table(NAME, headings, rows.iterator()),
				fleet.sites().stream().filter(site -> fleet.devicesAt(site.code()).isEmpty()).toList());
	}

	/** Writes any table, in either format by the file's name. */
	Export write(Path file, String name, List<String> headings, List<List<String>> rows) {
		return write(file, new Table(name, headings, rows.iterator()), List.of());
	}

	private static Export write(Path file, Table table, List<Site> leftOut) {
		Optional<Format> format = Format.ofName(file);
		if (format.isEmpty()) {
			String name = String.valueOf(file.getFileName());
			return new Export.Refused(Problem.of(Rule.NOT_A_FORMAT, null, Texts.quoted(name)));
		}
		return switch (new TableWriter().write(file, format.get(), table)) {
			case Writing.Refused refused -> new Export.Refused(Problem.of(refused.fault())
					.at(refused.place().orElse(null)));
			case Writing.Written written -> new Export.Written((int) written.rows(), leftOut);
		};
	}

	private static List<String> row(Entry entry) {
		return Arrays.stream(Field.values()).map(field -> entry.text(field).orElse("")).toList();
	}

	/** The rows of the file as they come. */
	private static final class Gathered {

		private ListHeader header;
		private final List<ListRow> rows = new ArrayList<>();

		void take(Row row) {
			if (header == null) {
				header = new ListHeader(row);
			} else if (header.problems().isEmpty()) {
				header.read(row).ifPresent(rows::add);
			}
		}
	}
}
