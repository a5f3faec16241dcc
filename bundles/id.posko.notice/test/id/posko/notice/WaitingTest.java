package id.posko.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.kit.DeviceKind;
import id.posko.kit.Notices.Message;

/** What goes when, and with what. */
class WaitingTest {

	private static final Outcome SENT = new Outcome.Sent(Optional.empty());
	private static final Outcome LATER = new Outcome.Later(Trouble.of("silent", "x"));
	private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
	private static final Setup PLAIN = new Setup(Optional.empty(), Optional.empty(), Optional.empty(),
			EnumSet.of(DeviceKind.AFIS_SERVER), Duration.ofSeconds(30), Optional.empty());
	private static final Setup QUIET = new Setup(Optional.empty(), Optional.empty(),
			Optional.of(new Quiet(LocalTime.of(21, 0), LocalTime.of(6, 0), JAKARTA)), EnumSet.of(DeviceKind.AFIS_SERVER),
			Duration.ofSeconds(30), Optional.empty());

	private final Waiting waiting = new Waiting();
	private Instant now = Samples.MORNING;

	private void tell(Message message) {
		waiting.add(message, now);
	}

	private Optional<List<Message>> due(Setup setup) {
		return waiting.due(now, setup).map(Dispatch::messages);
	}

	private void pass(Duration time) {
		now = now.plus(time);
	}

	private void night() {
		now = Instant.parse("2026-03-02T15:00:00Z"); // 22:00 in Jakarta
	}

	@Test
	void tenOfficesWithoutPowerAreOneDispatch() {
		for (int i = 1; i <= 10; i++) {
			tell(Samples.modem(i, "down", now));
			assertEquals(Optional.empty(), due(PLAIN));
			assertTrue(waiting.next(now, PLAIN).orElseThrow().isAfter(now));
			pass(Duration.ofSeconds(2));
		}
		assertEquals(Optional.of(now.plusSeconds(10)), waiting.next(now, PLAIN));
		pass(Duration.ofSeconds(10));
		assertEquals(10, due(PLAIN).orElseThrow().size());
		waiting.done(waiting.due(now, PLAIN).orElseThrow(), SENT, now);
		assertEquals(0, waiting.size());
		assertEquals(Optional.empty(), waiting.next(now, PLAIN));
	}

	@Test
	void whatIsUrgentDoesNotWaitLongAndTakesTheRestAlong() {
		tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(3));
		tell(Samples.afis(1, "down", now));
		pass(Duration.ofSeconds(5));
		assertEquals(2, due(PLAIN).orElseThrow().size());
	}

	@Test
	void theNightIsOneSummaryInTheMorningWhatIsUrgentComesAtOnce() {
		night();
		tell(Samples.modem(1, "down", now));
		pass(Duration.ofMinutes(10));
		tell(Samples.modem(2, "down", now));
		assertEquals(Optional.empty(), due(QUIET));
		tell(Samples.afis(3, "down", now));
		pass(Duration.ofSeconds(5));
		Dispatch urgent = waiting.due(now, QUIET).orElseThrow();
		assertEquals(List.of("35.60.03/AFIS_SERVER"), urgent.messages().stream().map(Message::cause).toList());
		assertEquals(Dispatch.Kind.NEWS, urgent.kind());
		waiting.done(urgent, SENT, now);
		pass(Duration.ofHours(1));
		tell(Samples.modem(1, "back", now));
		assertEquals(Optional.empty(), due(QUIET));
		Instant six = Instant.parse("2026-03-02T23:00:00Z");
		pass(Duration.ofMinutes(1));
		assertEquals(Optional.of(six), waiting.next(now, QUIET));
		now = six.minusMillis(1);
		assertEquals(Optional.empty(), due(QUIET));
		now = six;
		Dispatch summary = waiting.due(now, QUIET).orElseThrow();
		assertEquals(Dispatch.Kind.SUMMARY, summary.kind());
		assertEquals(List.of("down", "down", "back"), summary.messages().stream().map(Message::event).toList());
	}

	@Test
	void whatTheServerPutOffInTheEveningIsNotSentAtNightAndHoldsUpNothingUrgent() {
		now = Instant.parse("2026-03-02T13:59:00Z"); // 20:59
		tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		waiting.done(waiting.due(now, QUIET).orElseThrow(), LATER, now);
		pass(Duration.ofMinutes(5));
		assertEquals(Optional.empty(), due(QUIET));
		tell(Samples.afis(2, "down", now));
		pass(Duration.ofSeconds(5));
		assertEquals(List.of(Samples.afis(2, "down", now.minusSeconds(5))), due(QUIET).orElseThrow());
	}

	@Test
	void pausesGrowToHalfAnHourAndEndWithSuccess() {
		tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		for (int minutes : new int[] { 1, 2, 4, 8, 16, 30, 30, 30 }) {
			Dispatch dispatch = waiting.due(now, PLAIN).orElseThrow();
			waiting.done(dispatch, LATER, now);
			assertEquals(Optional.of(now.plus(Duration.ofMinutes(minutes))), waiting.next(now, PLAIN));
			pass(Duration.ofMinutes(minutes).minusMillis(1));
			assertEquals(Optional.empty(), waiting.due(now, PLAIN));
			pass(Duration.ofMillis(1));
			assertEquals(dispatch.id(), waiting.due(now, PLAIN).orElseThrow().id(), "a repeated one can be seen to be one");
		}
		waiting.done(waiting.due(now, PLAIN).orElseThrow(), SENT, now);
		tell(Samples.modem(2, "down", now));
		pass(Duration.ofSeconds(30));
		assertTrue(due(PLAIN).isPresent());
	}

	@Test
	void aServersWishIsKeptWithinSixHours() {
		tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		Dispatch dispatch = waiting.due(now, PLAIN).orElseThrow();
		waiting.done(dispatch, new Outcome.Later(Trouble.of("x"), Optional.of(Duration.ofMinutes(17))), now);
		assertEquals(Optional.of(now.plus(Duration.ofMinutes(17))), waiting.nextTry(now));
		waiting.done(dispatch, new Outcome.Later(Trouble.of("x"), Optional.of(Duration.ofDays(900))), now);
		assertEquals(Optional.of(now.plus(Duration.ofHours(6))), waiting.nextTry(now));
		waiting.done(dispatch, new Outcome.Later(Trouble.of("x"), Optional.of(Duration.ZERO)), now);
		assertEquals(Optional.of(now.plus(Duration.ofMinutes(4))), waiting.nextTry(now));
	}

	@Test
	void whenItIsFullTheOldestIsCountedAndTheNextTellsOfIt() {
		for (int i = 0; i < Waiting.MOST + 7; i++) {
			tell(Samples.modem(i % 50 + 1, "down", now.plusSeconds(i)));
		}
		assertEquals(Waiting.MOST, waiting.size());
		pass(Duration.ofSeconds(30));
		Dispatch dispatch = waiting.due(now, PLAIN).orElseThrow();
		assertEquals(new Omission(7, Samples.MORNING, Samples.MORNING.plusSeconds(6)), dispatch.omitted());
		assertTrue(new Letter(dispatch, id.posko.kit.Words.INDONESIAN, JAKARTA).text()
				.startsWith("7 pemberitahuan lebih lama tidak termuat, dari 2 Mar 2026 09.00 sampai 2 Mar 2026 09.00."));
		waiting.done(dispatch, SENT, now);
		assertEquals(0, waiting.omitted.count());
	}

	@Test
	void newOnesBehindOneThatCanNotGoAreBoundedToo() {
		tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		waiting.done(waiting.due(now, PLAIN).orElseThrow(), LATER, now);
		for (int i = 0; i < 3 * Waiting.MOST; i++) {
			tell(Samples.modem(2, "down", now));
		}
		assertEquals(Waiting.MOST, waiting.size());
		assertEquals(2 * Waiting.MOST + 1, waiting.omitted.count());
	}

	@Test
	void whatIsRefusedForGoodIsNotSentAgainButCounted() {
		tell(Samples.modem(1, "down", now));
		tell(Samples.modem(2, "down", now));
		pass(Duration.ofSeconds(30));
		assertTrue(waiting.done(waiting.due(now, PLAIN).orElseThrow(), new Outcome.Never(Trouble.of("smtp_never", "550")), now));
		assertEquals(Optional.empty(), due(PLAIN));
		tell(Samples.modem(3, "down", now));
		pass(Duration.ofSeconds(30));
		Dispatch next = waiting.due(now, PLAIN).orElseThrow();
		assertEquals(2, next.omitted().count());
		assertFalse(waiting.done(next, new Outcome.Never(Trouble.of("smtp_never", "550 other")), now), "said already");
		assertEquals(3, waiting.omitted.count());
	}

	@Test
	void aMatterIsOneThreadFromItsFirstDispatchOn() {
		tell(Samples.modem(1, "down", now));
		tell(Samples.modem(2, "down", now));
		pass(Duration.ofSeconds(30));
		Dispatch first = waiting.due(now, PLAIN).orElseThrow();
		assertEquals(List.of(), first.replyTo());
		waiting.done(first, SENT, now);
		tell(Samples.modem(2, "back", now));
		pass(Duration.ofSeconds(30));
		Dispatch second = waiting.due(now, PLAIN).orElseThrow();
		assertEquals(List.of(first.id()), second.replyTo());
		waiting.done(second, SENT, now);
		tell(Samples.modem(1, "back", now));
		tell(Samples.modem(2, "steady", now));
		pass(Duration.ofSeconds(30));
		assertEquals(List.of(first.id()), waiting.due(now, PLAIN).orElseThrow().replyTo());
	}

	@Test
	void aClockThatWasSetBackHoldsNothingUpForLong() {
		tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		waiting.done(waiting.due(now, PLAIN).orElseThrow(), LATER, now);
		tell(Samples.modem(2, "down", now));
		now = now.minus(Duration.ofDays(2_000));
		assertTrue(due(PLAIN).isPresent());
		waiting.done(waiting.due(now, PLAIN).orElseThrow(), SENT, now);
		assertTrue(due(PLAIN).isPresent());
	}

	@Test
	void quietHoursGoOverMidnightOrNot() {
		Quiet night = new Quiet(LocalTime.of(21, 0), LocalTime.of(6, 0), JAKARTA);
		Quiet noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(13, 0), JAKARTA);
		Instant midnight = Instant.parse("2026-03-02T17:00:00Z");
		assertTrue(night.holds(midnight) && night.holds(midnight.plus(Duration.ofHours(6)).minusNanos(1)));
		assertFalse(night.holds(midnight.plus(Duration.ofHours(6))));
		assertTrue(night.holds(midnight.minus(Duration.ofHours(3))));
		assertFalse(night.holds(midnight.minus(Duration.ofHours(3)).minusNanos(1)));
		assertEquals(midnight.plus(Duration.ofHours(6)), night.end(midnight));
		assertEquals(midnight.plus(Duration.ofHours(6)), night.end(midnight.minus(Duration.ofHours(2))));
		assertFalse(noon.holds(midnight));
		assertTrue(noon.holds(midnight.plus(Duration.ofHours(12))));
	}
}
