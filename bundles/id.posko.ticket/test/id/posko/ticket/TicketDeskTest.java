package id.posko.ticket;

import static id.posko.ticket.Book.ADB;
import static id.posko.ticket.Book.AUDITOR;
import static id.posko.ticket.Book.OPERATOR;
import static id.posko.ticket.Book.TECHNICIAN;
import static id.posko.ticket.Book.at;
import static id.posko.ticket.Book.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Holiday;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.Notices;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.memory.UsualHours;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.staff.Role;
import id.posko.ticket.TicketDesk.Alarm;

class TicketDeskTest {

	@TempDir
	Path folder;
	private Book book;

	@BeforeEach
	void open() throws IOException {
		book = new Book(folder);
	}

	private Ticket opened() throws IOException {
		return assertInstanceOf(Outcome.Went.class, book.desk.open(OPERATOR, draft("35.03.01", "Modem"), true)).ticket();
	}

	private Outcome move(Actor by, Ticket ticket, Move move) throws IOException {
		return book.desk.move(by, ticket.number(), book.find(ticket.number()).orElseThrow().version(), move);
	}

	private Ticket moved(Actor by, Ticket ticket, Move... moves) throws IOException {
		Ticket now = ticket;
		for (Move move : moves) {
			now = assertInstanceOf(Outcome.Went.class, move(by, now, move), move.toString()).ticket();
		}
		return now;
	}

	private void refused(Refusal refusal, Actor by, Ticket ticket, Move move) throws IOException {
		Ticket before = book.find(ticket.number()).orElseThrow();
		Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, move(by, ticket, move), move.toString());
		assertEquals(refusal, refused.refusal(), move.toString());
		assertEquals(before, book.find(ticket.number()).orElseThrow());
		assertFalse(new Told(Words.INDONESIAN).refusal(refused).isBlank());
	}

	@Test
	void aLinesTicketGoesFromNewToClosedAndIsOpenedAgain() throws IOException {
		Ticket ticket = opened();
		refused(Refusal.NOT_NOW, ADB, ticket, new Move.Wait(""));
		moved(ADB, ticket, new Move.Assign("adb"));
		refused(Refusal.NO_NUMBER, ADB, ticket, new Move.Wait(""));
		Ticket waiting = moved(ADB, ticket, new Move.Number("JK-2026-0077"), new Move.Wait("VSAT"));
		assertEquals("JK-2026-0077", waiting.queueNumber().orElseThrow());
		moved(ADB, ticket, new Move.Work(""), new Move.Finish("modem diganti"), new Move.Close(""));
		Ticket again = moved(OPERATOR, ticket, new Move.Reopen("putus lagi"));
		assertEquals(Status.REOPENED, again.status());
		assertEquals(List.of("Assign", "Number", "Wait", "Work", "Finish", "Close", "Reopen"),
				again.acts().stream().map(act -> act.move().getClass().getSimpleName()).toList());
		assertEquals(List.of("operator ticket opened 35.03.01 Modem putus", "adb ticket assign ticket 1",
				"adb ticket number ticket 1", "adb ticket wait ticket 1", "adb ticket work ticket 1",
				"adb ticket finish ticket 1", "adb ticket close ticket 1", "operator ticket reopen ticket 1"), book.acts());
	}

	/** Which move leads from where: all the others are refused. */
	@Test
	void everyStatusLetsThroughItsOwnMovesAlone() throws IOException {
		Map<Status, Move> to = Map.of(Status.ASSIGNED, new Move.Assign("adb"), Status.WAITING, new Move.Wait(""),
				Status.IN_WORK, new Move.Work(""), Status.DONE, new Move.Finish("x"), Status.CLOSED, new Move.Close(""),
				Status.REOPENED, new Move.Reopen("x"));
		Map<Status, List<Move>> way = Map.of(Status.NEW, List.of(), Status.ASSIGNED, List.of(to.get(Status.ASSIGNED)),
				Status.WAITING, List.of(to.get(Status.ASSIGNED), to.get(Status.WAITING)), Status.IN_WORK,
				List.of(to.get(Status.ASSIGNED), to.get(Status.IN_WORK)), Status.DONE, List.of(to.get(Status.DONE)),
				Status.CLOSED, List.of(to.get(Status.DONE), to.get(Status.CLOSED)), Status.REOPENED,
				List.of(to.get(Status.DONE), to.get(Status.REOPENED)));
		for (Status from : Status.values()) {
			Set<Status> reached = EnumSet.noneOf(Status.class);
			for (var next : to.entrySet()) {
				Ticket ticket = moved(ADB, opened(), new Move.Number("1"));
				moved(ADB, ticket, way.get(from).toArray(Move[]::new));
				if (move(ADB, ticket, next.getValue()) instanceof Outcome.Went(Ticket now)) {
					assertEquals(next.getKey(), now.status());
					reached.add(now.status());
				}
			}
			assertEquals(from.next(), reached, from.name());
		}
	}

	@Test
	void whoMayIsAskedByPermissionAndPlace() throws IOException {
		assertThrows(NotPermitted.class, () -> book.desk.open(AUDITOR, draft("35.03.01", "Modem"), true));
		assertThrows(NotPermitted.class, () -> book.desk.open(OPERATOR, draft("35.03.02", "Modem"), true));
		Ticket ticket = opened();
		assertThrows(NotPermitted.class, () -> move(OPERATOR, ticket, new Move.Assign("adb")));
		assertThrows(NotPermitted.class, () -> move(TECHNICIAN, ticket, new Move.Restandard(ticket.sla(), "x")));
		moved(TECHNICIAN, ticket, new Move.Assign("teknisi"));
		refused(Refusal.NOT_YOURS, OPERATOR, ticket, new Move.Work(""));
		refused(Refusal.NOT_YOURS, OPERATOR, ticket, new Move.Assign("operator"));
		moved(TECHNICIAN, ticket, new Move.Work(""), new Move.Finish("kabel"));
		assertThrows(NotPermitted.class, () -> move(TECHNICIAN, ticket, new Move.Close("")));
		moved(ADB, ticket, new Move.Close(""));
		assertTrue(book.acts().contains("auditor refused: " + Permission.TICKET + " Modem putus"));
	}

	@Test
	void ofTwoWhoMoveAtTheSameMomentOneWinsAndTheOtherIsTold() throws Exception {
		Ticket ticket = opened();
		for (int round = 0; round < 20; round++) {
			int seen = book.find(ticket.number()).orElseThrow().version();
			CyclicBarrier start = new CyclicBarrier(2);
			List<Outcome> outcomes = new ArrayList<>();
			try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
				List<Future<Outcome>> both = new ArrayList<>();
				for (Actor by : List.of(ADB, Book.actor("kasi", Role.KASI_SIAK, Optional.empty()))) {
					both.add(threads.submit(() -> {
						start.await();
						return book.desk.move(by, ticket.number(), seen, new Move.Assign(by.name()));
					}));
				}
				for (Future<Outcome> each : both) {
					outcomes.add(each.get());
				}
			}
			Outcome.Went went = (Outcome.Went) outcomes.stream().filter(Outcome.Went.class::isInstance).findFirst()
					.orElseThrow();
			Outcome.Overtaken other = (Outcome.Overtaken) outcomes.stream().filter(Outcome.Overtaken.class::isInstance)
					.findFirst().orElseThrow();
			assertEquals(went.ticket().assignee(), other.ticket().assignee());
			assertEquals(seen + 1, book.find(ticket.number()).orElseThrow().version());
			assertEquals("Tiket 1 sudah diubah oleh " + went.ticket().assignee().orElseThrow()
					+ ", sekarang Ditugaskan. Lihat dahulu, lalu ulangi.", new Told(Words.INDONESIAN).overtaken(other.ticket()));
		}
	}

	@Test
	void anOpenTicketForTheSameCauseIsOfferedAndCanTakeTheOther() throws IOException {
		Ticket first = opened();
		Outcome.Duplicate same = assertInstanceOf(Outcome.Duplicate.class,
				book.desk.open(ADB, draft("350301", "Modem"), false));
		assertEquals(List.of(first), same.open());
		assertInstanceOf(Outcome.Went.class, book.desk.open(ADB, draft("35.03.01", "Router"), false));
		Ticket third = assertInstanceOf(Outcome.Went.class, book.desk.open(ADB, draft("35.03.01", "Modem"), true)).ticket();
		refused(Refusal.NOT_THERE, ADB, third, new Move.Merge(third.number()));
		refused(Refusal.NOT_THERE, ADB, third, new Move.Merge(99));
		Ticket merged = moved(ADB, third, new Move.Merge(first.number()));
		assertEquals(Status.CLOSED, merged.status());
		assertTrue(merged.links().contains(new Link(Link.Kind.TICKET, "1")));
		assertTrue(book.find(1).orElseThrow().links().contains(new Link(Link.Kind.TICKET, "3")));
		refused(Refusal.MERGED, ADB, third, new Move.Reopen("x"));
		moved(ADB, first, new Move.Finish("kabel"));
		assertInstanceOf(Outcome.Went.class, book.desk.open(ADB, draft("35.03.01", "Modem"), false));
	}

	@Test
	void emptyAndOverlongTextsAreRefused() throws IOException {
		Ticket ticket = opened();
		refused(Refusal.NO_TEXT, ADB, ticket, new Move.Note(" "));
		refused(Refusal.BAD_TEXT, ADB, ticket, new Move.Note("a\0b"));
		refused(Refusal.BAD_TEXT, ADB, ticket, new Move.Note("a\ud83d"));
		refused(Refusal.NOT_NOW, ADB, ticket, new Move.Tell(Clock.RESOLVE, Level.BREACH));
		refused(Refusal.TOO_LONG, ADB, ticket, new Move.Note("😀".repeat(2001)));
		moved(ADB, ticket, new Move.Note("😀".repeat(2000)));
		refused(Refusal.NO_TEXT, ADB, ticket, new Move.Finish(""));
		refused(Refusal.UNKNOWN, ADB, 77, new Move.Note("x"));
		assertEquals(new Outcome.Refused(Refusal.NO_TEXT, ""), book.desk.open(ADB,
				new Draft(Kind.REPAIR, Book.PANGGUL, Optional.empty(), " ", "", List.of()), false));
	}

	private void refused(Refusal refusal, Actor by, long number, Move move) throws IOException {
		assertEquals(new Outcome.Refused(refusal, number + ""), book.desk.move(by, number, 0, move));
	}

	@Test
	void whoHasToKnowIsToldOnceAndAtOfficeHours() throws IOException {
		book.now = at("2026-11-02T15:00");
		Ticket ticket = opened();
		assertEquals(List.of(), book.desk.alarms());
		book.now = at("2026-11-02T15:46");
		Alarm warning = book.desk.alarms().getFirst();
		assertEquals(List.of(Clock.RESPOND, Level.WARNING, at("2026-11-02T15:45")),
				List.of(warning.clock(), warning.level(), warning.at()));
		assertInstanceOf(Outcome.Went.class, book.desk.told("komputer-1", warning));
		assertEquals(List.of(), book.desk.alarms());
		book.now = at("2026-11-03T00:00");
		assertEquals(List.of(), book.desk.alarms());
		book.now = at("2026-11-03T07:31");
		Alarm breach = book.desk.alarms().getFirst();
		assertEquals(Level.BREACH, breach.level());
		assertEquals("KASI_SIAK", breach.level().role().orElseThrow().name());
		book.now = at("2026-11-03T12:00");
		assertEquals(List.of(), book.desk.alarms());
		book.now = at("2026-11-03T13:00");
		assertEquals(Level.ESCALATION, book.desk.alarms().getFirst().level());
		assertInstanceOf(Outcome.Went.class, book.desk.told("komputer-1", book.desk.alarms().getFirst()));
		moved(ADB, ticket, new Move.Number("1"), new Move.Assign("adb"), new Move.Wait(""));
		book.now = at("2026-11-03T15:00");
		assertEquals(List.of(), book.desk.alarms());
	}

	@Test
	void theBellTellsByTheOfficesWaysAndKeepsThatItDid() throws IOException {
		opened();
		List<Notices.Message> messages = new ArrayList<>();
		AlarmBell bell = new AlarmBell(book.desk, new Inventory() {
			@Override
			public Fleet fleet() {
				return new Fleet(List.of(new Site(Book.PANGGUL, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.VSAT)),
						List.of(new Device(new DeviceKey(Book.PANGGUL, "Modem"), DeviceKind.MODEM, Optional.empty(), "", "", 0,
								Optional.empty(), "")));
			}

			@Override
			public Subscription onChange(Consumer<Fleet> listener) {
				return () -> {
				};
			}
		}, new UsualHours(), messages::add, Words.INDONESIAN);
		bell.ring();
		book.now = at("2026-11-02T09:10");
		bell.ring();
		bell.ring();
		assertEquals(List.of("Tanggapan tiket 1 (Modem putus) lewat waktu sejak 2 Nov 2026 09.00 WIB. Untuk: Kasi SIAK."),
				messages.stream().map(Notices.Message::sentence).toList());
		assertEquals(new Move.Tell(Clock.RESPOND, Level.BREACH), book.find(1).orElseThrow().acts().getLast().move());
		bell.close();
	}

	@Test
	void everyMoveAndReadingCanBeSaid() throws IOException {
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			Told told = new Told(locale, Book.OFFICE.zone());
			for (Move move : List.of(new Move.Assign("a"), new Move.Number("1"), new Move.Wait(""), new Move.Work("x"),
					new Move.Finish("x"), new Move.Close(""), new Move.Reopen("x"), new Move.Merge(1), new Move.Note("x"),
					new Move.Join(new Link(Link.Kind.RUN, "7")), new Move.Restandard(Sla.ofSop(Kind.JARKOMDAT, Book.OFFICE), "x"),
					new Move.Tell(Clock.RESOLVE, Level.BREACH))) {
				assertFalse(told.move(move).isBlank());
			}
			for (Refusal refusal : Refusal.values()) {
				assertFalse(told.refusal(new Outcome.Refused(refusal, "NEW")).isBlank());
			}
			for (Level level : Level.values()) {
				assertFalse(told.level(level).isBlank());
			}
		}
		Ticket ticket = opened();
		book.now = at("2026-11-02T08:30");
		Told told = new Told(Words.INDONESIAN, Book.OFFICE.zone());
		assertEquals(List.of("Tanggapan: 30 menit dari 1 jam, batas 2 Nov 2026 09.00 WIB",
				"Penyelesaian: 30 menit dari 8 jam 30 menit, batas 3 Nov 2026 09.00 WIB"),
				book.desk.readings(ticket).stream().map(told::reading).toList());
		book.now = at("2026-11-02T10:00");
		assertEquals("Tanggapan: 2 jam dari 1 jam, lewat 1 jam", told.reading(book.desk.readings(ticket).getFirst()));
	}

	@Test
	void whatIsFoundAgainIsAddedToTheOpenTicketInsteadOfAnother() throws IOException {
		Ticket first = opened();
		Draft again = new Draft(Kind.JARKOMDAT, first.draft().site(), first.draft().cause(), "Modem putus",
				"x".repeat(3000), List.of(new Link(Link.Kind.CHECK, "icmp"), new Link(Link.Kind.DEVICE, "35.03.01/PC 1")));
		Ticket added = assertInstanceOf(Outcome.Went.class, book.desk.add(TECHNICIAN, 1, first.version(), again)).ticket();
		assertEquals(2000, ((Move.Note) added.acts().getFirst().move()).text().length());
		assertTrue(added.links().containsAll(again.links()));
		assertEquals(Status.NEW, added.status());
		assertEquals(1, book.open().size());
		Ticket twice = assertInstanceOf(Outcome.Went.class, book.desk.add(ADB, 1, added.version(), again)).ticket();
		assertEquals(added.version() + 1, twice.version());
		assertInstanceOf(Outcome.Overtaken.class, book.desk.add(ADB, 1, added.version(), again));
		assertEquals(new Outcome.Refused(Refusal.UNKNOWN, "9"), book.desk.add(ADB, 9, 0, again));
		assertThrows(NotPermitted.class, () -> book.desk.add(AUDITOR, 1, twice.version(), again));
	}

	@Test
	void aTicketIsNearlyDueThenLateAndConcernsWhoHasItThenTheHeads() throws IOException {
		Actor head = Book.actor("kasi", Role.KASI_SIAK, Optional.empty());
		Actor chief = Book.actor("kabid", Role.KABID_PIAK, Optional.empty());
		Ticket ticket = opened();
		assertEquals(Optional.empty(), level(ticket));
		book.now = at("2026-11-02T08:46");
		assertEquals(Optional.of(Level.WARNING), level(ticket));
		book.now = at("2026-11-02T09:01");
		assertEquals(Optional.of(Level.BREACH), level(ticket));
		assertTrue(book.desk.standings(List.of(ticket)).getFirst().isLate());
		book.now = at("2026-11-02T10:01");
		assertEquals(Optional.of(Level.ESCALATION), level(ticket));
		Ticket waiting = moved(ADB, ticket, new Move.Number("1"), new Move.Assign("teknisi"), new Move.Wait(""));
		assertEquals(Optional.empty(), level(waiting));
		assertTrue(Level.WARNING.concerns(ticket, TECHNICIAN) && Level.WARNING.concerns(ticket, OPERATOR));
		assertFalse(Level.WARNING.concerns(ticket, AUDITOR));
		assertTrue(Level.WARNING.concerns(waiting, TECHNICIAN));
		assertFalse(Level.WARNING.concerns(waiting, ADB));
		assertTrue(Level.BREACH.concerns(waiting, head) && Level.ESCALATION.concerns(waiting, chief));
		assertFalse(Level.BREACH.concerns(waiting, TECHNICIAN) || Level.ESCALATION.concerns(waiting, head));
		assertFalse(Level.BREACH.concerns(waiting,
				Book.actor("lain", Role.KASI_SIAK, Optional.of(new RegionCode("35.03.02")))));
	}

	private Optional<Level> level(Ticket ticket) throws IOException {
		return book.desk.standings(List.of(ticket)).getFirst().level();
	}

	@Test
	void aCalendarThatIsNotKeptYetTellsWhoseTimesItMoves() throws IOException {
		book.now = at("2026-11-02T15:30");
		Ticket ticket = opened();
		CalendarDraft draft = CalendarDraft.of(Book.OFFICE);
		assertEquals(List.of(), book.desk.movedBy(draft.calendar()));
		assertEquals(List.of(ticket), book.desk.movedBy(draft.holiday(LocalDate.of(2026, 11, 3), Holiday.Kind.LOCAL,
				"Hari jadi").orElseThrow().calendar()));
		assertEquals(List.of(), book.desk.movedBy(draft.holiday(LocalDate.of(2026, 12, 3), Holiday.Kind.LOCAL,
				"Hari jadi").orElseThrow().calendar()));
	}

	@Test
	void aTableOfTicketsLeavesTheConsoleForWhoMayAtAllItsPlaces() throws IOException {
		book.desk.export(ADB, "tiket.xlsx", List.of(Book.PANGGUL));
		assertThrows(NotPermitted.class, () -> book.desk.export(OPERATOR, "tiket.xlsx", List.of(Book.PANGGUL)));
		assertEquals(List.of("adb tickets exported tiket.xlsx", "operator refused: EXPORT tiket.xlsx"), book.acts());
	}
}
