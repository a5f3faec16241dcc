package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.RegionCode;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Staff;
import id.posko.ticket.Clock;
import id.posko.ticket.Draft;
import id.posko.ticket.Kind;
import id.posko.ticket.Level;
import id.posko.ticket.Move;
import id.posko.ticket.Sla;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Tickets;

/**
 * Three people and a cut line: the ADB sees the alarm, the technician opens its ticket, packs its evidence and waits for
 * the centre, the head of the section closes it once the line is well again. After the other walks, which need no
 * accounts.
 */
@ExtendWith(OneConsole.class)
@Order(Order.DEFAULT + 1)
class TicketWalkTest {


	@TempDir
	Path folder;

	@Test
	void aCutLineGoesFromItsAlarmToItsClosedTicket(RunningConsole console) throws IOException {
		Hands hands = new Hands(console);
		accounts(hands, console);
		alarm(hands, console);

		new Doorway(console, hands).signIn("teknisi");
		hands.press("rail.id.posko.ticket.ui.mend");
		hands.openTab("Daftar");
		hands.awaitText("tickets.sentence", "0 terbuka");
		console.until(() -> hands.isEnabled("tickets.open"));
		hands.press("tickets.open");
		hands.awaitText("tickets.sentence", "1 terbuka");
		hands.awaitText("ticket.title", "Jalur putus di Modem");
		long number = Long.parseLong(hands.read("ticket.title").replaceAll("\\D*(\\d+):.*", "$1"));
		assertTrue(hands.typed("ticket.page").contains("Jalur dari pusat sampai ke alat:"));
		hands.awaitText("tickets.count", "1 baris");
		hands.awaitText("ticket.history.count", "1 baris");
		new Pictures(console, hands).take("ticket-new");
		work(hands, console);
		evidence(hands, console, number);
		waits(hands, console, number);
		duplicate(hands, console, number);
		board(hands, console, number);
		recovers(hands, console, number);

		new Doorway(console, hands).signIn("kasi");
		hands.press("rail.id.posko.ticket.ui.mend");
		hands.openTab("Daftar");
		told(hands, console, number);
		hands.press("tickets.over");
		console.until(() -> hands.isSeen("ticket.step.CLOSE"));
		hands.press("ticket.step.CLOSE");
		step(hands, console, "step.text", "disetujui");
		awaitHistory(hands, console, "Ditutup: disetujui");
		hands.awaitText("ticket.facts", "Ditutup");
		new Pictures(console, hands).take("ticket-closed");
		hands.press("tickets.over");
		new Doorway(console, hands).signIn("adb");
		hands.press("rail.id.posko.health.ui.watch");
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
	}

	/** The first one is the administrator's; he makes the others. */
	private static void accounts(Hands hands, RunningConsole console) {
		Doorway doorway = new Doorway(console, hands);
		doorway.open();
		doorway.add("teknisi", "Budi Santoso", "Teknisi");
		doorway.add("kasi", "Dewi Lestari", "Kasi SIAK");
		console.screenshot("ticket-accounts");
	}

	/** The line of an office is cut while one looks: the window says it. */
	private static void alarm(Hands hands, RunningConsole console) {
		hands.press("rail.id.posko.health.ui.watch");
		hands.pick("sites.tree", "Semua kantor");
		choose(hands, "wanasari modem", "Modem");
		hands.openTab("Ringkasan");
		hands.awaitText("summary.state", "Normal sejak");
		hands.choose("Simulasi", "Kecamatan Wanasari", "Jalur", "Jalur putus");
		hands.choose("Pantau", "Periksa sekarang");
		hands.awaitText("summary.state", "Mati sejak");
		hands.openTab("Pemberitahuan");
		hands.await("notices.filter");
		hands.type("notices.filter", "wanasari modem");
		console.until(() -> hands.read("notices.count").matches("1 .*"));
		console.screenshot("ticket-alarm");
		hands.type("notices.filter", "");
		hands.openTab("Ringkasan");
		choose(hands, "wanasari afis", "Server AFIS");
	}

	private static void choose(Hands hands, String words, String name) {
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
		hands.type("board.filter", words);
		hands.awaitText("board.count", "1 dari 170");
		hands.down("board.filter");
		hands.awaitText("summary.name", name);
	}

	/** The domain says why a step is not made; then it is. */
	private static void work(Hands hands, RunningConsole console) {
		hands.press("ticket.step.ASSIGN");
		hands.await("step.choice");
		hands.press("step.ok");
		awaitHistory(hands, console, "Ditugaskan kepada teknisi");
		hands.awaitText("ticket.facts", "petugas teknisi");
		hands.press("ticket.step.WAIT");
		hands.await("step.text");
		hands.press("step.ok");
		hands.awaitText("step.complaint", "Catat dahulu nomor tiket dari helpdesk.");
		new Pictures(console, hands).once("ticket-refused");
		hands.press("step.cancel");
		console.until(() -> !hands.isThere("step.text"));
		hands.press("ticket.step.NUMBER");
		hands.await("step.text");
		hands.press("step.ok");
		hands.awaitText("step.complaint", "Isinya belum ditulis.");
		step(hands, console, "step.text", "JK-77");
		hands.awaitText("ticket.facts", "helpdesk JK-77");
	}

	private static void step(Hands hands, RunningConsole console, String field, String text) {
		hands.await(field);
		hands.type(field, text);
		hands.press("step.ok");
		console.until(() -> !hands.isThere(field));
	}

	/** Some line of its history tells of it. */
	private static void awaitHistory(Hands hands, RunningConsole console, String part) {
		hands.type("ticket.history.filter", part);
		console.until(() -> hands.read("ticket.history.count").matches("[1-9]\\d* dari .*"));
		hands.type("ticket.history.filter", "");
	}

	private void evidence(Hands hands, RunningConsole console, long number) throws IOException {
		Path photo = Files.writeString(folder.resolve("foto modem.jpg"), "x");
		hands.press("ticket.evidence");
		hands.await("evidence.folder");
		hands.type("evidence.folder", folder.resolve("tidak ada").toString());
		hands.press("evidence.ok");
		hands.awaitText("evidence.complaint", "Folder ini tidak ada.");
		hands.type("evidence.folder", folder.toString());
		hands.drop("evidence.drop", photo);
		hands.awaitText("evidence.attached", "foto modem.jpg");
		new Pictures(console, hands).once("ticket-evidence");
		hands.press("evidence.ok");
		hands.awaitText("toast.text", "Bukti tiket " + number + " ada di");
		assertTrue(hands.isThere("toast.action"), "the folder can be opened");
		try (ZipFile zip = new ZipFile(folder.resolve("bukti-tiket-" + number + ".zip").toFile())) {
			String top = "tiket-" + number + "/";
			for (String file : List.of("bagit.txt", "manifest-sha512.txt", "data/tiket.txt", "data/pemeriksaan.csv",
					"data/24-jam.svg", "data/lampiran/foto modem.jpg")) {
				assertTrue(zip.getEntry(top + file) != null, file);
			}
		}
		awaitHistory(hands, console, "Bukti dikemas: bukti-tiket-" + number + ".zip, 1 lampiran");
	}

	/** While the form is open somebody else moves the ticket: who comes second is told. */
	private static void waits(Hands hands, RunningConsole console, long number) throws IOException {
		console.until(() -> hands.isSeen("ticket.step.WAIT"));
		hands.press("ticket.step.WAIT");
		hands.await("step.text");
		TicketDesk desk = console.value(TicketDesk.class);
		Ticket seen = desk.find(number).orElseThrow();
		desk.move(actor(console, "kasi"), number, seen.version(), new Move.Note("Sudah ditelepon ke pusat."));
		hands.type("step.text", "antrean helpdesk");
		hands.press("step.ok");
		hands.awaitText("step.complaint", "sudah diubah oleh kasi");
		new Pictures(console, hands).once("ticket-overtaken");
		hands.press("step.ok");
		console.until(() -> !hands.isThere("step.text"));
		hands.awaitText("ticket.facts", "Menunggu pusat");
		new Pictures(console, hands).take("ticket-waiting");
	}

	private static Actor actor(RunningConsole console, String name) throws IOException {
		Account account = console.value(Staff.class).all().stream().filter(each -> each.name().equals(name)).findFirst()
				.orElseThrow();
		return new Actor(account.name(), account.fullName(), account.posts(), "komputer-2");
	}

	private static void duplicate(Hands hands, RunningConsole console, long number) {
		hands.press("tickets.open");
		hands.await("duplicate.choice");
		assertTrue(hands.read("duplicate.sentence").contains("masih terbuka untuk sebab yang sama"));
		console.screenshot("ticket-duplicate");
		hands.press("duplicate.ok");
		console.until(() -> !hands.isThere("duplicate.choice"));
		hands.awaitText("toast.text", "Temuan baru dicatat di tiket " + number);
		hands.awaitText("tickets.sentence", "1 terbuka");
	}

	private static void board(Hands hands, RunningConsole console, long number) throws IOException {
		console.value(Tickets.class).open(new Draft(Kind.REPAIR, new RegionCode("35.60.13"), Optional.empty(),
				"Printer KTP-el macet", "", List.of()), "adb", Instant.now().minus(Duration.ofDays(9)),
				Sla.ofSop(Kind.REPAIR, OfficeCalendar.standard()));
		hands.openTab("Papan status");
		hands.awaitText("board.tickets", "2 dari 2 tiket");
		hands.strike("board.cards", SWT.NONE, SWT.HOME);
		console.until(() -> hands.spoken("board.cards").contains("Printer KTP-el macet"));
		assertTrue(hands.spoken("board.cards").contains("Lewat waktu"), hands.spoken("board.cards"));
		hands.awaitText("ticket.title", "Printer KTP-el macet");
		hands.strike("board.cards", SWT.NONE, SWT.ARROW_RIGHT);
		hands.awaitText("ticket.title", "Tiket " + number + ":");
		assertTrue(hands.spoken("board.cards").contains("Menunggu pusat"), hands.spoken("board.cards"));
		assertTrue(hands.leadsOnByTab("board.cards"));
		new Pictures(console, hands).take("ticket-board");
		hands.type("board.filter.text", "printer");
		hands.awaitText("board.tickets", "1 dari 2 tiket");
		hands.type("board.filter.text", "");
		hands.press("rail.id.posko.app.home");
		hands.awaitText("start.tickets.late", "1 lewat waktu");
		new Pictures(console, hands).take("ticket-start");
		hands.press("start.tickets.go");
		hands.openTab("Daftar");
		hands.awaitText("tickets.sentence", "2 terbuka, 1 lewat waktu");
	}

	/** What is well again is offered to be finished; the technician may not close it. */
	private static void recovers(Hands hands, RunningConsole console, long number) {
		hands.press("rail.id.posko.health.ui.watch");
		choose(hands, "wanasari afis", "Server AFIS");
		hands.choose("Simulasi", "Kecamatan Wanasari", "Jalur", "Jalur putus");
		hands.choose("Pantau", "Periksa sekarang");
		hands.awaitText("summary.state", "Normal sejak");
		hands.type("board.filter", "");
		hands.awaitText("board.count", "170 baris");
		hands.press("rail.id.posko.ticket.ui.mend");
		hands.awaitText("tickets.sentence", "1 sudah pulih");
		console.until(() -> hands.isSeen("ticket.well"));
		new Pictures(console, hands).take("ticket-recovered");
		hands.press("ticket.link.device");
		console.until(() -> hands.isSeen("summary.name"));
		hands.awaitText("summary.name", "Modem");
		hands.press("rail.id.posko.ticket.ui.mend");
		hands.press("ticket.well");
		awaitHistory(hands, console, "Selesai: Sudah pulih sejak");
		hands.awaitText("ticket.facts", "Selesai");
		hands.awaitText("tickets.sentence", "1 terbuka");
		hands.press("ticket.step.REOPEN");
		hands.await("step.text");
		hands.press("step.cancel");
		assertEquals(number, Long.parseLong(hands.read("ticket.title").replaceAll("\\D*(\\d+):.*", "$1")));
	}

	/** The head of the section is told once of what is late. */
	private static void told(Hands hands, RunningConsole console, long number) throws IOException {
		TicketDesk desk = console.value(TicketDesk.class);
		Ticket late = desk.open().getFirst();
		desk.told("komputer-1", new TicketDesk.Alarm(late, Clock.RESOLVE, Level.BREACH, Instant.now()));
		hands.awaitText("toast.text", "Penyelesaian tiket " + late.number() + " lewat waktu");
		new Pictures(console, hands).once("ticket-told");
		hands.press("toast.action");
		hands.awaitText("ticket.title", "Tiket " + late.number());
		awaitHistory(hands, console, "Penyelesaian lewat waktu; sudah diberitahukan.");
		hands.press("tickets.over");
		hands.type("tickets.filter", "jalur putus");
		hands.awaitText("tickets.count", "1 dari 2");
		hands.down("tickets.filter");
		hands.awaitText("ticket.title", "Tiket " + number + ":");
		hands.type("tickets.filter", "");
		hands.press("tickets.over");
	}

	/** On both screens, light and dark. */
	@Test
	void theCalendarIsEditedSeenBeforeItIsKeptAndTakenBack(RunningConsole console) throws IOException {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.ticket.ui.mend");
		hands.press("rail.id.posko.ticket.ui.mend");
		hands.openTab("Kalender kantor");
		console.until(() -> hands.isEnabled("calendar.add"));
		hands.select("calendar.year", "2026");
		hands.awaitText("calendar.sentence", "2026:");
		hands.awaitText("calendar.months.count", "12");
		new Pictures(console, hands).take("calendar");
		String before = hands.read("calendar.sentence");
		hands.press("calendar.add");
		hands.await("day.date");
		hands.type("day.date", "2026-02-30");
		hands.type("day.text", "Hari jadi kabupaten");
		hands.press("day.ok");
		assertTrue(hands.isThere("day.ok"), "there is no such day");
		hands.type("day.date", "2026-09-01");
		hands.select("day.kind", "Libur daerah");
		hands.press("day.ok");
		hands.awaitText("calendar.sentence", "1 perubahan belum disimpan");
		hands.press("calendar.import");
		hands.await("import.text");
		hands.type("import.text", "libur 2026-13-01 x\nlibr 2026-12-31 y\n");
		hands.press("import.ok");
		hands.awaitText("import.complaint", "2026-13-01");
		console.screenshot("calendar-import");
		hands.type("import.text", "cuti 2026-12-31 Akhir tahun\njam 2026-12-30 08.00-12.00\n");
		hands.press("import.ok");
		hands.awaitText("calendar.sentence", "3 perubahan belum disimpan");
		hands.press("calendar.undo");
		hands.awaitText("calendar.sentence", "1 perubahan belum disimpan");
		hands.press("calendar.week");
		hands.await("week.MONDAY");
		hands.type("week.MONDAY", "07.30-12.00 12.00-16.00");
		hands.press("week.ok");
		assertTrue(hands.isThere("week.ok"), "hours that touch are none");
		console.screenshot("calendar-week");
		hands.press("week.cancel");
		console.until(() -> !hands.isThere("week.ok"));
		hands.press("calendar.save");
		hands.awaitText("ask.sentence", "lokal 2026-09-01 Hari jadi kabupaten");
		console.screenshot("calendar-preview");
		hands.press("ask.ok");
		hands.awaitText("toast.text", "Kalender disimpan.");
		console.until(() -> !hands.isEnabled("calendar.save"));
		assertFalse(before.equals(hands.read("calendar.sentence")));
		hands.press("toast.action");
		hands.awaitText("toast.text", "Kalender dikembalikan");
		console.until(() -> before.equals(hands.read("calendar.sentence")));
		hands.openTab("Daftar");
	}
}
