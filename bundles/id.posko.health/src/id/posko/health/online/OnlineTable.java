package id.posko.health.online;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import id.posko.health.Cause;
import id.posko.health.Spoken;
import id.posko.kit.Words;

/** Results of the SOP as texts of a table: headings, and a row for each step. */
public final class OnlineTable {

	private static final List<String> COLUMNS = List.of("code", "site", "at", "number", "step", "from", "to", "state",
			"said", "remarks", "method", "responder", "trip", "took", "standard", "in_time", "verdict");
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
	private static final double MILLIS = 1e3;

	private final Locale locale;
	private final ZoneId zone;
	private final Words words;
	private final Spoken spoken;
	private final NumberFormat seconds;

	public OnlineTable(Locale locale, ZoneId zone) {
		this.locale = locale;
		this.zone = zone;
		words = Words.of(Cause.class, locale);
		spoken = new Spoken(locale, zone);
		seconds = NumberFormat.getInstance(locale);
		seconds.setMinimumFractionDigits(1);
		seconds.setMaximumFractionDigits(1);
	}

	public String name() {
		return words.say("online.table");
	}

	public List<String> headings() {
		return COLUMNS.stream().map(column -> words.say("online.column." + column)).toList();
	}

	public List<List<String>> rows(OnlineResult result) {
		return result.steps().stream().map(step -> row(result, step)).toList();
	}

	private List<String> row(OnlineResult result, StepResult step) {
		return List.of(result.site().text(), result.office(), TIME.format(result.at().atZone(zone)),
				Integer.toString(step.step().number()), step.name(locale), step.fromName(locale), step.to(),
				words.say("state." + step.state()), step.said(locale),
				step.remarks().stream().map(remark -> remark.sentence(locale)).collect(Collectors.joining(" ")),
				step.evidence().method(), step.evidence().responder().orElse(""),
				step.evidence().roundTrip().map(spoken::duration).orElse(""), inSeconds(step.took()),
				inSeconds(OnlineStep.STANDARD), words.say(step.isInTime() ? "online.in_time" : "online.late"),
				words.say("state." + result.state()));
	}

	private String inSeconds(Duration time) {
		return seconds.format(time.toMillis() / MILLIS);
	}
}
