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
	 * (1 to 20), {@code samples.days} and {@code hourly.days} (1 to 3,650).
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
				Pace.DEFAULT.withInterval(Duration.ofSeconds(
						number(said, "interval.seconds", (int) Pace.DEFAULT.interval().toSeconds(), 10, 86_400))),
				new Retention(
						Duration.ofDays(number(said, "samples.days", (int) Retention.DEFAULT.samples().toDays(), 1, 3650)),
						Duration.ofDays(number(said, "hourly.days", (int) Retention.DEFAULT.hourly().toDays(), 1, 3650))));
	}

	private static int number(Properties said, String key, int otherwise, int least, int most) {
		String text = said.getProperty(key, String.valueOf(otherwise)).strip();
		if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
			throw new IllegalArgumentException(key + "=" + text + " (" + least + " … " + most + ")");
		}
		return Integer.parseInt(text);
	}
}
