package id.posko.procedure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a step may take ("mutu baku: waktu"); {@code written} is how the SOP writes it. */
public sealed interface StandardTime {

	Pattern SPAN = Pattern.compile("(\\d{1,4}) (\\p{L}+)");

	String written();

	/** A time in office units: "15 menit". A step of 0 is over as soon as it is begun. */
	record Span(int count, OfficeUnit unit, String written) implements StandardTime {

		/** The unit has another word. */
		public boolean isMisspelt() {
			return count > 0 && !written.toLowerCase(Locale.ROOT).endsWith(unit.word());
		}
	}

	/** "Tentatif": as long as it takes. */
	record Tentative(String written) implements StandardTime {
	}

	/** An empty cell below a time: the clock that starts with step {@code first} runs over this step too. */
	record OfGroup(int first) implements StandardTime {
		@Override
		public String written() {
			return "";
		}
	}

	/** The SOP gives no time: an empty cell with no time above it, or a dash. */
	record None(String written) implements StandardTime {
	}

	/** The time that a cell holds, seen for itself; empty if it holds something else. */
	static Optional<StandardTime> parse(String written) {
		String text = written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
		if (text.isEmpty() || text.equals("-")) {
			return Optional.of(new None(written));
		}
		if (text.equals("tentatif")) {
			return Optional.of(new Tentative(written));
		}
		if (text.equals("0")) {
			return Optional.of(new Span(0, OfficeUnit.SECOND, written));
		}
		Matcher span = SPAN.matcher(text);
		return span.matches()
				? OfficeUnit.of(span.group(2)).map(unit -> new Span(Integer.parseInt(span.group(1)), unit, written))
				: Optional.empty();
	}
}
