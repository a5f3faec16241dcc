package id.posko.health;

import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import id.posko.kit.LinkKind;

class FlappingTest {

	private static final Patience AT_ONCE = new Patience(1, 1, 20, 10, 50, 25);

	private final Office office = new Office(AT_ONCE, LinkKind.VSAT);

	private void alternate(int times) {
		for (int i = 0; i < times; i++) {
			office.hears("modem", i % 2 == 0 ? LOST : GOOD);
		}
	}

	@Test
	void oneNoticeWhenItStartsAndOneWhenItStops() {
		office.with("modem", "").opened().hears("modem", GOOD);
		alternate(8);
		assertFalse(office.health("modem").flapping());
		int before = office.notices.size();
		alternate(20);
		assertTrue(office.health("modem").flapping());
		assertEquals(State.DEGRADED, office.state("modem"));
		assertEquals("flapping", office.health("modem").verdict().cause().code());
		assertEquals(List.of("FLAPPING modem"), office.told().subList(before, office.notices.size()));
		for (int i = 0; i < 21; i++) {
			office.hears("modem", GOOD);
		}
		assertEquals(State.UP, office.state("modem"));
		assertEquals(List.of("FLAPPING modem", "STEADY modem"), office.told().subList(before, office.notices.size()));
	}

	@Test
	void ifItEndsDownTheReturnIsToldLater() {
		office.with("modem", "").opened().hears("modem", GOOD);
		alternate(30);
		office.notices.clear();
		for (int i = 0; i < 21; i++) {
			office.hears("modem", LOST);
		}
		assertEquals(List.of("STEADY modem"), office.told());
		assertEquals(State.DOWN, office.notices.getFirst().verdict().state());
		office.hears("modem", GOOD);
		assertEquals(List.of("STEADY modem", "BACK modem"), office.told());
	}

	@Test
	void occasionalLossIsNotFlapping() {
		office.with("modem", "").opened();
		for (int i = 0; i < 60; i++) {
			office.hears("modem", i % 10 == 9 ? LOST : GOOD);
		}
		assertFalse(office.told().contains("FLAPPING modem"));
	}

	@Test
	void whatFlapsWithItsParentIsNotToldItself() {
		Office many = new Office().with("modem", "");
		List<String> names = new ArrayList<>(List.of("modem"));
		for (int i = 0; i < 40; i++) {
			names.add("pc" + i);
			many.with("pc" + i, "modem");
		}
		many.opened();
		Random random = new Random(3);
		for (int round = 0; round < 60; round++) {
			Collections.shuffle(names, random);
			for (String name : names) {
				many.hears(name, round % 2 == 0 || round > 35 ? GOOD : LOST);
			}
		}
		assertEquals(List.of("FLAPPING modem", "STEADY modem"), many.told());
	}
}
