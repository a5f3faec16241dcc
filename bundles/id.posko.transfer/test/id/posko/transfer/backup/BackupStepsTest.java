package id.posko.transfer.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import id.posko.memory.Somebody;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.EvidenceFiles;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Act;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Run;
import id.posko.transfer.backup.step.BackupAction;
import id.posko.transfer.backup.step.LogAction;
import id.posko.transfer.backup.step.ScheduleAction;
import id.posko.transfer.backup.step.VerifyAction;

/** The steps of the SOPs "backup" of Trenggalek (8, 9) and Buleleng, done by their actions. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class BackupStepsTest {

	private static final String SCHEDULE = "Jadwal (harian 19.00)";

	@TempDir
	Path temp;
	private Station station;
	private List<StepAction> actions;
	private EvidenceFiles files;
	private Run run;
	private final List<String> told = new ArrayList<>();

	@BeforeEach
	void open() throws IOException {
		station = new Station(temp);
		files = new EvidenceFiles(() -> station.folder);
		actions = List.of(new BackupAction(station.definitions, station.backups),
				new LogAction(station.definitions, station.backups, files, station.hours),
				new VerifyAction(station.definitions, station.backups, station.hours),
				new ScheduleAction(station.definitions));
	}

	@AfterEach
	void close() {
		station.close();
	}

	private void start(String sop) throws IOException {
		Procedure procedure = new Library().find(sop).orElseThrow();
		run = Run.replay("7", procedure, Map.of(), "adb", station.instant(), List.of());
	}

	private Task task(int number) {
		Step step = run.procedure().step(number).orElseThrow();
		return new Task(run, step, (Means.Action) step.means(), Somebody.ADB);
	}

	private StepAction action(int number) {
		return actions.stream().filter(each -> each.id().equals(task(number).means().id())).findFirst().orElseThrow();
	}

	private Deed act(int number, Map<String, String> answers) throws IOException, InterruptedException {
		return action(number).act(task(number), new Answers(answers, Map.of()), told::add);
	}

	private Deed.Found found(int number, Map<String, String> answers) throws IOException, InterruptedException {
		return assertInstanceOf(Deed.Found.class, act(number, answers));
	}

	private List<String> asks(int number) throws IOException {
		return action(number).asks(task(number)).stream().map(asked -> asked.field().name()).toList();
	}

	/** The step is done, with what was filled in. */
	private void finish(int number, Map<String, String> form) {
		List<Act> acts = new ArrayList<>(run.acts());
		acts.add(new Act(station.instant(), "adb", new Move.Finish(number, List.of(new Evidence.Form(form)), "")));
		run = Run.replay("7", run.procedure(), Map.of(), "adb", run.startedAt(), acts);
	}

	@Test
	void aClickARunningScriptAndStoredDataOfSiak() throws IOException, InterruptedException {
		station.define("malam", station.here("good"));
		station.define("ktp", station.here("warned").replace("kind=SIAK", "kind=KTP-el"));
		start("trenggalek-backup-siak");
		assertEquals(List.of(), asks(1));
		assertEquals("Backup malam nomor 1 dimulai.", found(1, Map.of()).result().sentence());
		Deed.Found log = found(2, Map.of());
		assertTrue(log.result().isWell());
		assertTrue(log.result().sentence().startsWith("Backup malam tanggal 2 Mar 2026 19.00: baik"), log.result().sentence());
		Evidence.Attachment kept = (Evidence.Attachment) log.more().getFirst();
		assertTrue(Files.readString(files.find(kept).orElseThrow()).contains("successfully completed at"));
		Deed.Found stored = found(3, Map.of());
		assertTrue(stored.result().isWell());
		assertTrue(stored.result().sentence().contains("dibaca ulang dan tetap sama, SHA-256 "), stored.result().sentence());
	}

	@Test
	void aBadBackupOfKtpElIsEvidenceThatItIsBad() throws IOException, InterruptedException {
		station.define("ktp", station.here("warned").replace("kind=SIAK", "kind=KTP-el"));
		start("trenggalek-backup-biometrik");
		found(1, Map.of());
		Deed.Found log = found(2, Map.of());
		assertFalse(log.result().isWell());
		assertTrue(log.result().sentence().contains("Ada peringatan, dump tidak lengkap"), log.result().sentence());
		assertFalse(found(3, Map.of()).result().isWell());
	}

	@Test
	void withoutADefinitionOrARunNothingIsFound() throws IOException, InterruptedException {
		start("trenggalek-backup-siak");
		assertInstanceOf(Deed.NotYet.class, act(1, Map.of()));
		station.define("siak", station.here("good"));
		station.run("siak");
		station.later(java.time.Duration.ofMinutes(5));
		start("trenggalek-backup-siak");
		assertEquals(new Deed.NotYet("Backup siak belum dijalankan dalam SOP ini."), act(2, Map.of()));
		assertInstanceOf(Deed.NotYet.class, act(3, Map.of()));
	}

	@Test
	void ofSeveralTheNameIsAsked() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		station.define("siak2", station.here("good"));
		start("trenggalek-backup-siak");
		assertEquals(List.of("Nama backup"), asks(1));
		assertInstanceOf(Deed.NotYet.class, act(1, Map.of()));
		assertInstanceOf(Deed.NotYet.class, act(1, Map.of("Nama backup", "other")));
		assertEquals("Backup siak2 nomor 1 dimulai.", found(1, Map.of("Nama backup", "siak2")).result().sentence());
		finish(1, Map.of("Nama backup", "siak2"));
		assertEquals(List.of(), asks(2));
		assertTrue(found(2, Map.of()).result().sentence().startsWith("Backup siak2"));
	}

	@Test
	void oneFormStampsAllStepsOfTheScheduler() throws IOException, InterruptedException {
		station.define("siak", station.here("good", "# keep me", "schedule=monthly 1 10:00"));
		start("buleleng-backup");
		finish(1, Map.of("Instruksi", "x"));
		assertEquals(List.of(SCHEDULE), asks(2));
		assertInstanceOf(Deed.NotYet.class, act(2, Map.of()));
		assertInstanceOf(Deed.NotYet.class, act(2, Map.of(SCHEDULE, "kapan saja")));
		Map<String, String> form = Map.of(SCHEDULE, "harian 19.30");
		assertTrue(found(2, form).result().sentence().startsWith("Backup siak dijadwalkan oleh konsol: "));
		finish(2, form);
		assertEquals(Schedule.tryParse("daily 19:30"), station.definitions.find("siak").flatMap(
				Definitions.Defined::definition).flatMap(Definition::schedule));
		assertTrue(Files.readString(station.folder.resolve("backup/siak.properties")).contains("# keep me\n"));
		List<String> stamps = new ArrayList<>();
		for (int step = 3; step <= 7; step++) {
			assertEquals(List.of(), asks(step));
			stamps.add(found(step, Map.of()).result().sentence());
			finish(step, Map.of());
		}
		assertEquals(List.of("Nama berkas dump: " + station.dumps + "/siak {stamp}*.dmp",
				"Backup dijalankan setiap hari.", "Backup dijalankan pukul 19:30."), stamps.subList(2, 5));
		assertEquals("Backup siak nomor 1 dimulai.", found(8, Map.of()).result().sentence());
		station.backups.working("siak").orElseThrow().await();
	}

	@Test
	void aScheduleIsWrittenAsTheOfficeSpeaks() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		start("buleleng-backup");
		for (Map.Entry<String, String> said : Map.of("Harian 19:00", "daily 19:00", "mingguan minggu 07.05", "weekly sun 07:05",
				"mingguan jumat 23.00", "weekly fri 23:00", "bulanan 31 01.00", "monthly 31 01:00", "daily 06:00",
				"daily 06:00").entrySet()) {
			found(2, Map.of(SCHEDULE, said.getKey()));
			assertEquals(Optional.of(said.getValue()), station.definitions.find("siak").flatMap(
					Definitions.Defined::definition).flatMap(Definition::schedule).map(Schedule::toString));
		}
	}

	@Test
	void theLinesOfARunningScriptAreTold() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		start("trenggalek-backup-siak");
		Instant before = station.instant();
		found(1, Map.of());
		found(2, Map.of());
		assertEquals(before, station.runs.of("siak").getFirst().began());
		assertTrue(told.stream().noneMatch(line -> line.contains(Station.SECRET)));
	}
}
