package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import id.posko.probe.Recordings;
import id.posko.health.Reading;

/** Recordings of real devices and made-up ones against tables of what they say. */
class RecordingsTest {

	private static final Dialects DIALECTS = Dialects.read("snmp.rows");
	private static final Judge JUDGE = new Judge(DIALECTS.sentinels());
	/** What a working device in an office can show; wide enough for both worlds of mains. */
	private static final Map<String, double[]> BELIEVABLE = Map.of("battery.charge", new double[] { 1, 100 },
			"battery.runtime", new double[] { 60, 86_400 }, "battery.volts", new double[] { 10, 600 },
			"battery.temperature", new double[] { 10, 60 }, "input.volts", new double[] { 90, 300 },
			"input.hertz", new double[] { 45, 65 }, "output.load", new double[] { 0, 100 },
			"output.volts", new double[] { 90, 300 }, "output.hertz", new double[] { 45, 65 });

	static List<Path> all() throws IOException {
		try (Stream<Path> files = Files.list(Recordings.folder())) {
			return files.filter(f -> f.toString().endsWith(".snmprec")).sorted().toList();
		}
	}

	private static UpsAnswer.Read read(Recording recording) throws InterruptedException {
		return (UpsAnswer.Read) SnmpReading.read(recording, DIALECTS, JUDGE, Duration.ofSeconds(5));
	}

	@TestFactory
	Stream<DynamicTest> aRealDeviceIsReadAsItsRawValuesAndItsMibSay() throws IOException {
		Map<String, List<String>> expected = Expected.read("recordings.expected");
		return all().stream().map(file -> {
			String name = file.getFileName().toString().replace(".snmprec", "");
			return DynamicTest.dynamicTest(name, () -> {
				UpsAnswer.Read read = read(Recording.of(file));
				assertEquals(String.join("\n", expected.getOrDefault(name, List.of())),
						String.join("\n", Expected.lines(read.readings())));
				assertTrue(read.requests() <= 3, read.requests() + " requests");
			});
		});
	}

	@TestFactory
	Stream<DynamicTest> noReadingOfARealDeviceIsUnbelievable() throws IOException {
		return all().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
			List<Reading> readings = read(Recording.of(file)).readings();
			assertEquals(readings.size(), readings.stream().map(Reading::quantity).distinct().count(), "each once");
			assertAll(readings.stream().filter(r -> r.value().isPresent()).map(r -> () -> {
				double[] range = BELIEVABLE.get(r.quantity().replaceFirst("\\.\\d$", ""));
				double value = r.value().getAsDouble();
				assertTrue(range == null || value >= range[0] && value <= range[1], r.toString());
			}));
		}));
	}

	@TestFactory
	Stream<DynamicTest> aMadeUpDeviceIsReadAsItIsMeant() {
		return Expected.read("made.expected").entrySet().stream().map(made -> DynamicTest.dynamicTest(made.getKey(), () -> {
			UpsAnswer.Read read = read(made(made.getKey()));
			assertEquals(String.join("\n", made.getValue()), String.join("\n", Expected.lines(read.readings())));
			assertTrue(read.requests() <= 3, read.requests() + " requests");
		}));
	}

	static Recording made(String name) {
		return new Recording(Expected.text("made/" + name + ".snmprec").lines().toList());
	}

	@Test
	void aRowOfATableThatNoOneAsksForIsNotPicked() throws InterruptedException {
		String points = "1.3.6.1.4.1.476.1.42.3.5.2.";
		UpsAnswer.Read read = read(new Recording(List.of("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.476.1.42",
				points + "2.1.2.4294967295|6|" + points + "1.5", points + "2.1.6.4294967295|2|500")));
		assertEquals(List.of(), read.readings());
	}

	@Test
	void aRejectedValueShowsItsSourceAndItsRawText() throws InterruptedException {
		Reading temperature = read(made("nonsense")).readings().stream()
				.filter(r -> r.quantity().equals("battery.temperature")).findFirst().orElseThrow();
		assertEquals("1.3.6.1.2.1.33.1.2.7.0", temperature.source());
		assertEquals("-273", temperature.raw());
		assertTrue(temperature.value().isEmpty() && temperature.state().isEmpty());
	}
}
