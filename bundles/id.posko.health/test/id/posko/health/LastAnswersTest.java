package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class LastAnswersTest {

	private static LastAnswers of(String answers) {
		LastAnswers all = LastAnswers.NONE;
		for (char c : answers.toCharArray()) {
			all = all.add(c == 'x');
		}
		return all;
	}

	@Test
	void nothingKnownIsNoLoss() {
		assertEquals(0, LastAnswers.NONE.lossPercent(20));
		assertEquals(0, LastAnswers.NONE.changePercent());
	}

	@Test
	void theNewestAnswerComesFirst() {
		LastAnswers all = of("..x.");
		assertFalse(all.wasLost(0));
		assertTrue(all.wasLost(1));
		assertEquals(25, all.lossPercent(20));
		assertEquals(50, all.lossPercent(2));
	}

	@Test
	void everyAnswerDifferentIsAHundredPercent() {
		assertEquals(100, of("x.".repeat(11)).changePercent(), 1e-9);
	}

	@Test
	void newerChangesWeighMore() {
		double oldest = of("x" + ".".repeat(20)).changePercent();
		double newest = of(".".repeat(20) + "x").changePercent();
		assertEquals(0.8 / 20 * 100, oldest, 1e-9);
		assertEquals(1.2 / 20 * 100, newest, 1e-9);
	}

	@Test
	void whatIsOlderThanTwentyOneAnswersIsForgotten() {
		assertEquals(0, of("x" + ".".repeat(21)).changePercent());
	}

	@Test
	void agreesWithALiteralReadingOfTheRule() {
		Random random = new Random(7);
		for (int run = 0; run < 200; run++) {
			LastAnswers all = LastAnswers.NONE;
			Deque<Boolean> newestFirst = new ArrayDeque<>();
			for (int i = 0; i < random.nextInt(120); i++) {
				boolean lost = random.nextInt(3) == 0;
				all = all.add(lost);
				newestFirst.addFirst(lost);
				List<Boolean> list = List.copyOf(newestFirst);
				long losses = list.stream().limit(20).filter(l -> l).count();
				assertEquals(Math.round(100f * losses / Math.min(20, list.size())), all.lossPercent(20));
				double sum = 0;
				for (int j = 0; j < 20 && j + 1 < list.size(); j++) {
					if (!list.get(j).equals(list.get(j + 1))) {
						sum += 1.2 - 0.4 * j / 19;
					}
				}
				assertEquals(sum * 5, all.changePercent(), 1e-9);
			}
		}
	}
}
