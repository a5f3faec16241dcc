package id.posko.transfer.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ScheduleTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static Schedule schedule(String text) {
		return Schedule.tryParse(text).orElseThrow();
	}

	private static Instant at(String local) {
		return Instant.parse(local + ":00+07:00");
	}

	@Test
	void itIsReadAndWrittenAlike() {
		for (String text : List.of("daily 19:00", "weekly mon 00:05", "weekly sun 23:59", "monthly 31 06:30")) {
			assertEquals(text, schedule(text).toString());
		}
		for (String bad : List.of("", "daily", "daily 24:00", "daily 7:00", "weekly 19:00", "weekly foo 19:00", "monthly 0 19:00",
				"monthly 32 19:00", "hourly 19:00", "daily 19:00 x")) {
			assertEquals(Optional.empty(), Schedule.tryParse(bad), bad);
		}
	}

	@Test
	void itsLastTimeIsByTheOfficesClock() {
		assertEquals(at("2026-03-02T19:00"), schedule("daily 19:00").last(at("2026-03-02T19:00"), ZONE));
		assertEquals(at("2026-03-01T19:00"), schedule("daily 19:00").last(at("2026-03-02T18:59"), ZONE));
		assertEquals(at("2026-03-02T19:00"), schedule("weekly mon 19:00").last(at("2026-03-08T23:00"), ZONE));
		assertEquals(at("2026-02-23T19:00"), schedule("weekly mon 19:00").last(at("2026-03-02T18:00"), ZONE));
		assertEquals(at("2026-02-28T19:00"), schedule("monthly 31 19:00").last(at("2026-03-15T12:00"), ZONE));
		assertEquals(at("2026-03-31T19:00"), schedule("monthly 31 19:00").last(at("2026-03-31T20:00"), ZONE));
		assertEquals(at("2026-02-28T19:00"), schedule("monthly 31 19:00").last(at("2026-03-31T18:00"), ZONE));
	}

	@Test
	void missedTimesAreCaughtUpOnce() {
		Schedule daily = schedule("daily 19:00");
		Instant last = at("2026-03-02T19:00");
		Instant back = at("2026-03-09T07:30");
		assertTrue(daily.isDue(last, back, ZONE));
		assertFalse(daily.isDue(back, back.plusSeconds(20), ZONE));
		assertTrue(daily.isDue(back, at("2026-03-09T19:00"), ZONE));
	}

	@Test
	void aClockThatIsSetBackRunsNothingTwice() {
		Schedule daily = schedule("daily 19:00");
		Instant ran = at("2026-03-02T19:00");
		for (Instant now = ran; now.isAfter(ran.minus(Duration.ofDays(3))); now = now.minusSeconds(1800)) {
			assertFalse(daily.isDue(ran, now, ZONE), now.toString());
		}
	}

	@Test
	void overARandomWalkOfTheClockEachTimeRunsOnceAtMost() {
		Random random = new Random(5);
		for (String text : List.of("daily 19:00", "weekly wed 02:30", "monthly 30 23:00")) {
			Schedule schedule = schedule(text);
			Instant now = at("2026-01-01T00:00");
			Instant last = now;
			Instant furthest = Instant.MIN;
			for (int i = 0; i < 20_000; i++) {
				now = now.plusSeconds(random.nextInt(10) == 0 ? -random.nextInt(7200) : random.nextInt(3600));
				if (schedule.isDue(last, now, ZONE)) {
					Instant slot = schedule.last(now, ZONE);
					assertTrue(slot.isAfter(furthest), slot + " twice");
					furthest = slot;
					last = now;
				}
			}
			assertTrue(furthest.isAfter(at("2026-05-01T00:00")));
		}
	}
}
