package id.posko.ticket.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.RegionCode;
import id.posko.ticket.Act;
import id.posko.ticket.Draft;
import id.posko.ticket.Kind;
import id.posko.ticket.Move;
import id.posko.ticket.Sla;
import id.posko.ticket.Standing;
import id.posko.ticket.Status;
import id.posko.ticket.Ticket;
import id.posko.ticket.ui.TicketLine.Plight;

class BoardColumnTest {

	private static final OfficeCalendar OFFICE = OfficeCalendar.standard();
	private static final Instant OPENED = at("2026-11-02T08:00");

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(OFFICE.zone()).toInstant();
	}

	private static TicketLine line(long number, String now, Optional<Instant> recovered, Move... moves) {
		List<Act> acts = new ArrayList<>();
		for (Move move : moves) {
			acts.add(new Act(OPENED.plusSeconds(60), "adb", move));
		}
		Ticket ticket = new Ticket(number, new Draft(Kind.REPAIR, new RegionCode("35.03.01"), Optional.empty(), "Kursi patah",
				"", List.of()), "adb", OPENED.plusSeconds(number), Sla.ofSop(Kind.JARKOMDAT, OFFICE), acts);
		return new TicketLine(Standing.of(ticket, OFFICE, at(now)), recovered, "Kecamatan Panggul", "", "");
	}

	private static List<String> columns(TicketLine... lines) {
		return BoardColumn.of(List.of(lines)).stream().map(column -> column.status() + " "
				+ column.lines().stream().map(line -> line.ticket().number()).toList()).toList();
	}

	@Test
	void thereIsAColumnForEachStatusFromNewToClosedAndForReopenedIfThereIsOne() {
		assertEquals(List.of("NEW []", "ASSIGNED []", "WAITING []", "IN_WORK []", "DONE []", "CLOSED []"), columns());
		String now = "2026-11-02T09:00";
		Optional<Instant> none = Optional.empty();
		assertEquals(List.of("NEW [2, 3]", "REOPENED [5]", "ASSIGNED [4]", "WAITING []", "IN_WORK []", "DONE [7, 6]",
				"CLOSED []"),
				columns(line(3, now, none), line(2, now, none), line(4, now, none, new Move.Assign("a")),
						line(5, now, none, new Move.Finish("x"), new Move.Reopen("x")),
						line(6, now, none, new Move.Finish("x")), line(7, now, none, new Move.Finish("x"))));
	}

	@Test
	void aTicketIsLateNearlyDueWellAgainOrDone() {
		Optional<Instant> none = Optional.empty();
		assertEquals(Plight.RUNNING, line(1, "2026-11-02T08:30", none).plight());
		assertEquals(Plight.SOON, line(1, "2026-11-02T08:50", none).plight());
		assertEquals(Plight.LATE, line(1, "2026-11-02T09:10", none).plight());
		assertEquals(Plight.RECOVERED, line(1, "2026-11-02T09:10", Optional.of(OPENED)).plight());
		assertEquals(Plight.RUNNING, line(1, "2026-11-02T10:10", none, new Move.Assign("a"), new Move.Wait("")).plight());
		TicketLine done = line(1, "2026-11-09T09:10", none, new Move.Finish("x"));
		assertEquals(Plight.OVER, done.plight());
		assertFalse(done.isOpen());
		assertEquals(Instant.MAX, done.dueAt());
	}

	@Test
	void itIsFoundByItsNumberTitleOfficeOfficerAndQueueNumber() {
		TicketLine line = line(12, "2026-11-02T09:10", Optional.empty(), new Move.Assign("siti"), new Move.Number("JK-7"));
		for (String words : List.of("", "12", "KURSI panggul", "siti jk-7", " patah ")) {
			assertTrue(line.isCalled(words), words);
		}
		assertFalse(line.isCalled("kursi baru"));
	}
}
