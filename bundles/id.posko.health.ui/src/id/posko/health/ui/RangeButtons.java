package id.posko.health.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Composite;

import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.PushButton;

/** How far back a chart looks: a button for each choice, one of them is on. */
final class RangeButtons {

	/** A choice. */
	private record Range(String key, Duration length) {
	}

	private static final List<Range> RANGES = List.of(new Range("range.hour", Duration.ofHours(1)),
			new Range("range.day", Duration.ofDays(1)), new Range("range.week", Duration.ofDays(7)),
			new Range("range.month", Duration.ofDays(30)));

	private final List<PushButton> buttons = new ArrayList<>();
	private final List<Range> ranges;
	private final Runnable changed;
	private Range chosen;

	/**
	 * @param name of the part, the beginning of the buttons' names
	 * @param longest the last choice
	 * @param first the choice that is on at first
	 */
	RangeButtons(Composite row, Look look, Words words, String name, Duration longest, Duration first, Runnable changed) {
		ranges = RANGES.stream().filter(range -> range.length().compareTo(longest) <= 0).toList();
		chosen = ranges.stream().filter(range -> range.length().equals(first)).findFirst().orElseThrow();
		this.changed = changed;
		for (Range range : ranges) {
			PushButton button = Look.named(new PushButton(row, look, PushButton.Weight.TOOL, null, words.say(range.key()),
					() -> choose(range)), name + "." + range.key());
			button.setOn(range == chosen);
			buttons.add(button);
		}
	}

	private void choose(Range range) {
		chosen = range;
		for (int i = 0; i < ranges.size(); i++) {
			buttons.get(i).setOn(ranges.get(i) == range);
		}
		changed.run();
	}

	int count() {
		return buttons.size();
	}

	/** How far back it looks now. */
	Duration length() {
		return chosen.length();
	}
}
