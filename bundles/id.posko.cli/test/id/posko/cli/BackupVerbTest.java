package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.memory.Folder;
import id.posko.memory.Somebody;
import id.posko.memory.UsualHours;
import id.posko.ssh.Connections;
import id.posko.ssh.HostKeys;
import id.posko.ssh.RemoteFiles;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.transfer.backup.BackupReports;
import id.posko.transfer.backup.Backups;
import id.posko.transfer.backup.Definitions;
import id.posko.transfer.backup.Machines;

/** What {@code posko backup} prints, writes and ends with. */
@EnabledOnOs(OS.LINUX)
class BackupVerbTest {

	@TempDir
	Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private Actor by = Somebody.ADB;
	private Connections connections;
	private BackupVerb verb;

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return Fleet.EMPTY;
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	};

	@BeforeEach
	void open() {
		Somebody office = new Somebody(folder.resolve("office"));
		connections = new Connections(new HostKeys(new Folder(folder)), office);
		Definitions definitions = new Definitions(() -> folder, office.acts);
		Machines machines = new Machines(inventory, connections, new RemoteFiles(connections), office);
		verb = new BackupVerb(definitions, new Backups(definitions, new BackupsInMemory(), machines, office.acts,
				new UsualHours(), InstantSource.system()), new BackupReports(office.acts, new UsualHours()), new UsualHours());
	}

	@AfterEach
	void close() {
		connections.close();
	}

	private int run(String... words) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), Words.INDONESIAN, folder).by(by);
		return CommandForm.of(verb.on(call), "posko", call).setExecutionExceptionHandler((wrong, _, _) -> {
			throw wrong;
		}).execute(words);
	}

	private String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	private void define(String script) throws IOException {
		Path dump = Files.writeString(folder.resolve("dump.sh"), script);
		Files.writeString(folder.resolve("siak.txt"), "kind=SIAK\ntool=script\ncommand=/bin/sh " + dump + " " + folder
				+ "/siak_{stamp}.dmp\nfiles=" + folder + "/siak_{stamp}.dmp\ndrill.tool=script\ndrill.command=/bin/cat {path}\n");
		assertEquals(Call.WELL, run("define", "siak.txt"), err());
	}

	@Test
	void aBackupIsDefinedMadeListedVerifiedRestoredAndReported() throws IOException {
		assertEquals(Call.WELL, run("list"));
		assertEquals("Belum ada backup yang ditetapkan (./posko backup define).\n", err());
		define("echo data >$1; printf '\\033[31mred\\n'");
		assertEquals("Backup siak ditetapkan.\n", err());
		assertEquals(Call.WELL, run("lint", "siak.txt"));
		assertEquals(Call.WELL, run("list", "--json"));
		assertTrue(out().startsWith("{\"name\":\"siak\",\"kind\":\"SIAK\",\"state\":\"never\",\"running\":false"), out());
		assertEquals(Call.WELL, run("run", "siak"));
		assertTrue(out().startsWith("Backup siak tanggal ") && out().contains(": baik, 5 B dalam 0 detik, 1 berkas"), out());
		assertEquals(" [31mred\n", err());
		assertEquals(Call.WELL, run("verify"));
		assertTrue(out().endsWith(".dmp  sama\n"), out());
		assertEquals(Call.WELL, run("drill", "siak", "--json"));
		assertTrue(out().contains("\"drill\":\"good\",\"drillReasons\":[]"), out());
		assertEquals("data\n", err());
		assertEquals(Call.WELL, run("list"));
		assertTrue(out().contains("baik dan teruji"), out());
		assertEquals(Call.WELL, run("report", "siak", "laporan.docx"));
		assertTrue(Files.size(folder.resolve("laporan.docx")) > 0);
		assertEquals(Call.WELL, run("expired", "siak"));
		assertEquals("", out());
	}

	@Test
	void whatIsNotGoodEndsWithOne() throws IOException {
		define("echo data >$1; exit 3");
		assertEquals(Call.NOT_WELL, run("run", "siak", "--json"));
		assertTrue(out().contains("\"grade\":\"bad\",\"reasons\":[\"exit\"],\"exit\":3"), out());
		assertEquals(Call.NOT_WELL, run("list"));
		define("echo data >$1");
		assertEquals(Call.WELL, run("run", "siak"));
		Path dump = Path.of(out().replaceAll("(?s).*, di (.*?\\.dmp).*", "$1"));
		Files.writeString(dump, "tada\n");
		assertEquals(Call.NOT_WELL, run("verify", "siak"));
		assertTrue(out().contains("berubah"), out());
		assertEquals(Call.NOT_WELL, run("drill", "siak"));
		assertTrue(out().contains("gagal"), out());
	}

	@Test
	void wrongUseIsSaidAndEndsWithTwo() throws IOException {
		for (String[] wrong : new String[][] { {}, { "run" }, { "run", "siak" }, { "drill", "siak" }, { "verify", "siak" },
				{ "report", "siak", "a.docx" }, { "expired", "siak" }, { "define", "nothing.txt" }, { "sell" } }) {
			assertEquals(Call.WRONG_USE, run(wrong), String.join(" ", wrong));
			assertFalse(err().isEmpty());
		}
		Files.writeString(folder.resolve("siak.txt"), "kind=SIAK\nschedule=hourly\n");
		assertEquals(Call.WRONG_USE, run("lint", "siak.txt"));
		assertTrue(err().startsWith("siak: files belum diisi."), err());
		assertTrue(err().contains("siak: Baris 2: \"hourly\" bukan jadwal"), err());
		assertEquals(Call.WRONG_USE, run("define", "siak.txt"));
		Files.createDirectories(folder.resolve("backup"));
		Files.copy(folder.resolve("siak.txt"), folder.resolve("backup/siak.properties"));
		assertEquals(Call.NOT_WELL, run("list"));
		define("echo data >$1");
		assertEquals(Call.WRONG_USE, run("report", "siak", "a.docx"));
		run("run", "siak");
		assertEquals(Call.WRONG_USE, run("report", "siak", "a.pdf"));
	}

	@Test
	void whoMayNotIsRefused() throws IOException {
		define("echo data >$1");
		by = Somebody.of(Role.TEKNISI, Optional.empty());
		for (String[] forbidden : new String[][] { { "run", "siak" }, { "drill", "siak" }, { "define", "siak.txt" } }) {
			assertNotEquals(Call.WELL, run(forbidden));
			assertTrue(err().contains(NotPermitted.class.getSimpleName()), err());
			assertEquals("", out());
		}
		run("list", "--json");
		assertTrue(out().contains("\"state\":\"never\""), out());
	}
}
