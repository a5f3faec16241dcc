package id.posko.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.RegionCode;

class StaffTest {

	@TempDir
	Path folder;
	private Office office;
	private Staff staff;

	@BeforeEach
	void open() {
		office = new Office(folder);
		staff = new Staff(office, new Acts(office.journal(), office), () -> office.now);
	}

	private Actor administrator() throws IOException {
		assertEquals(Change.DONE, staff.add(staff.local("pc").orElseThrow(), Office.account("adb", Role.ADB), Office.GOOD));
		return welcome("adb");
	}

	private Actor welcome(String name) throws IOException {
		return assertInstanceOf(SignIn.Welcome.class, staff.signIn(name, Office.GOOD, "pc")).actor();
	}

	@Test
	void withoutAccountsWhoeverSitsThereMayAllAndTheFirstAccountEndsThat() throws IOException {
		Actor local = staff.local("pc").orElseThrow();
		assertTrue(Stream.of(Permission.values()).allMatch(permission -> local.may(permission, Optional.empty())));
		assertEquals(Change.LAST_ADMINISTRATOR, staff.add(local, Office.account("auditor", Role.AUDITOR), Office.GOOD));
		assertEquals(Change.DONE, staff.add(local, Office.account("adb", Role.ADB), Office.GOOD));
		assertEquals(Optional.empty(), staff.local("pc"));
	}

	@Test
	void failuresGrowTheWaitAndSuccessEndsIt() throws IOException {
		administrator();
		char[] wrong = "salah-sekali-1".toCharArray();
		List<Long> waits = Stream.iterate(0, i -> i < 14, i -> i + 1).map(_ -> {
			try {
				SignIn.Refused refused = assertInstanceOf(SignIn.Refused.class, staff.signIn("adb", wrong, "pc"));
				if (!refused.next().isZero()) {
					office.now = office.now.plus(refused.next()).minusMillis(1);
					assertEquals(new SignIn.Wait(Duration.ofMillis(1)), staff.signIn("adb", Office.GOOD, "pc"));
				}
				office.now = office.now.plusMillis(1);
				return refused.next().toSeconds();
			} catch (IOException e) {
				throw new IllegalStateException(e);
			}
		}).toList();
		assertEquals(List.of(0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L), waits);
		welcome("adb");
		assertEquals(new SignIn.Refused(Duration.ZERO), staff.signIn("adb", wrong, "pc"));
	}

	@Test
	void aClockSetBackLocksNobodyOutForLonger() throws IOException {
		administrator();
		for (int i = 0; i < 5; i++) {
			staff.signIn("adb", "salah-sekali-1".toCharArray(), "pc");
			office.now = office.now.plusSeconds(60);
		}
		staff.signIn("adb", "salah-sekali-1".toCharArray(), "pc");
		office.now = office.now.minus(Duration.ofDays(365));
		Duration left = assertInstanceOf(SignIn.Wait.class, staff.signIn("adb", Office.GOOD, "pc")).left();
		assertEquals(Duration.ofSeconds(8), left);
		office.now = office.now.plus(left);
		welcome("adb");
	}

	@Test
	void anUnknownNameIsRefusedAsAWrongPasswordIs() throws IOException {
		Actor adb = administrator();
		assertEquals(new SignIn.Refused(Duration.ZERO), staff.signIn("nobody", Office.GOOD, "pc"));
		staff.add(adb, Office.account("teknisi", Role.TEKNISI), Office.GOOD);
		Account retired = new Account("teknisi", "Nama teknisi", List.of(), false);
		assertEquals(Change.DONE, staff.change(adb, retired));
		assertEquals(new SignIn.Refused(Duration.ZERO), staff.signIn("teknisi", Office.GOOD, "pc"));
		staff.signIn("nobody", Office.GOOD, "pc");
		assertEquals(new SignIn.Refused(Duration.ofSeconds(1)), staff.signIn("nobody", Office.GOOD, "pc"), "waits grow alike");
		assertInstanceOf(SignIn.Wait.class, staff.signIn("nobody", Office.GOOD, "pc"));
		assertFalse(office.entries().stream().anyMatch(entry -> entry.toString().contains("nobody")),
				"what was typed there may be a password");
	}

	@Test
	void whoWasRetiredOrMovedMayNoMoreWhileHisWindowIsOpen() throws IOException {
		Acts acts = new Acts(office.journal(), office);
		Actor local = staff.local("pc").orElseThrow();
		acts.permit(local, Permission.INVENTORY, Optional.empty(), "");
		Actor adb = administrator();
		assertThrows(NotPermitted.class, () -> acts.permit(local, Permission.LOOK, Optional.empty(), ""), "the first account ends that");
		staff.add(adb, Office.account("teknisi", Role.TEKNISI), Office.GOOD);
		Actor technician = welcome("teknisi");
		acts.permit(technician, Permission.INVENTORY, Optional.empty(), "");
		staff.change(adb, Office.account("teknisi", Role.AUDITOR));
		assertThrows(NotPermitted.class, () -> acts.permit(technician, Permission.INVENTORY, Optional.empty(), ""));
		acts.permit(technician, Permission.JOURNAL, Optional.empty(), "");
		staff.change(adb, new Account("teknisi", "T", List.of(new Post(Role.ADB, Optional.empty())), false));
		assertThrows(NotPermitted.class, () -> acts.permit(technician, Permission.LOOK, Optional.empty(), ""));
		Actor forged = new Actor("tidak-ada", "F", List.of(new Post(Role.ADB, Optional.empty())), "pc");
		assertThrows(NotPermitted.class, () -> acts.permit(forged, Permission.LOOK, Optional.empty(), ""));
	}

	@Test
	void whatCanNotBeJournalledIsNotDone() throws IOException {
		Actor adb = administrator();
		Files.delete(folder.resolve("2026-11.tsv"));
		Files.createDirectory(folder.resolve("2026-11.tsv"));
		assertThrows(UncheckedIOException.class, () -> staff.renew(adb, "adb", "rahasia-baru-22".toCharArray()));
		Files.delete(folder.resolve("2026-11.tsv"));
		welcome("adb");
	}

	@Test
	void aHashThatSomebodyChangedFitsNothingAndCostsNothing() {
		for (String hash : List.of("", "x", "$argon2id$v=19$m=9999999,t=99,p=1$Z2FyYW1nYXJhbWdhcmFt$" + KNOWN,
				"$argon2id$v=19$m=1024,t=1,p=1$Z2FyY$" + KNOWN, "$argon2id$v=19$m=1024,t=0,p=1$Z2FyYW1nYXJhbWdhcmFt$" + KNOWN)) {
			assertFalse(Password.fits("kata sandi".toCharArray(), hash), hash);
		}
	}

	@Test
	void theLastAdministratorStays() throws IOException {
		Actor adb = administrator();
		assertEquals(Change.LAST_ADMINISTRATOR, staff.change(adb, Office.account("adb", Role.TEKNISI)));
		assertEquals(Change.LAST_ADMINISTRATOR, staff.change(adb,
				new Account("adb", "A", List.of(new Post(Role.ADB, Optional.empty())), false)));
		assertEquals(Change.LAST_ADMINISTRATOR, staff.change(adb, new Account("adb", "A",
				List.of(new Post(Role.ADB, Optional.of(new RegionCode("35.60.03")))), true)), "of one kecamatan alone");
		staff.add(adb, Office.account("kabid", Role.KABID_PIAK), Office.GOOD);
		assertEquals(Change.DONE, staff.change(adb, Office.account("adb", Role.TEKNISI)));
	}

	@Test
	void onlyAdministratorsMakeAccountsAndATryIsJournalled() throws IOException {
		Actor adb = administrator();
		staff.add(adb, Office.account("teknisi", Role.TEKNISI), Office.GOOD);
		Actor technician = welcome("teknisi");
		NotPermitted not = assertThrows(NotPermitted.class,
				() -> staff.add(technician, Office.account("lain", Role.ADB), Office.GOOD));
		assertEquals("teknisi tidak berwenang untuk mengatur akun.", not.sentence(Locale.of("id")));
		assertEquals("refused: STAFF", office.entries().getLast().act());
		assertThrows(NotPermitted.class, () -> staff.renew(technician, "adb", Office.GOOD));
	}

	@Test
	void badAccountsAreRefused() throws IOException {
		Actor adb = administrator();
		for (String name : List.of("", "a", "A", "lokal", "posko", "a b", "ä", "x".repeat(41), "../x")) {
			assertEquals(Change.BAD_NAME, staff.add(adb, Office.account(name, Role.TEKNISI), Office.GOOD), name);
		}
		for (String password : List.of("", "pendek", "aaaaaaaaaaaa", "saya-adb2-saya", "x".repeat(300), "1234567890", "qwertyuiop1", "abcdefghijk", "0987654321a")) {
			assertEquals(Change.WEAK_PASSWORD, staff.add(adb, Office.account("adb2", Role.TEKNISI), password.toCharArray()));
		}
		assertEquals(Change.TAKEN, staff.add(adb, Office.account("adb", Role.TEKNISI), Office.GOOD));
		assertEquals(Change.UNKNOWN, staff.change(adb, Office.account("tidak-ada", Role.TEKNISI)));
		assertEquals(Change.NO_FULL_NAME, staff.change(adb, new Account("adb", " ", List.of(), true)));
	}

	@Test
	void anOwnPasswordIsChangedWithTheOldOneAndARenewalEndsTheWait() throws IOException {
		Actor adb = administrator();
		char[] next = "rahasia-baru-22".toCharArray();
		assertEquals(Change.WRONG_PASSWORD, staff.changeOwn(adb, next, next));
		assertEquals(Change.DONE, staff.changeOwn(adb, Office.GOOD, next));
		assertTrue(staff.confirms(adb, next));
		assertFalse(staff.confirms(adb, Office.GOOD));
		for (int i = 0; i < 3; i++) {
			staff.signIn("adb", Office.GOOD, "pc");
		}
		assertInstanceOf(SignIn.Wait.class, staff.signIn("adb", next, "pc"));
		staff.renew(adb, "adb", Office.GOOD);
		welcome("adb");
	}

	@Test
	void aScopeIsAPlaceAndAllInIt() throws IOException {
		Actor actor = new Actor("op", "Op", List.of(new Post(Role.OPERATOR_BIOMETRIK, Optional.of(new RegionCode("35.60.03"))),
				new Post(Role.AUDITOR, Optional.empty())), "pc");
		assertTrue(actor.may(Permission.COUNTER, Optional.of(new RegionCode("356003.2001"))));
		assertFalse(actor.may(Permission.COUNTER, Optional.of(new RegionCode("35.60.04"))));
		assertFalse(actor.may(Permission.COUNTER, Optional.empty()));
		assertTrue(actor.may(Permission.COUNTER));
		assertTrue(actor.may(Permission.JOURNAL, Optional.empty()));
		assertTrue(actor.is(Role.OPERATOR_BIOMETRIK, Optional.of(new RegionCode("35.60.03"))));
	}

	@Test
	void theTableOfPermissionsKeepsItsRules() {
		assertEquals(EnumSet.of(Permission.LOOK, Permission.EXPORT, Permission.JOURNAL), Permissions.of(Role.AUDITOR),
				"an auditor changes nothing");
		for (Role role : Role.values()) {
			assertTrue(Permissions.of(role).contains(Permission.LOOK), role.name());
			assertFalse(Permissions.of(role).containsAll(EnumSet.of(Permission.APPROVE, Permission.SETTINGS)), role.name());
			assertFalse(Permissions.of(role).containsAll(EnumSet.of(Permission.PERSON, Permission.JOURNAL)),
					role + " would look after his own looking");
		}
		for (Permission permission : Permission.values()) {
			assertTrue(Stream.of(Role.values()).anyMatch(role -> Permissions.of(role).contains(permission)), permission.name());
		}
	}

	@Test
	void aHashIsArgon2idAndFitsOnlyItsPassword() {
		String hash = Password.hash(Office.GOOD);
		assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
		assertTrue(Password.fits(Office.GOOD, hash));
		assertFalse(Password.fits("rahasia-besar-2".toCharArray(), hash));
		assertTrue(Password.fits("kata sandi".toCharArray(), "$argon2id$v=19$m=1024,t=1,p=1$Z2FyYW1nYXJhbWdhcmFt$" + KNOWN));
	}

	/** By the reference implementation: {@code echo -n "kata sandi" | argon2 garamgaramgaram -id -t 1 -k 1024 -p 1 -l 32 -e} */
	private static final String KNOWN = "dwSmHoGB1bHxKzhOMMeWppQAsemD1cOymS+0cbRdjgI";
}
