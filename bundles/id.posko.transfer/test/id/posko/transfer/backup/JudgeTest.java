package id.posko.transfer.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.kit.Words;
import id.posko.transfer.backup.Judge.Earlier;
import id.posko.transfer.backup.Observed.Made;

/** Exit codes and last lines as Oracle's manuals give them; sizes and durations against what is usual. */
class JudgeTest {

	private static final Tools TOOLS = Tools.shipped();
	private static final String EXP = "Export terminated ";
	private static final String JOB = "Job \"SIAK\".\"SYS_EXPORT_SCHEMA_01\" ";
	private static final Duration QUARTER = Duration.ofMinutes(15);

	private static Observed seen(int exit, String lastLine) {
		return seen(exit, lastLine, QUARTER, new Made("siak.dmp", 1000, true, "\3\0\1EXPORT:V11.02.00"));
	}

	private static Observed seen(int exit, String lastLine, Duration took, Made... files) {
		return new Observed(Optional.empty(), exit, Optional.ofNullable(lastLine), took, List.of(files));
	}

	private static Verdict judged(String tool, boolean isWindows, Observed seen) {
		return new Judge(TOOLS, tool, isWindows).dump(seen, List.of());
	}

	private static String codes(Verdict verdict) {
		return String.join(" ", verdict.reasons().stream().map(Reason::code).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"exp  | windows | 0 | successfully without warnings. | GOOD |",
			"exp  | windows | 3 | successfully with warnings.    | BAD  | warned",
			"exp  | windows | 1 | unsuccessfully                 | BAD  | failed",
			"exp  | windows | 0 | unsuccessfully                 | BAD  | contradiction",
			"exp  | windows | 0 | successfully with warnings.    | BAD  | contradiction",
			"exp  | windows | 1 | successfully without warnings. | BAD  | contradiction",
			"exp  | windows | 7 | successfully without warnings. | BAD  | contradiction",
			"exp9 | windows | 0 | successfully without warnings. | GOOD |",
			"exp9 | windows | 1 | successfully with warnings.    | BAD  | warned",
			"exp9 | windows | 3 | unsuccessfully                 | BAD  | failed",
			"exp9 | windows | 3 | successfully with warnings.    | BAD  | contradiction",
			"exp  | unix    | 0 | successfully without warnings. | GOOD |",
			"exp  | unix    | 0 | successfully with warnings.    | BAD  | warned",
			"exp  | unix    | 1 | unsuccessfully                 | BAD  | failed",
			"exp  | unix    | 0 | unsuccessfully                 | BAD  | contradiction",
			"exp9 | unix    | 1 | unsuccessfully                 | BAD  | failed",
	})
	void originalExport(String tool, String system, int exit, String words, Grade grade, String code) {
		Verdict verdict = judged(tool, system.equals("windows"), seen(exit, EXP + words));
		assertEquals(grade, verdict.grade());
		assertEquals(code == null ? "" : code, codes(verdict));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"0 | successfully completed at Mon Mar 2 19:14:55 2026 elapsed 0 00:14:50 | GOOD |",
			"0 | successfully completed at 19:14:55                                   | GOOD |",
			"5 | completed with 2 error(s) at Mon Mar 2 19:14:55 2026 elapsed 0 00:14 | BAD  | warned",
			"1 | stopped due to fatal error at 19:14:55                               | BAD  | failed",
			"0 | completed with 2 error(s) at 19:14:55                                | BAD  | contradiction",
			"0 | stopped due to fatal error at 19:14:55                               | BAD  | contradiction",
			"5 | successfully completed at 19:14:55                                   | BAD  | contradiction",
			"1 | successfully completed at 19:14:55                                   | BAD  | contradiction",
			"-1 | successfully completed at 19:14:55                                  | BAD  | contradiction",
	})
	void dataPump(int exit, String words, Grade grade, String code) {
		for (boolean isWindows : new boolean[] { true, false }) {
			for (String tool : List.of("expdp", "impdp")) {
				Verdict verdict = judged(tool, isWindows, seen(exit, JOB + words));
				assertEquals(grade, verdict.grade());
				assertEquals(code == null ? "" : code, codes(verdict));
			}
		}
	}

	@Test
	void importsSayTheSameOfThemselves() {
		assertTrue(judged("imp", false, seen(0, "Import terminated successfully without warnings.")).isGood());
		assertEquals("warned", codes(judged("imp", true, seen(3, "Import terminated successfully with warnings."))));
		assertEquals("failed", codes(judged("imp9", true, seen(3, "Import terminated unsuccessfully"))));
		assertEquals("no_last_line", codes(judged("imp", false, seen(0, EXP + "successfully without warnings."))));
	}

	@Test
	void withoutItsLastLineALogIsIncomplete() {
		assertEquals("no_last_line", codes(judged("expdp", false, seen(0, null))));
		assertEquals("no_last_line", codes(judged("expdp", false, seen(0, ". . exported \"SIAK\".\"BIODATA_WNI\" 1.2 GB"))));
		assertEquals("exit no_last_line", codes(judged("expdp", false, seen(1, "ORA-39002: invalid operation"))));
		assertEquals("no_last_line", codes(judged("exp", false, seen(0, "x " + EXP + "successfully without warnings. y"))));
	}

	@Test
	void aProgramThatSaysNothingIsJudgedByItsExitCode() {
		assertTrue(judged("pg_dump", false, seen(0, null)).isGood());
		assertEquals("exit", codes(judged("pg_dump", false, seen(1, "anything"))));
		assertEquals("exit", codes(judged("script", true, seen(2, null))));
	}

	@Test
	void whatDidNotComeToItsEndIsBadWhateverItSays() {
		Observed stopped = new Observed(Optional.of(Reason.of("too_long", QUARTER)), -1,
				Optional.of(JOB + "successfully completed at 19:14:55"), QUARTER, List.of(new Made("a", 1, true, "")));
		assertEquals("too_long", codes(judged("expdp", false, stopped)));
	}

	@Test
	void filesMustBeThereNewAndNotEmpty() {
		String well = JOB + "successfully completed at 19:14:55";
		assertEquals("absent", codes(judged("expdp", false, seen(0, well, QUARTER))));
		assertEquals("empty", codes(judged("expdp", false, seen(0, well, QUARTER, new Made("a", 0, true, "")))));
		assertEquals("old", codes(judged("expdp", false, seen(0, well, QUARTER, new Made("a", 9, false, "")))));
		assertEquals("empty", codes(judged("expdp", false,
				seen(0, well, QUARTER, new Made("a", 9, true, ""), new Made("b", 0, true, "")))));
	}

	@Test
	void anOriginalExportBeginsAsOne() {
		Verdict verdict = judged("exp", false, seen(0, EXP + "successfully without warnings.", QUARTER,
				new Made("a", 9, true, "PK\3\4")));
		assertEquals(Grade.SUSPICIOUS, verdict.grade());
		assertEquals("head", codes(verdict));
		assertTrue(judged("expdp", false, seen(0, JOB + "successfully completed at 1", QUARTER,
				new Made("a", 9, true, "PK\3\4"))).isGood());
	}

	private static List<Earlier> usual(int count) {
		Random random = new Random(1);
		return IntStream.range(0, count).mapToObj(i -> new Earlier(QUARTER.plusSeconds(random.nextInt(60)),
				10_000_000_000L + i * 5_000_000L + random.nextInt(20_000_000))).toList();
	}

	private static Verdict against(List<Earlier> earlier, Duration took, long bytes) {
		return new Judge(TOOLS, "expdp", false).dump(
				seen(0, JOB + "successfully completed at 1", took, new Made("a", bytes, true, "")), earlier);
	}

	@Test
	void twoMinutesInsteadOfFifteenIsSuspiciousAndSaidSo() {
		Verdict verdict = against(usual(30), Duration.ofMinutes(2), 10_100_000_000L);
		assertEquals(Grade.SUSPICIOUS, verdict.grade());
		assertEquals("short", codes(verdict));
		assertEquals("Hanya berjalan 2 menit, biasanya 15 menit (dari 30 dump terakhir yang baik).",
				verdict.sentence(Words.INDONESIAN));
		assertEquals("It took only 2 minutes, usually 15 minutes (of the last 30 good dumps).",
				verdict.sentence(Locale.ENGLISH));
	}

	@Test
	void halfTheSizeIsSuspicious() {
		Verdict verdict = against(usual(30), QUARTER, 5_000_000_000L);
		assertEquals("small", codes(verdict));
		assertTrue(verdict.sentence(Words.INDONESIAN).contains("4,7 GiB"), verdict.sentence(Words.INDONESIAN));
		assertEquals("small short", codes(against(usual(30), Duration.ofMinutes(2), 1)));
	}

	@Test
	void whatSwingsAsUsualIsNotSuspicious() {
		assertTrue(against(usual(30), Duration.ofMinutes(13), 9_900_000_000L).isGood());
		assertTrue(against(usual(30), Duration.ofMinutes(40), 20_000_000_000L).isGood());
		List<Earlier> equal = IntStream.range(0, 30).mapToObj(_ -> new Earlier(QUARTER, 1_000_000)).toList();
		assertTrue(against(equal, QUARTER.minusMinutes(3), 950_000).isGood());
		assertEquals("small", codes(against(equal, QUARTER, 890_000)));
		List<Earlier> quick = IntStream.range(0, 30).mapToObj(_ -> new Earlier(Duration.ofSeconds(20), 1000)).toList();
		assertTrue(against(quick, Duration.ofSeconds(2), 1000).isGood());
	}

	@Test
	void fewEarlierOnesTellNothingAndOldOnesNothingMore() {
		assertTrue(against(usual(2), Duration.ofMinutes(2), 5).isGood());
		List<Earlier> grown = new ArrayList<>(usual(30));
		IntStream.range(0, 30).forEach(_ -> grown.add(new Earlier(Duration.ofMinutes(3), 2_000_000_000L)));
		assertTrue(against(grown, Duration.ofMinutes(3), 2_000_000_000L).isGood());
	}

	@Test
	void oneOddDumpAmongTheLastChangesNothing() {
		List<Earlier> odd = new ArrayList<>(usual(29));
		odd.add(new Earlier(Duration.ofHours(20), 900_000_000_000L));
		assertTrue(against(odd, QUARTER, 10_000_000_000L).isGood());
	}

	@Test
	void anOfficeAddsRowsOfItsOwnAndABadOneIsNamedByItsLine() throws Tools.BadRow {
		Tools more = TOOLS.with("# ours\nlast exp good L'exportation s'est terminee avec succes sans avertissements\\.\n"
				+ "exit dumper unix 4 good\n");
		assertTrue(new Judge(more, "exp", false).said(
				seen(0, "L'exportation s'est terminee avec succes sans avertissements.")).isGood());
		assertTrue(new Judge(more, "dumper", false).said(seen(4, null)).isGood());
		assertTrue(more.knows("dumper"));
		assertFalse(TOOLS.knows("dumper"));
		for (String bad : List.of("exit x unix z good", "exit x mac 0 good", "last x fine .*", "last x good (", "exit x", "y")) {
			assertEquals("2: " + bad, assertThrows(Tools.BadRow.class, () -> TOOLS.with("\n" + bad)).getMessage());
		}
	}
}
