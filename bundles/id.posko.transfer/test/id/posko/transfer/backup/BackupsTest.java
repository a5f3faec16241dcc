package id.posko.transfer.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.transfer.Progress;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.Backups.Beginning;

/** Backups made here and on a real SSH server by a script that prints what Data Pump prints. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class BackupsTest {

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
	void aDumpMadeHereIsJudgedHashedAndWrittenDown() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		BackupRun run = station.run("siak");
		assertEquals(Verdict.GOOD, ending(run).verdict());
		assertEquals(0, ending(run).exit());
		assertTrue(ending(run).lastLine().startsWith("Job \"SIAK\".\"SYS_EXPORT_SCHEMA_01\" successfully completed at"));
		Path dump = files(station.dumps, ".dmp").getFirst();
		assertEquals("siak 20260302_190000.dmp", dump.getFileName().toString());
		DumpFile file = ending(run).files().getFirst();
		assertEquals(new DumpFile(dump.toString(), dump.toString(), 300_000, Files.getLastModifiedTime(dump).toInstant(),
				ThisMachine.sha256(dump), false), file);
		String line = new BackupTold(Words.INDONESIAN, station.hours.calendar().zone()).line(run);
		assertTrue(line.startsWith("Backup siak tanggal 2 Mar 2026 19.00: baik, 293,0 KiB dalam "), line);
		assertTrue(line.endsWith("Belum pernah diuji pulih."), line);
		assertEquals(List.of("backup defined", "backup run", "backup ended"),
				station.somebody.entries().stream().map(entry -> entry.act()).filter(act -> act.startsWith("backup")).toList());
	}

	@ParameterizedTest
	@CsvSource({ "warned, warned", "fatal, failed absent", "cut, no_last_line", "lies, contradiction", "absent, absent" })
	void whatIsNotWholeIsBadHereAndThere(String mode, String codes) throws IOException, InterruptedException {
		station.define("siak", station.here(mode));
		assertEquals(codes, codes(ending(station.run("siak")).verdict()));
		withServer();
		station.define("siak", station.there(mode));
		station.later(Duration.ofMinutes(1));
		assertEquals(codes, codes(ending(station.run("siak")).verdict()));
		assertEquals(List.of(), files(station.fetched, ""));
	}

	@Test
	void aDumpThatIsMuchSmallerThanTheOthersIsSuspicious() throws IOException, InterruptedException {
		for (int day = 0; day < 4; day++) {
			station.define("siak", station.here("good", "env.DAY=" + day));
			assertTrue(station.run("siak").isGood());
			station.later(Duration.ofDays(1));
		}
		station.define("siak", station.here("good").replace("mode=good", "mode=good size=150000"));
		BackupRun run = station.run("siak");
		assertEquals(Grade.SUSPICIOUS, ending(run).verdict().grade());
		assertEquals("small", codes(ending(run).verdict()));
		assertEquals(Standing.State.SUSPICIOUS, station.backups.find("siak").orElseThrow().state(station.instant()));
		assertTrue(station.drill("siak").isRestored());
		assertEquals(Standing.State.PROVEN, station.backups.find("siak").orElseThrow().state(station.instant()));
	}

	@Test
	void aDumpOfAServerIsBroughtHereWholeAndHashedOnBothSides() throws IOException, InterruptedException {
		withServer();
		station.define("siak", station.there("good"));
		List<Progress> progress = new ArrayList<>();
		BackupRun run = station.begin("siak", new Listener() {
			@Override
			public void line(String line) {
				// told elsewhere
			}

			@Override
			public void progress(Progress is) {
				progress.add(is);
			}
		}).await();
		assertEquals(Verdict.GOOD, ending(run).verdict());
		DumpFile file = ending(run).files().getFirst();
		Path here = station.fetched.resolve("20260302_190000").resolve("siak 20260302_190000.dmp");
		assertEquals(here.toString(), file.place());
		assertEquals(ThisMachine.sha256(here), file.sha256());
		assertEquals(-1, Files.mismatch(here, Path.of(file.origin())));
		assertEquals(new Progress(0, 1, 300_000, 300_000, "siak 20260302_190000.dmp"), progress.getLast());
	}

	@Test
	void aFetchGoesOnWhereItWasCutAgainAndAgain() throws IOException, InterruptedException {
		withServer();
		byte[] content = new byte[20_000_000];
		new Random(9).nextBytes(content);
		Path dump = Files.write(station.dumps.resolve("large.dmp"), content);
		OverSsh server = station.server();
		AtomicLong next = new AtomicLong(3_000_000);
		List<Long> begins = new ArrayList<>();
		AtomicLong last = new AtomicLong(Long.MAX_VALUE);
		Path here = server.bring(dump.toString(), server.sha256(dump.toString()), station.fetched, bytes -> {
			if (bytes <= last.getAndSet(bytes)) {
				begins.add(bytes);
			}
			if (bytes > next.get()) {
				next.set(bytes + 3_000_000);
				station.cut();
			}
		});
		assertEquals(-1, Files.mismatch(dump, here));
		assertTrue(begins.size() > 3, begins.toString());
		assertEquals(begins.stream().sorted().distinct().toList(), begins, "each goes on further on");
	}

	@Test
	void aMachineThatCanNotBeEnteredIsSaidSo() throws IOException, InterruptedException {
		station.define("siak", station.there("good").replace("Server SIAK", "Nobody"));
		assertEquals("no_device", codes(ending(station.run("siak")).verdict()));
		station.define("siak", station.there("good").replace("Server SIAK", "Printer"));
		assertEquals("no_entry", codes(ending(station.run("siak")).verdict()));
		station.define("siak", station.there("good"));
		assertEquals("no_secret", codes(ending(station.run("siak")).verdict()));
		station.somebody.with("key", "rubbish");
		assertEquals("ssh_bad_key", codes(ending(station.run("siak")).verdict()));
		station.define("siak", station.here("good").replace("=oracle.siak", "=other"));
		assertEquals("no_secret", codes(ending(station.run("siak")).verdict()));
		station.define("siak", station.here("good").replace("/expdp mode", "/nothing mode"));
		assertEquals("exit no_last_line absent", codes(ending(station.run("siak")).verdict()));
	}

	private static final class Lines implements Listener {

		private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

		@Override
		public void line(String line) {
			lines.add(line);
		}

		@Override
		public void progress(Progress progress) {
			// not looked at
		}

		void await(String words) throws InterruptedException {
			String line = lines.poll(30, TimeUnit.SECONDS);
			while (!line.contains(words)) {
				line = lines.poll(30, TimeUnit.SECONDS);
			}
		}
	}

	private ProcessHandle hanging() throws IOException {
		Path pid = files(station.dumps, ".pid").getLast();
		return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
	}

	private void stopped() throws IOException, InterruptedException {
		Lines lines = new Lines();
		try (Working working = station.begin("siak", lines)) {
			lines.await("BIODATA_WNI");
			ProcessHandle command = hanging();
			assertInstanceOf(Beginning.Refused.class, station.backups.begin(Somebody.ADB, "siak", Listener.NOBODY));
			assertNoCommandLineHas(Station.SECRET);
			working.close();
			assertEquals("stopped", codes(ending(working.await()).verdict()));
			command.onExit().orTimeout(30, TimeUnit.SECONDS).join();
		}
	}

	private static void assertNoCommandLineHas(String secret) throws IOException {
		try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
			for (Path process : processes.filter(is -> is.getFileName().toString().matches("\\d+")).toList()) {
				try {
					assertFalse(Files.readString(process.resolve("cmdline")).contains(secret), process.toString());
				} catch (IOException _) {
					// it has ended
				}
			}
		}
	}

	@Test
	void linesAreToldWhileItRunsAndStoppingEndsTheCommandHere() throws IOException, InterruptedException {
		station.define("siak", station.here("hang"));
		stopped();
	}

	@Test
	void stoppingEndsTheCommandThere() throws IOException, InterruptedException {
		withServer();
		station.define("siak", station.there("hang"));
		stopped();
	}

	@Test
	void aPasswordGivenByAVariableIsOnNoCommandLineEither() throws IOException, InterruptedException {
		withServer();
		station.define("siak", station.there("hang", "secret.by=ORACLE_PASSWORD"));
		stopped();
		station.define("siak", station.here("hang", "secret.by=ORACLE_PASSWORD"));
		stopped();
	}

	@Test
	void aPasswordStandsInNoLogAndNoRow() throws IOException, InterruptedException {
		withServer();
		for (String text : List.of(station.here("good"), station.there("good"), station.there("good", "secret.by=ORACLE_PASSWORD"),
				station.here("good", "secret.by=ORACLE_PASSWORD"))) {
			station.define("siak", text);
			Lines lines = new Lines();
			BackupRun run = station.begin("siak", lines).await();
			assertEquals(Verdict.GOOD, ending(run).verdict());
			String log = Files.readString(station.backups.log(run));
			assertTrue(log.contains("connected as siak/***\n"), log);
			assertFalse((log + lines.lines + run).contains(Station.SECRET));
			station.later(Duration.ofMinutes(1));
		}
	}

	@Test
	void theEnvironmentOfACommandIsSmall() throws InterruptedException {
		List<String> lines = new ArrayList<>();
		Place.Ended ended = new ThisMachine().run(new Place.Order(List.of("/usr/bin/env"), Map.of("ORACLE_SID", "siak"),
				Optional.empty(), Duration.ofSeconds(30)), lines::add);
		assertEquals(0, ended.exit());
		assertTrue(lines.contains("ORACLE_SID=siak"), lines.toString());
		assertTrue(lines.stream().map(line -> line.replaceFirst("=.*", "")).allMatch(name -> List.of("ORACLE_SID", "PATH",
				"HOME", "USER", "LANG", "TZ", "TMPDIR", "LD_LIBRARY_PATH").contains(name)), lines.toString());
	}

	@Test
	void aCommandThatHangsIsEndedByItsLimitWithAllItsChildren() throws InterruptedException {
		BlockingQueue<String> lines = new LinkedBlockingQueue<>();
		Place.Ended ended = new ThisMachine().run(new Place.Order(List.of("/bin/sh", "-c",
				"sh -c 'trap \"\" TERM; echo $$; while :; do sleep 600; done' & wait"), Map.of(), Optional.empty(),
				Duration.ofMillis(1500)), lines::add);
		assertEquals("too_long", ended.hindrance().orElseThrow().code());
		ProcessHandle.of(Long.parseLong(lines.take())).ifPresent(
				child -> child.onExit().orTimeout(20, TimeUnit.SECONDS).join());
	}

	@Test
	void noShellReadsTheWords() throws InterruptedException {
		List<String> lines = new ArrayList<>();
		new ThisMachine().run(new Place.Order(List.of("/bin/echo", "$HOME; `id` > x", "*"), Map.of(), Optional.empty(),
				Duration.ofSeconds(30)), lines::add);
		assertEquals(List.of("$HOME; `id` > x *"), lines);
	}

	@Test
	void onlyWhoMayRunsDefinesDrillsAndVerifies() throws IOException, InterruptedException {
		station.define("siak", station.here("good"));
		BackupRun run = station.run("siak");
		var operator = Somebody.of(Role.OPERATOR_BIOMETRIK, Optional.of(new RegionCode("35.03.01")));
		assertThrows(NotPermitted.class, () -> station.backups.begin(operator, "siak", Listener.NOBODY));
		assertThrows(NotPermitted.class, () -> station.backups.drill(operator, "siak", Listener.NOBODY));
		assertThrows(NotPermitted.class, () -> station.backups.verify(operator, run));
		assertThrows(NotPermitted.class, () -> station.definitions.put(operator, "siak", "kind=SIAK"));
	}
}
