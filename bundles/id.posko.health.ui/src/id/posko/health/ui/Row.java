package id.posko.health.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import id.posko.health.DeviceHealth;
import id.posko.health.Spoken;
import id.posko.health.State;
import id.posko.kit.DeviceKey;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ui.table.Column;

/** One line of the board. */
record Row(DeviceHealth health, Site site) {

	private static final double NANOS_PER_MILLI = 1e6;

	DeviceKey key() {
		return health.device().key();
	}

	State state() {
		return health.state();
	}

	private OptionalDouble latencyMillis() {
		return health.roundTrip().map(d -> OptionalDouble.of(d.toNanos() / NANOS_PER_MILLI))
				.orElse(OptionalDouble.empty());
	}

	private OptionalDouble lossPercent() {
		return health.lossPercent().isPresent() ? OptionalDouble.of(health.lossPercent().getAsInt())
				: OptionalDouble.empty();
	}

	private Instant since() {
		return health.verdict().since();
	}

	/** Who knows of it stands first. */
	private String cause(Locale locale, Instant now) {
		String cause = health.verdict().cause().sentence(locale);
		return health.acknowledged().map(known -> known.sentence(locale, now) + " · " + cause).orElse(cause);
	}

	private static String since(Instant at, Instant now, DateTimeFormatter today, DateTimeFormatter dated) {
		ZonedDateTime local = at.atZone(ZoneId.systemDefault());
		boolean isToday = local.toLocalDate().equals(now.atZone(ZoneId.systemDefault()).toLocalDate());
		return (isToday ? today : dated).format(local);
	}

	/** The board's columns. Their functions may be asked on any thread. */
	static List<Column<Row>> columns(Words words, Locale locale, InstantSource clock) {
		States states = new States(locale);
		Labels labels = new Labels(locale);
		Spoken spoken = new Spoken(locale);
		DateTimeFormatter today = DateTimeFormatter.ofPattern(words.say("since.today"), locale);
		DateTimeFormatter dated = DateTimeFormatter.ofPattern(words.say("since.dated"), locale);
		return List.of(
				Column.mark("state", words.say("column.state"), 156, row -> States.mark(row.state()),
						row -> states.name(row.state()) + (row.health.acknowledged().isPresent() ? " ✓" : "")
								+ (row.health.confirming() ? " …" : ""),
						Comparator.comparing(Row::state, States.MOST_URGENT_FIRST).thenComparing(Row::key)),
				Column.text("device", words.say("column.device"), 112, row -> row.health.device().name()),
				Column.<Row>text("site", words.say("column.site"), 166, row -> row.site.name())
						.orderedBy(Comparator.comparing(Row::key)),
				Column.<Row>text("kind", words.say("column.kind"), 98, row -> labels.of(row.health.device().kind()))
						.inQuietTone(),
				Column.<Row>text("address", words.say("column.address"), 106,
						row -> row.health.device().address().map(Object::toString).orElse("")).inQuietTone(),
				Column.number("latency", words.say("column.latency"), 78, Row::latencyMillis,
						row -> row.health.roundTrip().map(spoken::duration).orElse("")),
				Column.number("loss", words.say("column.loss"), 64, Row::lossPercent,
						row -> row.lossPercent().isPresent() ? row.health.lossPercent().getAsInt() + " %" : ""),
				Column.<Row>text("since", words.say("column.since"), 64, row -> since(row.since(), clock.instant(), today, dated))
						.orderedBy(Comparator.comparing(Row::since)).inQuietTone(),
				Column.text("cause", words.say("column.cause"), 220, row -> row.cause(locale, clock.instant())),
				Column.<Row>text("code", words.say("column.code"), 100, row -> row.site.code().text()).hiddenAtFirst(),
				Column.<Row>text("line", words.say("column.line"), 110, row -> labels.of(row.site.link())).hiddenAtFirst(),
				Column.<Row>text("serial", words.say("column.serial"), 120, row -> row.health.device().serial())
						.hiddenAtFirst());
	}
}
