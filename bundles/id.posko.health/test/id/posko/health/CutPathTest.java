package id.posko.health;

import static id.posko.health.Office.BROKEN;
import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static id.posko.health.Office.good;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import id.posko.health.CutPath.Finding;
import id.posko.kit.Words;

class CutPathTest {

	private final TimeZone zone = TimeZone.getDefault();
	private final Office office = new Office().with("Pusat data", "").with("Modem", "Pusat data")
			.with("Server AFIS", "Modem").with("Pemindai", "Server AFIS", "");

	@BeforeEach
	void open() {
		TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Asia/Jakarta")));
		office.opened();
	}

	@AfterEach
	void restoreZone() {
		TimeZone.setDefault(zone);
	}

	private void allAnswer() {
		office.hears("Pusat data", GOOD).hears("Modem", GOOD).hears("Server AFIS", GOOD);
	}

	private CutPath path(String name) {
		return CutPath.of(office.fleet(), office.fleet().device(key(name)).orElseThrow(), office.board::health);
	}

	private String said(String name) {
		return path(name).sentence(Words.INDONESIAN, office.now);
	}

	@Test
	void theCutIsNamedWithItsTimeAndCause() {
		allAnswer();
		office.after(720).hears("Modem", LOST, LOST, LOST).hears("Pusat data", GOOD)
				.hears("Server AFIS", LOST, LOST, LOST);
		assertEquals(Finding.CUT, path("Server AFIS").finding());
		assertEquals("Jalur dari Server AFIS Panggul ke Pusat data Panggul putus di Modem Panggul sejak 08.12: "
				+ "tidak ada balasan dalam 4 detik. Semua alat di belakangnya tidak terjangkau.", said("Server AFIS"));
		assertEquals("The path from Server AFIS Panggul to Pusat data Panggul is cut at Modem Panggul since 08:12: "
				+ "no reply within 4 s. No device behind it can be reached.",
				path("Server AFIS").sentence(Locale.ENGLISH, office.now));
		assertEquals(List.of(key("Server AFIS"), key("Modem"), key("Pusat data")),
				path("Server AFIS").steps().stream().map(step -> step.device().key()).toList());
		assertEquals(key("Modem"), path("Pemindai").cut().orElseThrow().device().key());
	}

	@Test
	void aBreakAtTheDeviceItself() {
		allAnswer();
		office.hears("Server AFIS", LOST, LOST, LOST).hears("Modem", GOOD).hears("Pusat data", GOOD);
		assertEquals(Finding.DOWN, path("Server AFIS").finding());
		assertEquals("Server AFIS Panggul mati sejak 08.00: tidak ada balasan dalam 4 detik. "
				+ "Yang lain di jalurnya ke Pusat data Panggul menjawab.", said("Server AFIS"));
	}

	@Test
	void aHealthyPath() {
		allAnswer();
		assertEquals("Jalur dari Server AFIS Panggul ke Pusat data Panggul sehat.", said("Server AFIS"));
		assertEquals("Pusat data Panggul menjawab.", said("Pusat data"));
	}

	@Test
	void aSlowPathSaysWhereAndHowSlow() {
		allAnswer();
		office.hears("Modem", good(1500), good(1500), good(1500));
		assertEquals("Jalur dari Server AFIS Panggul ke Pusat data Panggul tersambung, tetapi terganggu di Modem "
				+ "Panggul sejak 08.00: balasan lambat: 1,5 detik, batas jalur ini 1,2 detik.", said("Server AFIS"));
	}

	@Test
	void aPathNotMeasuredYet() {
		assertEquals("Jalur dari Server AFIS Panggul ke Pusat data Panggul belum diukur seluruhnya; "
				+ "Server AFIS Panggul: belum diperiksa.", said("Server AFIS"));
		allAnswer();
		assertEquals("Jalur dari Pemindai Panggul ke Pusat data Panggul belum diukur seluruhnya; "
				+ "Pemindai Panggul: alamat belum diisi.", said("Pemindai"));
	}

	@Test
	void aDeviceThatAnswersIsNotCutOff() {
		allAnswer();
		office.hears("Modem", LOST, LOST, LOST).hears("Pusat data", GOOD).hears("Server AFIS", GOOD);
		assertEquals(Finding.PASSES, path("Server AFIS").finding());
	}

	@Test
	void whileAllIsCheckedAgainNothingIsClaimed() {
		allAnswer();
		office.hears("Modem", LOST, LOST, LOST).hears("Pusat data", GOOD).hears("Server AFIS", LOST, LOST, LOST);
		office.hears("Modem", GOOD);
		assertEquals("Jalur dari Server AFIS Panggul ke Pusat data Panggul sedang diperiksa ulang: "
				+ "Server AFIS Panggul belum menjawab.", said("Server AFIS"));
	}

	@Test
	void everyFindingHasAWholeSentenceInBothLanguages() {
		allAnswer();
		office.board.maintain(key("Modem"), office.now.plusSeconds(60), "", office.now);
		office.hears("Server AFIS", LOST, LOST, LOST);
		assertEquals(Finding.MAINTENANCE, path("Server AFIS").finding());
		office.hears("Pusat data", BROKEN, BROKEN, BROKEN);
		assertEquals(Finding.UNKNOWN, path("Pusat data").finding());
		for (String name : List.of("Server AFIS", "Pusat data")) {
			for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
				String sentence = path(name).sentence(locale, office.now);
				assertEquals(-1, sentence.indexOf('{'), sentence);
				assertEquals('.', sentence.charAt(sentence.length() - 1));
			}
		}
	}

	@Test
	void aDeviceThatFailsBesideAFailedServerIsDownItself() {
		office.with("PC 1", "Server AFIS").with("PC 2", "Server AFIS").opened();
		allAnswer();
		office.hears("PC 1", GOOD).hears("PC 2", GOOD).hears("Server AFIS", LOST, LOST, LOST)
				.hears("Modem", GOOD).hears("Pusat data", GOOD).hears("PC 1", GOOD).hears("PC 2", LOST, LOST, LOST);
		office.hears("Modem", GOOD).hears("Pusat data", GOOD).hears("PC 1", GOOD).hears("PC 2", LOST);
		assertEquals(Finding.DOWN, path("PC 2").finding());
		assertEquals("PC 2 Panggul mati sejak 08.00: tidak ada balasan dalam 4 detik. "
				+ "Jalurnya ke Pusat data Panggul tersambung: alat lain di kantornya menjawab.", said("PC 2"));
		assertEquals(Finding.PASSES, path("PC 1").finding());
		assertEquals(Finding.DOWN, path("Server AFIS").finding());
	}
}
