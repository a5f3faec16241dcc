package id.posko.procedure.desk;

import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.Who;
import id.posko.procedure.run.Clock;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.report.Table;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run as texts of a table: a row for each time that a step was open, the actual time beside the standard one. */
public final class RunTable {

	private static final List<String> COLUMNS = List.of("number", "activity", "who", "standard", "opened", "closed",
			"used", "late", "state", "doer", "output", "text", "evidence");
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
	private static final double SECONDS_PER_MINUTE = 60;

	private final Words words;
	private final ZoneId zone;
	private final NumberFormat minutes;

	public RunTable(Locale locale, ZoneId zone) {
		words = Words.of(Procedure.class, locale);
		this.zone = zone;
		minutes = NumberFormat.getInstance(locale);
		minutes.setMaximumFractionDigits(1);
		minutes.setGroupingUsed(false);
	}

	public Table of(Run run, OfficeTime office, Instant now) {
		return new Table(words.say("run.table"), COLUMNS.stream().map(column -> words.say("run.column." + column)).toList(),
				run.turns().stream().map(turn -> row(run, turn, office, now)).iterator());
	}

	private List<String> row(Run run, Turn turn, OfficeTime office, Instant now) {
		Clock clock = Clock.of(run, turn.step(), office, now);
		double used = office.between(turn.opened(), turn.closed().orElse(now)).toSeconds() / SECONDS_PER_MINUTE;
		return List.of(turn.step().number() + "", turn.step().activity(),
				turn.step().who().stream().map(Who::name).collect(Collectors.joining(", ")),
				run.procedure().timeOf(turn.step()).written(), time(turn.opened()), turn.closed().map(this::time).orElse(""),
				minutes.format(used), clock.due().map(_ -> words.say(clock.isLate() ? "run.late" : "run.in_time")).orElse(""),
				words.say("turn." + turn.state()), turn.doer().or(turn::delegate).orElse(""), turn.step().output(), turn.text(),
				evidence(turn));
	}

	private String time(Instant at) {
		return TIME.format(at.atZone(zone));
	}

	private String evidence(Turn turn) {
		List<String> all = new ArrayList<>(turn.evidence().stream().map(this::said).toList());
		turn.receivers().forEach(receiver -> all.add(words.say("run.evidence.received", receiver)));
		return String.join("; ", all);
	}

	/** One piece of evidence in few words. */
	public String said(Evidence evidence) {
		return switch (evidence) {
			case Evidence.Attachment file -> words.say("run.evidence.file", file.name(), file.sha256());
			case Evidence.Form form -> form.values().entrySet().stream().sorted(Map.Entry.comparingByKey())
					.map(value -> value.getKey() + ": " + value.getValue()).collect(Collectors.joining("; "));
			case Evidence.Result result -> result.sentence();
			case Evidence.Approved approved -> words.say("run.evidence.approved", approved.approval().word());
			case Evidence.Letter letter -> words.say("run.evidence.letter", letter.number(), letter.date().toString(),
					letter.from());
		};
	}
}
