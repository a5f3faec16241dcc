package id.posko.tests;

/** How people are made and sign in, in the running window. */
record Doorway(RunningConsole console, Hands hands) {

	static final String PASSWORD = "sandi-untuk-uji";

	/** The form of a new account, up to its button. */
	void fill(String account, String name, String role) {
		hands.press("people.add");
		hands.await("person.account");
		hands.type("person.account", account);
		hands.type("person.name", name);
		hands.select("person.role0", role);
		hands.type("person.password", PASSWORD);
		hands.type("person.again", PASSWORD);
	}

	void add(String account, String name, String role) {
		fill(account, name, role);
		hands.press("person.ok");
		console.until(() -> !hands.isThere("person.account"));
	}

	/** To the page of accounts; the first one, the administrator's, is made where no walk has made it before. */
	void open() {
		hands.await("rail.id.posko.staff.ui.people");
		hands.press("rail.id.posko.staff.ui.people");
		hands.openTab("Akun");
		console.until(() -> hands.isEnabled("people.add"));
		if (hands.read("people.sentence").contains("Belum ada akun")) {
			add("adb", "Siti Aminah", "ADB");
			enter("adb", PASSWORD);
			hands.awaitText("people.sentence", "Siti Aminah");
			console.until(() -> hands.isEnabled("people.add"));
		}
	}

	void enter(String account, String password) {
		hands.await("signin.name");
		hands.type("signin.name", account);
		hands.type("signin.password", password);
		hands.press("signin.ok");
	}

	/** In place of who is signed in. */
	void signIn(String account) {
		hands.choose("Posko", "Masuk sebagai …");
		enter(account, PASSWORD);
		console.until(() -> !hands.isThere("signin.name"));
	}
}
