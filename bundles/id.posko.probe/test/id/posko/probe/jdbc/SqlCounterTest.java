package id.posko.probe.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterSource.Read;
import id.posko.kit.Access;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Tallies;
import id.posko.memory.Pocket;
import id.posko.probe.name.Names;

/** The NID Scheduler's counter and what waits, by SELECTs on a real PostgreSQL. */
class SqlCounterTest {

	private static final Duration LONG = Duration.ofSeconds(20);
	private static final RegionCode DINAS = new RegionCode("35.03");
	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Instant STARTED = Instant.parse("2026-03-02T00:30:00Z");

	private static PostgresServer postgres;

	@BeforeAll
	static void start() throws IOException, InterruptedException, SQLException {
		if (PostgresServer.programs().isPresent()) {
			postgres = new PostgresServer(PostgresServer.programs().get());
			PGSimpleDataSource source = new PGSimpleDataSource();
			source.setURL("jdbc:postgresql://127.0.0.1:" + postgres.port + "/postgres");
			source.setUser("posko");
			source.setPassword(PostgresServer.PASSWORD);
			try (Connection open = source.getConnection(); Statement statement = open.createStatement()) {
				statement.execute("create table nid_status (no_kec numeric(6), sent numeric(18), started_at timestamptz)");
				statement.execute("insert into nid_status values (350301, 12345, '" + STARTED + "'), (350302, 7, null)");
				statement.execute("create table demographics (no_kec numeric(6), current_status_code varchar(40))");
				statement.execute("insert into demographics values (350301, 'BIO_CAPTURED'), (350301, 'PROCESSING'), "
						+ "(350301, 'CARD_ISSUED'), (350302, 'PROCESSING')");
			}
		}
	}

	@AfterAll
	static void stop() throws IOException, InterruptedException {
		if (postgres != null) {
			postgres.close();
		}
	}

	private static final Pocket SECRETS = new Pocket().with("db", PostgresServer.PASSWORD);

	private static Device device(RegionCode site, String name, String... settings) {
		assumeTrue(postgres != null, "no PostgreSQL in /usr/lib/postgresql: apt-get install postgresql");
		Map<String, String> access = new HashMap<>(Map.of("db.url",
				"jdbc:postgresql://127.0.0.1:" + postgres.port + "/postgres", "db.user", "posko", "db.secret", "db"));
		for (int i = 0; i < settings.length; i += 2) {
			access.put(settings[i], settings[i + 1]);
		}
		return new Device(new DeviceKey(site, name), DeviceKind.NID_SERVER, Optional.empty(), "", "", 0, Optional.empty(),
				"", new Access(access));
	}

	private interface Asked<T> {
		T of(Databases databases) throws IOException, InterruptedException;
	}

	private static <T> T ask(Asked<T> asked) throws IOException, InterruptedException {
		try (Names names = new Names(InetAddress::getByName, InstantSource.system())) {
			return asked.of(new Databases(names, Optional.of(SECRETS), InstantSource.system()));
		}
	}

	private static Read read(String query) throws IOException, InterruptedException {
		Device device = device(PLACE, "NID", "counter.query", query);
		return ask(databases -> new SqlCounter(databases, InstantSource.system()).read(device, LONG));
	}

	private static CounterReading value(String query) throws IOException, InterruptedException {
		Read read = read(query);
		return assertInstanceOf(Read.Value.class, read, read.toString()).reading();
	}

	private static String refusal(String query) throws IOException, InterruptedException {
		Read read = read(query);
		return assertInstanceOf(Read.Nothing.class, read, read.toString()).cause().code();
	}

	@Test
	void theNumberOfTheOfficeAndTheStartOfTheSchedulerAreRead() throws Exception {
		CounterReading reading = value("select sent, started_at from nid_status where no_kec = ?");
		assertEquals(12_345, reading.value());
		assertTrue(Duration.between(STARTED, reading.since().orElseThrow()).abs().toMillis() < 1000);
		assertEquals("sql NID", reading.reader());
		assertFalse(reading.isManual());
		assertEquals(Optional.empty(), value("select sent from nid_status where no_kec = ?").since());
		assertEquals(Optional.empty(), value("select sent, 'SITI' from nid_status where no_kec = ? and '?' <> ''").since());
		assertEquals(8, value("select count(*) + 4 from nid_status, (values (1), (2)) twice").value());
	}

	@Test
	void whatIsNotOneWholeNumberIsNone() throws Exception {
		for (String query : List.of("select sent from nid_status", "select sent from nid_status where no_kec = 1",
				"select -1", "select 1.5", "select 'SITI'", "select null")) {
			assertEquals("counter_no_number", refusal(query), query);
		}
	}

	@Test
	void onlyOneSelectIsAskedAndNothingIsWritten() throws Exception {
		assertEquals("setting_wrong", refusal("delete from nid_status"));
		assertEquals("setting_wrong", refusal("select 1; delete from nid_status"));
		assertEquals("db_query_failed", refusal("with gone as (delete from nid_status returning 1) select count(*) from gone"));
		assertEquals(2, value("select count(*) from nid_status").value());
	}

	@Test
	void aQueryThatHangsIsGivenUpInTime() throws Exception {
		Device device = device(PLACE, "NID", "counter.query", "select 1 from pg_sleep(60)");
		Read read = ask(databases -> new SqlCounter(databases, InstantSource.system()).read(device, Duration.ofSeconds(2)));
		assertEquals("db_silent_query", assertInstanceOf(Read.Nothing.class, read).cause().code());
	}

	private record Fixed(Fleet fleet) implements Inventory {
		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> { };
		}
	}

	private static OptionalLong waiting(RegionCode site, Device... devices) throws IOException, InterruptedException {
		Fleet fleet = new Fleet(List.of(new Site(DINAS, "Dinas", SiteKind.DINAS, LinkKind.FIBRE),
				new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.VSAT)), List.of(devices));
		return ask(databases -> new SqlTallies(new Fixed(fleet), databases).count(site, Optional.empty(), Tallies.WAITING, LONG));
	}

	@Test
	void whatWaitsIsAskedOfTheNearestDatabaseThatKnowsTheOffice() throws Exception {
		String query = "select count(*) from demographics where no_kec = ? and current_status_code in ('BIO_CAPTURED', 'PROCESSING')";
		Device central = device(DINAS, "Rekam", "backlog.query", query);
		assertEquals(OptionalLong.of(2), waiting(PLACE, central));
		assertEquals(OptionalLong.of(1), waiting(new RegionCode("35.03.02"), central));
		assertEquals(OptionalLong.of(9), waiting(PLACE, central, device(PLACE, "NID", "backlog.query", "select 9")));
		assertEquals(OptionalLong.empty(), waiting(PLACE, device(DINAS, "Rekam", "backlog.query", "select 9")), "of the Dinas alone");
		assertEquals(OptionalLong.empty(), waiting(new RegionCode("35.04.01"), central));
		assertEquals(OptionalLong.empty(), waiting(PLACE));
	}

	@Test
	void onlyWhatItKnowsIsToldAndAFailureIsASentence() throws Exception {
		Device device = device(PLACE, "NID", "backlog.query", "select 9");
		Inventory inventory = new Fixed(new Fleet(List.of(new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.VSAT)), List.of(device)));
		assertEquals(OptionalLong.empty(), ask(databases -> new SqlTallies(inventory, databases)
				.count(PLACE, Optional.of(LocalDate.of(2026, 3, 2)), Tallies.WAITING, LONG)));
		assertEquals(OptionalLong.empty(), ask(databases -> new SqlTallies(inventory, databases)
				.count(PLACE, Optional.empty(), "CARD_ISSUED", LONG)));
		for (String wrong : List.of("select nothing from nowhere", "delete from demographics", "select 'x'")) {
			IOException told = assertThrows(IOException.class, () -> waiting(PLACE, device(PLACE, "NID", "backlog.query", wrong)));
			assertTrue(told.getMessage().length() > 20, told.getMessage());
		}
	}
}
