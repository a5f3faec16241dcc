package id.posko.health;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** This room's preferences. */
public record Settings(Patience patience, Pace pace, Retention retention) {

	public static final Settings DEFAULT = new Settings(Patience.DEFAULT, Pace.DEFAULT, Retention.DEFAULT);

	/** In the data folder; it need not exist. */
	static final String FILE = "health.properties";

	/**
	 * The defaults with what the file says otherwise: {@code interval.seconds} (10 to 86,400), {@code confirmations}
	 * (1 to 20), {@code samples.days} and {@code hourly.days} (1 to 3,650); of an outage {@code outage.seconds} (5 to
	 * 3,600) between two questions in its first {@code outage.fresh.minutes} (0 to 1,440), {@code outage.lasting.minutes}
	 * (1 to 10,080) after which it is asked about less often, but within {@code outage.longest.seconds} (30 to 86,400).
	 *
	 * @throws IllegalArgumentException naming the key, if a value is none of these
	 */
	static Settings read(Path file) throws IOException {
		Properties said = new Properties();
		if (Files.exists(file)) {
			try (Reader in = Files.newBufferedReader(file)) {
				said.load(in);
			}
		}
		Patience patience = Patience.DEFAULT;
		return new Settings(
				new Patience(number(said, "confirmations", patience.confirmations(), 1, 20), patience.recoveries(),
						patience.lossWindow(), patience.lossKnown(), patience.flapHigh(), patience.flapLow()),
				pace(said),
				new Retention(
						Duration.ofDays(number(said, "samples.days", (int) Retention.DEFAULT.samples().toDays(), 1, 3650)),
						Duration.ofDays(number(said, "hourly.days", (int) Retention.DEFAULT.hourly().toDays(), 1, 3650))));
	}

	private static Pace pace(Properties said) {
		Pace pace = Pace.DEFAULT;
		return pace.withOutage(seconds(said, "interval.seconds", pace.interval(), 10, 86_400),
				seconds(said, "outage.seconds", pace.outage(), 5, 3600),
				minutes(said, "outage.fresh.minutes", pace.fresh(), 0, 1440),
				minutes(said, "outage.lasting.minutes", pace.lasting(), 1, 10_080),
				seconds(said, "outage.longest.seconds", pace.longest(), 30, 86_400));
	}

	private static Duration seconds(Properties said, String key, Duration otherwise, int least, int most) {
		return Duration.ofSeconds(number(said, key, (int) otherwise.toSeconds(), least, most));
	}

	private static Duration minutes(Properties said, String key, Duration otherwise, int least, int most) {
		return Duration.ofMinutes(number(said, key, (int) otherwise.toMinutes(), least, most));
	}

	private static int number(Properties said, String key, int otherwise, int least, int most) {
		String text = said.getProperty(key, String.valueOf(otherwise)).strip();
		if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
			throw new IllegalArgumentException(key + "=" + text + " (" + least + " … " + most + ")");
		}
		return Integer.parseInt(text);
	}
}
