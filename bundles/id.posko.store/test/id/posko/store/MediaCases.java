package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import id.posko.transfer.media.Passport;
import id.posko.transfer.media.Passport.Entry;
import id.posko.transfer.media.Passport.Event;
import id.posko.transfer.media.PassportLog;

/** What the tables of media must do on every database. */
interface MediaCases {

	Database database();

	@Test
	default void aPassportIsReadAsItWasIssuedAndWritten() throws IOException {
		PassportLog log = new PassportRows(database());
		Instant at = Instant.parse("2026-11-02T01:00:00.123456Z");
		Entry issued = new Entry(at, "adb é", Event.ISSUED, "pc", "", 0, Duration.ZERO, 0);
		Passport flash = new Passport("b", "1A2B", "FLASH 😀", List.of(issued));
		Passport bare = new Passport("a", "", "", List.of(issued));
		log.issue(flash);
		log.issue(bare);
		Entry handed = new Entry(at.plusSeconds(1), "adb", Event.HANDED, "", "Budi", 0, Duration.ZERO, 0);
		Entry written = new Entry(at.plusSeconds(2), "adb", Event.WRITTEN, "pc", "", 5_000_000_000L, Duration.ofNanos(7), 2);
		assertTrue(log.add("b", handed));
		assertTrue(log.add("b", written));
		Passport whole = new Passport("b", "1A2B", "FLASH 😀", List.of(issued, handed, written));
		assertEquals(Optional.of(whole), log.find("b"));
		assertEquals(List.of(bare, whole), log.all().stream().filter(each -> Stream.of("a", "b").anyMatch(each.token()::equals)).toList());
		assertFalse(log.add("none", handed));
		assertEquals(Optional.empty(), log.find("none"));
	}
}
