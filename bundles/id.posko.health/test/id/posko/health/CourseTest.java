package id.posko.health;

import static id.posko.health.Office.BROKEN;
import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static id.posko.health.Office.START;
import static id.posko.health.Office.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import id.posko.kit.LinkKind;

class CourseTest {

	private Course course = Course.NEW;
	private int second;

	private Course hear(LinkKind link, Patience patience, Answer... answers) {
		for (Answer answer : answers) {
			course = course.next(answer, START.plusSeconds(++second), link, patience);
		}
		return course;
	}

	private Course hear(Answer... answers) {
		return hear(LinkKind.FIBRE, Patience.DEFAULT, answers);
	}

	@Test
	void theFirstGoodAnswerIsBelieved() {
		assertEquals(State.UP, hear(GOOD).state());
		assertEquals(START.plusSeconds(1), course.began());
		assertFalse(course.confirming());
	}

	@Test
	void twoLostAnswersAreNotYetAnOutage() {
		assertEquals(State.UP, hear(GOOD, LOST, LOST).state());
		assertTrue(course.confirming());
		assertEquals(State.UP, hear(GOOD, LOST, LOST).state());
	}

	@Test
	void theThirdLostAnswerConfirmsAnOutageThatBeganWithTheFirst() {
		assertEquals(State.DOWN, hear(GOOD, LOST, LOST, LOST).state());
		assertEquals(START.plusSeconds(2), course.began());
		assertEquals(START.plusSeconds(4), course.confirmedLost());
		assertEquals("silent", course.cause().code());
		assertFalse(course.confirming());
	}

	@Test
	void confirmationsAndRecoveriesAreConfigurable() {
		Patience patience = new Patience(1, 2, 20, 10, 50, 25);
		assertEquals(State.DOWN, hear(LinkKind.FIBRE, patience, GOOD, LOST).state());
		assertEquals(State.DOWN, hear(LinkKind.FIBRE, patience, GOOD).state());
		assertTrue(course.confirming());
		assertEquals(State.DOWN, hear(LinkKind.FIBRE, patience, LOST, GOOD).state());
		assertEquals(START.plusSeconds(2), course.firstLost(), "one outage, not two");
		assertEquals(State.UP, hear(LinkKind.FIBRE, patience, GOOD).state());
	}

	@Test
	void oneGoodAnswerEndsAnOutage() {
		assertEquals(State.UP, hear(LOST, LOST, LOST, LOST, GOOD).state());
		assertEquals(START.plusSeconds(5), course.began());
	}

	@Test
	void aBrokenQuestionNeverCountsAsLost() {
		assertEquals(State.UP, hear(GOOD, LOST, LOST, BROKEN, BROKEN).state());
		assertEquals(State.UNKNOWN, hear(BROKEN).state());
		assertEquals(START.plusSeconds(4), course.began());
		assertEquals(0, Long.bitCount(course.answers().lost() & ~0b11));
		assertEquals(3, course.answers().known());
	}

	@Test
	void aBrokenQuestionDoesNotClearWhatWasLostBefore() {
		assertEquals(State.DOWN, hear(GOOD, LOST, LOST, BROKEN, LOST).state());
	}

	@Test
	void anyGoodAnswerEndsUnknown() {
		assertEquals(State.UNKNOWN, hear(BROKEN, BROKEN, BROKEN).state());
		assertFalse(course.confirming());
		assertEquals(State.UP, hear(GOOD).state());
	}

	@Test
	void aFirstSlowAnswerIsConfirmedToo() {
		assertEquals(State.UP, hear(good(612)).state());
		assertTrue(course.confirming());
		assertEquals(State.DEGRADED, hear(good(612), good(612)).state());
	}

	@Test
	void slowAnswersDegradeOnceConfirmedAndSayTheirNumbers() {
		assertEquals(State.UP, hear(good(20), good(612), good(612)).state());
		assertTrue(course.confirming());
		assertEquals(State.DEGRADED, hear(good(612)).state());
		assertEquals(new Cause("slow", List.of("PT0.612S", "PT0.1S")), course.cause());
		assertEquals(START.plusSeconds(2), course.began());
		assertEquals(State.UP, hear(good(80), good(100), good(100), good(100)).state(), "the limit itself is not slow");
	}

	@Test
	void whatIsSlowDependsOnTheLine() {
		assertEquals(State.UP, hear(LinkKind.VSAT, Patience.DEFAULT, good(612), good(612), good(612)).state());
	}

	@Test
	void theFirstAnswerMayAlreadySayDegraded() {
		assertEquals(State.DEGRADED,
				hear(new Answer.Impaired(Cause.of("port_unreachable", "10.0.0.1"), Evidence.of("test"))).state());
	}

	@Test
	void anImpairedDeviceIsDegradedWithItsOwnCause() {
		Answer impaired = new Answer.Impaired(Cause.of("port_unreachable", "10.0.0.1"), Evidence.of("test"));
		assertEquals(State.DEGRADED, hear(GOOD, impaired, impaired, impaired).state());
		assertEquals("port_unreachable", course.cause().code());
	}

	@Test
	void lossFromTheLinesShareOnDegrades() {
		for (int i = 0; i < 9; i++) {
			hear(LinkKind.VSAT, Patience.DEFAULT, i == 3 || i == 6 ? LOST : GOOD);
		}
		assertEquals(State.UP, course.state(), "nine answers are too few for a share");
		assertEquals(State.DEGRADED, hear(LinkKind.VSAT, Patience.DEFAULT, GOOD).state());
		assertEquals(new Cause("lossy", List.of("20", "15")), course.cause());
	}

	@Test
	void lossBelowTheLinesShareIsUp() {
		for (int i = 0; i < 20; i++) {
			hear(LinkKind.VSAT, Patience.DEFAULT, i == 3 || i == 12 ? LOST : GOOD);
		}
		assertEquals(State.UP, course.state());
		assertEquals(10, course.answers().lossPercent(20));
	}

	@Test
	void anOutageIsNotLoss() {
		for (int i = 0; i < 20; i++) {
			hear(GOOD);
		}
		hear(LOST, LOST, LOST, LOST);
		assertEquals(State.UP, hear(GOOD).state());
		assertEquals(0, course.answers().lossPercent(20));
	}

	@Test
	void aCutOfThePathIsNotLossEither() {
		for (int i = 0; i < 20; i++) {
			hear(GOOD);
		}
		hear(LOST, LOST);
		course = course.anew();
		assertEquals(State.UP, hear(GOOD).state());
		assertEquals(0, course.answers().lossPercent(20));
	}

	@Test
	void anOutageThatEndsWhileTheCheckIsBrokenIsNotLoss() {
		for (int i = 0; i < 20; i++) {
			hear(GOOD);
		}
		assertEquals(State.UP, hear(LOST, LOST, LOST, BROKEN, BROKEN, BROKEN, GOOD).state());
	}

	@Test
	void lostAnswersOnTheWayToAnOutageAreNotCalledLossy() {
		for (int i = 0; i < 20; i++) {
			hear(GOOD);
		}
		assertEquals(State.UP, hear(LOST).state());
		assertEquals(State.UP, hear(LOST).state());
		assertEquals(State.DOWN, hear(LOST).state());
	}

	@Test
	void aLineThatSwingsAboutItsLimitStaysSlow() {
		assertEquals(State.DEGRADED, hear(good(120), good(120), good(120)).state());
		for (int millis : new int[] { 99, 101, 81 }) {
			assertEquals(State.DEGRADED, hear(good(millis)).state(), millis + " ms");
		}
		assertEquals(State.UP, hear(good(80)).state());
		assertEquals(State.UP, hear(good(99)).state());
	}

	@Test
	void aLossyLineStaysSoUntilItLosesLessByTheMargin() {
		for (int i = 0; i < 20; i++) {
			hear(LinkKind.LTE, Patience.DEFAULT, i == 9 || i == 19 ? LOST : GOOD);
		}
		assertEquals(State.DEGRADED, hear(LinkKind.LTE, Patience.DEFAULT, GOOD).state(), "10 %");
		for (int i = 0; i < 8; i++) {
			assertEquals(State.DEGRADED, hear(LinkKind.LTE, Patience.DEFAULT, GOOD).state());
		}
		assertEquals(State.UP, hear(LinkKind.LTE, Patience.DEFAULT, GOOD).state(), "5 %");
		Course fibre = Course.NEW;
		for (int i = 0; i < 21; i++) {
			fibre = fibre.next(i == 3 ? LOST : GOOD, START.plusSeconds(i), LinkKind.FIBRE, Patience.DEFAULT);
		}
		assertEquals(State.DEGRADED, fibre.state());
	}

	@Test
	void whatItReadLastOutlivesItsOutage() {
		Reading charge = Reading.number("battery.charge", 87, Unit.PERCENT, "oid", "87");
		Evidence read = Evidence.of("test").with(List.of(charge));
		hear(new Answer.Impaired(Cause.of("ups_on_battery", "PT1M"), read), LOST, LOST, LOST);
		assertEquals(List.of(), course.evidence().findings());
		assertEquals(new Found(START.plusSeconds(1), Cause.of("ups_on_battery", "PT1M"), List.of(charge)), course.found());
		CheckHealth health = new CheckHealth("ups", course);
		assertEquals(course.found(), health.past().orElseThrow());
		course = course.anew();
		hear(BROKEN, BROKEN, BROKEN);
		assertEquals(START.plusSeconds(1), course.found().at());
		assertTrue(new CheckHealth("ups", hear(new Answer.Answered(read))).past().isEmpty(), "now it is current");
		assertEquals(START.plusSeconds(8), course.found().at());
	}

	@Test
	void afterACutAllIsAskedAnew() {
		hear(GOOD, LOST, LOST, LOST);
		course = course.anew();
		assertEquals(State.NOT_MEASURED, hear(LOST, LOST).state());
		assertEquals(State.DOWN, hear(LOST).state());
		assertEquals(START.plusSeconds(5), course.began());
	}
}
