package id.posko.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An office's list goes in, is checked, is handed to the process that holds the folder, and survives its end. It comes
 * first: the window of the walks simulates the same kabupaten, at the same addresses, until the last test.
 */
@Order(1)
class OfficeCommandsTest {

	private static final String LIST = """
			kode_wilayah,nama_kantor,jenis,nama_alat,alamat
			35.60.01,Kecamatan Wanasari,MODEM,Modem,127.0.0.1
			35.60.01,Kecamatan Wanasari,Server AFIS,AFIS,127.0.0.2
			35.60.01,Kecamatan Wanasari,FINGER_SCANNER,Jari,
			00,Pusat Data,DATA_CENTRE,Pusat,127.0.0.3
			""";

	@TempDir
	private Path scratch;
	@AutoClose
	private Posko posko;
	private Path list;

	@BeforeEach
	void anEmptyOffice() throws IOException {
		posko = new Posko(scratch.resolve("data"), scratch);
		list = Files.writeString(scratch.resolve("daftar.csv"), LIST);
	}

	@Test
	void aListIsPlannedImportedListedAndExported() throws InterruptedException {
		Posko.Ended dry = posko.run("inventory", "import", "daftar.csv", "--dry-run", "--json");
		assertEquals(0, dry.code(), dry.err());
		assertEquals("{\"sites\":2,\"devices\":4,\"new\":4,\"changed\":0,\"unchanged\":0,\"wrong\":0,\"errors\":[]}",
				dry.out().strip());
		assertEquals("", posko.run("inventory", "list", "--json").out(), "a dry run stores nothing");

		assertEquals(0, posko.run("inventory", "import", "daftar.csv").code());
		List<String> lines = posko.run("inventory", "list", "--json").lines();
		assertEquals(4, lines.size());
		assertTrue(lines.get(1).startsWith("{\"device\":\"AFIS\",\"kind\":\"AFIS_SERVER\",\"site\":\"Kecamatan Wanasari\","
				+ "\"siteCode\":\"35.60.01\""), lines.get(1));

		assertEquals(0, posko.run("inventory", "export", "semua.xlsx").code());
		Posko.Ended again = posko.run("inventory", "import", "semua.xlsx", "--json");
		assertTrue(again.out().contains("\"new\":0,\"changed\":0,\"unchanged\":4"), again.out() + again.err());
	}

	@Test
	void availabilityIsReportedForTheDaysThatAreAsked() throws InterruptedException, IOException {
		assertEquals(0, posko.run("inventory", "import", "daftar.csv").code());
		posko.run("check", "--site", "35.60.01");
		String today = LocalDate.now().toString();
		Posko.Ended report = posko.run("report", "availability", "--from", today, "--to", today, "laporan.csv");
		assertEquals(0, report.code(), report.err());
		List<String> rows = Files.readAllLines(scratch.resolve("laporan.csv"));
		assertEquals(1 + 2 + 4, rows.size(), "headings, two offices, four devices");
		assertTrue(rows.stream().skip(1).allMatch(row -> row.contains(";\"100,0\";")), rows.toString());
		assertTrue(rows.stream().anyMatch(row -> row.contains("Kecamatan Wanasari;Modem;")), rows.toString());
		assertEquals(0, posko.run("report", "availability", "--from", today, "--to", today, "laporan.xlsx").code());
		assertTrue(Files.size(scratch.resolve("laporan.xlsx")) > 1000);

		assertEquals(2, posko.run("report", "availability", "--from", today, "--to", "2020-01-01", "x.csv").code());
		assertEquals(2, posko.run("report", "availability", "--from", "kemarin", "--to", today, "x.csv").code());
		assertEquals(2, posko.run("report", "availability", "--from", today, "--to", today, "x.doc").code());
	}

	@Test
	void aBadListChangesNothingAndNamesThePlace() throws InterruptedException, IOException {
		Files.writeString(list, LIST + "35.60.02,Kecamatan Watugede,MODEMM,Modem,127.0.0.300\n");
		Posko.Ended bad = posko.run("inventory", "import", "daftar.csv", "--json");
		assertEquals(2, bad.code());
		assertTrue(bad.out().contains("{\"row\":6,\"column\":\"jenis\",\"cell\":\"C6\",\"message\":\""), bad.out());
		assertTrue(bad.out().contains("{\"row\":6,\"column\":\"alamat\",\"cell\":\"E6\",\"message\":\""), bad.out());
		assertEquals("", posko.run("inventory", "list", "--json").out());

		Posko.Ended missing = posko.run("inventory", "import", "nada.csv");
		assertEquals(2, missing.code());
		assertEquals("", missing.out());
		assertEquals("Berkas tidak ditemukan. Periksa nama dan foldernya.", missing.err().strip());
	}

	@Test
	void theHolderOfADeepFolderAnswersForOthersAndCanBeKilled() throws InterruptedException, IOException {
		Path deep = Files.createDirectories(scratch.resolve("kantor dinas/" + "x".repeat(60) + "/" + "y".repeat(60)));
		posko = new Posko(deep.resolve("data"), scratch);
		Posko guest = new Posko(Files.createSymbolicLink(scratch.resolve("link"), deep).resolve("data"), scratch);
		assertEquals(0, posko.run("inventory", "import", "daftar.csv").code());
		Posko.Begun watch = posko.begin("watch", "--json");
		watch.until("\"device\":\"AFIS\"");
		Posko.Ended status = guest.run("status", "--json");
		assertTrue(status.out().contains("\"device\":\"Jari\""), status.out() + status.err());
		Posko.Ended check = guest.run("check", "--site", "356001", "--json");
		assertEquals(0, check.code(), check.out() + check.err());
		assertEquals(3, check.lines().size());
		assertTrue(check.lines().getFirst().contains("\"state\":\"up\",\"cause\":\"answered\""), check.out());
		assertTrue(check.lines().get(1).contains("\"state\":\"not_measured\""), check.out());
		assertEquals(2, guest.run("check", "--site", "99").code());

		watch.process().destroyForcibly().waitFor();
		Posko.Ended path = guest.run("path", "AFIS", "--json");
		assertEquals(0, path.code(), path.err());
		assertTrue(path.out().contains("\"finding\":\"healthy\",\"cutAt\":null"), path.out());
	}

	@Test
	void aCommandWhoseHolderEndsGoesOnByItself() throws InterruptedException {
		assertEquals(0, posko.run("inventory", "import", "daftar.csv").code());
		Posko.Begun holder = posko.begin("watch");
		holder.until("4 alat dipantau");
		Posko.Begun guest = posko.begin("watch");
		guest.until("4 alat dipantau");
		Path socket = scratch.resolve("data/posko.sock");
		assertTrue(Files.exists(socket));
		holder.process().destroy();
		assertEquals(143, holder.end().code(), "told to end, it ends in order");
		guest.until("Hentikan dengan Ctrl+C.\n4 alat dipantau");
		assertTrue(Files.exists(socket));
		guest.process().destroy();
		guest.end();
		assertTrue(Files.notExists(socket));
	}

	@Test
	void aCutPathOfTheSampleKabupatenIsExplained() throws InterruptedException {
		Posko.Begun demo = posko.begin("demo", "--headless");
		demo.until("Modem Kecamatan Sumberjati mati");
		demo.until("tak terjangkau 5");
		demo.until("ruang / terpakai 97 %");
		String on = "on   jalur-banyuurip        Kecamatan Banyuurip. Jalur putus";
		assertEquals(on + "\n", posko.run("sim", "fault", "jalur-banyuurip", "on").out());
		assertTrue(posko.run("sim", "fault").lines().contains(on), "the demo keeps it");
		demo.process().destroy();
		demo.end();
		Posko.Ended sim = posko.run("sim", "fault");
		assertEquals(2, sim.code(), "faults are there only while the demo runs");
	}

	@Test
	void whatNobodyReadsEnds() throws InterruptedException, IOException {
		assertEquals(0, posko.run("inventory", "import", "daftar.csv").code());
		assertEquals(1, posko.runUnheard("watch", "--json"));
		assertEquals(1, posko.runUnheard("inventory", "list"));
	}
}
