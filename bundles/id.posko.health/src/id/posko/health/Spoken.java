package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import id.posko.kit.Device;
import id.posko.kit.Site;
import id.posko.kit.Words;

/** Says durations, times and devices as the reader writes them. */
public final class Spoken {

	private static final Pattern DURATION = Pattern.compile("PT(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?");
	private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

	private final Words words;
	private final ZoneId zone;

	public Spoken(Locale locale) {
		this(locale, ZoneId.systemDefault());
	}

	public Spoken(Locale locale, ZoneId zone) {
		words = Words.of(Spoken.class, locale);
		this.zone = zone;
	}

	/** {@code 0,4 ms}, {@code 612 ms}, {@code 1,2 detik}, {@code 4 menit}, {@code 2 jam 5 menit}, {@code 3 hari} */
	public String duration(Duration duration) {
		long minutes = duration.toMinutes();
		if (duration.isZero()) {
			return words.say("duration.s", 0);
		}
		if (duration.compareTo(Duration.ofMillis(10)) < 0) {
			return words.say("duration.ms", Math.round(duration.toNanos() / 1e5) / 10d);
		}
		if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
			return words.say("duration.ms", Math.round(duration.toNanos() / 1e6));
		}
		if (minutes == 0) {
			return words.say("duration.s", Math.floor(duration.toMillis() / 1e2) / 10d);
		}
		if (minutes < 60) {
			return words.say("duration.min", minutes);
		}
		if (minutes < 24 * 60) {
			String hours = words.say("duration.h", minutes / 60);
			return minutes % 60 == 0 ? hours : hours + " " + words.say("duration.min", minutes % 60);
		}
		return words.say("duration.d", minutes / (24 * 60));
	}

	/** The time of day; with the date if it is not the day of {@code now}. */
	public String time(Instant instant, Instant now) {
		ZonedDateTime at = instant.atZone(zone);
		boolean sameDay = !now.equals(Instant.MIN) && at.toLocalDate().equals(LocalDate.ofInstant(now, zone));
		return DateTimeFormatter.ofPattern(words.say(sameDay ? "time.today" : "time.dated"), words.locale()).format(at);
	}

	/** The device's name, with its office where the name does not say it already. */
	public static String device(Device device, Site site) {
		String ofDevice = device.name().toLowerCase(Locale.ROOT);
		String ofSite = site.name().toLowerCase(Locale.ROOT);
		if (ofDevice.contains(ofSite)) {
			return device.name();
		}
		return ofSite.startsWith(ofDevice) ? site.name() : device.name() + " " + site.name();
	}

	/** What people call a check; its id if it has no other name. */
	public String check(String id) {
		return words.has("check." + id) ? words.say("check." + id) : id;
	}

	/** One argument of a {@link Cause}. */
	String argument(String neutral, Instant now) {
		if (neutral.length() > 2 && DURATION.matcher(neutral).matches()) {
			return duration(Duration.parse(neutral));
		}
		if (INSTANT.matcher(neutral).matches()) {
			return time(Instant.parse(neutral), now);
		}
		return check(neutral);
	}
}
