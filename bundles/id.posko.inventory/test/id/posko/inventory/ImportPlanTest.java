package id.posko.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.inventory.ImportPlan.RowPlan;
import id.posko.inventory.ImportPlan.Totals;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlanTest {

	private static final String HEADING = "kode_wilayah;nama_kantor;jenis;nama_alat";

	@TempDir
	private Path folder;

	private ImportPlan plan(Fleet base, String... lines) throws IOException {
		Path file = Files.writeString(folder.resolve("daftar.csv"), String.join("\n", lines));
		return new DeviceList().plan(file, base);
	}

	private List<String> errors(Fleet base, String... lines) throws IOException {
		Sentences sentences = new Sentences(Words.INDONESIAN);
		return plan(base, lines).errors().stream().map(sentences::say).toList();
	}

	@Test
	void aFirstListIsAllNewAndSitesGetTheirUsualKind() throws IOException {
		ImportPlan plan = plan(Fleet.EMPTY, HEADING, "00;Pusat;DATA_CENTRE;Pusat", "35.03.01;Panggul;modem;M1",
				"350301;Panggul;Server AFIS;A1", "3503;Dinas;client-pc;PC");
		assertEquals(List.of(), plan.errors());
		assertEquals(new Totals(4, 0, 0, 0, 3, 0), plan.totals());
		Fleet after = plan.edit().on(Fleet.EMPTY);
		assertEquals(List.of(SiteKind.DATA_CENTRE, SiteKind.DINAS, SiteKind.KECAMATAN),
				after.sites().stream().map(site -> site.kind()).toList());
		assertEquals(LinkKind.UNSPECIFIED, after.sites().iterator().next().link());
	}

	@Test
	void theSameListTwiceChangesNothing() throws IOException {
		String[] list = {HEADING + ";alamat;induk;catatan", "350301;Panggul;MODEM;M1;10.0.0.1;;",
				"350301;Panggul;CLIENT_PC;PC;10.0.0.2;m1;lantai 2"};
		Fleet once = plan(Fleet.EMPTY, list).edit().on(Fleet.EMPTY);
		ImportPlan again = plan(once, list);
		assertEquals(new Totals(0, 0, 2, 0, 0, 0), again.totals());
		assertTrue(again.edit().isEmpty());
	}

	@Test
	void devicesThatAreNotInTheListStay() throws IOException {
		ImportPlan plan = plan(Fleets.small(), HEADING, "350302;Kecamatan Dongko;PRINTER;Printer");
		assertEquals(5, plan.edit().on(Fleets.small()).devices().size());
	}

	@Test
	void anAbsentColumnLeavesValuesAndAnEmptyCellClearsThem() throws IOException {
		ImportPlan absent = plan(Fleets.small(), HEADING, "350302;Kecamatan Dongko;AFIS_SERVER;AFIS 1");
		assertEquals(new Totals(0, 0, 1, 0, 0, 0), absent.totals());

		ImportPlan cleared = plan(Fleets.small(), HEADING + ";catatan;nomor_seri;jenis_jalur",
				"350302;Kecamatan Dongko;AFIS_SERVER;AFIS 1;;0013;");
		assertEquals(new Totals(0, 1, 0, 0, 0, 1), cleared.totals());
		RowPlan.Changed changed = (RowPlan.Changed) cleared.rows().getFirst();
		assertEquals(List.of(new ImportPlan.FieldChange(Field.SERIAL, "0012", "0013"),
				new ImportPlan.FieldChange(Field.NOTES, "rak kiri", "")), changed.changes());
		assertEquals("10.3.2.10:22", changed.after().address().orElseThrow().toString());
	}

	@Test
	void columnsComeInAnyOrderUnderEitherName() throws IOException {
		ImportPlan plan = plan(Fleet.EMPTY, "Device Name,KIND,warna, Kode  Wilayah ,site-name",
				"M1,Finger scanner,biru,350301,Panggul");
		assertEquals(List.of(), plan.errors());
		assertEquals(DeviceKind.FINGER_SCANNER, plan.edit().devices().getFirst().kind());
		assertEquals(List.of("Kolom C (\"warna\") tidak dikenal dan dilewati."),
				plan.notices().stream().map(new Sentences(Words.INDONESIAN)::say).toList());
	}

	@Test
	void missingAndDoubleColumnsAreNamed() throws IOException {
		assertEquals(List.of(
				"Baris 1, kolom C (nama_kantor): kolom nama_kantor sudah ada di kolom B. Hapus salah satunya.",
				"Baris 1, kolom A: kolom jenis tidak ada di baris judul. Tambahkan kolom itu; baris judul harus baris "
						+ "pertama yang berisi.",
				"Baris 1, kolom A: kolom nama_alat tidak ada di baris judul. Tambahkan kolom itu; baris judul harus "
						+ "baris pertama yang berisi."),
				errors(Fleet.EMPTY, "kode_wilayah;nama_kantor;site_name", "350301;Panggul;Panggul"));
	}

	@Test
	void everyErrorNamesRowAndColumnAndSaysWhatToDo() throws IOException {
		List<String> errors = errors(Fleets.small(), HEADING + ";alamat;kit;induk;nomor_seri;jenis_jalur",
				"35031;Dongko;MODEM;X;;;;;",
				"350302;;MODEM;X;;;;;",
				"350302;Kecamatan Dongko;MODEMM;Y;;;;;",
				"350302;Kecamatan Dongko;MODEM;;10.300.1.1;3;Tak Ada;1.23E+15;KABEL");
		assertEquals("Baris 2, kolom A (kode_wilayah): \"35031\" bukan kode wilayah Kemendagri. Pakai 2, 4, 6 atau 10 "
				+ "digit, misalnya 35.03.01, dan format kolom ini sebagai Teks.", errors.get(0));
		assertEquals("Baris 3, kolom B (nama_kantor): belum diisi. Isian ini wajib.", errors.get(1));
		assertTrue(errors.get(2).startsWith("Baris 4, kolom C (jenis): \"MODEMM\" bukan jenis alat. Pakai salah satu: "
				+ "DATA_CENTRE, MODEM, ROUTER"), errors.get(2));
		String last = String.join("\n", errors.subList(3, errors.size()));
		for (String start : List.of("kolom D (nama_alat): belum diisi", "kolom E (alamat): \"10.300.1.1\" bukan alamat",
				"kolom F (kit): \"3\" bukan nomor kit", "kolom G (induk): induk \"Tak Ada\" tidak ditemukan",
				"kolom H (nomor_seri): \"1.23E+15\" adalah angka yang sudah diubah oleh Excel",
				"kolom I (jenis_jalur): \"KABEL\" bukan jenis jalur. Pakai salah satu: FIBRE, RADIO")) {
			assertTrue(last.contains("Baris 5, " + start), last);
		}
		assertEquals(9, errors.size());
	}

	@Test
	void aWrongRowStopsTheWholeList() throws IOException {
		ImportPlan plan = plan(Fleet.EMPTY, HEADING, "350301;Panggul;MODEM;M1", "350301;Panggul;X;M2");
		assertFalse(plan.isApplicable());
		assertEquals(new Totals(1, 0, 0, 1, 1, 0), plan.totals());
	}

	@Test
	void aDoubleDeviceNamesBothRows() throws IOException {
		assertEquals(List.of("Baris 4, kolom D (nama_alat): alat 35.03.01/m1 sudah ada di baris 2. Hapus salah satu "
				+ "baris, atau beri nama lain."),
				errors(Fleet.EMPTY, HEADING, "350301;Panggul;MODEM;M1", "", "35.03.01;Panggul;MODEM;m1"));
		assertEquals(List.of("Baris 2, kolom D (nama_alat): alat ini sudah tercatat sebagai \"AFIS 1\". Tulis namanya "
				+ "persis sama, atau beri nama lain."),
				errors(Fleets.small(), HEADING, "350302;Kecamatan Dongko;AFIS_SERVER;afis 1"));
	}

	@Test
	void anOfficeDescribedInTwoWaysIsAnErrorAtTheLaterRow() throws IOException {
		assertEquals(List.of("Baris 3, kolom B (nama_kantor): kantor ini di baris 2 tertulis \"Panggul\", di sini "
				+ "\"Pangul\". Samakan keduanya."),
				errors(Fleet.EMPTY, HEADING, "350301;Panggul;MODEM;M1", "350301;Pangul;MODEM;M2"));
	}

	@Test
	void parentsAreFoundInTheListAndInTheInventoryInEitherForm() throws IOException {
		ImportPlan plan = plan(Fleets.small(), HEADING + ";induk", "350301;Panggul;PRINTER;P 1;modem a/b",
				"350301;Panggul;MODEM;Modem A/B;350302/Modem", "350301;Panggul;PRINTER;P 2;350301/MODEM A/B");
		assertEquals(List.of(), plan.errors());
		Fleet after = plan.edit().on(Fleets.small());
		assertEquals("350302/Modem", after.parent(Fleets.key(new id.posko.kit.RegionCode("350301"), "Modem A/B"))
				.orElseThrow().key().toString());
		assertEquals(2, after.children(Fleets.key(new id.posko.kit.RegionCode("350301"), "Modem A/B")).size());
	}

	@Test
	void aLoopIsAnErrorAtEveryRowOfIt() throws IOException {
		List<String> errors = errors(Fleets.small(), HEADING + ";induk", "350302;Kecamatan Dongko;PRINTER;A;B",
				"350302;Kecamatan Dongko;PRINTER;B;C", "350302;Kecamatan Dongko;PRINTER;C;A",
				"350302;Kecamatan Dongko;PRINTER;D;A", "350302;Kecamatan Dongko;PRINTER;E;E");
		assertEquals(List.of("Baris 2, kolom E (induk): jalurnya berputar: A → B → C → A. Pilih induk lain.",
				"Baris 3, kolom E (induk): jalurnya berputar: B → C → A → B. Pilih induk lain.",
				"Baris 4, kolom E (induk): jalurnya berputar: C → A → B → C. Pilih induk lain.",
				"Baris 6, kolom E (induk): jalurnya berputar: E → E. Pilih induk lain."), errors);
	}

	@Test
	void aLoopThroughADerivedParentIsFound() throws IOException {
		List<String> errors = errors(Fleets.small(), HEADING + ";induk", "350302;Kecamatan Dongko;MODEM;Modem;PC 1");
		assertEquals(List.of("Baris 2, kolom E (induk): jalurnya berputar: Modem → PC 1 → AFIS 1 → Modem. Pilih induk "
				+ "lain."), errors);
	}

	@Test
	void blanksAreTrimmedAndNamesSqueezed() throws IOException {
		ImportPlan plan = plan(Fleet.EMPTY, HEADING + ";catatan",
				"\u00A0350301 ; Panggul\u00A0\u00A0 Kota ;\tmodem\u200B;M  1\u00A0;\" a\r\nb  c \"");
		assertEquals(List.of(), plan.errors());
		assertEquals("Panggul Kota", plan.sites().getFirst().site().name());
		assertEquals("M 1", plan.edit().devices().getFirst().name());
		assertEquals("a\nb  c", plan.edit().devices().getFirst().notes());
	}

	@Test
	void controlCharactersAndOverlongTextsAreRefused() throws IOException {
		assertEquals(List.of("Baris 2, kolom D (nama_alat): isinya 101 huruf, terlalu panjang. Pendekkan sampai paling "
				+ "banyak 100 huruf.",
				"Baris 3, kolom D (nama_alat): ada karakter kendali (U+0007) yang tidak boleh dipakai. Ketik ulang isinya.",
				"Baris 4, kolom D (nama_alat): isinya 32.000 huruf, terlalu panjang. Pendekkan sampai paling banyak 100 "
						+ "huruf."),
				errors(Fleet.EMPTY, HEADING, "350301;Panggul;MODEM;" + "x".repeat(101), "350301;Panggul;MODEM;a\u0007b",
						"350301;Panggul;MODEM;" + "y".repeat(32_000)));
	}

	@Test
	void errorsAreSaidInEnglishToo() throws IOException {
		ImportPlan plan = plan(Fleet.EMPTY, HEADING, "350301;Panggul;;M1");
		assertEquals("Row 2, column C (jenis): this is not filled in. It is required.",
				new Sentences(Locale.ENGLISH).say(plan.errors().getFirst()));
		assertEquals(Optional.of(Field.KIND), plan.errors().getFirst().field());
	}
}
