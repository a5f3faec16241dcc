package id.posko.transfer.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import id.posko.memory.Somebody;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.Backups.Beginning;
import id.posko.transfer.backup.Backups.Checked;

/** What becomes of dumps after they were made: drills, reading again, removal, schedules, reports. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class BackupKeepingTest {

	@TempDir
	Path temp;
	private Station station;

	@BeforeEach
	void open() throws IOException {
		station = new Station(temp);
	}

	@AfterEach
	void close() {
		station.close();
	}

	private void withServer() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(Station.SSHD), "no OpenSSH server: apt-get install openssh-server");
		station.withServer();
	}

	private static String codes(Verdict verdict) {
		return String.join(" ", verdict.reasons().stream().map(Reason::code).toList());
	}

	private static Ending ending(BackupRun run) {
		return run.ending().orElseThrow();
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

	@Test
	void aDumpThatIsRestoredIsProvenAndOneThatIsNotIsNot() throws IOException, InterruptedException {
		for (int i = 0; i < 2; i++) {
			if (i == 1) {
				withServer();
			}
			station.define("siak", i == 0 ? station.here("good") : station.there("good"));
			BackupRun run = station.run("siak");
			assertEquals(Standing.State.UNPROVEN, state(), "a drill of the dump before proves only for a time: " + i);
			assertTrue(station.drill("siak").isRestored());
			assertEquals(Standing.State.PROVEN, state());
			Path bad = Files.createFile(Path.of(ending(run).files().getFirst().origin() + ".bad"));
			BackupRun failed = station.drill("siak");
			assertEquals("failed", codes(failed.drill().orElseThrow().verdict()));
			assertEquals(Standing.State.UNPROVEN, state());
			Files.delete(bad);
			Files.writeString(Path.of(ending(run).files().getFirst().origin()), "other");
			assertEquals("changed", codes(station.drill("siak").drill().orElseThrow().verdict()));
			station.later(Duration.ofDays(100));
		}
	}

	private Standing.State state() throws IOException {
		return station.backups.find("siak").orElseThrow().state(station.instant());
	}

	@Test
	void aDrillProvesOnlyForAQuarter() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		assertEquals(Standing.State.NEVER, state());
		station.run("siak");
		station.drill("siak");
		station.later(Standing.PROVES.minusSeconds(1));
		assertEquals(Standing.State.PROVEN, state());
		station.later(Duration.ofSeconds(2));
		assertEquals(Standing.State.UNPROVEN, state());
	}

	@Test
	void thereIsNothingToRestoreOrNoCommandForIt() throws IOException {
		station.define("siak", station.here("good"));
		assertEquals("no_dump", refused(station.backups.drill(Somebody.ADB, "siak", Listener.NOBODY)));
		station.define("siak", station.here("good").replaceAll("drill.*\n", ""));
		assertEquals("no_drill", refused(station.backups.drill(Somebody.ADB, "siak", Listener.NOBODY)));
		assertEquals("not_defined", refused(station.backups.drill(Somebody.ADB, "other", Listener.NOBODY)));
		assertEquals("not_defined", refused(station.backups.begin(Somebody.ADB, "../x", Listener.NOBODY)));
	}

	private static String refused(Beginning beginning) {
		return assertInstanceOf(Beginning.Refused.class, beginning).why().code();
	}

	@Test
	void filesAreReadAgainAndWhatHasChangedIsSaid() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		BackupRun run = station.run("siak");
		assertEquals(List.of(Optional.empty()), station.backups.verify(Somebody.ADB, run).stream().map(Checked::wrong).toList());
		Path dump = Path.of(ending(run).files().getFirst().place());
		byte[] bytes = Files.readAllBytes(dump);
		bytes[1000]++;
		Files.write(dump, bytes);
		assertEquals("changed", station.backups.verify(Somebody.ADB, run).getFirst().wrong().orElseThrow().code());
		Files.delete(dump);
		assertEquals("missing", station.backups.verify(Somebody.ADB, run).getFirst().wrong().orElseThrow().code());
	}

	@Test
	void onlyAGoodOneRemovesWhatIsOverAndNothingThatIsNotKnown() throws IOException, InterruptedException {
		String keep = "keep.daily=2\nkeep.weekly=0\nkeep.monthly=0\nkeep.semester=0";
		station.define("siak", station.here("good", keep));
		Path stranger = Files.writeString(station.dumps.resolve("siak 20200101_000000.dmp"), "not ours");
		List<Path> dumps = new ArrayList<>();
		for (int day = 0; day < 3; day++) {
			dumps.add(Path.of(ending(station.run("siak")).files().getFirst().place()));
			station.later(Duration.ofDays(1));
		}
		assertEquals(List.of(false, true, true), dumps.stream().map(Files::exists).toList());
		Files.writeString(dumps.get(1), "changed by somebody");
		station.define("siak", station.here("warned", keep));
		BackupRun warned = station.run("siak");
		station.later(Duration.ofDays(1));
		station.define("siak", station.here("good", keep));
		assertEquals(List.of(), station.backups.expired(station.definitions.find("siak").orElseThrow().definition()
				.orElseThrow()));
		BackupRun last = station.run("siak");
		assertTrue(Files.exists(stranger) && Files.exists(dumps.get(1)) && Files.exists(dumps.get(2)));
		assertTrue(Files.exists(Path.of(ending(warned).files().getFirst().place())));
		assertTrue(Files.exists(Path.of(ending(last).files().getFirst().place())));
		assertTrue(station.runs.of("siak").getFirst().ending().orElseThrow().files().getFirst().isRemoved());
		assertTrue(station.somebody.entries().stream().anyMatch(entry -> entry.act().equals("backup removed")));
	}

	@Test
	void aWrongRowOfTheOfficesOwnIsAFaultOfEveryDefinition() throws IOException {
		station.define("siak", station.here("good"));
		Files.writeString(station.folder.resolve("backup/tools.rows"), "last expdp good (\n");
		assertEquals(new DefinitionText.Read.Wrong(List.of(new DefinitionText.Fault(0, "rows", "1: last expdp good ("))),
				station.backups.find("siak").orElseThrow().defined().read());
		assertEquals("not_defined", refused(station.backups.begin(Somebody.ADB, "siak", Listener.NOBODY)));
		Files.writeString(station.folder.resolve("backup/tools.rows"), "exit dumper unix 0 good\n");
		station.define("siak", station.here("good").replace("tool=expdp", "tool=dumper"));
	}

	@Test
	void whatTheConsoleDidNotSeeTheEndOfIsBad() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		long killed = station.runs.begin("siak", Instant.parse("2026-03-01T12:00:00Z"), "adb");
		assertTrue(station.run("siak").isGood());
		assertEquals("console_ended", codes(ending(station.runs.find(killed).orElseThrow()).verdict()));
	}

	@Test
	void aScheduledOneRunsOnceAndIsCaughtUpOnce() throws IOException, InterruptedException {
		station.define("siak", station.here("good", "schedule=daily 19:00"));
		Files.setLastModifiedTime(station.folder.resolve("backup/siak.properties"),
				java.nio.file.attribute.FileTime.from(station.instant().minus(Duration.ofHours(2))));
		station.later(Duration.ofMinutes(-5));
		ticked(0);
		station.later(Duration.ofMinutes(5));
		ticked(1);
		ticked(1);
		station.later(Duration.ofHours(-20));
		ticked(1);
		station.later(Duration.ofHours(43));
		ticked(1);
		station.later(Duration.ofDays(5));
		ticked(2);
		ticked(2);
		assertEquals("posko", station.runs.of("siak").getFirst().by());
	}

	private void ticked(int runs) throws IOException, InterruptedException {
		station.timetable.tick();
		Optional<Working> working = station.backups.working("siak");
		if (working.isPresent()) {
			working.get().await();
		}
		assertEquals(runs, station.runs.of("siak").size());
	}

	@Test
	void theReportForTheKabidIsADocument() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		BackupRun run = station.run("siak");
		Path file = temp.resolve("laporan.docx");
		new BackupReports(station.somebody.acts, station.hours).export(Somebody.ADB,
				station.definitions.find("siak").orElseThrow().definition().orElseThrow(), run, file, station.instant());
		try (var zip = new java.util.zip.ZipFile(file.toFile())) {
			String text = new String(zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes());
			assertTrue(text.contains("LAPORAN BACKUP DATA SIAK"), text);
			assertTrue(text.contains(ending(run).files().getFirst().sha256()), text);
		}
	}
}
