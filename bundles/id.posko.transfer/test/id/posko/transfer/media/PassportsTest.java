package id.posko.transfer.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.memory.Somebody;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.transfer.media.Passport.Event;
import id.posko.transfer.media.Passports.Outcome;

class PassportsTest {

	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final long MIB = 1 << 20;

	@TempDir
	Path folder;
	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T01:00:00Z"));
	private Somebody somebody;
	private Passports passports;
	private Medium medium;

	@BeforeEach
	void begin() throws Exception {
		somebody = new Somebody(folder);
		passports = new Passports(new PassportsInMemory(), somebody.acts, now::get);
		medium = medium("flash", "1A2B-3C4D");
	}

	private Medium medium(String name, String volume) throws Exception {
		return new Medium(volume, name, "vfat", 16 * MIB, Files.createDirectory(folder.resolve(name)), true, false, "");
	}

	private Passport issue() throws Exception {
		return assertInstanceOf(Outcome.Went.class, passports.issue(Somebody.ADB, medium)).passport();
	}

	@Test
	void aMediumIsKnownAgainByItsToken() throws Exception {
		assertInstanceOf(Identity.Unknown.class, passports.identify(medium));
		Passport passport = issue();
		assertEquals(new Identity.Known(passport), passports.identify(medium));
		assertInstanceOf(Outcome.Refused.class, passports.issue(Somebody.ADB, medium));
		assertEquals(List.of(passport), passports.all());
		assertTrue(Files.readString(medium.root().resolve(Token.FILE)).contains("media = " + passport.token()));
	}

	@Test
	void aTokenThatWasCopiedToAnotherVolumeIsNotThatMedium() throws Exception {
		Passport passport = issue();
		Medium other = medium("other", "FFFF0000");
		Files.copy(medium.root().resolve(Token.FILE), other.root().resolve(Token.FILE));
		assertEquals(new Identity.Copied(passport), passports.identify(other));
		assertInstanceOf(Outcome.Refused.class, passports.hand(Somebody.ADB, other, "Budi"));
		assertInstanceOf(Outcome.Refused.class, passports.issue(Somebody.ADB, other));
	}

	@Test
	void theTokenOfAnotherConsoleIsTakenOver() throws Exception {
		Passport there = issue();
		Passports here = new Passports(new PassportsInMemory(), somebody.acts, now::get);
		assertEquals(new Identity.Foreign(there.token()), here.identify(medium));
		assertEquals(there.token(), assertInstanceOf(Outcome.Went.class, here.issue(Somebody.ADB, medium)).passport().token());
		assertInstanceOf(Identity.Known.class, here.identify(medium));
	}

	@Test
	void whatIsNoTokenIsLeftAlone() throws Exception {
		for (String text : List.of("", "media = x\n", "media = ../../etc\nvolume = 1\n", "x".repeat(100_000),
				"media = 00000000-0000-0000-0000-000000000000")) {
			Files.writeString(medium.root().resolve(Token.FILE), text);
			assertInstanceOf(Identity.Damaged.class, passports.identify(medium), text);
			assertInstanceOf(Outcome.Refused.class, passports.issue(Somebody.ADB, medium));
			assertEquals(text, Files.readString(medium.root().resolve(Token.FILE)));
		}
		Files.delete(medium.root().resolve(Token.FILE));
		Files.createDirectory(medium.root().resolve(Token.FILE));
		assertInstanceOf(Identity.Damaged.class, passports.identify(medium));
	}

	@Test
	void aLinkIsNotFollowed() throws Exception {
		Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "rahasia");
		Files.createSymbolicLink(medium.root().resolve(Token.FILE), elsewhere);
		assertInstanceOf(Identity.Damaged.class, passports.identify(medium));
		assertInstanceOf(Outcome.Refused.class, passports.issue(Somebody.ADB, medium));
		assertEquals("rahasia", Files.readString(elsewhere));
	}

	@Test
	void aMediumThatIsGoneOrReadOnlyIsSaid() throws Exception {
		Medium gone = new Medium("1", "gone", "vfat", 1, folder.resolve("gone"), true, false, "");
		assertInstanceOf(Identity.Unknown.class, passports.identify(gone));
		Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, passports.issue(Somebody.ADB, gone));
		assertInstanceOf(Identity.Unread.class, refused.identity());
		assertEquals(List.of(), passports.all());
	}

	@Test
	void whoHoldsItIsKept() throws Exception {
		Passport passport = issue();
		assertEquals(Optional.empty(), passport.holder());
		now.set(now.get().plusSeconds(60));
		passport = assertInstanceOf(Outcome.Went.class, passports.hand(Somebody.ADB, medium, "Budi Santoso")).passport();
		assertEquals("Budi Santoso", passport.holder().orElseThrow().holder());
		assertEquals(now.get(), passport.holder().orElseThrow().at());
		assertTrue(somebody.entries().stream().anyMatch(entry -> entry.toString().contains("medium handed")));
		for (String name : List.of("", " ", "x".repeat(101))) {
			assertThrows(IllegalArgumentException.class, () -> passports.hand(Somebody.ADB, medium, name));
		}
	}

	@Test
	void whereItHasBeenIsKeptOnceAnHour() throws Exception {
		Passport passport = issue();
		passport = passports.seen(Somebody.ADB, passport);
		passport = passports.seen(Somebody.ADB, passport);
		assertEquals(2, passport.history().size());
		now.set(now.get().plusSeconds(3601));
		passport = passports.seen(Somebody.ADB, passport);
		assertEquals(3, passport.history().size());
		assertEquals("pc", passport.last().orElseThrow().place());
	}

	@Test
	void aMediumThatGrowsSlowOrMakesErrorsIsWorn() throws Exception {
		Passport passport = issue();
		assertEquals(new Wear(Optional.empty(), Optional.empty(), 0), passport.wear());
		passport = passports.worked(Somebody.ADB, passport, Event.WRITTEN, 1000, SECOND, 0);
		assertEquals(Optional.empty(), passport.wear().rate());
		for (int i = 0; i < 3; i++) {
			passport = passports.worked(Somebody.ADB, passport, Event.WRITTEN, 20 * MIB, SECOND, 0);
		}
		assertEquals(20.0 * MIB, passport.wear().rate().orElseThrow());
		assertFalse(passport.wear().isWorn());
		for (int i = 0; i < 2; i++) {
			passport = passports.worked(Somebody.ADB, passport, Event.WRITTEN, 16 * MIB, SECOND.multipliedBy(2), 0);
		}
		assertEquals(8.0 * MIB, passport.wear().rate().orElseThrow());
		assertTrue(passport.wear().isSlower() && passport.wear().isWorn());
		Passport other = passports.worked(Somebody.ADB, issueOther(), Event.READ, MIB, SECOND, 1);
		assertTrue(other.wear().isWorn());
		for (int i = 0; i < 10; i++) {
			other = passports.worked(Somebody.ADB, other, Event.READ, MIB, SECOND, 0);
		}
		assertFalse(other.wear().isWorn());
	}

	private Passport issueOther() throws Exception {
		return assertInstanceOf(Outcome.Went.class, passports.issue(Somebody.ADB, medium("second", "2"))).passport();
	}

	@Test
	void onlyThoseWhoMayMoveRecordsIssueAndHandOn() throws Exception {
		assertThrows(NotPermitted.class, () -> passports.issue(Somebody.of(Role.AUDITOR, Optional.empty()), medium));
		assertFalse(Files.exists(medium.root().resolve(Token.FILE)));
		issue();
		assertThrows(NotPermitted.class, () -> passports.hand(Somebody.of(Role.AUDITOR, Optional.empty()), medium, "Budi"));
	}
}
