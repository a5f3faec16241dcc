package id.posko.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.posko.procedure.Field.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a field of each kind takes, and how it is kept. */
class FieldTest {

	private static final Field MEDIUM = new Field("Media", Kind.CHOICE, List.of("Kotak saran", "telepon"));
	private static final Field BATTERY = new Field("Baterai", Kind.FINDING, List.of("baik", "aplikasi", "ganti", "tambah"));

	private static void kept(Field field, Map<String, String> kept) {
		kept.forEach((typed, value) -> assertEquals(Optional.of(value), field.read(typed), field.kind() + " " + typed));
		assertEquals(Optional.of(""), field.read(" \t"), "what is not filled in is no fault");
	}

	private static void refused(Field field, String... wrong) {
		for (String typed : wrong) {
			assertEquals(Optional.empty(), field.read(typed), field.kind() + " " + typed);
		}
	}

	@Test
	void aNumberIsWrittenAsOfficesWriteIt() {
		Field field = new Field("Jumlah", Kind.NUMBER);
		kept(field, Map.of("7", "7", " 1.250 ", "1250", "12,5", "12,5", "-3", "-3", "1.000.000,25", "1000000,25", "0", "0"));
		refused(field, "tujuh", "1,250,000", "12.5", "1.25", "1 250", "1e9", "12,", ",5", "--1", "+1", "٣", "1.2500", "NaN", "0x1F");
	}

	@Test
	void aDayIsWrittenAsOfficesWriteItAndKeptAsFilesDo() {
		Field field = new Field("Tanggal", Kind.DATE);
		kept(field, Map.of("21-11-2026", "2026-11-21", "1/2/2026", "2026-02-01", "21 November 2026", "2026-11-21", "2026-11-21",
				"2026-11-21", " 29-02-2028 ", "2028-02-29"));
		refused(field, "kemarin", "30-02-2026", "29-02-2027", "2026-13-01", "32-1-2026", "0-0-2026", "11-2026", "21-11-26", "2026",
				"21-11-2026 x");
	}

	@Test
	void aChoiceIsOneOfItsChoices() {
		kept(MEDIUM, Map.of("kotak SARAN", "Kotak saran", " telepon ", "telepon"));
		refused(MEDIUM, "surat", "Kotak", "telepon, surat");
		Field yes = new Field("Lengkap", Kind.YES_NO);
		kept(yes, Map.of("YA", "ya", "tidak", "tidak"));
		refused(yes, "yes", "true", "1", "ya/tidak");
	}

	@Test
	void aFindingThatIsNotWellSaysWhatIsWrong() {
		kept(BATTERY, Map.of("Baik", "baik", "baik: baru", "baik: baru", "GANTI :  baterai: lemah ", "ganti: baterai: lemah"));
		refused(BATTERY, "ganti", "ganti:", "ganti: ", "rusak: x", ": x", "baterai lemah");
	}

	@Test
	void textsAreTextsAndFilesAreNot() {
		for (Kind kind : List.of(Kind.TEXT, Kind.LONG_TEXT, Kind.PERSON)) {
			kept(new Field("x", kind), Map.of("30-02-2026", "30-02-2026", " a\nb ", "a\nb"));
		}
		kept(new Field("Alat", Kind.DEVICE), Map.of("35.60.01/Modem", "35.60.01/Modem", "35.60.01/UPS 1/2", "35.60.01/UPS 1/2"));
		refused(new Field("Alat", Kind.DEVICE), "Modem", "35.60.01", "35.60.01/", "/Modem", "kantor/Modem");
		refused(new Field("Surat", Kind.FILE), "surat.pdf");
	}

	@Test
	void aKindIsReadAsItIsWritten() {
		for (Field field : List.of(MEDIUM, BATTERY)) {
			assertEquals(Optional.of(field), Field.of(field.name(), field.written()));
		}
		for (Kind kind : Kind.values()) {
			assertEquals(kind.isChosen() ? Optional.empty() : Optional.of(new Field("x", kind)), Field.of("x", kind.word()));
		}
		assertEquals(Optional.of(MEDIUM), Field.of("Media", "pilihan(Kotak saran,  telepon, , telepon)"));
		for (String wrong : List.of("", "text", "pilihan ()", "pilihan (a)", "pilihan (a, a)", "pilihan a, b", "pilihan (a, b",
				"teks (a, b)", "pilihan (a, (b))")) {
			assertEquals(Optional.empty(), Field.of("x", wrong), wrong);
		}
	}
}
