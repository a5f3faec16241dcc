package id.posko.tests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fault switched on in the demo's menu is seen on the board, and is gone when it is switched off. */
@ExtendWith(OneConsole.class)
class SimWalkTest {

	@Test
	void aFaultIsSwitchedOnAndOff(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.health.ui.watch");
		hands.press("rail.id.posko.health.ui.watch");
		hands.type("board.filter", "wanasari afis normal");
		hands.awaitText("board.count", "1 dari 168");
		hands.choose("Simulasi", "Kecamatan Wanasari", "Server AFIS mati");
		hands.type("board.filter", "wanasari afis");
		hands.down("board.filter");
		hands.choose("Pantau", "Periksa sekarang");
		hands.type("board.filter", "wanasari afis mati");
		hands.awaitText("board.count", "1 dari 168");
		console.screenshot("sim-fault");
		hands.choose("Simulasi", "Kecamatan Wanasari", "Server AFIS mati");
		hands.type("board.filter", "");
	}
}
