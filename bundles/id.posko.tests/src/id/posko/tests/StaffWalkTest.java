package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The first account is made and signed in; an auditor looks at the journal and may do nothing else. At the end the ADB
 * sits there, who may do what the other walks do.
 */
@ExtendWith(OneConsole.class)
class StaffWalkTest {

	@Test
	void theFirstAccountIsMadeAndTheAuditorSeesTheJournal(RunningConsole console) {
		Hands hands = new Hands(console);
		Doorway doorway = new Doorway(console, hands);
		hands.await("rail.id.posko.staff.ui.people");
		hands.press("rail.id.posko.staff.ui.people");
		hands.openTab("Akun");
		hands.awaitText("people.sentence", "Belum ada akun");
		console.until(() -> hands.isEnabled("people.add"));
		doorway.fill("adb", "Siti Aminah", "ADB");
		console.screenshot("staff-first");
		hands.press("person.ok");
		console.until(() -> hands.isThere("signin.name"));
		doorway.enter("adb", "bukan-sandi-itu");
		hands.awaitText("signin.complaint", "tidak cocok");
		console.screenshot("staff-signin");
		doorway.enter("adb", Doorway.PASSWORD);
		hands.awaitText("people.sentence", "Siti Aminah");
		console.until(() -> hands.isEnabled("people.add"));
		doorway.fill("auditor", "Rahmat", "Auditor");
		hands.press("person.ok");
		hands.awaitText("people.sentence", "2 akun");
		console.screenshot("staff-people");

		hands.choose("Posko", "Masuk sebagai …");
		doorway.enter("auditor", Doorway.PASSWORD);
		hands.awaitText("people.sentence", "Rahmat");
		assertFalse(hands.isEnabled("people.add"));
		hands.openTab("Jurnal");
		console.until(() -> hands.isEnabled("journal.verify"));
		hands.press("journal.verify");
		hands.awaitText("journal.sentence", "Jurnal utuh");
		console.screenshot("staff-journal");

		hands.choose("Posko", "Kunci");
		console.until(() -> hands.isThere("signin.name"));
		hands.awaitText("journal.sentence", "Jurnal dibaca oleh");
		doorway.enter("adb", Doorway.PASSWORD);
		hands.openTab("Akun");
		hands.awaitText("people.sentence", "Siti Aminah");
		assertTrue(hands.isEnabled("people.add"));
	}
}
