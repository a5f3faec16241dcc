package id.posko.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.RegionCode;

/** Mistakes that other ticket systems' clocks are known for, and the SOP's own times. */
class ClockTest {

	private static final OfficeCalendar OFFICE = OfficeCalendar.standard();
	private static final Sla SOP = Sla.ofSop(Kind.JARKOMDAT, OFFICE);
	private static final Draft DRAFT = new Draft(Kind.JARKOMDAT, new RegionCode("35.03.01"), Optional.empty(), "putus", "",
			List.of());

	private final List<Act> acts = new ArrayList<>();

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(OFFICE.zone()).toInstant();
	}

	private static Duration minutes(int minutes) {
		return Duration.ofMinutes(minutes);
	}

	private ClockTest then(String local, Move move) {
		acts.add(new Act(at(local), "adb", move));
		return this;
	}

	private Ticket opened(String local) {
		return new Ticket(1, DRAFT, "adb", at(local), SOP, acts);
	}

	private ClockReading reading(Clock clock, String opened, String now) {
		return ClockReading.of(opened(opened), clock, OFFICE, at(now));
	}

	@Test
	void theStandardTimesAreThoseOfTheSop() {
		assertEquals(new Sla(minutes(30), minutes(30), minutes(900), minutes(450)), SOP);
		assertEquals(new Sla(minutes(6), minutes(5), minutes(450), minutes(450)), Sla.ofSop(Kind.REPAIR, OFFICE));
		assertEquals(Optional.of(at("2026-11-02T09:00")),
				reading(Clock.RESPOND, "2026-11-02T08:00", "2026-11-02T08:10").due());
		then("2026-11-02T08:10", new Move.Number("T-1")).then("2026-11-02T08:20", new Move.Assign("adb"))
				.then("2026-11-02T08:30", new Move.Wait(""));
		assertEquals(minutes(10), reading(Clock.RESPOND, "2026-11-02T08:00", "2026-11-05T08:00").used());
		assertEquals(Optional.of(at("2026-11-04T08:30")),
				reading(Clock.CENTRE, "2026-11-02T08:00", "2026-11-02T09:00").due());
	}

	@Test
	void pendingTimeIsNotLostWhenTheSlaIsChanged() {
		then("2026-11-02T08:10", new Move.Assign("adb")).then("2026-11-02T08:30", new Move.Wait(""))
				.then("2026-11-03T08:30", new Move.Work(""));
		ClockReading before = reading(Clock.RESOLVE, "2026-11-02T08:00", "2026-11-03T10:00");
		then("2026-11-03T10:00", new Move.Restandard(new Sla(minutes(30), minutes(30), minutes(900), minutes(900)), "surat"));
		ClockReading after = reading(Clock.RESOLVE, "2026-11-02T08:00", "2026-11-03T10:00");
		assertEquals(minutes(30 + 90), before.used());
		assertEquals(before.used(), after.used());
		assertEquals(OFFICE.after(before.due().orElseThrow(), minutes(450)), after.due().orElseThrow());
	}

	@Test
	void theCalendarIsNotIgnored() {
		ClockReading reading = reading(Clock.RESOLVE, "2026-12-23T15:30", "2026-12-27T12:00");
		assertEquals(minutes(30), reading.used());
		assertEquals(at("2026-12-29T08:00"), reading.due().orElseThrow());
	}

	@Test
	void aWeekendOfWaitingIsNotCountedTwice() {
		then("2026-11-06T15:00", new Move.Assign("adb")).then("2026-11-06T16:00", new Move.Wait(""))
				.then("2026-11-09T08:00", new Move.Work(""));
		ClockReading reading = reading(Clock.RESOLVE, "2026-11-06T14:00", "2026-11-09T09:00");
		assertEquals(minutes(120 + 60), reading.used());
		assertEquals(at("2026-11-09T15:30"), reading.due().orElseThrow());
		assertEquals(minutes(30 + 30), reading(Clock.CENTRE, "2026-11-06T14:00", "2026-11-09T09:00").used());
	}

	@Test
	void theDueTimeAfterAPauseLiesInOfficeHours() {
		then("2026-11-02T08:30", new Move.Assign("adb")).then("2026-11-02T09:00", new Move.Wait(""))
				.then("2026-11-02T20:00", new Move.Work(""));
		Instant due = reading(Clock.RESOLVE, "2026-11-02T08:00", "2026-11-02T21:00").due().orElseThrow();
		assertEquals(at("2026-11-03T16:00"), due);
		then("2026-11-07T20:00", new Move.Wait("")).then("2026-11-08T01:00", new Move.Work(""));
		assertEquals(due, reading(Clock.RESOLVE, "2026-11-02T08:00", "2026-11-08T09:00").due().orElseThrow());
	}

	@Test
	void anEscalationComesAtOpeningTimeAndNotAtMidnight() {
		Instant told = ClockReading.reached(opened("2026-11-05T16:00"), Clock.RESPOND, Level.BREACH, OFFICE).orElseThrow();
		assertEquals(at("2026-11-06T08:30"), told);
		assertEquals(at("2026-11-06T07:30"),
				ClockReading.reached(opened("2026-11-05T15:00"), Clock.RESPOND, Level.BREACH, OFFICE).orElseThrow());
	}

	@Test
	void thereIsNoBreachWhileTheClockStands() {
		then("2026-11-02T08:10", new Move.Assign("adb")).then("2026-11-02T08:30", new Move.Wait(""));
		ClockReading reading = reading(Clock.RESOLVE, "2026-11-02T08:00", "2026-12-31T12:00");
		assertEquals(minutes(30), reading.used());
		assertFalse(reading.isLate());
		assertFalse(reading.isRunning());
		assertEquals(Optional.empty(), reading.due());
		for (Level level : Level.values()) {
			assertEquals(Optional.empty(),
					ClockReading.reached(opened("2026-11-02T08:00"), Clock.RESOLVE, level, OFFICE));
		}
	}

	@Test
	void whatIsUsedUpExactlyWhenThePauseBeginsWasDueThen() {
		then("2026-11-02T08:10", new Move.Assign("adb")).then("2026-11-02T09:00", new Move.Restandard(
				new Sla(minutes(30), minutes(30), minutes(900), minutes(60)), "surat"))
				.then("2026-11-02T10:00", new Move.Wait("")).then("2026-11-03T10:00", new Move.Work(""));
		ClockReading reading = reading(Clock.RESOLVE, "2026-11-02T08:00", "2026-11-03T10:00");
		assertEquals(Optional.of(at("2026-11-02T10:00")), reading.due());
		assertFalse(reading.isLate());
	}

	@Test
	void nothingIsEscalatedAtItsCreation() {
		for (String opened : List.of("2026-11-02T08:00", "2026-11-07T23:59", "2026-12-25T10:00", "2026-11-02T16:00")) {
			for (Clock clock : Clock.values()) {
				assertFalse(reading(clock, opened, opened).isLate());
				for (Level level : Level.values()) {
					Optional<Instant> told = ClockReading.reached(opened(opened), clock, level, OFFICE);
					assertTrue(told.isEmpty() || told.get().isAfter(OFFICE.opening(at(opened))), opened + " " + level);
				}
			}
		}
	}

	@Test
	void aClockThatWasSetBackCountsNothingBackwards() {
		then("2026-11-02T09:00", new Move.Assign("adb")).then("2026-11-02T10:00", new Move.Work(""));
		Ticket ticket = opened("2026-11-02T08:00");
		Act late = ticket.act("adb", new Move.Wait(""), at("2026-11-01T08:00"));
		assertEquals(at("2026-11-02T10:00"), late.at());
		assertEquals(minutes(120), ClockReading.of(ticket, Clock.RESOLVE, OFFICE, at("2026-11-01T08:00")).used());
	}

	@Test
	void timeAfterItWasDoneIsNotCountedWhenItIsOpenedAgain() {
		then("2026-11-02T08:30", new Move.Assign("adb")).then("2026-11-02T09:00", new Move.Finish("kabel"))
				.then("2026-11-05T08:00", new Move.Reopen("putus lagi"));
		assertEquals(minutes(60 + 30), reading(Clock.RESOLVE, "2026-11-02T08:00", "2026-11-05T08:30").used());
		assertEquals(minutes(60), reading(Clock.RESPOND, "2026-11-02T08:00", "2026-11-05T08:30").used());
	}
}
