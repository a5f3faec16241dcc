package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class DeadlinesTest {

	@Test
	void agreesWithALookAtEverySlotInRandomSteps() {
		Random random = new Random(20261);
		Deadlines deadlines = new Deadlines(512);
		Map<Integer, Long> truth = new HashMap<>();
		long now = 0;
		for (int step = 0; step < 50_000; step++) {
			now += random.nextInt(3);
			int slot = random.nextInt(512);
			if (truth.remove(slot) != null) {
				deadlines.remove(slot);
			} else {
				long duration = 1 + random.nextInt(20) * 7L;
				deadlines.add(slot, now, duration);
				truth.put(slot, now + duration);
			}
			long at = now;
			long least = truth.values().stream().mapToLong(d -> d - at).min().orElse(Long.MAX_VALUE);
			assertEquals(least, deadlines.remaining(now));
			int due = deadlines.due(now);
			assertEquals(least <= 0, due >= 0);
			if (due >= 0) {
				assertTrue(deadlines.holds(due) && truth.remove(due) <= now);
				deadlines.remove(due);
			}
		}
	}
}
