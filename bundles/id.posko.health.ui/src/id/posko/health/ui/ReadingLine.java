package id.posko.health.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import id.posko.health.BatteryAgeing;
import id.posko.health.CheckHealth;
import id.posko.health.DeviceHealth;
import id.posko.health.Finding;
import id.posko.health.Found;
import id.posko.health.Picture;
import id.posko.health.Reading;
import id.posko.health.Spoken;
import id.posko.health.SpokenReading;
import id.posko.kit.Words;

/**
 * One line of what the checks of a device read last: the head of a group, or a quantity with its value.
 *
 * @param value of a head: which check read it and when; what was read before the device was lost is called so
 * @param source where it was read, and of a rejected value what stood there
 */
record ReadingLine(Kind kind, String name, String value, String source) {

	enum Kind {
		HEAD, VALUE,
		/** Of before the device was lost. */
		PAST, REJECTED
	}

	/** By group; within a group as the check gave them. Empty if no check brought readings. */
	static List<ReadingLine> of(DeviceHealth health, Words words, Instant now) {
		SpokenReading said = new SpokenReading(words.locale());
		Spoken spoken = new Spoken(words.locale());
		List<ReadingLine> lines = new ArrayList<>();
		for (CheckHealth check : health.checks()) {
			Optional<Found> past = check.past();
			List<Reading> readings = findings(check).stream().filter(Reading.class::isInstance).map(Reading.class::cast)
					.sorted(Comparator.comparingInt(said::order)).toList();
			String group = "";
			for (Reading reading : readings) {
				if (!said.group(reading).equals(group)) {
					group = said.group(reading);
					String read = past.map(Found::at).or(() -> Optional.ofNullable(check.course().lastGood()))
							.or(() -> Optional.ofNullable(check.course().lastAnswer()))
							.map(at -> spoken.time(at, now)).orElse("");
					lines.add(new ReadingLine(Kind.HEAD, group, words.say(past.isPresent() ? "reading.past" : "reading.read",
							spoken.check(check.check()), read), ""));
				}
				lines.add(line(reading, past.isPresent(), said, words));
			}
		}
		return lines;
	}

	/** What became of a battery over weeks. */
	static List<ReadingLine> of(BatteryAgeing ageing, Words words) {
		SpokenReading said = new SpokenReading(words.locale());
		Reading reading = ageing.reading();
		return List.of(new ReadingLine(Kind.HEAD, said.group(reading), words.say("reading.over", ageing.days(), ageing.span()),
				""), line(reading, false, said, words));
	}

	private static ReadingLine line(Reading reading, boolean isPast, SpokenReading said, Words words) {
		return said.rejection(reading)
				.map(why -> new ReadingLine(Kind.REJECTED, said.name(reading), why,
						words.say("reading.source", reading.source(), reading.raw())))
				.orElseGet(() -> new ReadingLine(isPast ? Kind.PAST : Kind.VALUE, said.name(reading), said.value(reading),
						words.say("reading.source", reading.source(), reading.raw())));
	}

	/** What a camera showed last. */
	static Optional<Picture> picture(DeviceHealth health) {
		return health.checks().stream().flatMap(check -> findings(check).stream()).filter(Picture.class::isInstance)
				.map(Picture.class::cast).max(Comparator.comparing(Picture::taken));
	}

	private static List<Finding> findings(CheckHealth check) {
		return check.past().map(Found::findings).orElse(check.course().evidence().findings());
	}
}
