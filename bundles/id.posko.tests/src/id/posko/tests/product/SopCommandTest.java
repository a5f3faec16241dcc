package id.posko.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of SOPs in a real data folder: by whoever holds it, by people with accounts, kept over the end of the process. */
class SopCommandTest {

	private static final String LIST = """
			kode_wilayah,nama_kantor,jenis,nama_alat,alamat
			35.60.01,Kecamatan Wanasari,MODEM,Modem,127.0.0.1
			35.60.01,Kecamatan Wanasari,Server AFIS,AFIS,127.0.0.2
			""";

	private static final Pattern OPEN_STEP = Pattern.compile("\"step\":(\\d+),\"activity\"");
	private static final String SECRET = "rahasia-kantor-1";

	@TempDir
	private Path scratch;

	@BeforeEach
	void anOffice() throws IOException, InterruptedException {
		Files.writeString(scratch.resolve("daftar.csv"), LIST);
		well(posko(Map.of()).run("inventory", "import", "daftar.csv"));
	}

	private Posko posko(Map<String, String> variables) {
		Map<String, String> all = new TreeMap<>(variables);
		all.put("XDG_CONFIG_HOME", scratch.resolve("config").toString());
		return new Posko(scratch.resolve("data"), scratch, all);
	}

	private Posko as(String account) {
		return posko(Map.of("POSKO_ACCOUNT", account, "POSKO_PASSWORD", SECRET, "POSKO_NEW_PASSWORD", SECRET));
	}

	private static Posko.Ended well(Posko.Ended ended) {
		assertEquals(0, ended.code(), ended.out() + ended.err());
		return ended;
	}

	private static int openStep(Posko posko) throws InterruptedException {
		String run = posko.run("sop", "status", "1", "--json").lines().getFirst();
		Matcher step = OPEN_STEP.matcher(run);
		assertTrue(step.find(), run);
		return Integer.parseInt(step.group(1));
	}

	@Test
	void aRunGoesOnFromProcessToProcess() throws InterruptedException, IOException {
		Posko posko = posko(Map.of());
		assertTrue(well(posko.run("sop", "start", "trenggalek-online", "--site", "35.60.01", "--json")).out()
				.startsWith("{\"run\":\"1\",\"sop\":\"trenggalek-online\""));
		Posko.Ended asked = posko.run("sop", "step", "1", "--run");
		assertTrue(asked.err().contains("Modem"), asked.out() + asked.err());
		assertTrue(posko.run("sop", "status", "1", "--json").lines().get(1).contains("Modem"), "what was found is kept");
		Files.writeString(scratch.resolve("layar.txt"), "reply");

		Posko.Begun holder = posko.begin("watch");
		holder.until("Ctrl+C");
		int before = openStep(posko);
		well(posko.run("sop", "step", "1", "--done", "--note", "ping dari CMD", "--attach", "layar.txt"));
		assertEquals(before + 1, openStep(posko));
		holder.process().destroy();
		holder.end();

		assertEquals(before + 1, openStep(posko));
		String lines = posko.run("sop", "status", "1", "--json").out();
		assertTrue(lines.contains("layar.txt (SHA-256 "), lines);
		well(posko.run("sop", "sheet", "1", "lembar.xlsx"));
		assertTrue(Files.size(scratch.resolve("lembar.xlsx")) > 1000);
		well(posko.run("sop", "sheet", "1", "lembar.docx"));
		assertTrue(Files.size(scratch.resolve("lembar.docx")) > 1000);
		assertEquals(2, posko.run("sop", "sheet", "1", "lembar.pdf").code());
		assertEquals(2, posko.run("sop", "step", "9", "--done").code());
	}

	@Test
	void anOwnProcedureOutlastsTheProcessAndItsRunsKeepTheirText() throws InterruptedException, IOException {
		Posko posko = posko(Map.of());
		well(posko.run("sop", "export", "trenggalek-website", "website.csv"));
		String csv = Files.readString(scratch.resolve("website.csv")).replace("trenggalek-website", "kantor-website");
		Files.writeString(scratch.resolve("kantor.csv"), csv);
		well(posko.run("sop", "add", "kantor.csv"));
		String list = well(posko.run("sop", "list")).lines().getLast();
		assertTrue(list.startsWith("kantor-website ") && list.endsWith("(SOP kantor)"), list);
		well(posko.run("sop", "start", "kantor-website", "--device", "AFIS", "--subject", "periode=2026"));
		String before = well(posko.run("sop", "status", "1", "--json")).lines().get(1);
		String activity = before.replaceFirst(".*?\"activity\":\"", "").replaceFirst("\".*", "");
		Files.writeString(scratch.resolve("kantor.csv"), csv.replace(activity, "Menulis berita"));
		well(posko.run("sop", "add", "kantor.csv"));
		assertTrue(well(posko.run("sop", "show", "kantor-website")).out().contains("Menulis berita"));
		well(posko.run("sop", "remove", "kantor-website"));
		assertEquals(2, posko.run("sop", "start", "kantor-website").code());
		String after = posko.run("sop", "status", "1", "--json").lines().get(1);
		assertTrue(after.contains(activity) && !after.contains("Menulis berita"), after);
		String journal = well(posko.run("journal", "list")).out();
		assertTrue(journal.contains("sop add: kantor-website") && journal.contains("sop remove: kantor-website"), journal);
	}

	@Test
	void anApprovalIsTheApproversAlone() throws InterruptedException, IOException {
		well(posko(Map.of("POSKO_NEW_PASSWORD", SECRET)).run("staff", "add", "adb", "--name", "Siti", "--role", "ADB"));
		for (String role : List.of("KEPALA_DINAS", "AUDITOR")) {
			String name = role.toLowerCase(Locale.ROOT).replace('_', '.');
			well(as("adb").run("staff", "add", name, "--name", name, "--role", role));
		}
		assertEquals(2, posko(Map.of()).run("sop", "start", "buleleng-backup").code(), "nobody acts");
		well(as("adb").run("sop", "start", "trenggalek-pemeliharaan-alat", "--device", "AFIS", "--letter", "470/1",
				"--letter-date", "2026-03-02", "--letter-from", "Camat"));
		Files.writeString(scratch.resolve("surat.pdf"), "surat");
		String[] done = { "sop", "step", "1", "--done", "--set", "Nomor surat=470/1", "--set", "Tanggal surat=2026-03-02", "--set",
				"Kecamatan=Wanasari", "--attach", "Surat permintaan=surat.pdf" };
		assertEquals(2, as("adb").run(done).code());
		assertEquals(1, as("auditor").run(done).code());
		well(as("kepala.dinas").run(done));
		assertEquals(2, openStep(as("auditor")));
		String journal = as("auditor").run("journal", "list", "--who", "kepala.dinas").out();
		assertTrue(journal.contains("sop finish: 1 trenggalek-pemeliharaan-alat 1"), journal);
		well(as("auditor").run("journal", "verify"));
	}
}
