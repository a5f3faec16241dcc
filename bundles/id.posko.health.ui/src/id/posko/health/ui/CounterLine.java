package id.posko.health.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

import id.posko.health.Spoken;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterStep;
import id.posko.kit.Words;
import id.posko.ui.Mark;
import id.posko.ui.table.Column;

/**
 * One reading of a counter, as a row of its table.
 *
 * @param more what was sent since the reading before; 0 of the first one
 */
record CounterLine(CounterReading reading, CounterStep step, long more) {

	static List<CounterLine> of(CounterSeries series) {
		List<CounterStep> steps = series.steps();
		List<CounterLine> lines = new ArrayList<>();
		for (int i = 0; i < steps.size(); i++) {
			CounterReading reading = series.readings().get(i);
			lines.add(new CounterLine(reading, steps.get(i), switch (steps.get(i)) {
				case FIRST, FELL, EQUAL -> 0;
				case ROSE -> reading.value() - series.readings().get(i - 1).value();
				case RESTARTED -> reading.value();
			}));
		}
		return lines;
	}

	Instant at() {
		return reading.at();
	}

	static Mark mark(CounterStep step) {
		return switch (step) {
			case FIRST, EQUAL -> Mark.NONE;
			case ROSE -> Mark.GOOD;
			case RESTARTED -> Mark.PAUSED;
			case FELL -> Mark.UNSURE;
		};
	}

	static List<Column<CounterLine>> columns(Words words, Locale locale, InstantSource clock) {
		Spoken spoken = new Spoken(locale);
		return List.of(
				Column.<CounterLine>text("at", words.say("counter.at"), 150, line -> spoken.time(line.at(), clock.instant()))
						.orderedBy(Comparator.comparing(CounterLine::at)),
				number("value", words, 110, line -> OptionalDouble.of(line.reading().value())),
				Column.mark("step", words.say("counter.step"), 145, line -> mark(line.step()),
						line -> words.say("counter.step." + line.step()), Comparator.comparing(CounterLine::step)),
				number("more", words, 100, line -> line.step() == CounterStep.FIRST ? OptionalDouble.empty()
						: OptionalDouble.of(line.more())),
				number("backlog", words, 110, line -> line.reading().backlog().isPresent()
						? OptionalDouble.of(line.reading().backlog().getAsLong()) : OptionalDouble.empty()),
				Column.<CounterLine>text("reader", words.say("counter.reader"), 130, line -> line.reading().reader()).inQuietTone(),
				Column.text("photo", words.say("counter.photo"), 150,
						line -> line.reading().photo().map(photo -> words.say("counter.photo.short", photo.sha256().substring(0, 12)))
								.orElse("")));
	}

	private static Column<CounterLine> number(String key, Words words, int width,
			Function<CounterLine, OptionalDouble> value) {
		return Column.number(key, words.say("counter." + key), width, value,
				line -> value.apply(line).isPresent() ? words.say("counter.number", (long) value.apply(line).getAsDouble()) : "");
	}
}
