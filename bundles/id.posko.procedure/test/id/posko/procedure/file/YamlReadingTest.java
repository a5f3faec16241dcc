package id.posko.procedure.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.Means;
import id.posko.procedure.OfficeUnit;
import id.posko.procedure.Procedure;
import id.posko.procedure.StandardTime;
import id.posko.procedure.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The YAML form: what is right is read, and each mistake is told with its line and column. */
class YamlReadingTest {

	private static final Locale INDONESIAN = Locale.of("id");

	private static Procedure good(String text) {
		return assertInstanceOf(Parsed.Good.class, Yaml.read(text), () -> sentences(text) + "").procedure();
	}

	private static List<String> sentences(String text) {
		return Yaml.read(text) instanceof Parsed.Bad bad
				? bad.problems().stream().map(problem -> problem.sentence(INDONESIAN)).toList() : List.of();
	}

	/** The one mistake in the text, which both languages can say. */
	private static Problem wrong(Rule rule, String text) {
		Parsed.Bad bad = assertInstanceOf(Parsed.Bad.class, Yaml.read(text), rule + " not found in\n" + text);
		assertEquals(1, bad.problems().size(), () -> sentences(text) + "");
		Problem problem = bad.problems().getFirst();
		assertTrue(problem.is(rule), problem.toString());
		assertFalse(problem.sentence(INDONESIAN).equals(problem.sentence(Locale.ENGLISH)), problem.toString());
		return problem;
	}

	private static void wrong(Rule rule, int line, int column, String was, String is) {
		assertTrue(Yaml.SMALL.contains(was), was);
		Problem problem = wrong(rule, Yaml.SMALL.replace(was, is));
		assertEquals(new Spot(line, column), problem.spot().orElseThrow(), problem.sentence(INDONESIAN));
	}

	@Test
	void whatIsWrittenIsRead() {
		Procedure sop = good(Yaml.SMALL);
		assertEquals("contoh", sop.id());
		assertEquals("1/SOP/2026", sop.head().number());
		assertEquals(List.of(new Who.Officer("ADB", "ADB")), sop.executors());
		assertEquals(new StandardTime.Span(5, OfficeUnit.MINUTE, "5 menit"), sop.steps().get(0).time());
		assertEquals(new Means.Action("health.check", "", List.of()), sop.steps().get(0).means());
		assertEquals(OptionalInt.of(1), sop.steps().get(1).returnsTo());
		assertEquals(new Means.ByHand("Disampaikan lisan."), sop.steps().get(1).means());
		assertEquals(Map.of(1, new Spot(7, 9), 2, new Spot(12, 9)), ((Parsed.Good) Yaml.read(Yaml.SMALL)).steps());
	}

	@Test
	void anEmptyTimeBelongsToTheOneAbove() {
		Procedure sop = good(Yaml.SMALL.replace("    waktu: tentatif\n", ""));
		assertEquals(new StandardTime.OfGroup(1), sop.steps().get(1).time());
		assertEquals(sop.steps(), sop.clockOf(sop.steps().get(1)));
		assertEquals("5 menit", sop.timeOf(sop.steps().get(1)).written());
		assertInstanceOf(StandardTime.None.class,
				good(Yaml.SMALL.replace("    waktu: 5 menit\n", "    waktu:\n")).steps().get(0).time());
		assertInstanceOf(StandardTime.None.class,
				good(Yaml.SMALL.replace("waktu: tentatif", "waktu: '-'")).steps().get(1).time());
	}

	@Test
	void everyMistakeIsToldWhereItStands() {
		wrong(Rule.UNKNOWN_KEY, 8, 5, "    kegiatan: Memeriksa", "    kegiatn: x\n    kegiatan: Memeriksa");
		wrong(Rule.KEY_TWICE, 9, 5, "    kegiatan: Memeriksa", "    kegiatan: Memeriksa\n    kegiatan: Memeriksa");
		wrong(Rule.MISSING, 1, 1, "judul: SOP CONTOH\n", "");
		wrong(Rule.MISSING, 12, 5, "    kegiatan: Melaporkan\n", "");
		wrong(Rule.MISSING, 12, 5, "    pelaksana: [ADB]\n", "");
		wrong(Rule.MISSING, 12, 5, "no: 2\n    kegiatan", "kegiatan");
		wrong(Rule.NOT_TEXT, 2, 8, "SOP CONTOH", "[SOP, CONTOH]");
		wrong(Rule.NOT_KEYS, 5, 8, "{jabatan: ADB}", "ADB");
		wrong(Rule.NOT_ONE_WHO, 5, 3, "{jabatan: ADB}", "{jabatan: ADB, tim: Tim}");
		wrong(Rule.NOT_ONE_WHO, 5, 3, "{jabatan: ADB}", "{}");
		wrong(Rule.NUMBER_TWICE, 12, 9, "no: 2", "no: 1");
		wrong(Rule.NOT_A_NUMBER, 12, 9, "no: 2", "no: dua");
		wrong(Rule.NOT_A_NUMBER, 12, 9, "no: 2", "no: 0");
		wrong(Rule.NO_STEP, 16, 17, "kembali ke: 1", "kembali ke: 7");
		wrong(Rule.NO_STEP, 16, 16, "kembali ke: 1", "lanjut ke: 7");
		wrong(Rule.NO_EXECUTOR, 9, 16, "pelaksana: ADB", "pelaksana: Kasi");
		wrong(Rule.NO_EXECUTOR, 14, 22, "pelaksana: [ADB]", "pelaksana: [ADB, Kasi]");
		wrong(Rule.NOT_A_TEAM, 16, 17, "kembali ke: 1", "menetapkan: ADB");
		wrong(Rule.NOT_A_TIME, 10, 12, "5 menit", "5 mins");
		wrong(Rule.NOT_AN_ID, 1, 7, "kode: contoh", "kode: Contoh A");
		wrong(Rule.NOT_AN_ID, 11, 15, "health.check", "health/check");
		wrong(Rule.NOT_ONE_OF, 16, 18, "kembali ke: 1", "persetujuan: bagus");
		wrong(Rule.NOT_ONE_OF, 4, 10, "pelaksana:\n", "perihal: apa\npelaksana:\n");
		wrong(Rule.NO_MEANS, 7, 5, "    tindakan: health.check\n", "");
		wrong(Rule.TWO_MEANS, 12, 13, "tindakan: health.check", "tindakan: health.check\n    manual: x");
		wrong(Rule.NEEDS, 11, 15, "health.check", "form");
		wrong(Rule.NEEDS, 11, 15, "health.check", "approve");
		wrong(Rule.NEEDS, 16, 14, "kembali ke: 1", "sasaran: modem");
		wrong(Rule.NOTHING_INFERRED, 16, 18, "kembali ke: 1", "disimpulkan: kembali ke");
		wrong(Rule.NO_HEAD, 3, 14, "bersama", "lain");
		wrong(Rule.NO_HEAD, 3, 14, "bersama", "../bersama");
		wrong(Rule.CONTROL, 2, 8, "SOP CONTOH", "\"SOP\\u0007\"");
		wrong(Rule.CONTROL, 2, 8, "SOP CONTOH", "\"SOP\\u202E\"");
		wrong(Rule.TOO_LONG, 2, 8, "SOP CONTOH", "x".repeat(4001));
	}

	@Test
	void allMistakesOfAFileAreToldInItsOrder() {
		String text = Yaml.SMALL.replace("5 menit", "5 mins").replace("judul: SOP CONTOH\n", "").replace("no: 2", "no: 1");
		List<Problem> problems = ((Parsed.Bad) Yaml.read(text)).problems();
		assertEquals(List.of("Baris 1, kolom 1: \"judul\" belum diisi.",
				"Baris 9, kolom 12: \"5 mins\" bukan waktu baku. Tulis misalnya 30 detik, 15 menit, 1 jam, 2 hari, tentatif,"
						+ " atau 0.",
				"Baris 11, kolom 9: langkah 1 sudah ada di baris 6."),
				problems.stream().map(problem -> problem.sentence(INDONESIAN)).toList());
	}

	@Test
	void anUnknownKeyIsToldWithTheNearest() {
		assertEquals(List.of("Baris 8, kolom 5: \"kegiatn\" tidak dikenal. Yang paling mirip: \"kegiatan\"."),
				sentences(Yaml.SMALL.replace("    kegiatan: Memeriksa", "    kegiatn: x\n    kegiatan: Memeriksa")));
	}

	@Test
	void aWrongSharedHeadSheetIsToldWithItsOwnPlace() {
		Parsed.Bad bad = (Parsed.Bad) Yaml.read(Yaml.SMALL.getBytes(), Yaml.HEAD.replace("nomor:", "nomer:"));
		assertEquals("Baris 3, kolom 14: lembar muka \"bersama\" salah: Baris 1, kolom 1: \"nomor\" belum diisi.",
				bad.problems().getFirst().sentence(INDONESIAN));
	}

	@Test
	void hostileYamlIsRefusedWhereItBegins() {
		wrong(Rule.ANCHOR, 2, 8, "SOP CONTOH", "&a SOP");
		wrong(Rule.ALIAS, 2, 8, "SOP CONTOH", "*a");
		wrong(Rule.TAG, 2, 8, "SOP CONTOH", "!!javax.script.ScriptEngineManager [x]");
		wrong(Rule.TAG, 2, 8, "SOP CONTOH", "!x y");
		wrong(Rule.SECOND_DOCUMENT, 3, 1, "lembar muka", "---\nlembar muka");
		wrong(Rule.KEY_NOT_TEXT, 2, 1, "judul: SOP CONTOH", "[judul]: SOP");
		wrong(Rule.TOO_DEEP, 2, 19, "SOP CONTOH", "[".repeat(100_000));
		wrong(Rule.SYNTAX, 3, 12, "SOP CONTOH", "[a");
		wrong(Rule.SYNTAX, 2, 1, "judul", "\tjudul");
		assertEquals(new Spot(2, 9), wrong(Rule.CONTROL, Yaml.SMALL.replace("SOP CONTOH", "S\u0000")).spot().orElseThrow());
		wrong(Rule.TOO_MANY, "kode: [" + "x,".repeat(25_000) + "]");
		wrong(Rule.EMPTY_FILE, "# tidak ada apa-apa\n");
		wrong(Rule.EMPTY_FILE, "");
		wrong(Rule.TOO_MANY_STEPS, Yaml.SMALL.substring(0, Yaml.SMALL.indexOf("  - no")) + "  - {no: 1}\n".repeat(201));
		wrong(Rule.NO_STEPS, Yaml.SMALL.substring(0, Yaml.SMALL.indexOf("langkah")));
	}

	/** The library answers these with an exception that is none of its own. */
	@Test
	void escapesThatAreNoCharacterAreRefused() {
		wrong(Rule.SYNTAX, "\"\\u");
		wrong(Rule.SYNTAX, "judul: \"\\u12");
		wrong(Rule.SYNTAX, "judul: \"\\UFFFFFFFF\"");
		wrong(Rule.SYNTAX, "judul: \"\\U00110000\"");
	}

	/** The lots of laughs: nothing is ever copied. */
	@Test
	void anAliasBombIsRefusedAtItsFirstAnchor() {
		StringBuilder bomb = new StringBuilder("a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n");
		for (char c = 'b'; c <= 'z'; c++) {
			bomb.append(c).append(": &").append(c).append(" [").append(("*" + (char) (c - 1) + ",").repeat(9)).append("]\n");
		}
		assertEquals(new Spot(1, 4), wrong(Rule.ANCHOR, bomb.toString()).spot().orElseThrow());
	}

	@Test
	void filesThatAreNoTextAreRefused(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("sop.yaml");
		assertTrue(((Parsed.Bad) ProcedureFiles.readYaml(file)).problems().getFirst().is(Rule.NO_FILE));
		Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xE9});
		assertTrue(((Parsed.Bad) ProcedureFiles.readYaml(file)).problems().getFirst().is(Rule.NOT_UTF8));
		Files.write(file, new byte[(1 << 20) + 1]);
		assertTrue(((Parsed.Bad) ProcedureFiles.readYaml(file)).problems().getFirst().is(Rule.TOO_BIG));
		assertTrue(((Parsed.Bad) ProcedureFiles.readYaml(folder)).problems().getFirst().is(Rule.IO));
		Files.writeString(file, "\uFEFF" + Yaml.SMALL);
		Files.writeString(folder.resolve("bersama.muka.yaml"), Yaml.HEAD);
		assertInstanceOf(Parsed.Good.class, ProcedureFiles.readYaml(file));
	}
}
