package id.posko.transfer.offline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.bag.Algorithm;
import id.posko.bag.BagMaker;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.staff.Actor;
import id.posko.staff.Entry;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.transfer.copy.Outcome;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Judged;
import id.posko.transfer.offline.Arrival.Piece;
import id.posko.transfer.offline.ImportDesk.Said;

class ImportDeskTest {

	private static final RegionCode SITE = new RegionCode("35.60.03");
	private static final Said SAID = new Said(Optional.of(SITE), "Operator Contoh", OptionalLong.of(3), "FD-1");
	private static final Instant NOW = Instant.parse("2026-11-02T05:00:00Z");

	@TempDir
	private Path folder;
	private Path stick;
	private Path data;
	private Somebody somebody;
	private final LedgerInMemory ledger = new LedgerInMemory();
	private ImportDesk desk;

	@BeforeEach
	void folders() throws IOException {
		stick = Files.createDirectory(folder.resolve("stick"));
		data = Files.createDirectory(folder.resolve("data"));
		somebody = new Somebody(data);
		desk = new ImportDesk(data, ledger, somebody.acts, InstantSource.fixed(NOW));
	}

	private void file(String name, String content) throws IOException {
		Path file = stick.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

	private ImportPlan plan(Said said) throws InterruptedException {
		return assertInstanceOf(Planning.Planned.class, desk.plan(Somebody.ADB, stick, said)).plan();
	}

	private Imported run(ImportPlan plan) throws IOException, InterruptedException {
		return desk.run(Somebody.ADB, plan, (_, _) -> {
		});
	}

	private static Map<String, Judged> judged(ImportPlan plan) throws IOException {
		Map<String, Judged> judged = new TreeMap<>();
		plan.items(item -> judged.put(item.name(), item.judged()));
		return judged;
	}

	private Path delivered(String name) {
		return data.resolve("recordings").resolve(SITE.text()).resolve(name);
	}

	@Test
	void whatIsNewIsBroughtInProvenAndWrittenDownWithWhoAndWhence() throws Exception {
		file("hari 1/a.dat", "a");
		file("hari 1/b é.dat", "bb");
		file("hari 2/kosong", "");
		ImportPlan plan = plan(SAID);
		assertEquals(new Counts(3, 3, 0, 0, 0, 0, 3), plan.arrival().counts());
		assertFalse(Files.exists(delivered("hari 1/a.dat")), "a plan copies nothing");
		Imported imported = run(plan);
		assertTrue(imported.isDone());
		assertEquals("bb", Files.readString(delivered("hari 1/b é.dat")));
		Arrival arrival = ledger.arrivals.get(plan.arrival().id());
		assertEquals(new Arrival(plan.arrival().id(), SITE, stick.toString(), "FD-1", "Operator Contoh", "adb", OptionalLong.of(3),
				false, LocalDate.of(2026, 11, 2), NOW, plan.arrival().counts()), arrival);
		assertEquals(Optional.empty(), arrival.difference());
		assertEquals(List.of(new Piece(Judged.FRESH, 1, "hari 1/a.dat", "35.60.03/hari 1/a.dat",
				"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")),
				ledger.pieces.get(arrival.id()).stream().filter(piece -> piece.octets() == 1).toList());
		assertEquals(List.of("import planned 3", "import begun 3", "import done 3"), somebody.entries().stream()
				.filter(entry -> entry.act().startsWith("import")).map(entry -> entry.act() + " " + entry.count()).toList());
	}

	@Test
	void whatIsKnownByContentIsNotCopiedAgainUnderAnyName() throws Exception {
		file("a.dat", "isi");
		run(plan(SAID));
		file("folder/lain.dat", "isi");
		file("baru.dat", "isj");
		ImportPlan plan = plan(SAID);
		assertEquals(Map.of("a.dat", Judged.KNOWN, "folder/lain.dat", Judged.KNOWN, "baru.dat", Judged.FRESH), judged(plan));
		assertTrue(run(plan).isDone());
		assertFalse(Files.exists(delivered("folder/lain.dat")));
		ledger.pieces.clear();
		assertEquals(Judged.KNOWN, judged(plan(SAID)).get("a.dat"), "it lies there");
	}

	@Test
	void anotherContentUnderTheSameNameGoesBeside() throws Exception {
		file("a.dat", "isi");
		run(plan(SAID));
		file("a.dat", "lain");
		ImportPlan plan = plan(SAID);
		assertEquals(Map.of("a.dat", Judged.CHANGED), judged(plan));
		assertTrue(run(plan).isDone());
		assertEquals("isi", Files.readString(delivered("a.dat")));
		List<Path> beside = new ArrayList<>();
		try (var all = Files.list(delivered("a.dat").getParent())) {
			all.filter(file -> !file.endsWith("a.dat")).forEach(beside::add);
		}
		assertEquals(1, beside.size());
		assertTrue(beside.getFirst().getFileName().toString().matches("a\\.dat~20261102-[0-9a-f]{4}"), beside.toString());
		assertEquals("lain", Files.readString(beside.getFirst()));
		assertEquals(Judged.CHANGED, ledger.pieces.get(plan.arrival().id()).getFirst().judged());
	}

	@Test
	void whatRecordingsNeverAreGoesToQuarantine() throws Exception {
		file("AutoRun.INF", "[autorun]");
		file("foto.jpg.EXE. ", "x");
		file("hasil.dat", "MZ\u0000");
		file("skrip", "#!/bin/sh\n");
		file("surat.docm", "x");
		file("biasa.dat", "isi");
		file("isi.zip", "");
		for (String[] zip : new String[][] { { "arsip.zip", "dalam/setup.exe" }, { "laporan.xlsx", "xl/vbaProject.bin" },
				{ "baik.zip", "a/b.dat" } }) {
			try (OutputStream out = Files.newOutputStream(stick.resolve(zip[0])); ZipOutputStream entries = new ZipOutputStream(out)) {
				entries.putNextEntry(new ZipEntry(zip[1]));
				entries.closeEntry();
			}
		}
		Files.write(stick.resolve("rusak.zip"), new byte[] { 'P', 'K', 3, 4, 0 });
		ImportPlan plan = plan(SAID);
		Map<String, Judged> judged = judged(plan);
		for (String name : List.of("AutoRun.INF", "foto.jpg.EXE. ", "hasil.dat", "skrip", "surat.docm", "arsip.zip",
				"laporan.xlsx")) {
			assertEquals(Judged.SUSPICIOUS, judged.remove(name), name);
		}
		assertEquals(Map.of("biasa.dat", Judged.FRESH, "isi.zip", Judged.FRESH, "baik.zip", Judged.FRESH, "rusak.zip",
				Judged.FRESH), judged);
		assertTrue(run(plan).isDone());
		assertFalse(Files.exists(delivered("skrip")));
		try (var all = Files.walk(data.resolve("quarantine"))) {
			List<Path> apart = all.filter(Files::isRegularFile).toList();
			assertEquals(7, apart.size());
			assertFalse(apart.stream().anyMatch(Files::isExecutable));
			assertFalse(apart.stream().anyMatch(file -> file.toString().endsWith(".exe")), "none keeps its ending");
		}
	}

	@Test
	void theScannersExitCodeJudgesAndItsHangingIsNoPass() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here");
		file("a bersih.dat", "isi");
		file("b $(touch x).dat", "virus");
		Path scanner = folder.resolve("scan");
		Files.writeString(scanner, "#!/bin/sh\nif grep -q virus \"$1\"; then echo FOUND Contoh; exit 1; fi\n");
		Files.writeString(data.resolve("transfer.properties"), "scanner.command=/bin/sh " + scanner + " {file}\n");
		ImportPlan plan = plan(SAID);
		assertEquals(Map.of("a bersih.dat", Judged.FRESH, "b $(touch x).dat", Judged.SUSPICIOUS), judged(plan));
		List<String> reasons = new ArrayList<>();
		plan.items(item -> reasons.add(item.reason()));
		assertTrue(reasons.contains("exit 1 FOUND Contoh"), reasons.toString());
		Files.writeString(data.resolve("transfer.properties"), "scanner.command=/bin/sleep 60 {file}\nscanner.seconds=1\n");
		assertTrue(judged(plan(SAID)).values().stream().allMatch(Judged.SUSPICIOUS::equals));
		Files.writeString(data.resolve("transfer.properties"), "scanner.command=/no/such {file}\n");
		assertTrue(judged(plan(SAID)).values().stream().allMatch(Judged.SUSPICIOUS::equals));
		for (String wrong : List.of("scanner.command=clamscan", "scanner.seconds=x", "stall.seconds=1")) {
			Files.writeString(data.resolve("transfer.properties"), wrong);
			assertEquals(Planning.Why.SETTINGS, refused(stick, SAID).why());
		}
	}

	private Planning.Refused refused(Path source, Said said) throws InterruptedException {
		Planning.Refused refused = assertInstanceOf(Planning.Refused.class, desk.plan(Somebody.ADB, source, said));
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			assertFalse(new ImportTold(locale).refusal(refused).isBlank());
		}
		return refused;
	}

	private void bag(String site) throws IOException {
		BagMaker bag = new BagMaker(stick, Algorithm.SHA256).say("Bagging-Date", "2026-10-30")
				.say(BagNotes.OPERATOR, "Sari Contoh").say(BagNotes.DECLARED, "2");
		if (!site.isEmpty()) {
			bag.say(BagNotes.SITE, site);
		}
		bag.add("hari/a.dat", new ByteArrayInputStream("isi".getBytes(StandardCharsets.UTF_8))).finish();
	}

	@Test
	void aBagSaysWhoseItIsAndIsBroughtInWhenItIsValid() throws Exception {
		bag("35.60.03");
		ImportPlan plan = plan(new Said(Optional.empty(), "", OptionalLong.empty(), ""));
		Arrival arrival = plan.arrival();
		assertEquals(List.of(SITE, "Sari Contoh", OptionalLong.of(2), true, LocalDate.of(2026, 10, 30)),
				List.of(arrival.site(), arrival.broughtBy(), arrival.declared(), arrival.isBag(), arrival.day()));
		assertEquals(Optional.of(-1L), arrival.difference());
		assertTrue(new ImportTold(Words.INDONESIAN).counts(arrival).contains("TIDAK cocok: operator melaporkan 2, ditemukan 1."));
		assertTrue(run(plan).isDone());
		assertEquals("isi", Files.readString(delivered("hari/a.dat")));
		Files.writeString(stick.resolve("data/hari/a.dat"), "isj");
		Planning.Refused refused = refused(stick, SAID);
		assertEquals(Planning.Why.BAD_BAG, refused.why());
		assertTrue(refused.argument().contains("CORRUPT data/hari/a.dat"), refused.argument());
	}

	@Test
	void whatCanNotBeIsRefused() throws Exception {
		assertEquals(Planning.Why.NO_SOURCE, refused(folder.resolve("none"), SAID).why());
		assertEquals(Planning.Why.NO_SITE, refused(stick, new Said(Optional.empty(), "", OptionalLong.empty(), "")).why());
		assertEquals(Planning.Why.CLASH, refused(folder, SAID).why());
		assertEquals(Planning.Why.CLASH, refused(Files.createDirectories(data.resolve("recordings/x")), SAID).why());
	}

	@Test
	void onlyThoseWhoMayBringInAndTheTryIsJournalled() throws Exception {
		file("a.dat", "isi");
		ImportPlan plan = plan(SAID);
		for (Actor other : List.of(Somebody.of(Role.OPERATOR_BIOMETRIK, Optional.empty()),
				Somebody.of(Role.ADB, Optional.of(new RegionCode("35.60.04"))))) {
			assertThrows(NotPermitted.class, () -> desk.plan(other, stick, SAID));
			assertThrows(NotPermitted.class, () -> desk.run(other, plan, (_, _) -> {
			}));
		}
		assertFalse(Files.exists(delivered("a.dat")));
		assertEquals(4, somebody.entries().stream().map(Entry::act).filter("refused: IMPORT"::equals).count());
	}

	@Test
	void anImportThatWasInterruptedGoesOnByItsOwnPlan() throws Exception {
		byte[] content = new byte[30 << 20];
		new java.util.Random(5).nextBytes(content);
		Files.write(stick.resolve("besar.dat"), content);
		file("x.dat", "x");
		ImportPlan plan = plan(SAID);
		Thread here = Thread.currentThread();
		Imported stopped = desk.run(Somebody.ADB, plan, (_, _) -> here.interrupt());
		assertTrue(Thread.interrupted());
		assertInstanceOf(Outcome.Stopped.class, stopped.delivery());
		assertFalse(stopped.isEnded());
		assertTrue(ledger.arrivals.isEmpty(), "it is not brought in before it is proven");
		ImportDesk later = new ImportDesk(data, ledger, somebody.acts, InstantSource.fixed(NOW.plusSeconds(90_000)));
		ImportPlan again = assertInstanceOf(Planning.Planned.class, later.plan(Somebody.ADB, stick, SAID)).plan();
		assertTrue(again.goesOn());
		assertEquals(plan.arrival(), again.arrival());
		assertTrue(later.run(Somebody.ADB, again, (_, _) -> {
		}).isDone());
		assertArrayEquals(content, Files.readAllBytes(delivered("besar.dat")));
		assertEquals(1, ledger.arrivals.size());
		assertFalse(plan(SAID).goesOn(), "the next one is new");
	}

	@Test
	void everyOutcomeAndFlawHasItsSentence() throws Exception {
		file("a.dat", "isi");
		ImportPlan plan = plan(SAID);
		Files.delete(stick.resolve("a.dat"));
		Imported imported = run(plan);
		assertTrue(imported.isEnded());
		assertFalse(imported.isDone());
		ImportTold told = new ImportTold(Words.INDONESIAN);
		assertEquals(List.of("0 berkas terbaca ulang dan sama, 1 bermasalah. Dibaca langsung dari media.",
				"a.dat: tidak ada lagi.", "Aman dicabut."), told.outcome(imported.delivery()));
		file("a.dat", "isi");
		ImportPlan again = plan(SAID);
		assertTrue(again.goesOn(), "a flaw is tried again");
		assertTrue(run(again).isDone());
		assertEquals(1, ledger.pieces.get(plan.arrival().id()).size());
	}
}
