package id.posko.health;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import id.posko.kit.Words;

/**
 * Says readings as the reader writes them. A quantity without a text, and a state without one, is said by its own name.
 */
public final class SpokenReading {

	/** What quantities are of, in the order in which they are shown; {@code other} for all else. */
	private static final List<String> GROUPS = List.of("battery", "input", "output", "ups", "computer", "disk", "service",
			"antivirus", "usb", "counter", "picture", "web", "other");
	private static final Pattern PHASE = Pattern.compile("[1-3]");
	private static final double THOUSAND = 1000;
	private static final List<String> BYTES = List.of("B", "kB", "MB", "GB", "TB", "PB");

	private final Locale locale;
	private final Words words;
	private final Spoken spoken;

	public SpokenReading(Locale locale) {
		this.locale = locale;
		words = Words.of(SpokenReading.class, locale);
		spoken = new Spoken(locale);
	}

	/** Place of the reading's group among the groups. */
	public int order(Reading reading) {
		return GROUPS.indexOf(groupKey(reading));
	}

	/** {@code Baterai} */
	public String group(Reading reading) {
		return words.say("group." + groupKey(reading));
	}

	private static String groupKey(Reading reading) {
		String side = reading.quantity().split("\\.", 2)[0];
		String key = switch (side) {
			case "test" -> "ups";
			case "system", "uptime", "load", "cores", "cpu", "memory", "clock" -> "computer";
			default -> side;
		};
		return GROUPS.contains(key) ? key : "other";
	}

	/** {@code Isi baterai}, {@code Tegangan listrik masuk, fasa 2}, {@code Ruang terpakai /var} */
	public String name(Reading reading) {
		String quantity = reading.quantity();
		return known(quantity).map(known -> {
			String detail = quantity.substring(Math.min(quantity.length(), known.length() + 1));
			String name = words.say("quantity." + known);
			return detail.isEmpty() ? name
					: words.say(PHASE.matcher(detail).matches() ? "quantity.phase" : "quantity.detail", name, detail);
		}).orElse(quantity);
	}

	/** The longest beginning of the quantity's name, up to one of its dots, that has a text. */
	private Optional<String> known(String quantity) {
		for (int end = quantity.length(); end > 0; end = quantity.lastIndexOf('.', end - 1)) {
			if (words.has("quantity." + quantity.substring(0, end))) {
				return Optional.of(quantity.substring(0, end));
			}
		}
		return Optional.empty();
	}

	/** {@code 98 %}, {@code 1 jam 12 menit}, {@code Perlu diganti}; empty for a rejected one. */
	public String value(Reading reading) {
		if (reading.value().isPresent()) {
			return number(reading.value().getAsDouble(), reading.unit());
		}
		return reading.state().map(state -> state(reading.quantity(), state)).orElse("");
	}

	private String state(String quantity, String state) {
		String code = state.toLowerCase(Locale.ROOT);
		return known(quantity).map(known -> "reads." + known + "." + code).filter(words::has)
				.or(() -> Optional.of("reads." + code).filter(words::has)).map(words::say).orElse(state);
	}

	private String number(double value, Unit unit) {
		return switch (unit) {
			case NONE -> plain(value, 2);
			case SECONDS -> (value < 0 ? "−" : "") + spoken.duration(Duration.ofMillis(Math.abs(Math.round(value * 1000))));
			case DAYS -> words.say("duration.d", Math.round(value));
			case BYTES -> bytes(value);
			case PERCENT, VOLTS, AMPERES, WATTS, HERTZ, CELSIUS -> plain(value, 1) + " " + unit.symbol();
		};
	}

	private String bytes(double value) {
		double left = value;
		int unit = 0;
		while (left >= THOUSAND && unit + 1 < BYTES.size()) {
			left /= THOUSAND;
			unit++;
		}
		return plain(left, 1) + " " + BYTES.get(unit);
	}

	private String plain(double value, int decimals) {
		NumberFormat format = NumberFormat.getInstance(locale);
		format.setMaximumFractionDigits(decimals);
		return format.format(value);
	}

	/** Why a rejected one is no reading; empty for a reading. */
	public Optional<String> rejection(Reading reading) {
		return reading.rejected().map(code -> words.has("rejected." + code) ? words.say("rejected." + code) : code);
	}
}
