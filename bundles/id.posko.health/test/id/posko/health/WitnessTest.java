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

/** A device that does not answer while others behind it do (switched off beside the line, or silent by rule) cuts no path. */
class WitnessTest {

	private final Office office = new Office().with("modem", "").with("a", "modem").with("b", "modem").opened();

	private void modemFails() {
		office.hears("modem", GOOD).hears("a", GOOD).hears("b", GOOD).hears("modem", LOST, LOST, LOST).hears("a", GOOD);
	}

	@Test
	void whoFailsBehindItIsDownOnceTheWitnessAnsweredAgain() {
		modemFails();
		assertTrue(office.health("modem").passed());
		office.hears("b", LOST, LOST, LOST);
		assertEquals(State.UP, office.state("b"), "until the witness answers");
		assertTrue(office.wanted.contains(Office.key("a")));
		office.hears("a", GOOD).hears("b", LOST);
		assertEquals(State.DOWN, office.state("b"));
		assertEquals(List.of("DOWN modem", "DOWN b"), office.told());
	}

	@Test
	void whenTheWitnessFailsTooThePathIsCut() {
		modemFails();
		office.hears("b", LOST, LOST, LOST).hears("a", LOST);
		assertFalse(office.health("modem").passed());
		assertEquals(State.UNREACHABLE, office.state("b"));
		office.hears("a", LOST, LOST);
		assertEquals(State.UNREACHABLE, office.state("a"));
		assertEquals(List.of("DOWN modem"), office.told());
	}

	@Test
	void whoWasBehindTheCutIsAskedAnewWhenSomebodyAnswersAgain() {
		modemFails();
		office.hears("b", LOST, LOST, LOST).hears("a", LOST, LOST, LOST);
		office.wanted.clear();
		office.hears("a", GOOD);
		assertTrue(office.wanted.contains(Office.key("b")));
		assertEquals(State.UNREACHABLE, office.state("b"), "lost before, so it says nothing now");
		office.hears("b", LOST, LOST, LOST).hears("a", GOOD).hears("b", LOST);
		assertEquals(State.DOWN, office.state("b"));
	}

	@Test
	void theWitnessIsForgottenWhenTheDeviceAnswersAgain() {
		modemFails();
		office.hears("modem", GOOD);
		assertFalse(office.health("modem").passed());
		office.hears("modem", LOST, LOST, LOST).hears("b", LOST, LOST, LOST);
		assertEquals(State.UNREACHABLE, office.state("b"));
	}

	/** Cut and healed many times: the modem alone is told, whoever answers or fails first. */
	@Test
	void aSilentModemThatIsCutAndHealedTellsNothingMore() {
		List<String> behind = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			behind.add("c" + i);
			office.with("c" + i, "modem");
		}
		office.opened().hears("modem", LOST, LOST, LOST);
		Random random = new Random(1);
		for (int cut = 0; cut < 20; cut++) {
			Collections.shuffle(behind, random);
			for (int calm = 0; calm < 25; calm++) {
				behind.forEach(name -> office.hears(name, GOOD));
			}
			List<String> lost = new ArrayList<>(behind);
			lost.addAll(behind);
			lost.addAll(behind);
			Collections.shuffle(lost, random);
			lost.forEach(name -> office.hears(name, LOST));
			behind.forEach(name -> assertEquals(State.UNREACHABLE, office.state(name), name));
		}
		assertEquals(List.of("DOWN modem"), office.told());
	}
}
