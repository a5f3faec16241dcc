package id.posko.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class LimitTest {

	private static List<Boolean> over(Limit limit, double... values) {
		List<Boolean> all = new ArrayList<>();
		boolean was = false;
		for (double value : values) {
			was = limit.isOver(value, was);
			all.add(was);
		}
		return all;
	}

	@Test
	void whatSwingsAboutTheLimitStaysBeyondItUntilItIsBackByTheMargin() {
		assertEquals(List.of(false, true, true, true, true, false, false, true),
				over(new Limit(80, 5), 79, 81, 79, 81, 75.1, 75, 79, 80));
		assertEquals(List.of(false, true, false), over(Limit.beyond(90, 0), 90, 90.1, 90));
	}

	@Test
	void theSameForWhatMustNotFall() {
		Limit charge = new Limit(50, 5);
		boolean was = false;
		List<Boolean> all = new ArrayList<>();
		for (double value : new double[] { 51, 50, 54.9, 55, 51 }) {
			was = charge.isUnder(value, was);
			all.add(was);
		}
		assertEquals(List.of(false, true, true, false, false), all);
	}
}
