package id.posko.ticket.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.DeviceKind;
import id.posko.kit.Words;
import id.posko.procedure.Field;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Done;
import id.posko.procedure.desk.Work;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import id.posko.procedure.run.Run;
import id.posko.report.Writing;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;

/** The SOP "pemeliharaan alat perekaman" from the letter to the report, with what each step does by itself. */
@Timeout(60)
class RepairSopTest {

	private static final char[] NONE = new char[0];

	@TempDir
	Path folder;
	private Workshop office;
	private Actor adb;
	private Actor head;
	private Actor division;
	private Actor section;
	private Procedure sop;
	private String run;

	@BeforeEach
	void open() throws IOException {
		office = new Workshop(folder);
		adb = office.staff.local("meja 1").orElseThrow();
		head = division = section = adb;
		sop = new Library().find("trenggalek-pemeliharaan-alat").orElseThrow();
	}

	@AfterEach
	void close() {
		office.close();
	}

	/** Begun for a device, with the order given down to the ADB. */
	private void ordered(String device) throws IOException {
		run = ((Outcome.Went) office.desk.start(head, sop, Map.of(Subject.DEVICE, device, Subject.LETTER,
				"005/12, 2026-10-30, Camat Panggul"))).run().id();
		Path letter = Files.writeString(folder.resolve("surat.txt"), "UPS mati");
		went(office.desk.finish(head, run, 1, new Work(new Answers(Map.of("Nomor surat", "005/12/2026", "Tanggal surat",
				"2026-10-30", "Kecamatan", "Camat Panggul"), Map.of("Surat permintaan", letter)), Optional.empty(),
				"Segera diperbaiki"), Workshop.PASSWORD.clone()));
		later();
		went(office.desk.finish(division, run, 2, Work.NOTHING, Workshop.PASSWORD.clone()));
		went(office.desk.finish(section, run, 3, Work.NOTHING, Workshop.PASSWORD.clone()));
		later();
	}

	private void later() {
		office.now = office.now.plus(Duration.ofMinutes(5));
	}

	private static Run went(Done done) {
		return assertInstanceOf(Done.Went.class, done, done.toString()).run();
	}

	private Done act(int step, Map<String, String> answers) throws IOException, InterruptedException {
		return office.desk.run(adb, run, step, new Work(new Answers(answers, Map.of()), Optional.empty(), ""), NONE, _ -> {
		});
	}

	private List<String> asked() throws IOException {
		return office.desk.asks(Desk.task(office.find(run).orElseThrow(), adb).orElseThrow()).orElseThrow().stream()
				.map(Asked::field).map(field -> field.name()).toList();
	}

	private static String undone(Done done) {
		return assertInstanceOf(Deed.NotYet.class, assertInstanceOf(Done.Undone.class, done, done.toString()).deed())
				.sentence();
	}

	/** What the action, or the kind of the field says against it. */
	private static String wrong(Done done) {
		return done instanceof Done.Refused no ? no.refused().sentence(Locale.of("id", "ID")) : undone(done);
	}

	@Test
	void anItemIsOneOfFourAnswers() throws Exception {
		ordered("UPS server");
		List<Field> fields = office.desk.asks(Desk.task(office.find(run).orElseThrow(), adb).orElseThrow()).orElseThrow().stream()
				.map(Asked::field).toList();
		assertTrue(fields.stream().allMatch(field -> field.kind() == Field.Kind.FINDING
				&& field.choices().equals(List.of("baik", "aplikasi", "ganti", "tambah"))), fields + "");
	}

	/** All items good but those. */
	private Map<String, String> filled(Map<String, String> others) throws IOException {
		Map<String, String> all = new HashMap<>();
		asked().forEach(item -> all.put(item, "baik"));
		all.putAll(others);
		return all;
	}

	private static int open(Run run) {
		return run.open().map(turn -> turn.step().number()).orElse(0);
	}

	@Test
	void aBrokenUpsGoesFromTheLetterToTheReport() throws Exception {
		adb = office.hire("adb", Role.ADB);
		head = office.hire("kadis", Role.KEPALA_DINAS);
		division = office.hire("kabid", Role.KABID_PIAK);
		section = office.hire("kasi", Role.KASI_SIAK);
		ordered("UPS server");
		assertEquals(List.of("Catu daya dan tombol", "Baterai", "Lama bertahan tanpa listrik", "Stopkontak keluaran",
				"Alarm dan lampu tanda", "Kipas dan suhu"), asked());
		Run checked = went(act(4, filled(Map.of("Baterai", "Ganti: lemah, 3 menit", "Stopkontak keluaran", "tambah: kurang dua",
				"Alarm dan lampu tanda", "aplikasi: alarm dimatikan di pengaturan"))));
		assertEquals(5, open(checked));
		String state = DeviceCheck.of(checked).orElseThrow().state();
		assertTrue(state.startsWith("35.03.01/UPS server dicek: 3 baik, 1 kerusakan aplikasi, 1 perlu diganti, 1 perlu ditambah."
				+ " Di papan: Mati sejak "), state);

		later();
		assertEquals(List.of("Tindakan: Alarm dan lampu tanda"), asked());
		Run mended = went(act(5, Map.of("Tindakan: Alarm dan lampu tanda", "alarm dinyalakan")));
		assertEquals(6, open(mended), "it is dead, but waits for parts anyway");

		later();
		assertEquals(List.of("Suku cadang: Baterai", "Jumlah: Baterai", "Suku cadang: Stopkontak keluaran",
				"Jumlah: Stopkontak keluaran"), asked());
		Run counted = went(act(6, Map.of("Suku cadang: Baterai", "Baterai 12 V 9 Ah", "Jumlah: Baterai", "2")));
		assertEquals(7, open(counted));
		assertEquals(List.of(
				new PartDraft(Workshop.UPS, "Baterai", "Baterai 12 V 9 Ah", 2, Finding.REPLACE, "lemah, 3 menit", run),
				new PartDraft(Workshop.UPS, "Stopkontak keluaran", "kurang dua", 1, Finding.ADD, "kurang dua", run)),
				office.parts.open().stream().map(PartNeeded::draft).toList());

		later();
		Done unreceived = act(7, Map.of("Nomor laporan", "700/1/2026"));
		assertEquals(Refusal.NO_RECEIPT, assertInstanceOf(Done.Refused.class, unreceived).refused().refusal());
		for (String receiver : List.of("Kasi SIAK", "Kabid PIAK", "Kepala Dinas")) {
			assertInstanceOf(Outcome.Went.class, office.desk.move(adb, run, new Move.Receive(7, receiver)));
		}
		Run over = went(office.desk.finish(adb, run, 7, Work.NOTHING, NONE));
		assertTrue(over.isOver() && !over.isStopped());
		assertThePapersSayIt(over);
		assertTheHistoryTellsIt();
	}

	private void assertThePapersSayIt(Run over) throws IOException {
		List<Evidence.Attachment> papers = over.turns().getLast().evidence().stream()
				.filter(Evidence.Attachment.class::isInstance).map(Evidence.Attachment.class::cast).toList();
		assertEquals(List.of("laporan-kerusakan-1.docx", "suku-cadang-1.xlsx", "lembar-disposisi-1.docx"),
				papers.stream().map(Evidence.Attachment::name).toList());
		String report = words(office.files.find(papers.get(0)).orElseThrow());
		for (String part : List.of("DINAS DUKCAPIL CONTOH", "700/1/2026", "Kepala Dinas", "Baterai 12 V 9 Ah",
				"lemah, 3 menit", "nomor 005/12/2026 tanggal 2026-10-30 dari Camat Panggul", "UPS server, Kecamatan Panggul",
				"SN-UPS_SERVER", "alarm dinyalakan", "Kabid PIAK", "Nama adb", "2 November 2026")) {
			assertTrue(report.contains(part), part + " in " + report);
		}
		String order = words(office.files.find(papers.get(2)).orElseThrow());
		for (String part : List.of("Camat Panggul", "005/12/2026", "☑ Kabid PIAK", "☐ ADB", "Segera diperbaiki",
				"Nama kadis")) {
			assertTrue(order.contains(part), part + " in " + order);
		}
		try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(office.files.find(papers.get(1)).orElseThrow()))) {
			Sheet sheet = book.getSheetAt(0);
			StringBuilder text = new StringBuilder();
			sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('|')));
			assertTrue(text.toString().contains("Baterai 12 V 9 Ah|ganti|2"), text.toString());
			assertTrue(text.toString().contains("SUM("), text.toString());
		}
	}

	private static String words(Path file) throws IOException {
		try (XWPFDocument word = new XWPFDocument(Files.newInputStream(file));
				XWPFWordExtractor text = new XWPFWordExtractor(word)) {
			return text.getText();
		}
	}

	private void assertTheHistoryTellsIt() throws IOException {
		Actor technician = Workshop.of("teknisi", Role.TEKNISI, Optional.of(Workshop.PANGGUL));
		PartOutcome.Went bought = assertInstanceOf(PartOutcome.Went.class,
				office.partDesk.move(technician, 1, 0, PartStatus.PROCURED, "toko"));
		later();
		assertEquals(PartStatus.PROCURED, bought.parts().getFirst().status());
		assertInstanceOf(PartOutcome.Went.class, office.partDesk.move(technician, 1, 1, PartStatus.FITTED, ""));
		RepairHistory history = new RepairHistory(office.desk, office, new NoTickets(), office.parts, office);
		List<RepairHistory.Entry> all = history.of(Workshop.UPS, new RepairTold(Words.INDONESIAN));
		assertEquals(all.stream().map(RepairHistory.Entry::at).sorted().toList(),
				all.stream().map(RepairHistory.Entry::at).toList());
		List<String> texts = all.stream().map(RepairHistory.Entry::text).toList();
		assertEquals("SOP PEMELIHARAAN ALAT PEREKAMAN dimulai. 005/12, 2026-10-30, Camat Panggul", texts.getFirst());
		assertTrue(texts.contains("Diminta: Baterai 12 V 9 Ah (ganti, 2). lemah, 3 menit"), texts.toString());
		assertEquals("Baterai 12 V 9 Ah: terpasang.", texts.getLast());
		assertEquals(1 + 7 + 2 + 2, all.size(), texts.toString());
		assertEquals(List.of(), history.of(Workshop.SCANNER, new RepairTold(Words.INDONESIAN)));
	}

	@Test
	void whatIsMendedBySoftwareAloneNeedsNoParts() throws Exception {
		ordered("35.03.01/UPS server");
		went(act(4, filled(Map.of("Baterai", "aplikasi: kalibrasi"))));
		Run still = went(act(5, Map.of("Tindakan: Baterai", "dikalibrasi")));
		assertEquals(5, open(still), "it is still dead");
		office.isDead = false;
		Run mended = went(act(5, Map.of("Tindakan: Baterai", "dikalibrasi lagi")));
		assertEquals(6, open(mended));
		assertTrue(undone(act(6, Map.of())).contains("Lewati"));
		assertInstanceOf(Outcome.Went.class, office.desk.move(adb, run, new Move.PassOver(6, "tidak perlu suku cadang")));
		assertTrue(undone(act(7, Map.of())).contains("Lewati"));
		Outcome.Went over = assertInstanceOf(Outcome.Went.class,
				office.desk.move(adb, run, new Move.PassOver(7, "tidak perlu suku cadang")));
		assertTrue(over.run().isOver());
		assertEquals(List.of(), office.parts.all());
	}

	@Test
	void aHealthyScannerThatNobodyCanAskIsPassedOver() throws Exception {
		ordered("Pemindai jari");
		Run checked = went(act(4, filled(Map.of())));
		assertTrue(DeviceCheck.of(checked).orElseThrow().state().endsWith("Di papan: Belum diukur."));
		assertTrue(undone(act(5, Map.of())).contains("Lewati"));
		for (int step = 5; step <= 7; step++) {
			assertInstanceOf(Outcome.Went.class, office.desk.move(adb, run, new Move.PassOver(step, "alat baik")));
		}
		assertTrue(office.find(run).orElseThrow().isOver());
	}

	@Test
	void theSopNamesNoReturnSoNothingIsGivenBack() throws IOException {
		assertTrue(sop.steps().stream().allMatch(step -> step.returnsTo().isEmpty()));
		ordered("Pemindai jari");
		Outcome refused = office.desk.move(adb, run, new Move.GiveBack(4, "kurang jelas"));
		assertEquals(Refusal.NO_RETURN, assertInstanceOf(Outcome.Refused.class, refused).refusal());
	}

	@Test
	void aListThatIsNotFilledInIsNoCheck() throws Exception {
		ordered("UPS server");
		for (String bad : List.of("", "ganti", "ganti:", "ganti:   ", "rusak: tua", "baik baik saja", "good",
				"ganti: " + "x".repeat(301), "ganti: a\u0007b", "ganti: \u202Eb")) {
			Map<String, String> answers = filled(Map.of("Baterai", bad));
			String wrong = wrong(act(4, answers));
			assertTrue(wrong.contains("aplikasi: …, ganti: …") || wrong.endsWith("Belum benar: Baterai."), bad + " " + wrong);
		}
		assertTrue(undone(act(4, Map.of())).contains("Catu daya dan tombol, Baterai"));
		assertEquals(4, open(office.find(run).orElseThrow()));
		assertEquals(Optional.empty(), DeviceCheck.of(office.find(run).orElseThrow()));
	}

	@Test
	void aStepWithoutTheCheckBeforeItAsksForIt() throws Exception {
		ordered("UPS server");
		went(office.desk.finish(adb, run, 4, Work.noted("dicek dengan kertas"), NONE));
		assertEquals(List.of(), asked());
		assertTrue(undone(act(5, Map.of())).contains("belum diisi"));
		assertInstanceOf(Outcome.Went.class, office.desk.move(adb, run, new Move.PassOver(5, "x")));
		assertTrue(undone(act(6, Map.of())).contains("belum diisi"));
	}

	@Test
	void theHistoryHidesTheNumbersOfPersons() throws Exception {
		ordered("35.03.01/UPS server");
		went(office.desk.finish(adb, run, 4, Work.noted("kata 3503016201900001 sering mati"), NONE));
		RepairHistory history = new RepairHistory(office.desk, office, new NoTickets(), office.parts, office);
		String all = history.of(Workshop.UPS, new RepairTold(Words.INDONESIAN)).toString();
		assertTrue(all.contains("kata 350301********** sering mati"), all);
	}

	@Test
	void aDeviceThatIsNotThereIsNotChecked() throws Exception {
		for (String device : List.of("Kursi", "99.99.99/UPS server", "/", "35.03.01/")) {
			ordered(device);
			assertEquals(List.of(), asked());
			assertTrue(undone(act(4, Map.of())).contains(device));
		}
	}

	@Test
	void badQuantitiesAskForNothing() throws Exception {
		ordered("UPS server");
		went(act(4, filled(Map.of("Baterai", "ganti: lemah"))));
		assertInstanceOf(Outcome.Went.class, office.desk.move(adb, run, new Move.PassOver(5, "x")));
		for (String bad : List.of("0", "-1", "1,5", "1000", "dua", "٣")) {
			assertTrue(!wrong(act(6, Map.of("Jumlah: Baterai", bad))).isBlank(), bad);
		}
		undone(act(6, Map.of("Suku cadang: Baterai", "x".repeat(201))));
		assertEquals(List.of(), office.parts.all());
	}

	@Test
	void aCheckThatIsDoneAgainAsksForOtherParts() throws Exception {
		ordered("UPS server");
		went(act(4, filled(Map.of("Baterai", "ganti: lemah"))));
		assertInstanceOf(Outcome.Went.class, office.desk.move(adb, run, new Move.PassOver(5, "x")));
		PartDraft one = new PartDraft(Workshop.UPS, "Baterai", "Baterai", 1, Finding.REPLACE, "lemah", run);
		PartDraft two = new PartDraft(Workshop.UPS, "Baterai", "Baterai", 2, Finding.REPLACE, "lemah", run);
		office.partDesk.ask(adb, Workshop.UPS, run, List.of(one));
		office.partDesk.ask(adb, Workshop.UPS, run, List.of(one));
		assertEquals(1, office.parts.all().size(), "what is asked for already is not asked for again");
		office.partDesk.ask(adb, Workshop.UPS, run, List.of(two));
		assertEquals(List.of(two), office.parts.open().stream().map(PartNeeded::draft).toList());
		office.partDesk.move(adb, 2, 0, PartStatus.PROCURED, "");
		office.partDesk.ask(adb, Workshop.UPS, run, List.of());
		assertEquals(List.of(two), office.parts.open().stream().map(PartNeeded::draft).toList(), "it is bought already");
		went(act(6, Map.of("Suku cadang: Baterai", "Baterai", "Jumlah: Baterai", "2")));
		assertEquals(2, office.parts.all().size());
	}

	@Test
	void papersGoOutOnlyByWhoMayAndAreJournalled() throws Exception {
		ordered("UPS server");
		Run now = office.find(run).orElseThrow();
		Path file = folder.resolve("disposisi.docx");
		Actor operator = Workshop.of("operator", Role.OPERATOR_BIOMETRIK, Optional.of(Workshop.PANGGUL));
		assertThrows(NotPermitted.class,
				() -> office.papers.export(operator, now, RepairPapers.Paper.DISPOSITION, "", file));
		assertFalse(Files.exists(file));
		assertInstanceOf(Writing.Written.class,
				office.papers.export(adb, now, RepairPapers.Paper.DISPOSITION, "", file));
		assertTrue(words(file).contains("Camat Panggul"));
		Files.writeString(folder.resolve("kop.txt"), "\uFEFFPEMERINTAH KABUPATEN CONTOH\n\nDINAS CONTOH\nJalan Contoh 1\n");
		assertInstanceOf(Writing.Written.class, office.papers.export(adb, now, RepairPapers.Paper.REPORT, "", file));
		assertTrue(words(file).contains("PEMERINTAH KABUPATEN CONTOH"));
		assertTrue(words(file).contains("Jalan Contoh 1"));
		assertEquals(List.of("lokal: repair paper: 1 disposisi.docx",
				"lokal: repair paper: 1 disposisi.docx"),
				office.journalled("repair"));
		assertTrue(RepairPapers.Paper.TABLE.fits(Path.of("a.csv")) && RepairPapers.Paper.REPORT.fits(Path.of("A.DOCX")));
		assertFalse(RepairPapers.Paper.TABLE.fits(Path.of("a.docx")) || RepairPapers.Paper.REPORT.fits(Path.of("a.xlsx")));
	}

	@Test
	void everyKindHasAListWhoseItemsAreToldApart() {
		CheckLists lists = CheckLists.shipped();
		for (DeviceKind kind : DeviceKind.values()) {
			List<String> items = lists.of(kind);
			assertTrue(items.size() >= 4, kind.name());
			assertEquals(items.size(), items.stream().distinct().count(), kind.name());
		}
	}
}
