package id.posko.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.CalendarText;
import id.posko.kit.Holiday;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;
import id.posko.staff.Acts;
import id.posko.staff.DayKey;
import id.posko.staff.Journal;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;

class CalendarDraftTest {

	private static final CalendarDraft KEPT = CalendarDraft.of(OfficeCalendar.standard());
	private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

	@TempDir
	private Path folder;

	@Test
	void aDayIsAddedSeenInItsMonthAndUndone() {
		assertEquals(Duration.ofMinutes(20 * 450), KEPT.work(YearMonth.of(2026, 1)));
		assertEquals(20, KEPT.days(YearMonth.of(2026, 1)));
		CalendarDraft draft = KEPT.holiday(LocalDate.of(2026, 1, 5), Holiday.Kind.LOCAL, " Hari  jadi ").orElseThrow();
		assertEquals(19, draft.days(YearMonth.of(2026, 1)));
		assertEquals(Duration.ofMinutes(450), draft.workBefore(2026).minus(draft.work(2026)));
		assertEquals(List.of("lokal 2026-01-05 Hari jadi"), draft.added());
		assertEquals(List.of(), draft.removed());
		assertTrue(draft.isChanged() && draft.canUndo());
		CalendarDraft without = draft.without(LocalDate.of(2026, 1, 1));
		assertEquals(List.of("libur 2026-01-01 Tahun Baru 2026 Masehi"), without.removed());
		assertEquals(draft.calendar(), without.undone().calendar());
		assertEquals(KEPT.calendar(), without.undone().undone().calendar());
		assertFalse(without.undone().undone().isChanged());
		assertEquals(KEPT.calendar(), KEPT.undone().calendar());
	}

	@Test
	void otherHoursOfADayWinOverItsHoliday() {
		CalendarDraft draft = KEPT.holiday(DAY, Holiday.Kind.JOINT_LEAVE, "x").orElseThrow()
				.hours(DAY, "08:00-12.00  12.30-15.00").orElseThrow();
		assertEquals(2, draft.calendar().hours(DAY).size());
		assertTrue(draft.without(DAY).added().isEmpty());
		for (String bad : List.of("", " ", "8-12", "12.00-08.00", "08.00-12.00 12.00-13.00", "08.00-12.00 09.00-10.00",
				"08.00-12.00 x", "25.00-26.00", "#")) {
			assertEquals(Optional.empty(), KEPT.hours(DAY, bad), bad);
		}
	}

	@Test
	void aNameIsOneLineOfTheTextAndCanBeReadAgain() {
		for (String name : List.of("a#b", "a\nlibur 2027-01-01 x", "  é 😀 ", "zona Asia/Jakarta", "x".repeat(5000), "a\ud83d b")) {
			CalendarDraft draft = KEPT.holiday(DAY, Holiday.Kind.NATIONAL, name).orElseThrow();
			assertEquals(new CalendarText.Read(draft.calendar()), CalendarText.parse(CalendarText.of(draft.calendar())), name);
			assertEquals(1, draft.added().size());
		}
		for (String none : List.of("", "  ", "#", "\n\t#")) {
			assertEquals(Optional.empty(), KEPT.holiday(DAY, Holiday.Kind.NATIONAL, none), none);
		}
	}

	@Test
	void theWeekKeepsItsLunchAndNeedsHours() {
		Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			week.put(day, "");
		}
		assertEquals(Optional.empty(), KEPT.week(week));
		week.put(DayOfWeek.SATURDAY, "08.00-12.00 13.00-14.00");
		CalendarDraft draft = KEPT.week(week).orElseThrow();
		assertEquals(Duration.ofHours(5), draft.calendar().day());
		week.put(DayOfWeek.SUNDAY, "malam");
		assertEquals(Optional.empty(), KEPT.week(week));
		assertTrue(CalendarDraft.areHours(" 07.30-12.00 ") && CalendarDraft.areHours("") && !CalendarDraft.areHours("07.30"));
	}

	@Test
	void aTextAddsItsDaysOrIsTheWholeCalendar() {
		CalendarDraft added = taken("\uFEFF# SKB 2027\nlibur 2027-01-01 Tahun Baru\ncuti 2026-02-16 Imlek\n"
				+ "jam 2027-02-10 08.00-12.00\n");
		assertEquals(OfficeCalendar.standard().week(), added.calendar().week());
		assertEquals(OfficeCalendar.standard().holidays().size() + 1, added.calendar().holidays().size());
		assertEquals("Imlek", added.calendar().holidays().get(LocalDate.of(2026, 2, 16)).name());
		CalendarDraft week = taken("senin 08.00-09.00\n");
		assertEquals(Duration.ofHours(1), week.calendar().day());
		assertEquals(OfficeCalendar.standard().holidays(), week.calendar().holidays());
		CalendarDraft whole = taken("zona Asia/Makassar\nsenin 08.00-09.00\n");
		assertEquals(Map.of(), whole.calendar().holidays());
		assertEquals("Asia/Makassar", whole.calendar().zone().getId());
		CalendarDraft.Faulty faulty = assertInstanceOf(CalendarDraft.Faulty.class,
				KEPT.text("libur 2027-02-30 x\nlibur 2027-01-01\nlibr 2027-01-01 x\nzona Mars\n"));
		assertEquals(List.of(1, 2, 3, 4), faulty.faults().stream().map(CalendarText.Fault::line).toList());
		assertInstanceOf(CalendarDraft.Faulty.class, KEPT.text("x".repeat(300_000)));
		assertEquals(KEPT.calendar(), taken("").calendar());
	}

	private static CalendarDraft taken(String text) {
		return assertInstanceOf(CalendarDraft.Taken.class, KEPT.text(text)).draft();
	}

	@Test
	void itIsKeptByWhoMayIfNobodyWasFasterAndJournalled() throws IOException {
		AtomicReference<OfficeCalendar> kept = new AtomicReference<>(OfficeCalendar.standard());
		OfficeHours hours = new OfficeHours() {
			@Override
			public OfficeCalendar calendar() {
				return kept.get();
			}

			@Override
			public void keep(OfficeCalendar calendar) {
				kept.set(calendar);
			}
		};
		Book book = new Book(folder.resolve("buku"));
		Journal journal = new Journal(folder.resolve("jurnal"), book, new DayKey(book), () -> book.now, Book.OFFICE.zone());
		CalendarDesk desk = new CalendarDesk(hours, new Acts(journal));
		OfficeCalendar first = KEPT.holiday(DAY, Holiday.Kind.LOCAL, "a").orElseThrow().calendar();
		OfficeCalendar second = KEPT.holiday(DAY, Holiday.Kind.LOCAL, "b").orElseThrow().calendar();
		assertThrows(NotPermitted.class, () -> desk.keep(Book.TECHNICIAN, KEPT.calendar(), first));
		assertEquals(KEPT.calendar(), desk.calendar());
		assertTrue(desk.keep(Book.ADB, KEPT.calendar(), first));
		assertFalse(desk.keep(Book.actor("kasi", Role.KASI_SIAK, Optional.empty()), KEPT.calendar(), second));
		assertEquals(first, desk.calendar());
		assertTrue(desk.keep(Book.ADB, first, KEPT.calendar()));
		List<String> acts = new ArrayList<>();
		journal.read(entry -> acts.add(entry.who() + " " + entry.act()));
		acts.removeIf(line -> line.endsWith(" day"));
		assertEquals(List.of("teknisi refused: PROCEDURES", "adb calendar changed", "adb calendar changed"), acts);
	}
}
