package id.posko.health;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.posko.health.Availability.Part;
import id.posko.health.AvailabilityReport.Line;
import id.posko.health.AvailabilityReport.Loss;
import id.posko.health.AvailabilityReport.Share;
import id.posko.kit.Labels;
import id.posko.kit.Words;

/** The report as texts of a table: headings, and a row for each line. */
public final class AvailabilityTable {

	private static final List<String> COLUMNS = List.of("code", "site", "device", "kind", "from", "to", "up", "down",
			"unreachable", "maintenance", "not_measured", "sum", "outages", "lost", "lost.network", "lost.power",
			"causes", "answered", "target", "met");
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final Locale locale;
	private final ZoneId zone;
	private final Words words;
	private final Labels labels;
	private final Spoken spoken;

	public AvailabilityTable(Locale locale, ZoneId zone) {
		this.locale = locale;
		this.zone = zone;
		words = Words.of(AvailabilityTable.class, locale);
		labels = new Labels(locale);
		spoken = new Spoken(locale, zone);
	}

	public String name() {
		return words.say("availability.name");
	}

	public List<String> headings() {
		return COLUMNS.stream().map(column -> words.say("availability." + column)).toList();
	}

	public List<List<String>> rows(AvailabilityReport report) {
		return report.lines().stream().map(line -> row(report, line)).toList();
	}

	/** What a column of a line is known by: {@code up}, {@code lost} …; their order is that of the headings. */
	public static List<String> columns() {
		return COLUMNS;
	}

	public List<String> row(AvailabilityReport report, Line line) {
		List<String> row = new ArrayList<>(List.of(line.site().code().text(), line.site().name(),
				line.device().map(device -> device.name()).orElseGet(() -> words.say("availability.whole")),
				line.device().map(device -> labels.of(device.kind())).orElseGet(() -> labels.of(line.site().kind())),
				TIME.format(report.from().atZone(zone)), TIME.format(report.to().atZone(zone))));
		Map<Part, Integer> tenths = line.availability().tenthsOfPercent();
		Stream.of(Part.values()).forEach(part -> row.add(number(tenths.get(part) / 10d)));
		row.add(number(tenths.values().stream().mapToInt(Integer::intValue).sum() / 10d));
		row.add(String.valueOf(line.outages()));
		row.add(clock(line.lost()));
		row.add(clock(line.time(Share.NETWORK)));
		row.add(clock(line.time(Share.POWER)));
		row.add(line.losses().stream().map(this::said).collect(Collectors.joining("; ")));
		row.add(line.answered().isPresent() ? number(line.answered().getAsDouble()) : "");
		row.add(number(report.target()));
		row.add(words.say("availability." + report.isMet(line).map(met -> met ? "yes" : "no").orElse("open")));
		return row;
	}

	private String said(Loss loss) {
		String cause = loss.cause().sentence(locale);
		return words.say("availability.loss", cause.endsWith(".") ? cause.substring(0, cause.length() - 1) : cause,
				loss.outages(), spoken.duration(loss.length()));
	}

	private String number(double percent) {
		NumberFormat format = NumberFormat.getInstance(locale);
		format.setMinimumFractionDigits(1);
		format.setMaximumFractionDigits(1);
		return format.format(percent);
	}

	/** Hours, minutes and seconds, as a spreadsheet reads them. */
	private static String clock(Duration time) {
		return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
	}
}
