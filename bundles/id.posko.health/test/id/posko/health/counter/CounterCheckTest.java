package id.posko.health.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import id.posko.health.Answer;
import id.posko.health.BoardListener;
import id.posko.health.Cause;
import id.posko.health.CheckHealth;
import id.posko.health.Checks;
import id.posko.health.Evidence;
import id.posko.health.HealthBoard;
import id.posko.health.Notice;
import id.posko.health.Patience;
import id.posko.health.State;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Tallies;
import id.posko.kit.Words;

/** The counter on the rounds: when it is read, what is kept, and what it makes of its machine. */
class CounterCheckTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Site SITE = new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE);
	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final TreeMap<Instant, CounterReading> kept = new TreeMap<>();
	private Instant now = Instant.parse("2026-03-02T01:00:00Z");
	private OptionalLong value = OptionalLong.of(40);
	private OptionalLong waiting = OptionalLong.empty();
	private boolean isBacklogKnown = true;
	private int reads;

	private final Counters counters = new Counters() {
		@Override
		public void add(RegionCode site, CounterReading reading) {
			kept.put(reading.at(), reading);
		}

		@Override
		public void remove(RegionCode site, Instant at) {
			kept.remove(at);
		}

		@Override
		public List<CounterReading> since(RegionCode site, Instant from) {
			return List.copyOf(kept.tailMap(from).values());
		}
	};

	private final CounterSource source = new CounterSource() {
		@Override
		public boolean suits(Device device) {
			return device.access().get("counter.query").isPresent();
		}

		@Override
		public Read read(Device device, Duration timeout) {
			reads++;
			assertTrue(timeout.compareTo(TIMEOUT) < 0, "leaves time for the backlog");
			return value.isEmpty() ? new Read.Nothing(Cause.of("ssh_refused", "adb"))
					: new Read.Value(new CounterReading(now, value.getAsLong(), Optional.empty(), OptionalLong.empty(), "sql AFIS"));
		}
	};

	private final Tallies tallies = (site, day, stage, _) -> {
		assertEquals("350301  " + Tallies.WAITING, site.digits() + " " + day.map(Object::toString).orElse("") + " " + stage);
		if (!isBacklogKnown) {
			throw new IOException("tabel tidak ada");
		}
		return waiting;
	};

	private final CounterReader reader = new CounterReader(counters, List.of(source), List.of(tallies));
	private final CounterCheck check = new CounterCheck(List.of(source), () -> now).by(reader);

	private static Device device(String name, DeviceKind kind, String... access) {
		return new Device(new DeviceKey(PLACE, name), kind, Optional.of(Address.parse("127.0.0.1")), "", "", 0,
				Optional.empty(), "", access.length == 0 ? Access.NONE : new Access(Map.of(access[0], access[1])));
	}

	private static final Device AFIS = device("AFIS", DeviceKind.AFIS_SERVER, "counter.query", "select 1");

	private Answer after(int minutes) throws InterruptedException {
		now = now.plus(Duration.ofMinutes(minutes));
		return check.ask(AFIS, TIMEOUT);
	}

	private static void assertSaid(String code, Class<? extends Answer> kind, Answer answer) {
		assertEquals(code, assertInstanceOf(kind, answer, answer.toString()).cause().code());
		assertTrue(answer.evidence().isKept());
	}

	@Test
	void itIsReadEveryFiveMinutesAndItsJudgementStandsBetween() throws InterruptedException {
		assertSaid("counter_one", Answer.Broken.class, after(0));
		Answer first = after(1);
		assertSame(first, after(3));
		assertEquals(1, reads);
		value = OptionalLong.of(45);
		assertSaid("counter_rising", Answer.Answered.class, after(1));
		assertEquals(2, reads);
		assertEquals(2, kept.size());
	}

	@Test
	void howOftenIsASetting() throws InterruptedException {
		Device often = device("AFIS", DeviceKind.AFIS_SERVER, "counter.minutes", "1");
		for (int i = 0; i < 4; i++) {
			now = now.plus(Duration.ofMinutes(1));
			check.ask(new Device(often.key(), often.kind(), often.address(), "", "", 0, Optional.empty(), "",
					new Access(Map.of("counter.minutes", "1", "counter.query", "select 1"))), TIMEOUT);
		}
		assertEquals(4, reads);
		assertSaid("setting_wrong", Answer.Broken.class, check.ask(device("X", DeviceKind.AFIS_SERVER, "counter.minutes", "0"), TIMEOUT));
	}

	@Test
	void equalWithABacklogIsStuckAfterHalfAnHourAndIdleWithout() throws InterruptedException {
		waiting = OptionalLong.of(12);
		after(0);
		for (int i = 0; i < 5; i++) {
			assertSaid("counter_waiting", Answer.Broken.class, after(5));
		}
		Answer stuck = after(5);
		assertSaid("counter_stuck", Answer.Impaired.class, stuck);
		assertTrue(stuck.evidence().findings().toString().contains("counter.backlog"));
		waiting = OptionalLong.of(0);
		assertSaid("counter_idle", Answer.Answered.class, after(5));
		waiting = OptionalLong.empty();
		assertSaid("counter_uncertain", Answer.Broken.class, after(5));
	}

	@Test
	void aBacklogThatCanNotBeToldIsSaidAndTheReadingKept() throws Exception {
		isBacklogKnown = false;
		CounterReader.Taken taken = reader.read(AFIS, TIMEOUT);
		assertEquals(List.of(Cause.of("counter_backlog_unknown", "tabel tidak ada")), taken.remarks());
		assertEquals(kept.firstEntry().getValue(), taken.reading().orElseThrow());
	}

	@Test
	void aFailedReadingIsSaidAndNotTriedAgainBeforeItsTime() throws InterruptedException {
		value = OptionalLong.empty();
		assertSaid("ssh_refused", Answer.Broken.class, after(0));
		after(1);
		assertEquals(1, reads);
		assertEquals(Map.of(), kept);
	}

	@Test
	void ofTwoMachinesWithASourceOneIsRead() {
		Device second = device("B", DeviceKind.NID_SERVER, "counter.query", "select 1");
		Fleet fleet = new Fleet(List.of(SITE), List.of(second, AFIS, device("C", DeviceKind.AFIS_SERVER)));
		assertTrue(check.suits(AFIS, fleet));
		assertFalse(check.suits(second, fleet));
		assertFalse(check.suits(fleet.device(new DeviceKey(PLACE, "C")).orElseThrow(), fleet));
	}

	@Test
	void onTheBoardItImpairsAMachineThatAnswersAndHidesNoOutage() {
		HealthBoard board = new HealthBoard(Patience.DEFAULT);
		board.adopt(new Fleet(List.of(SITE), List.of(AFIS)), new Checks(List.of(check)), now);
		HealthBoard.Intake intake = board.intake(AFIS.key());
		List<Notice.Kind> told = new ArrayList<>();
		board.listen(new BoardListener() {
			@Override
			public void noticed(List<Notice> notices) {
				notices.forEach(notice -> {
					told.add(notice.kind());
					assertTrue(notice.sentence(Words.INDONESIAN).length() > 10);
				});
			}
		});
		Answer well = new Answer.Answered(Evidence.of("icmp", "127.0.0.1", Duration.ofMillis(3)));
		Answer stuck = new Answer.Impaired(Cause.of("counter_stuck", 40, now, 12), Evidence.KEPT);
		intake.answered("icmp", well, now);
		intake.answered("counter", stuck, now);
		assertEquals(State.DEGRADED, board.health(AFIS.key()).orElseThrow().state());
		assertEquals("counter_stuck", board.health(AFIS.key()).orElseThrow().verdict().cause().code());
		assertEquals(Optional.of(Duration.ofMillis(3)), board.health(AFIS.key()).orElseThrow().roundTrip());
		for (int i = 0; i < Patience.DEFAULT.confirmations(); i++) {
			now = now.plusSeconds(5);
			intake.answered("icmp", new Answer.Failed(Cause.of("silent", Duration.ofSeconds(1)), Evidence.of("icmp")), now);
			intake.answered("counter", stuck, now);
		}
		assertEquals(State.DOWN, board.health(AFIS.key()).orElseThrow().state());
		now = now.plusSeconds(5);
		intake.answered("icmp", well, now);
		intake.answered("counter", new Answer.Broken(Cause.of("counter_waiting", 40, now), Evidence.KEPT), now);
		assertEquals(State.UP, board.health(AFIS.key()).orElseThrow().state());
		assertEquals(List.of(Notice.Kind.IMPAIRED, Notice.Kind.DOWN, Notice.Kind.BACK, Notice.Kind.WELL), told);
		assertEquals(List.of("icmp", "counter"),
				board.health(AFIS.key()).orElseThrow().checks().stream().map(CheckHealth::check).toList());
	}
}
