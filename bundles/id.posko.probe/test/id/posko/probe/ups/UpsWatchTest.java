package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import id.posko.health.Cause;
import id.posko.health.Reading;
import id.posko.health.Unit;

/** One UPS from poll to poll, every half minute, ticked by hand. */
class UpsWatchTest {

	private static final Duration POLL = Duration.ofSeconds(30);

	private final UpsWatch watch = new UpsWatch(Thresholds.OFFICE);
	private final Map<String, Object> values = new LinkedHashMap<>(Map.of("output.source", "normal", "battery.charge",
			100.0, "battery.runtime", 3000.0, "input.volts", 228.0, "output.load", 30.0, "battery.volts", 27.0));
	private Instant now = Instant.parse("2026-11-21T01:00:00Z");
	private double wobble;

	private List<String> poll() {
		return causes().stream().map(Cause::code).toList();
	}

	private List<Cause> causes() {
		now = now.plus(POLL);
		wobble += 0.1;
		List<Reading> readings = new ArrayList<>();
		values.forEach((quantity, value) -> readings.add(value instanceof String state
				? Reading.state(quantity, state, "here", state)
				: Reading.number(quantity, (Double) value + (quantity.equals("input.volts") ? Math.sin(wobble) : 0), Unit.NONE,
						"here", value.toString())));
		return watch.tick(readings, now);
	}

	private List<String> polls(int count) {
		List<String> last = List.of();
		for (int i = 0; i < count; i++) {
			last = poll();
		}
		return last;
	}

	@Test
	void aUpsThatIsWellHasNothingWrong() {
		assertEquals(List.of(), polls(200));
	}

	@Test
	void aPowerCutCountsFromWhereTheUpsSaysItBegan() {
		polls(3);
		values.put("output.source", "battery");
		values.put("battery.elapsed", 40.0);
		Cause first = causes().getFirst();
		assertEquals(List.of("PT40S", "PT50M"), first.arguments());
		assertEquals("Power cut, on battery for 40 s; enough for 50 min.", first.sentence(Locale.ENGLISH));
		values.put("battery.elapsed", 70.0);
		assertEquals(List.of("PT1M10S", "PT50M"), causes().getFirst().arguments());
		values.put("output.source", "normal");
		assertEquals(List.of(), poll());
	}

	@Test
	void aSelfTestIsNoPowerCutHoweverItIsTold() {
		values.put("output.source", "test");
		assertEquals(List.of(), polls(3));
		values.put("output.source", "battery");
		values.put("test.state", "running");
		assertEquals(List.of(), polls(3));
		values.remove("test.state");
		values.put("input.transfer", "self_test");
		assertEquals(List.of(), polls(3));
	}

	@Test
	void aSelfTestWithoutEndIsAPowerCutSinceItBegan() {
		values.put("output.source", "battery");
		values.put("input.transfer", "self_test");
		assertEquals(List.of(), polls(31));
		assertEquals(List.of("ups_on_battery_left"), poll());
		assertEquals("PT16M", causes().getFirst().arguments().getFirst());
	}

	@Test
	void aLowFlagIsHeldAndNotBelievedAgainstAFullBatteryOnMains() {
		values.put("battery.state", "low");
		assertEquals(List.of(), polls(100));
		values.remove("battery.runtime");
		assertEquals(List.of(), polls(2));
		assertEquals(List.of("ups_battery_low"), poll());
		values.put("battery.state", "normal");
		assertEquals(List.of(), poll());
	}

	@Test
	void aReplaceFlagIsHeldLongerWhereChargeAndRuntimeSpeakAgainstIt() {
		values.put("battery.replace", "yes");
		assertEquals(List.of(), polls(19));
		assertEquals(List.of("ups_replace_battery"), poll());
		values.put("battery.replace", "no");
		assertEquals(List.of(), poll());
		values.put("battery.replace", "yes");
		values.put("battery.runtime", 500.0);
		assertEquals(List.of("ups_runtime"), polls(2));
		assertEquals(List.of("ups_runtime", "ups_replace_battery"), poll());
	}

	@Test
	void limitsAreTakenFromTheTable() {
		values.put("battery.charge", 50.0);
		assertEquals(List.of("ups_charge"), poll());
		values.put("battery.charge", 15.0);
		assertEquals(List.of("ups_charge_urgent"), poll());
		values.put("battery.charge", 55.0);
		values.put("battery.temperature", 45.0);
		assertEquals(List.of("ups_hot"), poll());
		values.put("battery.temperature", 55.0);
		assertEquals(List.of("ups_hot_urgent"), poll());
		values.put("battery.temperature", 43.0);
		values.put("output.load", 95.0);
		assertEquals(List.of("ups_load_urgent"), poll());
		values.put("output.load", 20.0);
		values.put("output.load.2", 80.0);
		assertEquals(List.of("ups_load"), poll());
		values.remove("output.load.2");
		values.put("battery.runtime", 300.0);
		assertEquals(List.of("ups_runtime_urgent"), poll());
	}

	@Test
	void whatSwingsAboutALimitStaysBeyondIt() {
		for (double load : new double[] { 81, 79, 81, 75.5 }) {
			values.put("output.load", load);
			assertEquals(List.of("ups_load"), poll(), load + " %");
		}
		values.put("output.load", 75.0);
		assertEquals(List.of(), poll());
		values.put("output.load", 79.0);
		assertEquals(List.of(), poll());
		values.put("battery.temperature", 55.0);
		assertEquals(List.of("ups_hot_urgent"), poll());
		values.put("battery.temperature", 54.0);
		assertEquals(List.of("ups_hot_urgent"), poll());
		values.put("battery.temperature", 53.0);
		assertEquals(List.of("ups_hot"), poll());
		values.put("battery.temperature", 43.0);
		values.put("battery.charge", 49.0);
		assertEquals(List.of("ups_charge"), poll());
		values.put("battery.charge", 54.0);
		assertEquals(List.of("ups_charge"), poll());
	}

	@Test
	void mainsThatSwingAboutTheLimitAreOutsideAllTheTime() {
		for (int i = 0; i < 15; i++) {
			values.put("input.volts", 194.0);
			assertEquals(List.of(), poll());
			values.put("input.volts", 197.5);
			assertEquals(List.of(), poll());
		}
		values.put("input.volts", 194.0);
		assertEquals(List.of("ups_input_volts"), poll());
		values.put("input.volts", 201.0);
		assertEquals(List.of(), poll());
	}

	@Test
	void mainsOutsideTheBandCountsAfterAQuarterOfAnHour() {
		values.put("input.volts", 180.0);
		assertEquals(List.of(), polls(30));
		assertEquals(List.of("ups_input_volts"), poll());
		values.put("input.volts", 220.0);
		assertEquals(List.of(), poll());
		values.put("input.volts", 180.0);
		assertEquals(List.of(), polls(30));
	}

	@Test
	void batteryVoltsAreHeldAgainstTheFirstThatWereSeen() {
		polls(2);
		values.put("battery.volts", 22.0);
		assertEquals(List.of(), polls(2));
		assertEquals(List.of("ups_battery_volts"), poll());
	}

	@Test
	void numbersThatNeverMoveAreStale() {
		values.put("input.volts", "x");
		values.remove("input.volts");
		assertFalse(polls(60).contains("ups_stale"));
		assertTrue(poll().contains("ups_stale"));
		values.put("output.load", 31.0);
		assertEquals(List.of(), poll());
	}

	@Test
	void anOutputThatIsOffOrBypassedIsWrong() {
		values.put("output.source", "bypass");
		assertEquals(List.of("ups_bypass"), poll());
		values.put("output.source", "off");
		assertEquals(List.of("ups_off"), poll());
	}

	@Test
	void everyCauseHasItsSentence() {
		for (String code : List.of("ups_on_battery", "ups_fault", "ups_battery_absent", "ups_input_hertz", "ups_stale")) {
			assertFalse(Cause.of(code, "1", "2").sentence(Locale.ENGLISH).isBlank());
		}
	}
}
