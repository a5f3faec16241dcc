package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import id.posko.inventory.Edit;
import id.posko.kit.DeviceKey;
import id.posko.kit.Holiday;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;
import id.posko.kit.RegionCode;
import id.posko.ticket.Act;
import id.posko.ticket.Clock;
import id.posko.ticket.Draft;
import id.posko.ticket.Kind;
import id.posko.ticket.Level;
import id.posko.ticket.Link;
import id.posko.ticket.Move;
import id.posko.ticket.Sla;
import id.posko.ticket.Status;
import id.posko.ticket.Ticket;
import id.posko.ticket.Tickets;

/** What the tables of tickets and of the calendar must do on every database. */
interface TicketCases {

	RegionCode PLACE = Offices.code(1);
	Instant OPENED = Instant.parse("2026-11-02T01:00:00.123456Z");
	Sla SLA = Sla.ofSop(Kind.JARKOMDAT, OfficeCalendar.standard());

	Database database();

	private static Draft draft(String device, String text) {
		return new Draft(Kind.JARKOMDAT, PLACE, Optional.of(new DeviceKey(PLACE, device)), "putus 😀 '", text,
				List.of(new Link(Link.Kind.DEVICE, "35.03.01/é"), new Link(Link.Kind.CHECK, "icmp")));
	}

	private static Ticket with(Ticket ticket, Move... moves) {
		List<Act> acts = new ArrayList<>(ticket.acts());
		for (Move move : moves) {
			acts.add(new Act(OPENED.plusSeconds(60L * (acts.size() + 1)), "adb é", move));
		}
		return new Ticket(ticket.number(), ticket.draft(), ticket.openedBy(), ticket.openedAt(), ticket.firstSla(), acts);
	}

	private static void assertSame(Ticket expected, Ticket ticket) {
		assertEquals(List.of(expected.number(), expected.draft(), expected.draft().site().text(), expected.openedBy(),
				expected.openedAt(), expected.firstSla(), expected.sla(), expected.acts(), expected.status()),
				List.of(ticket.number(), ticket.draft(), ticket.draft().site().text(), ticket.openedBy(), ticket.openedAt(),
						ticket.firstSla(), ticket.sla(), ticket.acts(), ticket.status()));
	}

	@Test
	default void ticketsComeBackAsTheyWere() throws IOException {
		Tickets tickets = new TicketRows(database());
		String odd = "a\n\n\\n\\\0\t''; drop table ticket; --" + "😀".repeat(4000) + "\n ";
		for (String text : List.of("", "\n", odd)) {
			Draft draft = draft("Modem", text);
			Ticket opened = tickets.open(draft, "adb", OPENED, SLA);
			Ticket expected = new Ticket(opened.number(), draft, "adb", OPENED, SLA, List.of());
			assertSame(expected, opened);
			for (Move move : List.of(new Move.Assign("adb"), new Move.Number("JK/1"), new Move.Wait(""), new Move.Work("\n"),
					new Move.Note(odd.substring(0, odd.offsetByCodePoints(0, 500))), new Move.Join(new Link(Link.Kind.RUN, "7")),
					new Move.Restandard(new Sla(Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofHours(30),
							Duration.ofDays(4)), "surat 1"),
					new Move.Tell(Clock.CENTRE, Level.ESCALATION), new Move.Finish("kabel"), new Move.Close(""),
					new Move.Reopen("lagi"), new Move.Merge(123_456_789_012L))) {
				expected = with(expected, move);
				assertTrue(tickets.add(expected));
				assertSame(expected, tickets.find(opened.number()).orElseThrow());
			}
		}
		assertEquals(Optional.empty(), tickets.find(99));
	}

	@Test
	default void ofTwoActsOnTheSameTicketOneIsKept() throws IOException {
		Tickets tickets = new TicketRows(database());
		Ticket ticket = tickets.open(draft("Modem", ""), "adb", OPENED, SLA);
		assertTrue(tickets.add(with(ticket, new Move.Assign("adb"))));
		assertFalse(tickets.add(with(ticket, new Move.Assign("teknisi"))));
		assertEquals(Optional.of("adb"), tickets.find(ticket.number()).orElseThrow().assignee());
		assertEquals(1, tickets.find(ticket.number()).orElseThrow().version());
	}

	@Test
	default void openTicketsPagesAndADevicesOwn() throws IOException {
		Tickets tickets = new TicketRows(database());
		for (String device : List.of("Modem", "Router", "Modem", "Modem")) {
			tickets.open(draft(device, ""), "adb", OPENED, SLA);
		}
		tickets.add(with(tickets.find(3).orElseThrow(), new Move.Finish("x")));
		assertEquals(List.of(1L, 2L, 4L), numbers(tickets.open()));
		assertEquals(Status.DONE, tickets.find(3).orElseThrow().status());
		assertEquals(List.of(4L, 3L), numbers(tickets.page(Long.MAX_VALUE, 2)));
		assertEquals(List.of(2L, 1L), numbers(tickets.page(3, 9)));
		assertEquals(List.of(4L, 3L, 1L), numbers(tickets.of(new DeviceKey(PLACE, "Modem"))));
		assertEquals(List.of(), tickets.of(new DeviceKey(PLACE, "PC")));
	}

	private static List<Long> numbers(List<Ticket> tickets) {
		return tickets.stream().map(Ticket::number).toList();
	}

	@Test
	default void aTicketFollowsItsDeviceWhenThatIsRenamed() throws IOException {
		InventoryRows inventory = new InventoryRows(database());
		DeviceKey old = new DeviceKey(PLACE, "PC 1");
		DeviceKey now = new DeviceKey(PLACE, "PC baru");
		inventory.write(Edit.put(List.of(Offices.site(1)), List.of(Offices.device(old, ""))));
		Tickets tickets = new TicketRows(database());
		Ticket ticket = tickets.open(draft("PC 1", ""), "adb", OPENED, SLA);
		inventory.write(new Edit(List.of(), Map.of(old, now), Set.of(), Set.of(), List.of()));
		assertEquals(Optional.of(now), tickets.find(ticket.number()).orElseThrow().draft().cause());
		assertEquals(List.of(ticket.number()), numbers(tickets.of(now)));
		inventory.write(new Edit(List.of(), Map.of(), Set.of(now), Set.of(), List.of()));
		assertEquals(Optional.of(old), tickets.find(ticket.number()).orElseThrow().draft().cause());
	}

	@Test
	default void theCalendarIsTheStandardOneUntilAnotherIsKept() throws IOException {
		OfficeHours hours = new CalendarRows(database());
		OfficeCalendar standard = OfficeCalendar.standard();
		assertEquals(standard, hours.calendar());
		Map<LocalDate, Holiday> holidays = new TreeMap<>(standard.holidays());
		for (int i = 0; i < 200; i++) {
			holidays.put(LocalDate.of(2027, 1, 1).plusDays(i), new Holiday(Holiday.Kind.LOCAL, "Hari jadi é 😀 " + i));
		}
		OfficeCalendar other = new OfficeCalendar(standard.zone(), standard.week(), Map.of(), holidays);
		hours.keep(other);
		hours.keep(other);
		assertEquals(other, hours.calendar());
	}
}
