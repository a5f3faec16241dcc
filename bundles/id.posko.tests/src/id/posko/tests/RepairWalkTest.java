package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A label's code opens its device's page, whose history tells of repairs; an office is audited by codes. */
@ExtendWith(OneConsole.class)
class RepairWalkTest {

	@Test
	void aScannedCodeOpensTheDevicesPage(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.inventory.ui.list");
		hands.press("rail.id.posko.inventory.ui.list");
		hands.awaitText("list.devices.count", "170 baris");
		hands.choose("Daftar", "Buka alat dengan kode");
		hands.await("code.text");
		scan(console, "code.text", "posko:35.60.99/Kursi");
		hands.awaitText("code.complaint", "tidak ada lagi");
		scan(console, "code.text", "apa saja");
		hands.awaitText("code.complaint", "bukan milik satu alat");
		console.screenshot("code-unknown");
		scan(console, "code.text", "posko:35.60.03/Modem");
		console.until(() -> !hands.isThere("code.text"));
		hands.awaitText("summary.name", "Modem");
		hands.openTab("Riwayat perbaikan");
		console.until(() -> hands.isSeen("repairs.empty"));
		console.screenshot("repairs-empty");
		hands.openTab("Ringkasan");
		hands.press("rail.id.posko.inventory.ui.list");
		hands.type("list.devices.filter", "posko:35.60.01/Modem");
		hands.awaitText("list.devices.count", "1 dari 170");
		hands.type("list.devices.filter", "");
	}

	/** As a scanner does: the text, and Enter. */
	private static void scan(RunningConsole console, String key, String text) {
		console.ui(() -> {
			Text field = (Text) console.find(key).orElseThrow();
			field.setText(text);
			field.notifyListeners(SWT.DefaultSelection, new Event());
			return null;
		});
	}

	@Test
	void anOfficeIsAuditedByCodes(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.inventory.ui.list");
		hands.press("rail.id.posko.inventory.ui.list");
		hands.awaitText("list.sites.count", "16 baris");
		hands.openTab("Audit");
		hands.type("list.sites.filter", "banyuurip");
		hands.awaitText("list.sites.count", "1 dari 16");
		hands.down("list.sites.filter");
		hands.awaitText("audit.title", "Banyuurip");
		console.until(() -> hands.isEnabled("audit.begin"));
		hands.press("audit.begin");
		hands.awaitText("audit.said", "0 dari ");
		scan(console, "audit.code", "posko:35.60.01/Modem");
		hands.awaitText("audit.said", "1 dari ");
		assertEquals("", hands.typed("audit.code"), "the next one can be scanned");
		scan(console, "audit.code", "posko:35.60.01/Modem");
		hands.awaitText("audit.said", "sudah dicentang");
		scan(console, "audit.code", "posko:35.60.02/Modem");
		hands.awaitText("audit.said", "1 bukan milik kantor ini");
		scan(console, "audit.code", "tidak ada");
		hands.awaitText("audit.said", "bukan kode");
		hands.awaitText("audit.count", "18 baris");
		console.screenshot("audit");
		hands.press("audit.end");
		console.until(() -> hands.isEnabled("audit.begin"));
		assertFalse(hands.isEnabled("audit.code"), "it has ended");
		hands.openTab("Suku cadang");
		console.until(() -> hands.isSeen("parts.empty"));
		assertFalse(hands.isEnabled("parts.procured"), "no part is chosen");
		console.screenshot("parts-empty");
		hands.type("list.sites.filter", "");
		hands.openTab("Alat");
	}
}
