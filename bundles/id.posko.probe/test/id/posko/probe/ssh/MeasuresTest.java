package id.posko.probe.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import id.posko.health.Reading;

/** Reads the outputs under {@code outputs/}: recorded from a machine, or constructed from documentation. */
class MeasuresTest {

	private static final Measures LINUX = Measures.of(Platform.LINUX);
	private static final Measures WINDOWS = Measures.of(Platform.WINDOWS);

	private static String output(String name) throws IOException {
		try (InputStream in = MeasuresTest.class.getResourceAsStream("outputs/" + name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** {@code quantity → value unit} or the state. */
	private static Map<String, String> told(List<Reading> readings) {
		Map<String, String> told = new TreeMap<>();
		readings.forEach(r -> told.put(r.quantity(), r.state().orElseGet(() -> r.value().isPresent()
				? (Math.round(r.value().getAsDouble() * 100) / 100d + r.unit().symbol()) : "rejected")));
		return told;
	}

	@Test
	void aDebianMachine() throws IOException {
		assertEquals(Map.ofEntries(Map.entry("clock.now", "1.795269891E9s"), Map.entry("system", "Linux 6.18.44"),
				Map.entry("uptime", "15999.51s"), Map.entry("load.5", "2.6"), Map.entry("cores", "2.0"),
				Map.entry("load.core", "1.3"), Map.entry("memory.total", 24684096L * 1024d + "B"),
				Map.entry("memory.available", 23558764L * 1024d + "B"), Map.entry("memory.used", "4.56%"),
				Map.entry("disk.free./", 80378912L * 1024d + "B"), Map.entry("disk.used./", "25.0%"),
				Map.entry("service.sshd", "absent"), Map.entry("service.no such", "absent")),
				told(LINUX.read(output("linux-debian12.recorded.txt"))));
	}

	@Test
	void aLinuxServerInTrouble() throws IOException {
		Map<String, String> told = told(LINUX.read(output("linux-systemd.constructed.txt")));
		assertEquals("98.0%", told.get("memory.used"));
		assertEquals("4.25", told.get("load.core"));
		assertEquals("99.0%", told.get("disk.used./var/lib/data afis"));
		assertEquals("51.0%", told.get("disk.used./"));
		assertEquals(2, told.keySet().stream().filter(k -> k.startsWith("disk.used")).count(), "neither loops nor CDs");
		assertEquals("failed", told.get("service.nid-scheduler"));
		assertEquals("active", told.get("service.oracle-xe"));
		assertEquals("1.766E9s", told.get("antivirus.updated"));
	}

	@Test
	void aWindowsMachine() throws IOException {
		Map<String, String> told = told(WINDOWS.read(output("windows-10.constructed.txt")));
		assertEquals("Microsoft Windows 10 Pro", told.get("system"));
		assertEquals("93784.0s", told.get("uptime"));
		assertEquals("75.0%", told.get("memory.used"));
		assertEquals("95.4%", told.get("disk.used.C:"));
		assertEquals("20.0%", told.get("disk.used.D:"));
		assertEquals("7.0%", told.get("cpu.load"));
		assertEquals("Running", told.get("service.OracleServiceXE"));
		assertEquals("Stopped", told.get("service.NID Scheduler"));
		assertEquals("31.0d", told.get("antivirus.age"));
		assertEquals("True", told.get("antivirus.guard"));
	}

	@Test
	void whatCanNotBeTrueIsRejectedWithWhatItWas() {
		List<Reading> readings = LINUX.read("@@posko disk\n/dev/sda1 10 10 10 101% /\n@@posko load\n0\n"
				+ "@@posko memory\nMemTotal: 0 kB\nMemAvailable: 99999999999999999999999999999999999 kB\n");
		assertEquals(List.of("cores", "memory.total", "memory.available", "disk.used./"),
				readings.stream().filter(r -> r.rejected().isPresent()).map(Reading::quantity).toList());
		assertTrue(readings.stream().filter(r -> r.rejected().isPresent())
				.allMatch(r -> r.rejected().equals(Optional.of("implausible")) && r.value().isEmpty()));
		assertEquals("101", readings.getLast().raw());
	}

	@Test
	void aSectionReadsItsOwnLinesAlone() {
		assertEquals(List.of(), LINUX.read("@@posko uptime\nMemTotal: 5 kB\n1767600003\n"));
		assertEquals(List.of(), LINUX.read("1767600003\n"));
	}

	@Test
	void theLinuxScriptRunsInThisMachinesShell() throws IOException, InterruptedException {
		assumeTrue(System.getProperty("os.name").equals("Linux"), "no Linux");
		Platform.Task task = LINUX.task(List.of("java", "it's; touch /tmp/never", "$(id)"));
		Process sh = new ProcessBuilder(task.command()).start();
		sh.getOutputStream().write(task.input());
		sh.getOutputStream().close();
		Map<String, String> told = told(LINUX.read(new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
		assertEquals(0, sh.waitFor());
		assertEquals("", new String(sh.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
		for (String quantity : List.of("clock.now", "system", "uptime", "load.core", "memory.used")) {
			assertTrue(told.containsKey(quantity), quantity + " in " + told);
		}
		assertEquals("running", told.get("service.java"), "this test runs in one");
		assertEquals("absent", told.get("service.it's; touch /tmp/never"));
		assertEquals("absent", told.get("service.$(id)"));
	}

	@Test
	void theWindowsCommandFitsItsShellAndQuotesNames() {
		Platform.Task task = WINDOWS.task(List.of("NID Scheduler", "a'; Remove-Item x; '", "b\u2019"));
		assertTrue(task.command().length() < 8191, "cmd.exe: " + task.command().length());
		String script = new String(Base64.getDecoder().decode(task.command().replaceFirst(".* ", "")),
				StandardCharsets.UTF_16LE);
		assertTrue(script.contains("@('NID Scheduler','a''; Remove-Item x; ''','b\u2019\u2019')"), script);
		assertFalse(script.contains("{services}"));
	}

	@Test
	void jsonIsReadAsItsStandardSays() {
		assertEquals(Optional.of(List.of()), FlatJson.parse(" [ ] "));
		assertEquals(Optional.of(List.of(Map.of("a", "x\"\\/\b\f\n\r\té\u0001", "b", "-1.5e+3", "c", "true"))),
				FlatJson.parse("\uFEFF[{\"a\":\"x\\\"\\\\\\/\\b\\f\\n\\r\\té\\u0001\",\"b\":-1.5e+3,\"c\":true,\"d\":null}]"));
		for (String bad : List.of("", "[", "[{]", "{}", "[1]", "[{\"a\":[]}]", "[{\"a\":{}}]", "[{\"a\":01}]", "[{\"a\":nul}]",
				"[{\"a\":\"\\x\"}]", "[{\"a\":\"\\u12\"}]", "[{\"a\":\"", "[{\"a\":1}] x", "[{\"a\":1},]", "[{a:1}]",
				"[{\"a\":\"\n\"}]")) {
			assertEquals(Optional.empty(), FlatJson.parse(bad), bad);
		}
	}

	/** Nothing that a machine may write throws, takes long or makes many readings. */
	@Test
	void anyOutputIsRead() throws IOException {
		Random random = new Random(11);
		List<String> samples = List.of(output("linux-debian12.recorded.txt"), output("linux-systemd.constructed.txt"),
				output("windows-10.constructed.txt"));
		int runs = Boolean.getBoolean("posko.long") ? 100_000 : 3_000;
		for (int i = 0; i < runs; i++) {
			String text = mutated(samples.get(i % samples.size()), random);
			for (Measures measures : List.of(LINUX, WINDOWS)) {
				List<Reading> readings = measures.read(text);
				assertTrue(readings.size() <= 510);
				assertTrue(readings.stream().allMatch(r -> r.value().isEmpty() || Double.isFinite(r.value().getAsDouble())));
			}
		}
	}

	static String mutated(String sample, Random random) {
		StringBuilder text = new StringBuilder(sample);
		for (int changes = 1 + random.nextInt(12); changes > 0; changes--) {
			int at = random.nextInt(text.length() + 1);
			switch (random.nextInt(6)) {
			case 0 -> text.insert(at, (char) random.nextInt(256));
			case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
			case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
			case 3 -> text.insert(at, "9".repeat(random.nextInt(400)));
			case 4 -> text.insert(at, (char) random.nextInt(Character.MAX_VALUE));
			default -> text.insert(at, "{[\"\\:,% /".charAt(random.nextInt(9)));
			}
		}
		return text.toString();
	}

	@Test
	void hugeOutputsAreRead() {
		for (String piece : List.of("a", " ", "1", "/dev/sda1 1 1 1 1% /x\n", "@@posko disk\n", "x: y\n", "[{", "{\"a\":", "\"")) {
			String text = "@@posko disk\n" + piece.repeat(262_144 / piece.length());
			LINUX.read(text);
			WINDOWS.read("[{\"q\":\"" + text);
			WINDOWS.read(piece.repeat(262_144 / piece.length()));
		}
	}
}
