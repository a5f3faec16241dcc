package id.posko.probe.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterSource.Read;
import id.posko.kit.DeviceKind;
import id.posko.probe.Devices;
import id.posko.probe.Entrance;

/** The number that a machine's command or file shows, over OpenSSH's own server. */
class RemoteCounterTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
	private static final String PATTERN = "Records sent after Restart\\D+([\\d.,]+)";

	@TempDir
	Path folder;

	private Read read(Map<String, String> access) throws Exception {
		assumeTrue(Entrance.isPossible(), "no OpenSSH server: apt-get install openssh-server");
		try (Entrance entrance = new Entrance(Files.createTempDirectory(folder, "sshd"))) {
			return new RemoteCounter(entrance.shell, () -> NOW).read(entrance.device(DeviceKind.AFIS_SERVER, "AFIS", access),
					Duration.ofSeconds(15));
		}
	}

	private static String code(Read read) {
		return assertInstanceOf(Read.Nothing.class, read, read.toString()).cause().code();
	}

	@Test
	void theCommandsOutputAndTheEndOfTheFileAreRead() throws Exception {
		Read.Value expected = new Read.Value(new CounterReading(NOW, 12_345, Optional.empty(), OptionalLong.empty(), "ssh AFIS"));
		assertEquals(expected, read(Map.of("counter.command", "echo 'No. of Records sent after Restart : 12.345'",
				"counter.pattern", PATTERN)));
		Path log = folder.resolve("nid 'scheduler'.log");
		Files.writeString(log, "x".repeat(100_000) + "\nRecords sent after Restart = 11\nRecords sent after Restart = 12345\n");
		assertEquals(expected, read(Map.of("counter.file", log.toString(), "counter.pattern", PATTERN)));
	}

	@Test
	void whatCanNotBeReadSaysWhy() throws Exception {
		assertEquals("counter_no_match", code(read(Map.of("counter.command", "echo nothing", "counter.pattern", PATTERN))));
		assertEquals("counter_unread", code(read(Map.of("counter.file", folder + "/none", "counter.pattern", PATTERN))));
		assertEquals("counter_bad_pattern", code(read(Map.of("counter.command", "true", "counter.pattern", "(((\\d"))));
	}

	@Test
	void onlyAMachineWhoseAccessSaysHowIsRead() throws Exception {
		assertFalse(new RemoteCounter(null).suits(Devices.at("127.0.0.1")));
	}

	@Test
	void theLastNumberOfThePatternCounts() {
		Pattern pattern = Pattern.compile(PATTERN);
		assertEquals(OptionalLong.of(7), CounterText.find(pattern, "Records sent after Restart: 3\nRecords sent after Restart: 7"));
		assertEquals(OptionalLong.of(1_234_567), CounterText.find(pattern, "Records sent after Restart 1,234,567"));
		assertEquals(OptionalLong.of(42), CounterText.find(Pattern.compile("\\d+"), "a 41 b 42"));
		assertEquals(OptionalLong.empty(), CounterText.find(pattern, "Records sent after Restart: " + "9".repeat(40)));
		assertEquals(OptionalLong.empty(), CounterText.find(pattern, ""));
	}

	@Test
	void aPatternThatNeverEndsIsGivenUp() {
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertEquals(OptionalLong.empty(),
				CounterText.find(Pattern.compile("((a+)+)+b(\\d+)"), "a".repeat(60_000))));
	}

	@Test
	void anyTextGivesANumberOrNone() {
		Random random = new Random(1);
		Pattern pattern = Pattern.compile("sent\\D{0,9}([\\d., ]+)");
		int found = 0;
		for (int i = 0; i < 100_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = random.nextInt(8); n > 0; n--) {
				text.append(switch (random.nextInt(4)) {
				case 0 -> "sent";
				case 1 -> Integer.toString(random.nextInt());
				case 2 -> ".";
				default -> Character.toString(random.nextInt(0x300));
				});
			}
			found += CounterText.find(pattern, text.toString()).isPresent() ? 1 : 0;
		}
		assertTrue(found > 1000, "found " + found);
	}
}
