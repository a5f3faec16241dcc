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

	private static final String PASSWORD = "sandi-untuk-uji";

	@Test
	void theFirstAccountIsMadeAndTheAuditorSeesTheJournal(RunningConsole console) {
		Hands hands = new Hands(console);
		hands.await("rail.id.posko.staff.ui.people");
		hands.press("rail.id.posko.staff.ui.people");
		hands.openTab("Akun");
		hands.awaitText("people.sentence", "Belum ada akun");
		console.until(() -> hands.isEnabled("people.add"));
		hands.press("people.add");
		fill(hands, "adb", "Siti Aminah", "ADB");
		console.screenshot("staff-first");
		hands.press("person.ok");
		console.until(() -> hands.isThere("signin.name"));
		signIn(hands, "adb", "bukan-sandi-itu");
		hands.awaitText("signin.complaint", "tidak cocok");
		console.screenshot("staff-signin");
		signIn(hands, "adb", PASSWORD);
		hands.awaitText("people.sentence", "Siti Aminah");
		console.until(() -> hands.isEnabled("people.add"));
		hands.press("people.add");
		fill(hands, "auditor", "Rahmat", "Auditor");
		hands.press("person.ok");
		hands.awaitText("people.sentence", "2 akun");
		console.screenshot("staff-people");

		hands.choose("Posko", "Masuk sebagai …");
		signIn(hands, "auditor", PASSWORD);
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
		signIn(hands, "adb", PASSWORD);
		hands.openTab("Akun");
		hands.awaitText("people.sentence", "Siti Aminah");
		assertTrue(hands.isEnabled("people.add"));
	}

	private static void fill(Hands hands, String account, String name, String role) {
		hands.await("person.account");
		hands.type("person.account", account);
		hands.type("person.name", name);
		hands.select("person.role0", role);
		hands.type("person.password", PASSWORD);
		hands.type("person.again", PASSWORD);
	}

	private static void signIn(Hands hands, String account, String password) {
		hands.await("signin.name");
		hands.type("signin.name", account);
		hands.type("signin.password", password);
		hands.press("signin.ok");
	}
}
