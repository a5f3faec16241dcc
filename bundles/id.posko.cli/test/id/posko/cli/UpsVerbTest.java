package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import id.posko.kit.Words;
import id.posko.memory.Pocket;
import id.posko.probe.name.Names;
import id.posko.probe.snmp.SnmpSession;
import id.posko.probe.ups.UpsReader;

/** What {@code posko ups} prints and ends with, of a UPS behind a NUT server. */
class UpsVerbTest {

	private static final String VARIABLES = """
			VAR kit battery.charge "55"
			VAR kit battery.runtime "4320"
			VAR kit battery.temperature "-273"
			VAR kit input.voltage "0.0"
			VAR kit ups.load "17.5\\u001b[31m"
			VAR kit ups.status "OB DISCHRG"
			""";

	private final Pocket secrets = new Pocket().with("ups", "rahasia sekali").with("short", "pendek");
	private final Names names = new Names(InetAddress::getByName, InstantSource.system());
	private final SnmpSession session = new SnmpSession();
	private final ByteArrayOutputStream both = new ByteArrayOutputStream();
	private ServerSocket server;

	@BeforeEach
	void startsANutServer() throws IOException {
		server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::serve);
	}

	private void serve() {
		while (!server.isClosed()) {
			try (Socket asked = server.accept();
					BufferedReader in = new BufferedReader(new InputStreamReader(asked.getInputStream(), StandardCharsets.UTF_8));
					PrintStream to = new PrintStream(asked.getOutputStream(), true, StandardCharsets.UTF_8)) {
				for (String line = in.readLine(); line != null; line = in.readLine()) {
					to.print(line.equals("LIST UPS") ? "BEGIN LIST UPS\nUPS kit \"Kit 1\"\nEND LIST UPS\n"
							: "BEGIN LIST VAR kit\n" + VARIABLES + "END LIST VAR kit\n");
				}
			} catch (IOException _) {
				// the test is over, or the caller went
			}
		}
	}

	@AfterEach
	void stops() throws IOException {
		server.close();
		session.close();
		names.close();
	}

	private int run(Locale locale, String... arguments) {
		both.reset();
		PrintStream out = new PrintStream(both, true, StandardCharsets.UTF_8);
		Call call = new Call(out, out, locale, Path.of("."));
		return CommandForm.of(new UpsVerb(new UpsReader(session), names, secrets).on(call), "posko ups", call)
				.execute(arguments);
	}

	private String said() {
		return both.toString(StandardCharsets.UTF_8);
	}

	private String nut() {
		return "127.0.0.1:" + server.getLocalPort();
	}

	@Test
	void aLineForEachQuantityThenWhatIsWrong() {
		assertEquals(Call.NOT_WELL, run(Words.INDONESIAN, nut(), "--nut"));
		List<String> lines = said().lines().toList();
		assertEquals("battery.charge         55 %                               battery.charge = 55", lines.getFirst());
		assertTrue(lines.contains("battery.runtime        1 jam 12 menit                     battery.runtime = 4320"), said());
		assertTrue(lines.contains("battery.temperature    – Tidak diukur alat ini            battery.temperature = -273"),
				said());
		assertTrue(lines.contains("output.source          Baterai                            ups.status = OB DISCHRG"), said());
		assertTrue(lines.getLast().contains("Listrik padam") || lines.get(lines.size() - 2).contains("Listrik padam"), said());
		assertFalse(said().contains("\u001b"), "no control characters of a stranger reach the terminal");
	}

	@Test
	void jsonHasTheSameKeysInEachLineAndRejectedOnlyWhereItIs() {
		assertEquals(Call.NOT_WELL, run(Locale.ENGLISH, nut(), "--nut", "kit", "--json"));
		assertTrue(said().contains("{\"quantity\":\"battery.runtime\",\"value\":4320.0,\"unit\":\"s\",\"state\":null,"
				+ "\"source\":\"battery.runtime\",\"raw\":\"4320\"}\n"), said());
		assertTrue(said().contains("{\"quantity\":\"battery.temperature\",\"value\":null,\"unit\":\"°C\",\"state\":null,"
				+ "\"source\":\"battery.temperature\",\"raw\":\"-273\",\"rejected\":\"sentinel\"}\n"), said());
		assertTrue(said().contains("\"quantity\":\"output.source\",\"value\":null,\"unit\":null,\"state\":\"battery\""), said());
	}

	@Test
	void wrongUseIsSaidAndNothingIsSent() {
		assertEquals(Call.WRONG_USE, run(Locale.ENGLISH, "127.0.0.1:99999"));
		assertEquals(Call.WRONG_USE, run(Locale.ENGLISH, nut(), "--nut", "a b"));
		assertEquals(Call.WRONG_USE, run(Locale.ENGLISH, nut(), "--nut", "--apcupsd"));
		assertEquals(Call.WRONG_USE, run(Locale.ENGLISH, nut(), "--v3", "posko", "--secret", "absent"));
		assertTrue(said().contains("absent"), said());
		assertEquals(Call.WRONG_USE, run(Locale.ENGLISH, nut(), "--v3", "posko", "--secret", "short"));
		assertTrue(said().contains("8"), said());
		assertEquals(Call.WRONG_USE, run(Locale.ENGLISH, nut(), "--v3", "posko", "--auth", "CRC", "--secret", "ups"));
	}

	@Test
	void aPassphraseIsTakenFromTheKeptSecretsAndASilentHostIsLeftInTime() {
		assertEquals(Call.NOT_WELL, run(Locale.ENGLISH, "127.0.0.1:1", "--v3", "posko", "--secret", "ups", "--timeout", "300ms"));
		assertTrue(said().contains("300 ms") || said().contains("refuse"), said());
	}
}
