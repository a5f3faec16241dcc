package id.posko.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.staff.JournalCheck.Kind;

class JournalTest {

	private static final Actor ADB = Actor.local("pc-dinas");

	@TempDir
	Path folder;
	private Office office;

	@BeforeEach
	void open() {
		office = new Office(folder);
	}

	private void write(Journal journal, int from, int to) throws IOException {
		for (int i = from; i < to; i++) {
			journal.write(ADB, "inventory changed", "35.60.03/Modem " + i, "surat\t" + i + "\nbaris \\dua", i);
		}
	}

	private JournalCheck check() throws IOException {
		return office.journal().check();
	}

	private static List<Kind> kinds(JournalCheck check) {
		return check.flaws().stream().map(JournalCheck.Flaw::kind).toList();
	}

	@Test
	void whatIsWrittenIsReadAgainAndWhole() throws IOException {
		write(office.journal(), 0, 3);
		write(office.journal(), 3, 5);
		List<Entry> entries = office.entries();
		assertEquals(List.of("day", "inventory changed"), entries.stream().map(Entry::act).distinct().toList());
		assertEquals("surat\t4\nbaris \\dua", entries.getLast().purpose());
		assertEquals(6, entries.getLast().number());
		assertTrue(check().isWhole(), () -> entries.toString());
		assertTrue(check().signer().isPresent());
	}

	@Test
	void everyDayIsSignedAndEveryMonthHasItsFile() throws IOException {
		Journal journal = office.journal();
		for (int i = 0; i < 40; i++) {
			write(journal, i, i + 1);
			office.now = office.now.plus(Duration.ofHours(12));
		}
		assertEquals(List.of("2026-11.tsv", "2026-12.tsv"),
				Journal.files(folder).stream().map(file -> file.getFileName().toString()).toList());
		assertEquals(20, office.entries().stream().filter(entry -> entry.act().equals("day")).count());
		assertTrue(check().isWhole(), () -> "whole");
	}

	@Test
	void aClockSetBackKeepsTheOrder() throws IOException {
		Journal journal = office.journal();
		write(journal, 0, 2);
		office.now = office.now.minus(Duration.ofDays(60));
		write(journal, 2, 4);
		write(office.journal(), 4, 5);
		assertEquals(List.of("2026-11.tsv"),
				Journal.files(folder).stream().map(file -> file.getFileName().toString()).toList());
		assertTrue(check().isWhole());
	}

	@Test
	void aHalfWrittenLineIsCutOffAndThatIsSaid() throws IOException {
		write(office.journal(), 0, 3);
		Files.writeString(folder.resolve("2026-11.tsv"), "5\t2026-11", StandardOpenOption.APPEND);
		write(office.journal(), 3, 4);
		assertEquals(List.of("inventory changed", "torn line cut off", "inventory changed"),
				office.entries().stream().map(Entry::act).skip(3).toList());
		assertTrue(check().isWhole());
	}

	@Test
	void anyLineChangedLeftOutDoubledOrMovedIsFound() throws IOException {
		write(office.journal(), 0, 30);
		Path file = folder.resolve("2026-11.tsv");
		List<String> good = Files.readAllLines(file);
		Random dice = new Random(5);
		for (int i = 0; i < 300; i++) {
			List<String> bad = new ArrayList<>(good);
			int at = dice.nextInt(bad.size());
			switch (dice.nextInt(5)) {
			case 0 -> bad.remove(at);
			case 1 -> bad.add(dice.nextInt(bad.size() + 1), bad.get(at));
			case 2 -> bad.add(dice.nextInt(bad.size()), bad.remove(at));
			case 3 -> bad.set(at, bad.get(at).replaceFirst("pc-dinas", "pc-lain"));
			default -> bad.subList(at, bad.size()).clear();
			}
			if (!bad.equals(good)) {
				Files.write(file, bad);
				assertFalse(check().isWhole(), () -> String.join("\n", bad));
			}
		}
		Files.write(file, good);
		assertTrue(check().isWhole());
	}

	@Test
	void whoWritesItAnewWithoutTheKeyIsFound() throws IOException {
		write(office.journal(), 0, 3);
		List<String> old = Files.readAllLines(folder.resolve("2026-11.tsv"));
		Path other = folder.resolve("other");
		Office forger = new Office(other);
		write(forger.journal(), 0, 2);
		office.now = office.now.plus(Duration.ofDays(1));
		Files.copy(other.resolve("2026-11.tsv"), folder.resolve("2026-11.tsv"),
				java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertEquals(List.of(Kind.CUT_OFF, Kind.OTHER_KEY), kinds(check()));
		write(office.journal(), 3, 6);
		assertEquals(List.of(Kind.GAP, Kind.OTHER_KEY), kinds(check()), "the next day is signed with the right key");
		assertNotEquals(old, Files.readAllLines(folder.resolve("2026-11.tsv")));
	}

	@Test
	void aDaysSignatureIsOfThatDay() throws IOException {
		Journal journal = office.journal();
		write(journal, 0, 1);
		office.now = office.now.plus(Duration.ofDays(1));
		write(journal, 1, 2);
		Path file = folder.resolve("2026-11.tsv");
		List<String> lines = Files.readAllLines(file);
		Entry first = Line.parse(lines.get(0)).orElseThrow();
		Entry second = Line.parse(lines.get(2)).orElseThrow();
		Entry forged = new Entry(second.number(), second.at(), second.who(), second.where(), second.act(), second.object(),
				first.purpose(), second.count(), "");
		Entry sealed = new Entry(forged.number(), forged.at(), forged.who(), forged.where(), forged.act(), forged.object(),
				forged.purpose(), forged.count(), Line.hash(forged, Line.parse(lines.get(1)).orElseThrow().hash()));
		lines.set(2, Line.of(sealed));
		Files.write(file, lines);
		assertEquals(List.of(Kind.UNSIGNED, Kind.BROKEN), kinds(check()));
	}

	@Test
	void whatWasCutOffIsMissedAlsoAfterItWentOn() throws IOException {
		write(office.journal(), 0, 9);
		Path file = folder.resolve("2026-11.tsv");
		List<String> good = Files.readAllLines(file);
		for (int left : new int[] { 7, 1, 0 }) {
			Files.write(file, good.subList(0, left));
			write(office.journal(), 9, 10);
			assertTrue(kinds(check()).contains(Kind.GAP), () -> "after " + left);
			assertTrue(office.entries().stream().anyMatch(entry -> entry.act().equals("entries missing")));
		}
		Files.delete(file);
		assertEquals(List.of(Kind.CUT_OFF), kinds(check()));
		write(office.journal(), 10, 11);
		assertTrue(kinds(check()).contains(Kind.GAP));
	}

	@Test
	void linesAddedByHandAreFound() throws IOException {
		write(office.journal(), 0, 3);
		Path file = folder.resolve("2026-11.tsv");
		Entry last = office.entries().getLast();
		for (int i = 0; i < 6; i++) {
			last = Line.sealed(last.number() + 1, office.now, ADB, "export", "", "", 1, last.hash());
			Files.writeString(file, Line.of(last) + "\n", StandardOpenOption.APPEND);
		}
		assertEquals(List.of(Kind.ADDED), kinds(check()));
		write(office.journal(), 3, 4);
		assertTrue(office.entries().stream().anyMatch(entry -> entry.act().equals("entries added") && entry.count() == 6));
	}

	@Test
	void aLastEntryRewrittenAndOneMoreIsFound() throws IOException {
		write(office.journal(), 0, 3);
		Path file = folder.resolve("2026-11.tsv");
		List<String> lines = new ArrayList<>(Files.readAllLines(file));
		Entry before = Line.parse(lines.get(2)).orElseThrow();
		Entry other = Line.sealed(4, office.now, ADB, "nothing", "", "", 0, before.hash());
		lines.set(3, Line.of(other));
		lines.add(Line.of(Line.sealed(5, office.now, ADB, "nothing", "", "", 0, other.hash())));
		Files.write(file, lines);
		assertEquals(List.of(Kind.BROKEN), kinds(check()));
	}

	@Test
	void aMonthThatIsGoneIsMissed() throws IOException {
		Journal journal = office.journal();
		for (int i = 0; i < 3; i++) {
			write(journal, i, i + 1);
			office.now = office.now.plus(Duration.ofDays(31));
		}
		Files.move(folder.resolve("2026-12.tsv"), folder.resolve("2026-12.tsv.bak"));
		assertEquals(List.of(Kind.GAP), kinds(check()));
		Files.delete(folder.resolve("2026-11.tsv"));
		assertEquals(List.of(Kind.GAP), kinds(check()));
	}

	@Test
	void anEmptyNewestFileIsNoNewBeginning() throws IOException {
		write(office.journal(), 0, 3);
		Files.createFile(folder.resolve("2026-12.tsv"));
		write(office.journal(), 3, 4);
		assertTrue(check().isWhole(), () -> "whole");
		assertEquals(5, office.entries().getLast().number());
	}

	@Test
	void daysAreSignedAlsoAfterAClockThatWasFarAhead() throws IOException {
		Journal journal = office.journal();
		write(journal, 0, 1);
		office.now = office.now.plus(Duration.ofDays(30_000));
		write(journal, 1, 2);
		office.now = office.now.minus(Duration.ofDays(29_999));
		write(journal, 2, 3);
		office.now = office.now.plus(Duration.ofDays(1));
		write(office.journal(), 3, 4);
		assertEquals(4, office.entries().stream().filter(entry -> entry.act().equals("day")).count());
		assertTrue(check().isWhole());
	}

	@Test
	void aLineWithoutEndNeitherFillsTheMemoryNorIsTakenAway() throws IOException {
		write(office.journal(), 0, 3);
		Path file = folder.resolve("2026-11.tsv");
		try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
			for (int i = 0; i < 3_000_000; i++) {
				out.write('x');
			}
		}
		long size = Files.size(file);
		write(office.journal(), 3, 4);
		assertTrue(Files.size(file) > size);
		assertEquals(List.of(Kind.UNREADABLE), kinds(check()));
		write(office.journal(), 4, 5);
		write(office.journal(), 5, 6);
		office.journal().write(ADB, "x".repeat(9_000_000), "", "\ud800\t\0".repeat(5_000), 0);
		assertEquals(List.of(Kind.UNREADABLE), kinds(check()));
		assertEquals(1000, office.entries().getLast().act().length());
	}

	@Test
	void aWriteThatFailedLeavesNoHoleAndNoHalfLine() throws IOException {
		Journal journal = office.journal();
		write(journal, 0, 2);
		Path file = folder.resolve("2026-11.tsv");
		Path aside = folder.resolve("aside");
		Files.move(file, aside);
		Files.createDirectory(file);
		assertThrows(IOException.class, () -> write(journal, 2, 3));
		Files.delete(file);
		Files.move(aside, file);
		write(journal, 3, 5);
		assertTrue(check().isWhole());
		assertEquals(5, office.entries().size());
	}

	@Test
	void aWriteThatIsInterruptedIsNoneAndTheNextGoesOn() throws IOException {
		Journal journal = office.journal();
		write(journal, 0, 2);
		Thread.currentThread().interrupt();
		assertThrows(IOException.class, () -> write(journal, 2, 3));
		assertTrue(Thread.interrupted());
		write(journal, 3, 4);
		assertTrue(check().isWhole());
		assertEquals("inventory changed", office.entries().getLast().act());
	}

	@Test
	void nothingBinaryMakesTheCheckFail() throws IOException {
		write(office.journal(), 0, 3);
		Random dice = new Random(9);
		byte[] good = Files.readAllBytes(folder.resolve("2026-11.tsv"));
		for (int i = 0; i < (Boolean.getBoolean("posko.long") ? 20_000 : 500); i++) {
			byte[] bad = good.clone();
			bad[dice.nextInt(bad.length)] ^= (byte) (1 << dice.nextInt(8));
			Files.write(folder.resolve("2026-11.tsv"), bad);
			assertFalse(check().isWhole());
		}
	}
}
