package id.posko.tests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the cut line of the sample kabupaten to its ticket, which waits for the centre and is closed. */
@ExtendWith(OneConsole.class)
class TicketWalkTest {

	@Test
	void aBrokenPathBecomesATicketThatWaitsAndIsClosed(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.awaitText("board.count", "170");
		hands.type("board.filter", "sumberjati afis");
		hands.awaitText("board.count", "1 dari 170");
		hands.down("board.filter");
		hands.awaitText("summary.name", "AFIS");
		hands.type("board.filter", "");
		hands.press("rail.id.posko.ticket.ui.mend");
		hands.awaitText("tickets.sentence", "0 terbuka");
		console.screenshot("tickets-empty");
		hands.press("tickets.open");
		hands.awaitText("tickets.sentence", "1 terbuka");
		awaitPage(console, hands, "Jalur putus di Modem");
		hands.press("ticket.step.ASSIGN");
		awaitPage(console, hands, "Ditugaskan kepada");
		hands.type("ticket.note", "JK-77");
		hands.press("ticket.step.NUMBER");
		awaitPage(console, hands, "Nomor tiket helpdesk: JK-77");
		hands.press("ticket.step.WAIT");
		awaitPage(console, hands, "Menunggu pusat");
		console.screenshot("ticket-waiting");
		hands.type("ticket.note", "tiang berdiri lagi");
		hands.press("ticket.step.FINISH");
		awaitPage(console, hands, "Selesai: tiang berdiri lagi");
		hands.press("ticket.step.CLOSE");
		awaitPage(console, hands, "Ditutup.");
		hands.awaitText("tickets.sentence", "0 terbuka");
		console.screenshot("ticket-closed");
	}

	private static void awaitPage(RunningConsole console, Hands hands, String part) {
		console.until(() -> hands.typed("ticket.page").contains(part));
	}
}
