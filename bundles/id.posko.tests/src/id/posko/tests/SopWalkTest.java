package id.posko.tests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Through the procedures: the written ones, what waits, a run's steps with their clocks. */
@ExtendWith(OneConsole.class)
class SopWalkTest {

	@Test
	void theWrittenProceduresAndTheirStepsAreSeen(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.procedure.ui.follow");
		hands.press("rail.id.posko.procedure.ui.follow");
		hands.awaitText("inbox.sentence", "0 menunggu Anda");
		console.screenshot("sop-inbox-empty");
		hands.openTab("Naskah SOP");
		hands.awaitText("shelf.count", "20 baris");
		hands.type("shelf.filter", "BIOMETRIK ONLINE");
		hands.awaitText("shelf.count", "1 dari");
		hands.down("shelf.filter");
		hands.awaitText("steps.title", "PENGIRIMAN DATA PEREKAMAN BIOMETRIK ONLINE");
		hands.awaitText("steps.count", "5 baris");
		console.screenshot("sop-shelf");
		hands.type("shelf.filter", "");
	}
}
