package id.posko.health.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import id.posko.health.Availability.Part;
import id.posko.health.AvailabilityReport;
import id.posko.health.AvailabilityReport.Line;
import id.posko.health.AvailabilityReport.Share;
import id.posko.health.AvailabilityTable;
import id.posko.kit.RegionCode;
import id.posko.ui.Mark;
import id.posko.ui.table.Column;

/** A line of the availability report with its texts, the same that a report's file has. */
record ReportRow(Line line, Mark met, List<String> cells) {

	/** Without a device it is the whole office's. */
	record Key(RegionCode site, Optional<String> device) {
	}

	private static final Set<String> HIDDEN = Set.of("code", "from", "to", "sum", "target", "lost.network", "lost.power");

	static List<ReportRow> of(AvailabilityReport report, AvailabilityTable table) {
		return report.lines().stream()
				.map(line -> new ReportRow(line, Shares.mark(report, line), table.row(report, line))).toList();
	}

	Key key() {
		return new Key(line.site().code(), line.device().map(device -> device.name()));
	}

	static List<Column<ReportRow>> columns(AvailabilityTable table) {
		List<String> keys = AvailabilityTable.columns();
		List<String> first = List.of("met", "answered", "site", "device", "kind");
		return Stream.concat(first.stream(), keys.stream().filter(key -> !first.contains(key)))
				.map(key -> column(key, keys.indexOf(key), table.headings().get(keys.indexOf(key)))).toList();
	}

	private static Column<ReportRow> column(String key, int cell, String title) {
		Column<ReportRow> column = switch (key) {
			case "met" -> Column.mark(key, title, 136, ReportRow::met, row -> row.cells.get(cell),
					Comparator.comparing(row -> List.of(Mark.BAD, Mark.NONE, Mark.GOOD).indexOf(row.met)));
			case "answered" -> Column.number(key, title, 120, row -> row.line.answered(), row -> row.cells.get(cell));
			case "up" -> part(key, cell, title, Part.UP);
			case "down" -> part(key, cell, title, Part.DOWN);
			case "unreachable" -> part(key, cell, title, Part.UNREACHABLE);
			case "maintenance" -> part(key, cell, title, Part.MAINTENANCE);
			case "not_measured" -> part(key, cell, title, Part.NOT_MEASURED);
			case "outages" -> number(key, cell, title, 84, row -> row.line.outages());
			case "lost" -> number(key, cell, title, 116, row -> row.line.lost().toMillis());
			case "lost.network" -> number(key, cell, title, 116, row -> row.line.time(Share.NETWORK).toMillis());
			case "lost.power" -> number(key, cell, title, 116, row -> row.line.time(Share.POWER).toMillis());
			case "site" -> Column.<ReportRow>text(key, title, 170, row -> row.cells.get(cell))
					.orderedBy(Comparator.comparing(row -> row.line.site().code()));
			case "causes" -> Column.text(key, title, 320, row -> row.cells.get(cell));
			default -> Column.text(key, title, 124, row -> row.cells.get(cell));
		};
		return HIDDEN.contains(key) ? column.hiddenAtFirst() : column;
	}

	private static Column<ReportRow> part(String key, int cell, String title, Part part) {
		return number(key, cell, title, 96, row -> row.line.availability().time(part).toMillis());
	}

	private static Column<ReportRow> number(String key, int cell, String title, int width,
			ToDoubleFunction<ReportRow> value) {
		return Column.number(key, title, width, row -> OptionalDouble.of(value.applyAsDouble(row)),
				row -> row.cells.get(cell));
	}
}
