package id.posko.health;

import static id.posko.health.Office.LOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import id.posko.health.PowerOrNetwork.Outcome;
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

/**
 * Offices 1 to 3 hang on one feeder, 4 on another, 5 on none that is known, 6 behind a relay in 5; each has a modem, a
 * server and a UPS, the data centre answers. Office 2 has a website, which stands elsewhere and always answers.
 */
class NeighbourhoodTest {

	private static final Checks PING = new Checks(List.of(Office.check("icmp")));
	private static final int OFFICES = 6;

	private HealthBoard board;
	private final List<Notice> notices = new ArrayList<>();
	private final List<DeviceKey> all = new ArrayList<>();
	private Instant now = Office.START;

	@BeforeEach
	void open() {
		board = new HealthBoard(Patience.DEFAULT);
		all.clear();
		notices.clear();
		List<Site> sites = new ArrayList<>(List.of(new Site(site(0), "Pusat", SiteKind.DATA_CENTRE, LinkKind.VSAT)));
		List<Device> devices = new ArrayList<>();
		devices.add(device(0, "dc", DeviceKind.DATA_CENTRE, 0, Optional.empty(), ""));
		for (int i = 1; i <= OFFICES; i++) {
			sites.add(new Site(site(i), "Kantor " + i, SiteKind.KECAMATAN, LinkKind.VSAT));
			Optional<DeviceKey> above = Optional.of(i == OFFICES ? key(5, "modem") : key(0, "dc"));
			devices.add(device(i, "modem", DeviceKind.MODEM, 0, above, i < 4 ? "P1" : i == 4 ? "P2" : ""));
			devices.add(device(i, "afis", DeviceKind.AFIS_SERVER, 1, Optional.of(key(i, "modem")), ""));
			devices.add(device(i, "ups", DeviceKind.UPS_SERVER, 1, Optional.of(key(i, "modem")), ""));
			devices.add(device(i, "pc", DeviceKind.CLIENT_PC, 2, Optional.of(key(i, "modem")), ""));
		}
		devices.add(device(2, "situs", DeviceKind.WEBSITE, 0, Optional.empty(), ""));
		board.adopt(new Fleet(sites, devices), PING, now);
		devices.forEach(device -> all.add(device.key()));
		board.listen(new BoardListener() {
			@Override
			public void noticed(List<Notice> happened) {
				notices.addAll(happened);
			}
		});
		all.forEach(key -> hear(key, mains()));
	}

	private static RegionCode site(int number) {
		return new RegionCode("35.03.%02d".formatted(number + 1));
	}

	private static DeviceKey key(int office, String name) {
		return new DeviceKey(site(office), name);
	}

	private static Device device(int office, String name, DeviceKind kind, int kit, Optional<DeviceKey> parent,
			String feeder) {
		return new Device(key(office, name), kind, Address.tryParse("127.2." + office + "." + (1 + name.length())), "", "",
				kit, parent, "",
				feeder.isEmpty() ? Access.NONE : new Access(Map.of(Neighbourhood.FEEDER, feeder)));
	}

	private static Answer mains() {
		return new Answer.Answered(Evidence.of("test", "127.0.0.1", Duration.ofMillis(20))
				.with(List.of(Reading.state("output.source", "normal", "here", "3"))));
	}

	private static Answer battery(Duration used) {
		return new Answer.Impaired(Cause.of("ups_on_battery_left", used, "PT40M"), Evidence.of("test", "127.0.0.1",
				Duration.ofMillis(20)).with(List.of(Reading.state("output.source", "battery", "here", "5"),
						Reading.number("battery.charge", 96, Unit.PERCENT, "here", "96"))));
	}

	private void hear(DeviceKey key, Answer answer) {
		now = now.plusMillis(100);
		board.intake(key).answered("icmp", answer, now);
	}

	private void hear(int office, String name, Answer... answers) {
		for (Answer answer : answers) {
			hear(key(office, name), answer);
		}
	}

	/** All that can still answer do, and all the rest is lost, as often as it needs, in any order. */
	private void settle(Random random, int... gone) {
		List<Integer> offices = IntStream.of(gone).boxed().toList();
		List<DeviceKey> questions = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			questions.addAll(all);
		}
		Collections.shuffle(questions, random);
		questions.addAll(all);
		questions.addAll(all);
		questions.forEach(key -> {
			boolean isGone = offices.stream().anyMatch(office -> key.site().equals(site(office)));
			if (isGone && !key.name().equals("situs")) {
				hear(key, LOST);
			} else if (key.name().equals("ups")) {
				hear(key, mains());
			} else {
				hear(key, Office.GOOD);
			}
		});
	}

	private PowerOrNetwork seen(int office, String name) {
		return board.powerOrNetwork(key(office, name)).orElseThrow();
	}

	private String outcome(int office, String name) {
		PowerOrNetwork seen = seen(office, name);
		return seen.outcome() + (seen.isCertain() ? "" : "?") + " "
				+ seen.reasons().stream().map(Cause::code).sorted().toList();
	}

	@Test
	void theWholeOfficeSaysTheSameInAnyOrder() {
		for (int seed = 0; seed < 60; seed++) {
			open();
			hear(1, "ups", battery(Duration.ofSeconds(30)));
			settle(new Random(seed), 1, 2);
			for (String name : List.of("modem", "afis", "ups", "pc")) {
				assertTrue(List.of(State.DOWN, State.UNREACHABLE).contains(board.health(key(1, name)).orElseThrow().state()));
				assertEquals("POWER? [power_feeder_dark, power_feeder_lit, power_ups_used_left]", outcome(1, name));
				assertEquals("OPEN? [power_feeder_dark, power_feeder_lit, power_ups_mains]", outcome(2, name));
			}
			assertEquals(2, notices.size(), "one for each office");
			assertTrue(notices.stream().allMatch(notice -> notice.why().isPresent()));
			assertEquals(Optional.empty(), board.powerOrNetwork(key(3, "modem")));
		}
	}

	@Test
	void aWebsiteIsNoPartOfItsOfficesElectricity() {
		settle(new Random(3), 2);
		assertEquals("NETWORK? [power_feeder_lit, power_others, power_ups_mains]", outcome(2, "afis"));
		hear(2, "situs", LOST, LOST, LOST, LOST);
		assertEquals(Optional.empty(), board.powerOrNetwork(key(2, "situs")));
	}

	@Test
	void whatIsKeptOfAnOutageSaysThatThePowerSeemsOut() {
		List<Transition> turns = new ArrayList<>();
		board.listen(new BoardListener() {
			@Override
			public void turned(List<Transition> happened) {
				turns.addAll(happened);
			}
		});
		hear(1, "ups", battery(Duration.ofSeconds(30)));
		settle(new Random(1), 1, 4);
		assertEquals(List.of("behind", "power_behind", "power_out", "silent"), turns.stream()
				.filter(turn -> turn.to() == State.DOWN || turn.to() == State.UNREACHABLE)
				.map(turn -> turn.cause().code()).distinct().sorted().toList());
		assertTrue(turns.stream().filter(turn -> turn.cause().isPowerCut()).allMatch(turn -> turn.device().site().equals(site(1))));
		assertEquals("silent", board.health(key(1, "modem")).orElseThrow().verdict().cause().code(), "what was measured");
	}

	@Test
	void aFeederThatIsDarkEverywhereIsAPowerCut() {
		hear(1, "ups", battery(Duration.ofSeconds(30)));
		settle(new Random(1), 1, 2, 3);
		assertEquals("POWER [power_feeder_dark, power_ups_used_left]", outcome(1, "afis"));
		assertEquals("POWER? [power_feeder_dark, power_ups_mains]", outcome(3, "modem"));
	}

	@Test
	void aNeighbourThatLivesOnItsBatteryIsDarkToo() {
		settle(new Random(1), 1);
		hear(2, "ups", battery(Duration.ofSeconds(30)));
		hear(3, "ups", battery(Duration.ofSeconds(30)));
		assertEquals("POWER? [power_feeder_dark, power_ups_mains]", outcome(1, "afis"));
	}

	@Test
	void otherFeedersThatGoWithItLeaveItOpen() {
		settle(new Random(1), 1, 2, 3, 4);
		assertEquals("OPEN? [power_elsewhere, power_feeder_dark, power_ups_mains]", outcome(1, "afis"));
		assertEquals("OPEN? [power_elsewhere, power_ups_mains]", outcome(4, "afis"));
	}

	@Test
	void aSingleLineThatIsGoneWhileItsUpsWasOnMainsIsTheNetwork() {
		settle(new Random(1), 4);
		assertEquals("NETWORK? [power_others, power_ups_mains]", outcome(4, "afis"));
		settle(new Random(1), 1, 4);
		assertEquals("NETWORK? [power_feeder_lit, power_others, power_ups_mains]", outcome(1, "modem").replace("power_elsewhere, ", ""));
	}

	@Test
	void anOfficeBehindACutElsewhereIsCutByTheNetwork() {
		settle(new Random(1), 5, 6);
		assertEquals(State.UNREACHABLE, board.health(key(6, "modem")).orElseThrow().state());
		assertEquals("NETWORK [power_cut_above, power_elsewhere, power_ups_mains]", outcome(6, "modem"));
		assertEquals("power_cut_above", seen(6, "afis").reasons().getFirst().code());
	}

	@Test
	void aUpsThatStillAnswersFromItsBatteryIsCertain() {
		for (String name : List.of("modem", "afis", "pc")) {
			hear(5, "ups", battery(Duration.ofSeconds(5)));
			hear(5, name, LOST, LOST, LOST);
			hear(0, "dc", Office.GOOD);
			hear(5, name, LOST);
			hear(5, "ups", battery(Duration.ofSeconds(30)));
		}
		assertEquals("POWER [power_ups_uses_left]", outcome(5, "modem"));
	}

	@Test
	void oneDeviceOfManyIsNeither() {
		hear(1, "pc", LOST, LOST, LOST);
		hear(1, "modem", Office.GOOD);
		hear(0, "dc", Office.GOOD);
		hear(1, "pc", LOST);
		assertEquals(State.DOWN, board.health(key(1, "pc")).orElseThrow().state());
		assertEquals(Optional.empty(), board.powerOrNetwork(key(1, "pc")));
		assertEquals(Optional.empty(), notices.getLast().why());
	}

	@Test
	void aLineThatIsDownWhileOthersOfItsOfficeAnswerIsNeither() {
		hear(1, "modem", LOST, LOST, LOST);
		hear(0, "dc", Office.GOOD);
		hear(1, "pc", Office.GOOD);
		hear(1, "modem", LOST);
		hear(1, "pc", Office.GOOD);
		assertEquals(State.DOWN, board.health(key(1, "modem")).orElseThrow().state());
		assertEquals(Optional.empty(), board.powerOrNetwork(key(1, "modem")));
	}

	@Test
	void oneKitOfTwoIsPowerIfItsUpsSaysSoAndElseOpen() {
		for (String name : List.of("afis", "ups")) {
			hear(4, name, LOST, LOST, LOST);
			hear(4, "modem", Office.GOOD);
			hear(0, "dc", Office.GOOD);
			hear(4, name, LOST);
		}
		hear(4, "pc", Office.GOOD);
		assertEquals("OPEN? []", outcome(4, "afis"));
		assertEquals(Optional.empty(), seen(4, "afis").told(Locale.ENGLISH, now));
		hear(5, "ups", battery(Duration.ofSeconds(3)));
		for (String name : List.of("afis", "ups")) {
			hear(5, name, LOST, LOST, LOST);
			hear(5, "modem", Office.GOOD);
			hear(0, "dc", Office.GOOD);
			hear(5, name, LOST);
		}
		assertEquals("POWER? [power_ups_used_left]", outcome(5, "afis"));
	}

	@Test
	void whatTheUpsSaidLongAgoSaysNothing() {
		now = now.plus(Duration.ofMinutes(20));
		for (int i = 0; i < 4; i++) {
			for (DeviceKey key : all) {
				if (key.site().equals(site(4))) {
					hear(key, LOST);
				} else if (!key.name().equals("ups")) {
					hear(key, Office.GOOD);
				}
			}
		}
		assertEquals(Outcome.OPEN, seen(4, "modem").outcome());
		assertEquals(List.of(), seen(4, "modem").reasons());
	}

	@Test
	void whenItIsBackThereIsNothingToDecide() {
		settle(new Random(1), 4);
		hear(4, "modem", Office.GOOD);
		assertEquals(Optional.empty(), board.powerOrNetwork(key(4, "modem")));
	}
}
