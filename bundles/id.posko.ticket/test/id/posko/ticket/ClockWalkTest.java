package id.posko.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import id.posko.kit.Holiday;
import id.posko.kit.Hours;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.RegionCode;

/** Every reading equals a walk over minutes, on random calendars, pauses and changes of the standard. */
class ClockWalkTest {

	private static final int ROUNDS = Boolean.getBoolean("posko.long") ? 100_000 : 1500;
	private static final long SEED = 20_261_121;
	private static final int DAY = 24 * 60;
	private static final int DAYS = 120;
	private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
	private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
	private static final Instant BEGIN = FIRST.atStartOfDay().toInstant(ZONE);
	private static final Draft DRAFT = new Draft(Kind.REPAIR, new RegionCode("35.03.01"), Optional.empty(), "x", "",
			List.of());

	@Test
	void theClocksAreThoseOfAWalkOverMinutes() {
		for (int round = 0; round < ROUNDS; round++) {
			new Walk(new Random(SEED + round), "round " + round).compare();
		}
	}

	private static final class Walk {

		private final Random random;
		private final String name;
		private final BitSet open = new BitSet(DAYS * DAY);
		private final OfficeCalendar calendar;
		private final int opened;
		private final List<Act> acts = new ArrayList<>();
		private final int now;
		private final Sla first;
		private Sla last;

		Walk(Random random, String name) {
			this.random = random;
			this.name = name;
			calendar = calendar();
			opened = random.nextInt(20 * DAY);
			first = sla();
			last = first;
			int at = opened;
			for (int i = random.nextInt(9); i > 0; i--) {
				at += random.nextInt(random.nextBoolean() ? 200 : 3 * DAY);
				acts.add(new Act(instant(at), "x", move()));
			}
			now = at + random.nextInt(4 * DAY);
		}

		private static Instant instant(int minute) {
			return BEGIN.plusSeconds(minute * 60L);
		}

		private Sla sla() {
			return new Sla(Duration.ofMinutes(4 * random.nextInt(20)), Duration.ofMinutes(4 + 4 * random.nextInt(20)),
					Duration.ofMinutes(4 + 4 * random.nextInt(300)), Duration.ofMinutes(4 + 4 * random.nextInt(300)));
		}

		/** Also such as no ticket makes: the clocks must not depend on it. */
		private Move move() {
			return switch (random.nextInt(10)) {
				case 0, 1 -> new Move.Wait("");
				case 2, 3 -> new Move.Work("");
				case 4 -> new Move.Assign("x");
				case 5 -> new Move.Number("1");
				case 6 -> new Move.Finish("x");
				case 7 -> new Move.Reopen("x");
				default -> new Move.Restandard(last = sla(), "x");
			};
		}

		/** Draws a calendar, and paints its minutes. */
		private OfficeCalendar calendar() {
			Map<DayOfWeek, List<Hours>> week = new TreeMap<>();
			for (DayOfWeek day : DayOfWeek.values()) {
				week.put(day, day == DayOfWeek.WEDNESDAY || random.nextInt(3) > 0 ? hours() : List.of());
			}
			Map<LocalDate, Holiday> holidays = new TreeMap<>();
			Map<LocalDate, List<Hours>> special = new TreeMap<>();
			for (int i = random.nextInt(6); i > 0; i--) {
				holidays.put(FIRST.plusDays(random.nextInt(40)), new Holiday(Holiday.Kind.NATIONAL, "x"));
				special.put(FIRST.plusDays(random.nextInt(40)), random.nextBoolean() ? hours() : List.of());
			}
			for (int day = 0; day < DAYS; day++) {
				LocalDate date = FIRST.plusDays(day);
				List<Hours> hours = special.containsKey(date) ? special.get(date)
						: holidays.containsKey(date) ? List.of() : week.get(date.getDayOfWeek());
				for (Hours each : hours) {
					open.set(day * DAY + each.from().toSecondOfDay() / 60, day * DAY + each.to().toSecondOfDay() / 60);
				}
			}
			return new OfficeCalendar(ZONE, week, special, holidays);
		}

		private List<Hours> hours() {
			int[] at = random.ints(0, DAY).distinct().limit(random.nextBoolean() ? 2 : 4).sorted().toArray();
			List<Hours> hours = new ArrayList<>();
			for (int i = 0; i < at.length; i += 2) {
				hours.add(new Hours(LocalTime.ofSecondOfDay(at[i] * 60L), LocalTime.ofSecondOfDay(at[i + 1] * 60L)));
			}
			return at.length == 4 && at[1] == at[2] ? hours() : hours;
		}

		void compare() {
			Ticket ticket = new Ticket(1, DRAFT, "x", instant(opened), first, acts);
			for (Clock clock : Clock.values()) {
				compare(ticket, clock);
			}
		}

		private void compare(Ticket ticket, Clock clock) {
			int target = (int) last.target(clock).toMinutes();
			int used = 0;
			int usedNow = 0;
			int end = Math.min(DAYS * DAY, now + 80 * DAY);
			int[] levels = { -1, -1, -1 };
			int due = -1;
			boolean runs = true;
			Status status = Status.NEW;
			boolean responded = false;
			int next = 0;
			for (int minute = opened; minute < end; minute++) {
				for (; next < acts.size() && !acts.get(next).at().isAfter(instant(minute)); next++) {
					Move move = acts.get(next).move();
					status = after(status, move);
					responded |= !(move instanceof Move.Assign || move instanceof Move.Reopen || move instanceof Move.Restandard);
				}
				runs = runs(clock, status, responded);
				usedNow = minute < now ? usedNow + (runs && open.get(minute) ? 1 : 0) : usedNow;
				used += runs && open.get(minute) ? 1 : 0;
				due = due < 0 && used >= target ? minute + 1 : due;
				for (Level level : Level.values()) {
					int index = level.ordinal();
					boolean isReached = used * 100L >= target * new long[] { 75, 100, 200 }[index];
					levels[index] = levels[index] < 0 && isReached ? minute + 1 : levels[index];
				}
				if (next == acts.size() && minute >= now && (!runs || levels[2] >= 0)) {
					break;
				}
			}
			ClockReading reading = ClockReading.of(ticket, clock, calendar, instant(now));
			String where = name + " " + clock;
			assertEquals(Duration.ofMinutes(usedNow), reading.used(), where);
			assertEquals(usedNow > target, reading.isLate(), where);
			same(due, reading.due(), runs, end, where);
			for (Level level : Level.values()) {
				int reached = levels[level.ordinal()];
				int told = reached < 0 ? -1 : open.nextSetBit(reached);
				same(told, ClockReading.reached(ticket, clock, level, calendar), runs, end, where + " " + level);
			}
		}

		/** What the walk did not come to must not be, or lie beyond its end. */
		private static void same(int walked, Optional<Instant> said, boolean runs, int end, String where) {
			if (walked >= 0) {
				assertEquals(Optional.of(instant(walked)), said, where);
			} else if (runs) {
				assertTrue(said.orElseThrow().isAfter(instant(end)), where);
			} else {
				assertEquals(Optional.empty(), said, where);
			}
		}

		private static Status after(Status status, Move move) {
			return switch (move) {
				case Move.Wait _ -> Status.WAITING;
				case Move.Work _ -> Status.IN_WORK;
				case Move.Assign _ -> Status.ASSIGNED;
				case Move.Finish _ -> Status.DONE;
				case Move.Reopen _ -> Status.REOPENED;
				default -> status;
			};
		}

		private static boolean runs(Clock clock, Status status, boolean responded) {
			boolean ours = status != Status.WAITING && status != Status.DONE;
			return switch (clock) {
				case RESPOND -> ours && !responded;
				case RESOLVE -> ours;
				case CENTRE -> status == Status.WAITING;
			};
		}
	}
}
