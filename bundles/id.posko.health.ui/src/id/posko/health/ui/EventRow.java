package id.posko.health.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.posko.health.Event;
import id.posko.health.Event.Kind;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ui.Mark;
import id.posko.ui.table.Column;

/** One event as a line. */
record EventRow(Event event, String office, Optional<Device> of) {

	static EventRow of(Event event, Fleet fleet) {
		DeviceKey key = event.transition().device();
		return new EventRow(event, fleet.site(key.site()).map(Site::name).orElse(key.site().text()), fleet.device(key));
	}

	DeviceKey device() {
		return event.transition().device();
	}

	static Mark mark(Kind kind) {
		return switch (kind) {
			case DOWN -> Mark.BAD;
			case UNREACHABLE -> Mark.CUT;
			case BACK, WELL, MAINTENANCE_ENDED -> Mark.GOOD;
			case DEGRADED, FLAPPING, RESTARTED -> Mark.WARN;
			case MAINTENANCE -> Mark.PAUSED;
			case UNKNOWN -> Mark.UNSURE;
		};
	}

	static List<Column<EventRow>> columns(Words words, Locale locale) {
		DateTimeFormatter time = DateTimeFormatter.ofPattern(words.say("events.time"), locale)
				.withZone(ZoneId.systemDefault());
		Labels labels = new Labels(locale);
		return List.of(
				Column.<EventRow>text("at", words.say("column.at"), 178, row -> time.format(row.event.transition().at()))
						.orderedBy(Comparator.comparing((EventRow row) -> row.event.transition().at())
								.thenComparing(row -> row.event.number())).inQuietTone(),
				Column.mark("what", words.say("column.what"), 176, row -> mark(row.event.kind()),
						row -> words.say("event." + row.event.kind()), Comparator.comparing(row -> row.event.kind())),
				Column.text("device", words.say("column.device"), 130, row -> row.device().name()),
				Column.<EventRow>text("site", words.say("column.site"), 180, EventRow::office)
						.orderedBy(Comparator.comparing(EventRow::device)),
				Column.text("cause", words.say("column.cause"), 380,
						row -> row.event.transition().cause().sentence(locale)),
				Column.<EventRow>text("kind", words.say("column.kind"), 110,
						row -> row.of.map(device -> labels.of(device.kind())).orElse("")).hiddenAtFirst(),
				Column.<EventRow>text("code", words.say("column.code"), 100, row -> row.device().site().text())
						.hiddenAtFirst());
	}
}
