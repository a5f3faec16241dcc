package id.posko.health;

import static id.posko.health.Office.BROKEN;
import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import id.posko.kit.Words;

class ParentsTest {

	private final Office office = new Office();

	@BeforeEach
	void centreModemAfisPc() {
		office.with("centre", "").with("modem", "centre").with("afis", "modem").with("pc", "afis").opened();
		for (String name : List.of("centre", "modem", "afis", "pc")) {
			office.hears(name, GOOD);
		}
		office.takeWanted();
	}

	@Test
	void theParentIsWantedAtTheFirstLostAnswer() {
		office.hears("pc", LOST);
		assertEquals(List.of("afis"), office.takeWanted());
	}

	@Test
	void aChildWaitsUntilItsWholePathAnswered() {
		office.hears("pc", LOST, LOST, LOST);
		assertEquals(State.UP, office.state("pc"));
		assertTrue(office.health("pc").confirming());
		assertEquals(List.of("afis", "modem", "centre"), office.takeWanted());
		office.hears("centre", GOOD).hears("modem", GOOD);
		assertEquals(State.UP, office.state("pc"));
		office.hears("afis", GOOD);
		assertEquals(State.DOWN, office.state("pc"));
		assertEquals(List.of("DOWN pc"), office.told());
	}

	@Test
	void aChildWaitsForAParentThatIsBeingConfirmed() {
		office.hears("pc", LOST, LOST, LOST).hears("centre", GOOD).hears("modem", GOOD).hears("afis", LOST, LOST);
		assertEquals(State.UP, office.state("pc"));
		office.hears("afis", LOST).hears("modem", GOOD).hears("centre", GOOD);
		assertEquals(State.DOWN, office.state("afis"));
		assertEquals(State.UNREACHABLE, office.state("pc"), "in the same step");
		assertEquals(List.of("DOWN afis"), office.told());
	}

	@Test
	void theCutNearestToTheCentreIsNamed() {
		office.hears("pc", LOST, LOST, LOST).hears("afis", LOST, LOST, LOST).hears("modem", LOST, LOST, LOST)
				.hears("centre", GOOD);
		assertEquals(State.DOWN, office.state("modem"));
		for (String name : List.of("afis", "pc")) {
			Verdict.Unreachable verdict = assertInstanceOf(Verdict.Unreachable.class, office.health(name).verdict());
			assertEquals(key("modem"), verdict.cut());
			assertEquals("Jalur putus di modem Panggul.", verdict.cause().sentence(Words.INDONESIAN));
		}
		assertEquals(List.of("DOWN modem"), office.told());
		assertEquals(2, office.notices.getFirst().behind());
	}

	@Test
	void afterACutThoseBehindStayUnreachableUntilTheyAnswered() {
		office.hears("modem", LOST, LOST, LOST).hears("centre", GOOD).hears("pc", LOST, LOST, LOST)
				.hears("afis", LOST, LOST, LOST);
		assertEquals(State.UNREACHABLE, office.state("pc"));
		office.takeWanted();
		office.hears("modem", GOOD);
		assertEquals(List.of("afis", "pc"), office.takeWanted());
		assertEquals(State.UNREACHABLE, office.state("afis"));
		assertTrue(office.health("afis").confirming());
		office.hears("afis", GOOD).hears("pc", LOST, GOOD);
		assertEquals(State.UP, office.state("pc"));
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
	}

	@Test
	void whatDoesNotComeBackWithItsParentIsDownAfterNewConfirmation() {
		office.hears("modem", LOST, LOST, LOST).hears("centre", GOOD).hears("afis", LOST, LOST, LOST);
		office.hears("modem", GOOD).hears("afis", LOST, LOST);
		assertEquals(State.UNREACHABLE, office.state("afis"));
		office.hears("afis", LOST).hears("modem", GOOD).hears("centre", GOOD);
		assertEquals(State.DOWN, office.state("afis"));
		assertEquals(List.of("DOWN modem", "BACK modem", "DOWN afis"), office.told());
	}

	@Test
	void aShortOutageOfTheParentIsNotBlamedOnTheChild() {
		office.hears("pc", LOST).hears("afis", LOST).hears("pc", LOST).hears("afis", LOST).hears("pc", LOST)
				.hears("modem", GOOD).hears("centre", GOOD).hears("afis", GOOD);
		assertEquals(State.UP, office.state("pc"), "its parent was out until now");
		assertTrue(office.takeWanted().contains("pc"));
		office.hears("pc", GOOD);
		assertEquals(List.of(), office.told());
	}

	@Test
	void butIfItIsSilentOnceMoreItIsDown() {
		office.hears("pc", LOST).hears("afis", LOST).hears("pc", LOST, LOST).hears("modem", GOOD)
				.hears("centre", GOOD).hears("afis", GOOD).hears("pc", LOST);
		assertEquals(State.DOWN, office.state("pc"));
	}

	@Test
	void aParentLostJustBeforeTheChildIsConfirmedIsNotTakenForWell() {
		office.hears("pc", LOST).hears("afis", GOOD).hears("modem", GOOD).hears("centre", GOOD).hears("pc", LOST, LOST);
		assertEquals(State.UP, office.state("pc"), "the path may have been cut since");
		office.hears("centre", LOST, LOST, LOST);
		assertEquals(State.UNREACHABLE, office.state("pc"));
		assertEquals(List.of("DOWN centre"), office.told());
	}

	@Test
	void aDeviceThatAnswersIsUpWhateverItsParentDoes() {
		office.hears("modem", LOST, LOST, LOST).hears("centre", GOOD).hears("pc", GOOD);
		assertEquals(State.DOWN, office.state("modem"));
		assertEquals(State.UP, office.state("pc"));
	}

	@Test
	void whatWasDownBeforeTheCutStaysDown() {
		office.hears("pc", LOST, LOST, LOST).hears("afis", GOOD).hears("modem", GOOD).hears("centre", GOOD);
		office.hears("centre", LOST, LOST, LOST).hears("pc", LOST);
		assertEquals(State.DOWN, office.state("pc"));
		office.hears("centre", GOOD).hears("pc", LOST, GOOD);
		assertEquals(List.of("DOWN pc", "DOWN centre", "BACK centre", "BACK pc"), office.told());
	}

	@Test
	void whenOneOfTwoCutsEndsTheOtherIsNamed() {
		office.hears("modem", LOST, LOST, LOST).hears("centre", GOOD).hears("centre", LOST, LOST, LOST).hears("pc",
				LOST, LOST, LOST);
		assertEquals(key("centre"), ((Verdict.Unreachable) office.health("pc").verdict()).cut());
		office.hears("centre", GOOD);
		assertEquals(key("modem"), ((Verdict.Unreachable) office.health("pc").verdict()).cut());
	}

	@Test
	void aParentWithoutAnythingToAskIsSkipped() {
		Office other = new Office().with("centre", "").with("switch", "centre", "").with("pc", "switch").opened();
		other.hears("centre", GOOD).hears("pc", GOOD, LOST, LOST, LOST).hears("centre", GOOD);
		assertEquals(State.DOWN, other.state("pc"));
	}

	@Test
	void aParentWhoseCheckBrokeCanNotBeMeasuredNow() {
		office.hears("pc", LOST, LOST, LOST).hears("modem", GOOD).hears("centre", GOOD).hears("afis", BROKEN);
		assertEquals(State.DOWN, office.state("pc"));
	}

	@Test
	void aParentNeverAskedIsAskedFirst() {
		Office fresh = new Office().with("modem", "").with("pc", "modem").opened();
		fresh.hears("pc", LOST, LOST, LOST);
		assertEquals(State.NOT_MEASURED, fresh.state("pc"));
		fresh.hears("modem", GOOD).hears("pc", LOST);
		assertEquals(State.DOWN, fresh.state("pc"));
	}

	@Test
	void behindAParentInMaintenanceNobodyIsTold() {
		office.board.maintain(key("modem"), office.now.plusSeconds(600), "ganti antena", office.now);
		office.hears("pc", LOST, LOST, LOST, LOST).hears("modem", LOST, LOST, LOST);
		Verdict.Unreachable verdict = assertInstanceOf(Verdict.Unreachable.class, office.health("pc").verdict());
		assertEquals("behind_maintenance", verdict.cause().code());
		office.board.resume(key("modem"), office.now);
		office.hears("modem", GOOD).hears("pc", LOST, GOOD);
		assertEquals(State.UP, office.state("pc"));
		assertEquals(List.of(), office.told());
	}

	@Test
	void ifTheParentIsRemovedWhatStoodBehindItIsAskedAnew() {
		office.hears("modem", LOST, LOST, LOST).hears("centre", GOOD).hears("pc", LOST, LOST, LOST);
		office.devices.removeIf(device -> List.of("modem", "afis", "pc").contains(device.name()));
		office.takeWanted();
		office.with("pc", "centre", "127.1.0.4").opened();
		assertEquals(State.UNREACHABLE, office.state("pc"));
		assertEquals(List.of("pc"), office.takeWanted());
		office.hears("pc", LOST, LOST, LOST).hears("centre", GOOD);
		assertEquals(State.DOWN, office.state("pc"));
	}
}
