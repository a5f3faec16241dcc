package id.posko.probe.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Reading;
import id.posko.kit.Access;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.memory.Pocket;
import id.posko.probe.Peer;
import id.posko.probe.name.Names;

/** Port, listener, query and clock of a real PostgreSQL, and of listeners that hang, babble or are not there. */
class DatabaseCheckTest {

	private static final Duration SHORT = Duration.ofSeconds(2);
	private static final Duration LONG = Duration.ofSeconds(20);

	private static PostgresServer postgres;

	private final Pocket pocket = new Pocket().with("db", PostgresServer.PASSWORD);

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		Optional<Path> programs = PostgresServer.programs();
		if (programs.isPresent()) {
			postgres = new PostgresServer(programs.get());
		}
	}

	@AfterAll
	static void stop() throws IOException, InterruptedException {
		if (postgres != null) {
			postgres.close();
		}
	}

	private static Device device(String url, String... more) {
		Map<String, String> access = new HashMap<>(Map.of("db.url", url, "db.user", "posko", "db.secret", "db"));
		for (int i = 0; i < more.length; i += 2) {
			access.put(more[i], more[i + 1]);
		}
		return new Device(new DeviceKey(new RegionCode("35.03.01"), "Basis data"), DeviceKind.AFIS_SERVER, Optional.empty(),
				"", "", 0, Optional.empty(), "", new Access(access));
	}

	private static String postgres() {
		assumeTrue(postgres != null, "no PostgreSQL in /usr/lib/postgresql: apt-get install postgresql");
		return "jdbc:postgresql://127.0.0.1:" + postgres.port + "/postgres";
	}

	private static String oracle(int port) {
		return "jdbc:oracle:thin:@//127.0.0.1:" + port + "/SIAK";
	}

	private DatabaseCheck check(Names names, InstantSource clock) {
		return new DatabaseCheck(new Databases(names, Optional.of(pocket), clock));
	}

	private Answer ask(Device device, Duration timeout) throws InterruptedException {
		try (Names names = new Names(InetAddress::getByName, InstantSource.system())) {
			return check(names, InstantSource.system()).ask(device, timeout);
		}
	}

	private static void assertCause(String code, Cause cause) {
		assertEquals(code, cause.code(), cause.toString());
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			assertTrue(cause.sentence(locale).length() > 10);
		}
	}

	private static void assertFailed(String code, Answer answer) {
		assertCause(code, assertInstanceOf(Answer.Failed.class, answer, answer.toString()).cause());
	}

	@Test
	void aRealDatabaseAnswersWithTheNumberThatWasAskedFor() throws InterruptedException {
		Answer.Answered answer = assertInstanceOf(Answer.Answered.class,
				ask(device(postgres(), "db.query", "select count(*) + 41 from (values (1)) v"), LONG));
		Map<String, Double> readings = new HashMap<>();
		answer.evidence().findings().forEach(finding -> {
			Reading reading = assertInstanceOf(Reading.class, finding);
			readings.put(reading.quantity(), reading.value().orElseThrow());
		});
		assertEquals(42, readings.get("database.value"));
		assertEquals(0, readings.get("clock.skew"), 1);
		assertTrue(readings.get("database.login") > 0 && readings.get("database.query") > 0);
		assertEquals(Optional.of("127.0.0.1"), answer.evidence().responder());
	}

	@Test
	void aTextThatAQueryGivesIsNotKept() throws InterruptedException {
		Answer answer = ask(device(postgres(), "db.query", "select 'SITI ' || 'AMINAH'"), LONG);
		assertInstanceOf(Answer.Answered.class, answer);
		assertFalse(answer.toString().contains("SITI AMINAH"));
	}

	@Test
	void aClockThatIsOffIsSaid() throws InterruptedException {
		try (Names names = new Names(InetAddress::getByName, InstantSource.system())) {
			InstantSource late = () -> InstantSource.system().instant().minusSeconds(600);
			assertCause("db_clock_ahead", assertInstanceOf(Answer.Impaired.class,
					check(names, late).ask(device(postgres()), LONG)).cause());
			InstantSource early = () -> InstantSource.system().instant().plusSeconds(600);
			assertCause("db_clock_behind", assertInstanceOf(Answer.Impaired.class,
					check(names, early).ask(device(postgres()), LONG)).cause());
		}
	}

	@Test
	void aRefusedLoginIsNotTriedAgainUntilThePasswordIsAnotherOne() throws Exception {
		pocket.with("db", "salah");
		Device device = device(postgres());
		try (Names names = new Names(InetAddress::getByName, InstantSource.system())) {
			DatabaseCheck check = check(names, InstantSource.system());
			long before = refusals();
			for (int i = 0; i < 3; i++) {
				assertCause("db_refused", assertInstanceOf(Answer.Broken.class, check.ask(device, LONG)).cause());
			}
			assertEquals(before + 1, refusals());
			pocket.with("db", PostgresServer.PASSWORD);
			assertInstanceOf(Answer.Answered.class, check.ask(device, LONG));
		}
	}

	private static long refusals() throws IOException {
		return postgres.log().lines().filter(line -> line.contains("password authentication failed")).count();
	}

	@Test
	void anUnknownDatabaseAWrongQueryAndAWriteAreSaid() throws InterruptedException {
		assertFailed("db_unknown", ask(device(postgres().replace("/postgres", "/siak")), LONG));
		assertCause("db_query_failed", assertInstanceOf(Answer.Impaired.class,
				ask(device(postgres(), "db.query", "select nothing from nowhere"), LONG)).cause());
		assertCause("db_query_failed", assertInstanceOf(Answer.Impaired.class,
				ask(device(postgres(), "db.query", "with gone as (delete from pg_largeobject_metadata returning 1) select count(*) from gone"), LONG)).cause());
		assertCause("setting_wrong", assertInstanceOf(Answer.Broken.class,
				ask(device(postgres(), "db.query", "delete from biodata_wni"), LONG)).cause());
	}

	@Test
	void aQueryThatTakesTooLongIsGivenUpInTime() throws InterruptedException {
		assertFailed("db_silent_query", ask(device(postgres(), "db.query", "select 1 from pg_sleep(60)"), SHORT));
	}

	@Test
	void aClosedPortIsRefusedForBoth() throws InterruptedException {
		int port = Peer.freeTcpPort();
		assertFailed("connection_refused", ask(device(oracle(port)), SHORT));
		assertFailed("connection_refused", ask(device("jdbc:postgresql://127.0.0.1:" + port + "/siak"), SHORT));
	}

	/** Accepts and never answers; every connection that was made is closed by the one who made it. */
	@Test
	void aListenerThatHangsIsGivenUpInTimeAndLeftForBoth() throws Exception {
		for (String product : List.of("oracle", "oracle-sid", "postgresql")) {
			try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
				int port = hanging.getLocalPort();
				String url = switch (product) {
				case "oracle" -> oracle(port);
				case "oracle-sid" -> "jdbc:oracle:thin:@127.0.0.1:" + port + ":SIAK";
				default -> "jdbc:postgresql://127.0.0.1:" + port + "/siak";
				};
				assertFailed("db_silent_connect", ask(device(url), SHORT));
				hanging.setSoTimeout(500);
				int accepted = 0;
				try {
					for (; accepted < 10; accepted++) {
						try (Socket socket = hanging.accept()) {
							socket.setSoTimeout(10_000);
							socket.getInputStream().readAllBytes();
						}
					}
				} catch (SocketTimeoutException _) {
					assertTrue(accepted > 0);
				}
			}
		}
	}

	@Test
	void whatBabblesIsNoDatabase() throws Exception {
		Random random = new Random(1);
		for (int i = 0; i < 40; i++) {
			byte[] babble = new byte[random.nextInt(300)];
			random.nextBytes(babble);
			try (ServerSocket babbler = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
				Thread.ofVirtual().start(() -> {
					for (int n = 0; n < 20; n++) {
						try (Socket socket = babbler.accept()) {
							socket.getOutputStream().write(babble);
						} catch (IOException _) {
							return;
						}
					}
				});
				String url = i % 2 == 0 ? oracle(babbler.getLocalPort())
						: "jdbc:postgresql://127.0.0.1:" + babbler.getLocalPort() + "/siak";
				Cause cause = assertInstanceOf(Answer.Failed.class, ask(device(url), SHORT), url).cause();
				assertFalse(cause.toString().contains("CONNECTION_ID"), cause.toString());
			}
		}
	}

	@Test
	void anInterruptEndsIt() throws Exception {
		try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			CountDownLatch ended = new CountDownLatch(1);
			Thread asking = Thread.ofVirtual().start(() -> {
				thrown.set(assertThrows(InterruptedException.class, () -> ask(device(oracle(hanging.getLocalPort())), LONG)));
				ended.countDown();
			});
			hanging.setSoTimeout(15_000);
			hanging.accept();
			hanging.accept();
			asking.interrupt();
			assertTrue(ended.await(5, TimeUnit.SECONDS));
			assertInstanceOf(InterruptedException.class, thrown.get());
		}
	}

	@Test
	void onlyUrlsThatNameAHostAndADatabaseAreTaken() {
		for (String url : List.of("jdbc:oracle:thin:@//db.example:1521/SIAK", "jdbc:oracle:thin:@db:1521:XE",
				"jdbc:oracle:thin:@db/SIAK", "jdbc:postgresql://[fd00::5]:5433/siak", "jdbc:postgresql://db/siak?sslmode=require")) {
			assertInstanceOf(Login.Choice.Chosen.class, Login.of(device(url).access()), url);
		}
		for (String url : List.of("jdbc:oracle:thin:scott/tiger@//db:1521/SIAK", "jdbc:oracle:thin:@(DESCRIPTION=x)",
				"jdbc:postgresql://db/siak?socketFactory=x.Y", "jdbc:postgresql://db/siak?sslmode=require&loggerFile=/etc/x",
				"jdbc:h2:mem:x", "jdbc:postgresql://db:99999/siak", "jdbc:postgresql:///siak", "jdbc:oracle:thin:@db:XE")) {
			assertEquals(new Login.Choice.Wrong("db.url", url), Login.of(device(url).access()), url);
		}
	}

	@Test
	void aPasswordThatIsNotKeptIsSaid() throws InterruptedException {
		pocket.forget("db");
		assertCause("secret_missing", assertInstanceOf(Answer.Broken.class, ask(device(postgres()), SHORT)).cause());
	}
}
