package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.transfer.offline.ImportDesk;
import id.posko.transfer.offline.RecordingsDesk;
import id.posko.transfer.offline.Reconciliation;

/** What {@code posko import} and {@code recordings} print, do and end with. */
class ImportVerbTest {

	@TempDir
	Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private Actor by = Somebody.ADB;
	private ImportVerb imports;
	private RecordingsVerb recordings;

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(new RegionCode("35.03.01"), "Kecamatan Panggul", SiteKind.KECAMATAN,
					LinkKind.FIBRE)), List.of());
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	};

	@BeforeEach
	void open() throws IOException {
		Path data = Files.createDirectory(folder.resolve("data"));
		Somebody office = new Somebody(data);
		ArrivalsInMemory ledger = new ArrivalsInMemory();
		imports = new ImportVerb(new ImportDesk(data, ledger, office.acts, InstantSource.system()), inventory);
		recordings = new RecordingsVerb(new RecordingsDesk(data, office.acts, InstantSource.system()),
				new Reconciliation(ledger, List.of()), inventory);
		Files.createDirectory(folder.resolve("stick"));
		Files.writeString(folder.resolve("stick/a\u001B[31m.dat"), "isi");
	}

	private int run(Verb verb, String... words) {
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

	@Test
	void aPlanIsShownAnImportToldAndItsLineIsThere() {
		assertEquals(Call.WELL, run(recordings, "list"));
		assertEquals("Belum ada hasil rekam yang dimasukkan.\n", out());
		assertEquals(Call.NOT_WELL, run(imports, "stick", "--site", "35.03.01", "--declared", "2", "--plan"));
		assertTrue(out().startsWith("baru  a\uFFFD[31m.dat\n1 berkas (3 byte): 1 baru"), out());
		assertTrue(out().contains("TIDAK cocok: operator melaporkan 2, ditemukan 1."), out());
		assertFalse(out().contains("\u001B"), "nothing is a command of the terminal");
		assertEquals(Call.WELL, run(imports, "stick", "--site", "35.03.01", "--declared", "1", "--json"));
		assertTrue(out().contains("\"declared\":1,\"found\":1") && out().contains("\"done\":true"), out());
		assertEquals(Call.WELL, run(recordings, "list", "--json"));
		assertTrue(out().contains("\"recorded\":null,\"backedUp\":1,\"brought\":1,\"imported\":1,\"sent\":null,\"even\":true"), out());
	}

	@Test
	void theOperatorsHalfMakesABag() throws IOException {
		assertEquals(Call.WRONG_USE, run(recordings, "copy", "stick", "--site", "35.03.01"));
		assertEquals("Folder hasil rekam belum diatur: recordings.folder\n", err.toString(StandardCharsets.UTF_8));
		Path made = Files.createDirectory(folder.resolve("rekam"));
		Files.writeString(made.resolve("b.dat"), "isi");
		Files.writeString(folder.resolve("data/transfer.properties"), "recordings.folder=" + made);
		assertEquals(Call.NOT_WELL, run(recordings, "copy", "stick", "--site", "35.03.01", "--declared", "3"));
		assertTrue(out().contains("Aman dicabut.\nTIDAK cocok: dilaporkan 3, ditemukan 1."), out());
		assertEquals(Call.WELL, run(recordings, "copy", "stick", "--site", "35.03.01", "--json"));
		assertTrue(out().contains("\"files\":1,\"left\":0,\"outcome\":\"done\",\"readBack\":1,\"done\":true"), out());
	}

	@Test
	void whatIsWrongIsToldAndWhoMayNotIsRefused() {
		assertEquals(Call.WRONG_USE, run(imports, "none", "--site", "35.03.01"));
		assertEquals(Call.WRONG_USE, run(imports, "stick"));
		assertEquals(Call.WRONG_USE, run(imports, "stick", "--site", "35.03.09"));
		assertEquals(Call.WRONG_USE, run(imports, "stick", "--site", "35.03.01", "--declared", "-1"));
		assertEquals(Call.WRONG_USE, run(imports));
		assertEquals(Call.WRONG_USE, run(recordings));
		by = Somebody.of(Role.OPERATOR_BIOMETRIK, Optional.empty());
		assertThrows(NotPermitted.class, () -> {
			Call call = new Call(new PrintStream(out), new PrintStream(err), Words.INDONESIAN, folder).by(by);
			ImportVerb.Importing importing = (ImportVerb.Importing) imports.on(call);
			new picocli.CommandLine(importing).parseArgs("stick", "--site", "35.03.01");
			importing.call();
		});
		assertFalse(Files.exists(folder.resolve("data/recordings")));
	}
}
