package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.health.Answer;
import id.posko.health.Reading;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.probe.name.Names;
import id.posko.probe.web.WebCheck;

/** The websites of the sample's Dinas, asked by the check that asks real ones, and by curl. */
class WebPortsTest {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Fleet fleet = Kabupaten.fleet();
	private final Device plain = fleet.named("Situs web").getFirst();
	private final Device secured = fleet.named("Layanan daring").getFirst();
	private final Faults faults = new Faults(fleet, InstantSource.system());
	private final Lines lines = new Lines(faults, fleet, new Random(8));
	private final Names names = new Names();
	private WebPorts ports;
	private WebCheck check;

	@BeforeEach
	void open() throws Exception {
		SimulatedAuthority authority = new SimulatedAuthority();
		ports = new WebPorts(fleet, faults, lines, authority);
		check = new WebCheck(names, Optional.of(authority), InstantSource.system());
	}

	@AfterEach
	void close() {
		ports.close();
		lines.close();
		names.close();
	}

	private String ask(Device device, Duration patience) throws InterruptedException {
		Answer answer = check.ask(device, patience);
		return answer.getClass().getSimpleName() + " " + answer.cause().code();
	}

	@Test
	void bothShowTheirPage() throws InterruptedException {
		assertEquals(2, ports.open());
		assertEquals(List.of(secured, plain), fleet.devices().stream().filter(check::suits).toList());
		for (Device device : List.of(plain, secured)) {
			Answer answer = check.ask(device, PATIENCE);
			assertTrue(answer instanceof Answer.Answered, answer.toString());
			assertEquals(device == secured, answer.evidence().findings().stream().map(Reading.class::cast)
					.anyMatch(reading -> reading.quantity().equals("web.certificate")));
		}
	}

	@ParameterizedTest
	@CsvSource({ "galat,Failed web_status,Failed web_status", "lemot,Impaired web_slow_first,Impaired web_slow_first",
			"kosong,Failed web_text_missing,Failed web_text_missing", "meluap,Impaired web_large,Impaired web_large",
			"hampir,Answered answered,Impaired web_certificate_soon",
			"kedaluwarsa,Answered answered,Failed web_certificate_expired" })
	void aFaultIsSeenAndGoes(String fault, String seen, String seenSecured) throws InterruptedException {
		Fault turned = faults.named(fault + "-dinas").orElseThrow();
		faults.turn(turned, true);
		assertEquals(seen, ask(plain, PATIENCE));
		assertEquals(seenSecured, ask(secured, PATIENCE));
		faults.turn(turned, false);
		assertEquals("Answered answered", ask(plain, PATIENCE));
		assertEquals("Answered answered", ask(secured, PATIENCE));
	}

	@Test
	void oneThatHangsIsGivenUp() throws InterruptedException {
		faults.turn(faults.named("gantung-dinas").orElseThrow(), true);
		assertEquals("Failed web_silent", ask(plain, Duration.ofSeconds(1)));
		assertEquals("Failed web_silent", ask(secured, Duration.ofSeconds(2)));
	}

	@Test
	void otherConsolesDoNotTrustItsCertificate() throws InterruptedException {
		check = new WebCheck(names, Optional.empty(), InstantSource.system());
		assertEquals("Failed web_certificate_untrusted", ask(secured, PATIENCE));
	}

	@Test
	void garbageHarmsItNot() throws Exception {
		Random random = new Random(9);
		for (int i = 0; i < 200; i++) {
			try (Socket socket = new Socket("127.60.0.41", Kabupaten.WEB_PORT)) {
				byte[] octets = new byte[random.nextInt(400)];
				random.nextBytes(octets);
				OutputStream out = socket.getOutputStream();
				out.write(octets);
			} catch (IOException _) {
				continue; // it closed the connection first
			}
		}
		assertEquals("Answered answered", ask(plain, PATIENCE));
	}

	@Test
	void curlGetsThePage() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl: apt-get install curl");
		assertTrue(curl("http://127.60.0.41:" + Kabupaten.WEB_PORT + "/").contains(WebDialogue.TEXT));
		assertTrue(curl("-k", "https://127.60.0.42:" + Kabupaten.WEB_TLS_PORT + "/").contains(WebDialogue.TEXT));
	}

	private static String curl(String... arguments) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder("/usr/bin/curl", "-s", "-S", "--max-time", "20").redirectErrorStream(true);
		builder.command().addAll(List.of(arguments));
		Process process = builder.start();
		try {
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
			return said;
		} finally {
			process.destroyForcibly();
		}
	}
}
