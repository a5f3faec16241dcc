package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Checks;
import id.posko.health.Evidence;
import id.posko.health.Monitoring;
import id.posko.health.Sample;
import id.posko.health.Settings;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.memory.People;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.DayKey;
import id.posko.staff.Journal;
import id.posko.staff.Post;
import id.posko.staff.Role;
import id.posko.ticket.CalendarDesk;
import id.posko.ticket.Draft;
import id.posko.ticket.Sla;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Tickets;

/** What {@code posko ticket} and {@code posko calendar} print, keep and end with. */
class TicketVerbTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");

	@TempDir
	Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private final Book book = new Book();
	private final Past past = new Past();
	private volatile boolean isCut = true;
	private Monitoring monitoring;
	private TicketVerb verb;
	private CalendarVerb calendar;

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(PLACE, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
					List.of(device("Pusat", DeviceKind.DATA_CENTRE), device("Modem", DeviceKind.MODEM)));
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> { };
		}
	};

	private final Check check = new Check() {
		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return true;
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			return isCut && device.kind() == DeviceKind.MODEM
					? new Answer.Failed(Cause.of("silent", Duration.ofSeconds(2)), Evidence.of("icmp-raw"))
					: new Answer.Answered(Evidence.of("icmp-raw", "127.0.0.1", Duration.ofMillis(3)));
		}
	};

	private static Device device(String name, DeviceKind kind) {
		return new Device(new DeviceKey(PLACE, name), kind, Address.tryParse("127.0.0.1"), "", "", 0,
				Optional.empty(), "");
	}

	@BeforeEach
	void open() {
		Acts acts = new Acts(new Journal(folder.resolve("journal"), book, new DayKey(book), InstantSource.system(),
				OfficeCalendar.standard().zone()));
		monitoring = new Monitoring(inventory, new Checks(List.of(check)), past, Settings.DEFAULT, InstantSource.system());
		verb = new TicketVerb(new TicketDesk(book, book, acts, InstantSource.system()), inventory, monitoring, past, book);
		calendar = new CalendarVerb(new CalendarDesk(book, acts));
	}

	@AfterEach
	void close() {
		monitoring.close();
	}

	private int run(String... words) {
		return run(verb, words);
	}

	private int run(Verb each, String... words) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8),
				Words.INDONESIAN, folder)
				.by(new Actor("adb", "adb", List.of(new Post(Role.ADB, Optional.empty())), "komputer-1"));
		return CommandForm.of(each.on(call), "posko", call).execute(words);
	}

	private String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aBrokenPathIsTakenToItsEnd() throws IOException {
		assertEquals(Call.WELL, run("new", "Modem"), err());
		assertEquals("   1  Baru            -            Modem Kecamatan Panggul mati\n", out());
		assertEquals(Call.NOT_WELL, run("new", "35.03.01/Modem"));
		assertTrue(err().startsWith("Sudah ada tiket terbuka untuk sebab yang sama."), err());
		assertEquals(Call.WELL, run("move", "1", "assign"), err());
		assertEquals(Call.WRONG_USE, run("move", "1", "wait"));
		assertEquals("Catat dahulu nomor tiket dari helpdesk.\n", err());
		assertEquals(Call.WELL, run("move", "1", "number", "JK-77"));
		assertEquals(Call.NOT_WELL, run("move", "1", "wait", "--seen", "1"));
		assertEquals("Tiket 1 sudah diubah oleh adb, sekarang Ditugaskan. Lihat dahulu, lalu ulangi.\n", err());
		assertEquals(Call.WELL, run("move", "1", "wait", "--seen", "2"));
		assertEquals(Call.WRONG_USE, run("new", "Modem", "--into", "9"));
		assertEquals(Call.WELL, run("new", "Modem", "--into", "1"), err());
		assertEquals("   1  Menunggu pusat  adb          Modem Kecamatan Panggul mati\n", out());
		assertEquals(Call.WELL, run("show", "1"));
		assertTrue(out().contains("Catatan: Modem Kecamatan Panggul mati"), out());
		assertTrue(out().contains("Nomor tiket helpdesk: JK-77") && out().contains("Menunggu pusat"), out());
		assertEquals(Call.WELL, run("evidence", "1", "bukti"), err());
		assertTrue(Files.exists(folder.resolve("bukti/bagit.txt")));
		assertEquals(Call.WRONG_USE, run("evidence", "1", "bukti"));
		assertEquals(Call.WELL, run("evidence", "1", "bukti.zip"), err());
		assertTrue(Files.size(folder.resolve("bukti.zip")) > 0);
		assertEquals(Call.WRONG_USE, run("evidence", "1", "bukti.zip"));
		isCut = false;
		assertEquals(Call.WRONG_USE, run("new", "Modem"));
		assertTrue(err().startsWith("Tidak ada gangguan untuk ditiketkan."), err());
		assertEquals(Call.WELL, run("list"));
		assertTrue(out().contains("pulih sejak"), out());
		assertEquals(Call.WELL, run("move", "1", "finish", "modem dinyalakan"));
		assertEquals(Call.WELL, run("move", "1", "close"));
		assertEquals(Call.WELL, run("list"));
		assertEquals("Tidak ada tiket terbuka.\n", err());
		run("list", "--all");
		assertEquals("   1  Ditutup         adb          Modem Kecamatan Panggul mati\n", out());
	}

	@Test
	void whatIsNotThereOrNotRightIsSaid() {
		assertEquals(Call.WRONG_USE, run("show", "9"));
		assertEquals("Tiket 9 tidak ada.\n", err());
		assertEquals(Call.WRONG_USE, run("new"));
		assertEquals(Call.WRONG_USE, run("new", "--site", "35.03.99", "--title", "x"));
		assertEquals(Call.WRONG_USE, run("move", "9", "fly"));
		assertEquals(Call.WELL, run("new", "--site", "350301", "--title", "Kursi \"patah\"", "--json"));
		assertTrue(out().startsWith("{\"ticket\":1,\"kind\":\"repair\",\"status\":\"new\",\"version\":0,"
				+ "\"siteCode\":\"35.03.01\",\"cause\":null,\"title\":\"Kursi \\\"patah\\\"\","), out());
		assertEquals(Call.WRONG_USE, run("move", "1", "merge", "x"));
		assertEquals(Call.WRONG_USE, run("evidence", "1", "bukti", "--attach", "tidak-ada.jpg"));
	}

	@Test
	void theCalendarIsShownEditedAndTaken() throws IOException {
		assertEquals(Call.WELL, run(calendar, "show"));
		Path file = Files.writeString(folder.resolve("kalender.txt"), out() + "lokal 2026-08-31 Hari jadi\n");
		assertEquals(Call.WELL, run(calendar, "set", file.toString()), err());
		assertEquals("Hari jadi", book.calendar().holidays().get(LocalDate.of(2026, 8, 31)).name());
		Files.writeString(file, "zona Mars/Olympus\n");
		assertEquals(Call.WRONG_USE, run(calendar, "set", "kalender.txt"));
		assertEquals("Baris 1: zona waktu belum benar: \"zona Mars/Olympus\". Tulis seperti zona Asia/Jakarta.\n", err());
		assertEquals(Call.WRONG_USE, run(calendar, "set", "tidak-ada.txt"));
		Files.write(file, new byte[] { (byte) 0xff });
		assertEquals(Call.WRONG_USE, run(calendar, "set", "kalender.txt"));
	}

	/** Tickets, the calendar and what a journal needs, in memory. */
	private static final class Book extends People implements Tickets, OfficeHours {

		private final TreeMap<Long, Ticket> kept = new TreeMap<>();
		private OfficeCalendar calendar = OfficeCalendar.standard();

		@Override
		public Ticket open(Draft draft, String by, Instant at, Sla sla) {
			Ticket ticket = new Ticket(kept.size() + 1L, draft, by, at, sla, List.of());
			kept.put(ticket.number(), ticket);
			return ticket;
		}

		@Override
		public Optional<Ticket> find(long number) {
			return Optional.ofNullable(kept.get(number));
		}

		@Override
		public List<Ticket> open() {
			return kept.values().stream().filter(ticket -> !ticket.status().isOver()).toList();
		}

		@Override
		public List<Ticket> page(long before, int most) {
			return kept.headMap(before, false).descendingMap().values().stream().limit(most).toList();
		}

		@Override
		public List<Ticket> of(DeviceKey device) {
			return List.of();
		}

		@Override
		public boolean add(Ticket moved) {
			return kept.replace(moved.number(), moved).version() == moved.version() - 1;
		}

		@Override
		public OfficeCalendar calendar() {
			return calendar;
		}

		@Override
		public void keep(OfficeCalendar is) {
			calendar = is;
		}
	}

	/** Keeps samples alone. */
	private static final class Past extends NoPast {

		private final List<Sample> samples = new ArrayList<>();

		@Override
		public synchronized void recordSamples(Collection<Sample> more) {
			samples.addAll(more);
		}

		@Override
		public synchronized List<Sample> samples(DeviceKey device, Instant from, Instant to) {
			return samples.stream().filter(sample -> sample.device().equals(device)).toList();
		}
	}
}
