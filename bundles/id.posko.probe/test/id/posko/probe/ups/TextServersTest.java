package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import id.posko.probe.TextServer;
import id.posko.probe.snmp.SnmpSession;

/** NUT and apcupsd servers of the test's own: a status report as apcupsd writes it, and all that is not. */
class TextServersTest {

	private static final InetAddress HERE = InetAddress.getLoopbackAddress();
	private static final Duration SHORT = Duration.ofMillis(300);
	private static final Duration LONG = Duration.ofSeconds(5);
	private static final List<String> STATUS = List.of("APC      : 001,036,0876", "HOSTNAME : kec-01",
			"UPSNAME  : kit1", "STATUS   : ONLINE REPLACEBATT", "LINEV    : 229.0 Volts", "LOADPCT  : 17.0 Percent",
			"BCHARGE  : 100.0 Percent", "TIMELEFT : 45.5 Minutes", "OUTPUTV  : 230.4 Volts", "ITEMP    : 29.2 C",
			"BATTV    : 27.4 Volts", "LINEFREQ : 50.0 Hz", "LASTXFER : Automatic or explicit self test",
			"TONBATT  : 0 Seconds", "SELFTEST : NO", "END APC  : 2026-11-21 08:00:00 +0700");
	private static final List<String> READ = List.of("battery.charge 100", "battery.runtime 2730", "battery.volts 27.4",
			"battery.temperature 29.2", "battery.state normal", "battery.elapsed 0", "battery.replace yes",
			"input.volts 229", "input.hertz 50", "input.transfer self_test", "output.source normal", "output.load 17",
			"output.volts 230.4", "test.state none");
	private static SnmpSession session;
	private static UpsReader reader;

	@BeforeAll
	static void open() {
		session = new SnmpSession();
		reader = new UpsReader(session);
	}

	@AfterAll
	static void close() {
		session.close();
	}

	private static byte[] report(List<String> lines) {
		ByteArrayOutputStream report = new ByteArrayOutputStream();
		for (String line : lines) {
			byte[] octets = (line + "\n").getBytes(StandardCharsets.UTF_8);
			report.write(octets.length >> 8);
			report.write(octets.length);
			report.writeBytes(octets);
		}
		report.writeBytes(new byte[2]);
		return report.toByteArray();
	}

	private static UpsAnswer apcupsd(byte[] answer, Duration timeout) throws IOException, InterruptedException {
		try (TextServer server = new TextServer((in, out) -> {
			in.readNBytes(8);
			out.write(answer);
			in.read();
		})) {
			return reader.read(HERE, new UpsAccess.Apcupsd(server.port()), timeout);
		}
	}

	private static UpsAnswer nut(TextServer.Behaviour behaviour, Duration timeout)
			throws IOException, InterruptedException {
		try (TextServer server = new TextServer(behaviour)) {
			return reader.read(HERE, new UpsAccess.Nut(server.port(), "kit1"), timeout);
		}
	}

	@Test
	void aStatusReportOfApcupsdIsReadWithItsUnits() throws IOException, InterruptedException {
		UpsAnswer.Read read = assertInstanceOf(UpsAnswer.Read.class, apcupsd(report(STATUS), LONG));
		assertEquals(String.join("\n", READ), String.join("\n", Expected.lines(read.readings())));
	}

	@Test
	void apcupsdIsAskedAsItsProtocolSays() throws IOException, InterruptedException {
		AtomicReference<byte[]> asked = new AtomicReference<>();
		try (TextServer server = new TextServer((in, out) -> {
			asked.set(in.readNBytes(8));
			out.write(report(STATUS));
		})) {
			reader.read(HERE, new UpsAccess.Apcupsd(server.port()), LONG);
		}
		assertEquals("\0\6status", new String(asked.get(), StandardCharsets.US_ASCII));
	}

	@Test
	void aUpsThatApcupsdLostGivesNoState() throws IOException, InterruptedException {
		UpsAnswer.Read read = (UpsAnswer.Read) apcupsd(report(List.of("STATUS   : COMMLOST")), LONG);
		assertEquals(List.of("battery.state ! not_told", "battery.replace ! not_told", "output.source ! not_told"),
				Expected.lines(read.readings()));
		assertTrue(!read.isOfUps());
	}

	@Test
	void aServerThatHangsAtAnyStageIsSilentInTime() throws IOException, InterruptedException {
		byte[] whole = report(STATUS);
		for (int sent : new int[] { 0, 1, 2, 30, whole.length - 1 }) {
			byte[] part = Arrays.copyOf(whole, sent);
			assertInstanceOf(UpsAnswer.Silent.class, apcupsd(part, SHORT), sent + " octets");
		}
	}

	@Test
	void aServerThatDripsIsSilentInTime() throws IOException, InterruptedException {
		assertInstanceOf(UpsAnswer.Silent.class, nut((in, out) -> {
			for (int i = 0; i < 10_000; i++) {
				out.write('V');
				LockSupport.parkNanos(20_000_000);
			}
		}, SHORT));
	}

	@Test
	void outputWithoutEndIsCutOff() throws IOException, InterruptedException {
		assertInstanceOf(UpsAnswer.Refused.class, nut(TextServersTest::endless, LONG));
		assertInstanceOf(UpsAnswer.Refused.class, nut((in, out) -> {
			for (int i = 0; i < 1_000_000; i++) {
				out.write("VAR kit1 battery.charge \"%d\"\n".formatted(i).getBytes(StandardCharsets.US_ASCII));
			}
		}, LONG));
	}

	private static void endless(InputStream in, OutputStream out) throws IOException {
		byte[] block = new byte[8192];
		Arrays.fill(block, (byte) 'x');
		for (int i = 0; i < 10_000; i++) {
			out.write(block);
		}
	}

	@Test
	void anInterruptEndsTheReading() throws IOException, InterruptedException {
		try (TextServer server = new TextServer((in, out) -> in.readAllBytes())) {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			Thread asking = Thread.ofVirtual().start(() -> {
				try {
					reader.read(HERE, new UpsAccess.Nut(server.port(), "kit1"), Duration.ofMinutes(1));
				} catch (InterruptedException e) {
					thrown.set(e);
				}
			});
			asking.interrupt();
			assertTrue(asking.join(Duration.ofSeconds(5)));
			assertInstanceOf(InterruptedException.class, thrown.get());
		}
	}

	/** One connection for each input; 100,000 with -Dposko.long=true. */
	@Test
	void garbageEndsInAnAnswer() throws IOException, InterruptedException {
		int inputs = Boolean.getBoolean("posko.long") ? 50_000 : 1_000;
		Random random = new Random(20261121);
		byte[] status = report(STATUS);
		byte[] variables = ("BEGIN LIST VAR kit1\nVAR kit1 battery.charge \"87\"\nVAR kit1 ups.status \"OL\"\n"
				+ "END LIST VAR kit1\n").getBytes(StandardCharsets.US_ASCII);
		AtomicReference<byte[]> next = new AtomicReference<>();
		try (TextServer server = new TextServer((in, out) -> out.write(next.get()))) {
			for (int i = 0; i < inputs; i++) {
				next.set(mutated(status, random));
				reader.read(HERE, new UpsAccess.Apcupsd(server.port()), LONG);
				next.set(mutated(variables, random));
				reader.read(HERE, new UpsAccess.Nut(server.port(), i % 2 == 0 ? "kit1" : ""), LONG);
			}
		}
	}

	static byte[] mutated(byte[] good, Random random) {
		byte[] bad = Arrays.copyOf(good, random.nextInt(8) == 0 ? random.nextInt(good.length) : good.length);
		int changes = 1 + random.nextInt(6);
		for (int i = 0; i < changes && bad.length > 0; i++) {
			bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
		}
		return bad;
	}
}
