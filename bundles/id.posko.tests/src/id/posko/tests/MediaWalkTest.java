package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A flash disk gets its passport and is handed on. */
@ExtendWith(OneConsole.class)
@Order(Order.DEFAULT + 2)
class MediaWalkTest {

	@Test
	void aFlashDiskIsKnownAndHandedOn(RunningConsole console) {
		Hands hands = new Hands(console);
		new Doorway(console, hands).open();
		hands.press("rail.id.posko.transfer.ui.move");
		hands.awaitText("media.sentence", "1 terpasang");
		hands.awaitText("media.history", "Belum berpaspor");
		assertFalse(hands.isEnabled("media.hand"));
		console.screenshot("media-new");
		hands.press("media.issue");
		hands.awaitText("media.history", "paspor dibuat");
		console.until(() -> hands.isEnabled("media.hand"));
		hands.press("media.hand");
		hands.await("holder.name");
		hands.press("holder.ok");
		hands.type("holder.name", "Budi Santoso");
		console.screenshot("media-hand");
		hands.press("holder.ok");
		hands.awaitText("media.history", "diserahkan kepada Budi Santoso");
		new Pictures(console, hands).take("media");
	}
}
