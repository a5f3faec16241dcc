package id.posko.health;

import static id.posko.health.Office.START;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class RecorderTest {

	private final Memory memory = new Memory();
	private Instant now = START;
	private final Recorder recorder = new Recorder(memory, Retention.DEFAULT, () -> now, 2_500);

	private List<Sample> samples(int from, int to) {
		List<Sample> all = new ArrayList<>();
		for (int i = from; i < to; i++) {
			all.add(new Sample(key("modem"), "icmp", START.plusSeconds(i), State.UP,
					Optional.of(Duration.ofMillis(i)), false));
		}
		return all;
	}

	@Test
	void writesInBatchesOfAThousand() {
		recorder.answered(samples(0, 2_300));
		recorder.flush();
		assertEquals(List.of(1_000, 1_000, 300), memory.batches);
		assertEquals(samples(0, 2_300), memory.samples);
	}

	@Test
	void whatTheStoreRefusesWaitsAndComesInOrder() {
		memory.failing = true;
		recorder.answered(samples(0, 1_200));
		recorder.turned(List.of(new Transition(key("modem"), State.NOT_MEASURED,
				new Verdict.Up(Cause.ANSWERED, Evidence.NONE, START))));
		try (Logs logs = new Logs(Recorder.class)) {
			recorder.flush();
			recorder.flush();
			assertEquals(1, logs.records.size());
		}
		recorder.answered(samples(1_200, 1_300));
		memory.failing = false;
		recorder.flush();
		assertEquals(samples(0, 1_300), memory.samples);
		assertEquals(1, memory.transitions.size());
	}

	@Test
	void ofWhatWaitsTooLongOnlyTheNewestIsKept() {
		memory.failing = true;
		try (Logs _ = new Logs(Recorder.class)) {
			for (int i = 0; i < 5; i++) {
				recorder.answered(samples(i * 1_000, i * 1_000 + 1_000));
				recorder.flush();
			}
		}
		memory.failing = false;
		recorder.flush();
		assertEquals(samples(2_500, 5_000), memory.samples);
		assertEquals(2_500, recorder.dropped());
	}

	@Test
	void prunesOnceAnHour() {
		recorder.flush();
		recorder.flush();
		assertEquals(1, memory.prunes);
		now = now.plus(Duration.ofHours(1));
		recorder.flush();
		assertEquals(2, memory.prunes);
	}

	@Test
	void closingKeepsWhatWaits() {
		recorder.start();
		recorder.answered(samples(0, 10));
		recorder.close();
		assertEquals(samples(0, 10), memory.samples);
	}

	@Test
	void anHourIsRolledUp() {
		List<Sample> all = new ArrayList<>(samples(3_590, 3_610));
		all.add(new Sample(key("modem"), "icmp", START.plusSeconds(3_650), State.UP, Optional.empty(), true));
		List<RollUp> hours = RollUp.of(all);
		assertEquals(2, hours.size());
		assertEquals(new RollUp(key("modem"), START, 10, 0, 10, Duration.ofMillis(3_590),
				Duration.ofNanos(3_594_500_000L), Duration.ofMillis(3_599)), hours.get(0));
		assertEquals(11, hours.get(1).count());
		assertEquals(1, hours.get(1).lost());
		assertEquals(10, hours.get(1).timed());
		assertEquals(Duration.ofMillis(3_600), hours.get(1).min());
	}

	@Test
	void anHourWithoutRoundTripsHasNone() {
		Sample lost = new Sample(key("modem"), "icmp", START, State.DOWN, Optional.empty(), true);
		RollUp hour = RollUp.of(lost).plus(RollUp.of(lost));
		assertEquals(new RollUp(key("modem"), START, 2, 2, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO), hour);
		assertEquals(Duration.ofMillis(7), hour.plus(RollUp.of(samples(7, 8).getFirst())).min());
	}
}
