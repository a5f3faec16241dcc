package id.posko.health.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import id.posko.health.Cause;
import id.posko.health.State;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSource;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;

/** Step 5 of the SOP, by a person's readings and by a source. */
class CountingTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Device AFIS = new Device(new DeviceKey(PLACE, "AFIS"), DeviceKind.AFIS_SERVER, Optional.empty(), "",
			"", 0, Optional.empty(), "");

	private final Notebook notebook = new Notebook();
	private final Deque<Object> shown = new ArrayDeque<>();
	private final List<Duration> pauses = new ArrayList<>();
	private Instant now = Instant.parse("2026-03-02T01:00:00Z");

	private final CounterSource source = new CounterSource() {
		@Override
		public boolean suits(Device device) {
			return true;
		}

		@Override
		public Read read(Device device, Duration timeout) {
			return switch (shown.pop()) {
			case Cause cause -> new Read.Nothing(cause);
			case Integer value -> new Read.Value(reading(value, OptionalLong.empty()));
			case Object other -> throw new IllegalStateException(other.toString());
			};
		}
	};

	private CounterReading reading(long value, OptionalLong backlog) {
		return new CounterReading(now, value, Optional.empty(), backlog, "adb");
	}

	private CountingTest reads(long value) {
		notebook.add(PLACE, reading(value, OptionalLong.empty()));
		return this;
	}

	private CountingTest reads(long value, long backlog) {
		notebook.add(PLACE, reading(value, OptionalLong.of(backlog)));
		return this;
	}

	private CountingTest after(int minutes) {
		now = now.plus(Duration.ofMinutes(minutes));
		return this;
	}

	private Measured ask(CounterSource... sources) throws InterruptedException {
		return new Counting(new CounterReader(notebook, List.of(sources), List.of()), CounterRule.DEFAULT, () -> now, time -> {
			pauses.add(time);
			now = now.plus(time);
		}).ask(PLACE, List.of(AFIS));
	}

	private void assertSaid(State state, String code, Measured measured) {
		assertEquals(state + " " + code, measured.state() + " " + measured.cause().code());
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			assertTrue(measured.cause().sentence(locale).length() > 10);
		}
	}

	@Test
	void twoReadingsOfAPersonTellWhetherItGrows() throws InterruptedException {
		assertSaid(State.NOT_MEASURED, "counter_none", ask());
		assertSaid(State.NOT_MEASURED, "counter_one", reads(40).ask());
		assertSaid(State.UP, "counter_rising", after(2).reads(41).ask());
		assertSaid(State.UNKNOWN, "counter_uncertain", after(2).reads(41).ask());
		assertSaid(State.UP, "counter_idle", after(2).reads(41, 0).ask());
		assertSaid(State.NOT_MEASURED, "counter_waiting", after(2).reads(41, 5).ask());
		assertSaid(State.DOWN, "counter_stuck", after(30).reads(41, 5).ask());
		assertSaid(State.UP, "counter_restarted", after(5).reads(3).ask());
		assertSaid(State.UNKNOWN, "counter_fell", after(5).reads(5000).after(1).reads(4990).ask());
		assertEquals(List.of(), pauses);
	}

	@Test
	void oldReadingsTellNothingOfNow() throws InterruptedException {
		reads(40).after(5).reads(50);
		assertSaid(State.UP, "counter_rising", after(15).ask());
		assertSaid(State.NOT_MEASURED, "counter_stale", after(1).ask());
		assertSaid(State.NOT_MEASURED, "counter_none", after(60).ask());
		assertSaid(State.NOT_MEASURED, "counter_one", reads(90).ask());
	}

	@Test
	void aSourceIsReadTwiceWithTheLeastGapAndItsReadingsAreKept() throws InterruptedException {
		shown.addAll(List.of(7, 9));
		assertSaid(State.UP, "counter_rising", ask(source));
		assertEquals(List.of(CounterRule.DEFAULT.leastGap()), pauses);
		assertEquals(2, notebook.readings.size());
		shown.add(12);
		assertSaid(State.UP, "counter_rising", after(5).ask(source));
		assertEquals(1, pauses.size());
	}

	@Test
	void aSourceThatFailsSaysWhyUnlessAPersonHasRead() throws InterruptedException {
		shown.add(Cause.of("ssh_refused", "adb"));
		assertSaid(State.NOT_MEASURED, "ssh_refused", ask(source));
		reads(3).after(1).reads(4);
		shown.add(Cause.of("ssh_refused", "adb"));
		Measured measured = ask(source);
		assertSaid(State.UP, "counter_rising", measured);
		assertEquals(List.of(Cause.of("ssh_refused", "adb")), measured.remarks());
	}
}
