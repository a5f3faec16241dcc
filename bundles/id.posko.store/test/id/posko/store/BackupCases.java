package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.transfer.backup.BackupRun;
import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.BackupRuns;
import id.posko.transfer.backup.Grade;
import id.posko.transfer.backup.Reason;
import id.posko.transfer.backup.Verdict;

/** What the tables of backups must do on every database. */
interface BackupCases {

	Instant EVENING = Instant.parse("2026-03-02T12:00:00.123456Z");
	Verdict BAD = new Verdict(Grade.BAD, List.of(new Reason("contradiction", List.of("0", "a\nb\\'; drop table site; --")),
			new Reason("absent", List.of())));

	Database database();

	private static DumpFile file(String place) {
		return new DumpFile("D:\\dump\\siak " + place + ".dmp", place, 12_345_678_901L, EVENING.minusSeconds(5), "ab".repeat(32),
				false);
	}

	@Test
	default void aBackupIsRunningUntilItEndsAndComesBackAsItWas() throws IOException {
		BackupRuns runs = new BackupRows(database());
		long number = runs.begin("siak", EVENING, "adb");
		assertEquals(List.of(new BackupRun(number, "siak", EVENING, "adb", Optional.empty(), Optional.empty())),
				runs.of("siak"));
		Ending ending = new Ending(EVENING.plusSeconds(900), Duration.ofNanos(900_123_456_789L), 3, "Ekspor 'é' \u0001",
				BAD, List.of(file("/backup/1"), file("/backup/2"), new DumpFile("/x", "", 0, EVENING, "", false)));
		runs.end(number, ending);
		assertEquals(Optional.of(new BackupRun(number, "siak", EVENING, "adb", Optional.of(ending), Optional.empty())),
				runs.find(number));
		assertEquals(List.of(), runs.of("ktp"));
		assertEquals(Optional.empty(), runs.find(number + 1));
	}

	@Test
	default void nothingToSayIsKeptAsWellAsVeryMuch() throws IOException {
		BackupRuns runs = new BackupRows(database());
		long number = runs.begin("siak", EVENING, "adb");
		Ending nothing = new Ending(EVENING, Duration.ZERO, -1, "", Verdict.GOOD, List.of());
		runs.end(number, nothing);
		assertEquals(nothing, runs.find(number).orElseThrow().ending().orElseThrow());
		long much = runs.begin("siak", EVENING, "adb");
		runs.end(much, new Ending(EVENING, Duration.ZERO, 1, "😀".repeat(9000),
				new Verdict(Grade.BAD, List.of(new Reason("failed", List.of("1", "é".repeat(9000))))), List.of()));
		Ending cut = runs.find(much).orElseThrow().ending().orElseThrow();
		assertEquals("😀".repeat(1000), cut.lastLine());
		assertTrue(cut.verdict().reasons().getFirst().arguments().get(1).startsWith("ééé"));
	}

	@Test
	default void theLastDrillCountsAndARemovedFileIsSaidSo() throws IOException {
		BackupRuns runs = new BackupRows(database());
		long number = runs.begin("siak", EVENING, "adb");
		runs.end(number, new Ending(EVENING, Duration.ofMinutes(15), 0, "x", Verdict.GOOD, List.of(file("/1"), file("/2"))));
		runs.drilled(number, new Drill(EVENING.plusSeconds(1), "adb", Duration.ofMinutes(1), 1, "gagal", BAD));
		Drill last = new Drill(EVENING.plusSeconds(2), "kasi", Duration.ofMinutes(2), 0, "", Verdict.GOOD);
		runs.drilled(number, last);
		runs.removed(number, "/2");
		BackupRun run = runs.find(number).orElseThrow();
		assertEquals(Optional.of(last), run.drill());
		assertTrue(run.isRestored());
		assertEquals(List.of(false, true), run.ending().orElseThrow().files().stream().map(DumpFile::isRemoved).toList());
	}
}
