package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import id.posko.health.Answer;
import id.posko.health.Reading;
import id.posko.kit.Access;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.memory.Pocket;
import id.posko.probe.jdbc.DatabaseCheck;
import id.posko.probe.jdbc.Databases;
import id.posko.probe.name.Names;

/** The sample's database, asked by the check that asks real ones, with PostgreSQL's own driver, and by psql. */
class DatabasePortTest {

	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final Duration SHORT = Duration.ofSeconds(1);

	private final Fleet fleet = Kabupaten.fleet();
	private final Device device = fleet.named("Server NID").getFirst();
	private final Faults faults = new Faults(fleet, InstantSource.system());
	private final Lines lines = new Lines(faults, fleet, new Random(4));
	private final Pocket secrets = new Pocket();
	private final DatabasePort port = new DatabasePort(fleet, faults, lines, secrets, InstantSource.system());
	private final Names names = new Names();
	private final DatabaseCheck check = new DatabaseCheck(new Databases(names, secrets));

	@AfterEach
	void close() {
		port.close();
		lines.close();
		names.close();
	}

	private void turn(String name, boolean isOn) {
		faults.turn(faults.named(name).orElseThrow(), isOn);
	}

	private static OptionalDouble number(Answer answer, String quantity) {
		return answer.evidence().findings().stream().map(Reading.class::cast).filter(r -> r.quantity().equals(quantity))
				.findFirst().orElseThrow(() -> new AssertionError(quantity + " in " + answer)).value();
	}

	private static String failed(Answer answer) {
		return assertInstanceOf(Answer.Failed.class, answer, answer.toString()).cause().code();
	}

	@Test
	void itTakesTheLoginCountsWhatWaitsAndTellsTheTime() throws InterruptedException {
		Answer answer = check.ask(device, PATIENCE);
		assertInstanceOf(Answer.Answered.class, answer, answer.toString());
		double waiting = number(answer, "database.value").getAsDouble();
		assertTrue(waiting >= 15 && waiting <= 65, answer.toString());
		assertEquals(0, number(answer, "clock.skew").getAsDouble(), 0.1);
		assertInstanceOf(Answer.Answered.class, check.ask(device, PATIENCE));
	}

	@Test
	void hangingItIsGivenUpInTime() throws InterruptedException {
		turn("basisdata-pusat", true);
		assertEquals("db_silent_connect", failed(check.ask(device, SHORT)));
		turn("basisdata-pusat", false);
		assertInstanceOf(Answer.Answered.class, check.ask(device, PATIENCE));
		turn("jalur-pusat", true);
		assertEquals("db_silent_connect", failed(check.ask(device, SHORT)));
	}

	@Test
	void anotherPasswordIsRefused() throws InterruptedException {
		String right = secrets.kept().get(Kabupaten.DATABASE_SECRET);
		secrets.with(Kabupaten.DATABASE_SECRET, "salah");
		Pocket wrong = new Pocket().with(Kabupaten.DATABASE_SECRET, "lain");
		Answer answer = new DatabaseCheck(new Databases(names, wrong)).ask(device, PATIENCE);
		assertEquals("db_refused", assertInstanceOf(Answer.Broken.class, answer, answer.toString()).cause().code());
		secrets.with(Kabupaten.DATABASE_SECRET, right);
		assertInstanceOf(Answer.Answered.class, check.ask(device, PATIENCE));
	}

	@Test
	void whatItDoesNotHoldItDoesNotInvent() throws InterruptedException {
		Map<String, String> settings = new HashMap<>(device.access().settings());
		settings.put("db.query", "select count(*) from biodata");
		Device other = new Device(device.key(), device.kind(), device.address(), "", "", 0, device.parent(), "",
				new Access(settings));
		Answer answer = check.ask(other, PATIENCE);
		assertEquals("db_query_failed", assertInstanceOf(Answer.Impaired.class, answer, answer.toString()).cause().code());
	}

	@Test
	void garbageHarmsItNot() throws Exception {
		Random random = new Random(8);
		for (int i = 0; i < 200; i++) {
			try (Socket socket = new Socket(device.address().orElseThrow().host(), Kabupaten.DATABASE_PORT)) {
				byte[] octets = new byte[random.nextInt(60)];
				random.nextBytes(octets);
				DataOutputStream out = new DataOutputStream(socket.getOutputStream());
				if (i % 2 == 0) {
					out.writeInt(octets.length + 4);
				}
				out.write(octets);
			} catch (IOException _) {
				continue; // it closed the connection first
			}
		}
		assertInstanceOf(Answer.Answered.class, check.ask(device, PATIENCE));
	}

	@Test
	void psqlReadsTheSame() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/psql")), "no psql: apt-get install postgresql-client");
		String password = secrets.kept().get(Kabupaten.DATABASE_SECRET);
		int waiting = Integer.parseInt(psql(password, Kabupaten.QUEUE));
		assertTrue(waiting >= 15 && waiting <= 65, Integer.toString(waiting));
		assertTrue(psql(password, "select now()").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+07"));
		assertTrue(psql(password, "delete from antrean").contains("read-only"));
		assertTrue(psql("salah", "select 1").contains("password authentication failed"));
	}

	private String psql(String password, String statement) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder("/usr/bin/psql", "-X", "-A", "-t", "-w", "-h", "127.60.0.5", "-p",
				Integer.toString(Kabupaten.DATABASE_PORT), "-U", Kabupaten.USER, "-d", Kabupaten.DATABASE, "-c", statement)
				.redirectErrorStream(true);
		builder.environment().put("PGPASSWORD", password);
		Process process = builder.start();
		try {
			assertTrue(process.waitFor(20, TimeUnit.SECONDS), "psql does not end");
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		} finally {
			process.destroyForcibly();
		}
	}
}
