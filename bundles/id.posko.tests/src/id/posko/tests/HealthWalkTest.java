package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Through the watching of the sample kabupaten, of which one line is cut. */
@ExtendWith(OneConsole.class)
class HealthWalkTest {

	@Test
	void aCutLineIsFoundExplainedAndToldOnce(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.awaitText("board.count", "168");
		hands.type("board.filter", "sumberjati mati");
		hands.awaitText("board.count", "1 dari 168");
		hands.down("board.filter");
		hands.awaitText("summary.name", "Modem");
		hands.awaitText("summary.state", "Mati sejak");
		console.screenshot("health-down");

		hands.openTab("Di mana putus?");
		hands.awaitText("path.sentence", "Modem Kecamatan Sumberjati mati");
		hands.type("board.filter", "sumberjati");
		hands.awaitText("board.count", "10 dari 168");
		hands.type("board.filter", "sumberjati afis");
		hands.awaitText("board.count", "1 dari 168");
		hands.down("board.filter");
		hands.awaitText("path.sentence", "putus di Modem Kecamatan Sumberjati");
		console.screenshot("health-path");

		hands.openTab("Pemberitahuan");
		hands.await("notices.filter");
		hands.type("notices.filter", "sumberjati");
		hands.awaitText("notices.count", "1 ");
		assertTrue(hands.read("notices.count").startsWith("1 "), "one notice for the whole line");

		hands.type("board.filter", "");
		hands.awaitText("board.count", "168 baris");
		hands.choose("Tampilan", "Gelap");
		console.screenshot("health-dark");
		hands.choose("Tampilan", "Terang");
		hands.press("rail.id.posko.app.home");
		console.screenshot("start");
	}
}
