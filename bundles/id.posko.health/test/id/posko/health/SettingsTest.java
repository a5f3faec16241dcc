package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

	@TempDir
	private Path folder;

	@Test
	void whatTheFileDoesNotSayHasItsDefault() throws IOException {
		Path file = folder.resolve(Settings.FILE);
		assertEquals(Settings.DEFAULT, Settings.read(file));
		Files.writeString(file, "interval.seconds = 300\nsamples.days=3\n");
		Settings settings = Settings.read(file);
		assertEquals(Duration.ofMinutes(5), settings.pace().interval());
		assertEquals(new Retention(Duration.ofDays(3), Duration.ofDays(365)), settings.retention());
		assertEquals(Patience.DEFAULT, settings.patience());
	}

	@Test
	void howOftenAnOutageIsAskedAboutCanBeSet() throws IOException {
		Path file = Files.writeString(folder.resolve(Settings.FILE), """
				outage.seconds=20
				outage.fresh.minutes=10
				outage.lasting.minutes=30
				outage.longest.seconds=900
				""");
		Pace pace = Settings.read(file).pace();
		assertEquals(List.of(Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofMinutes(10), Duration.ofMinutes(30),
				Duration.ofMinutes(15)),
				List.of(pace.interval(), pace.outage(), pace.fresh(), pace.lasting(), pace.longest()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "confirmations=0", "interval.seconds=9", "interval.seconds=soon", "hourly.days=-1",
			"outage.seconds=4", "outage.longest.seconds=5",
			"samples.days=99999999999" })
	void aValueThatIsNoneIsNamed(String line) throws IOException {
		Path file = Files.writeString(folder.resolve(Settings.FILE), line);
		String message = assertThrows(IllegalArgumentException.class, () -> Settings.read(file)).getMessage();
		assertTrue(message.startsWith(line), message);
	}
}
