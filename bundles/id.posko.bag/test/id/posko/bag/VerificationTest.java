package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.bag.Flaw.Kind;

class VerificationTest {

	private static final boolean LONG = Boolean.getBoolean("posko.long");

	@TempDir
	Path folder;

	@Test
	void whatTheMakerMadeIsValidAndKnowsItsSize() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		AtomicReference<Progress> last = new AtomicReference<>();
		Verdict verdict = new Verification(bag, 1, last::set).of(Verification.Depth.VALID);
		assertEquals(List.of(), verdict.flaws());
		assertTrue(verdict.isValid());
		assertEquals(4, verdict.files());
		assertEquals(300_000 + 8 + 11, verdict.octets());
		assertEquals(new Progress(4, 300_019, 4, 300_019), last.get());
	}

	@Test
	void theQuickTestSeesAMissingFileAndCallsNothingValid() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		assertTrue(quick(bag).isComplete());
		assertFalse(quick(bag).isValid());
		Files.delete(bag.resolve("data/catatan.txt"));
		assertEquals(List.of(Flaw.of(Kind.WRONG_OXUM, "bag-info.txt", 0, "300019.4", "300008.3")), quick(bag).flaws());
		Files.delete(bag.resolve("bag-info.txt"));
		assertEquals(List.of(Kind.NO_OXUM), quick(bag).flaws().stream().map(Flaw::kind).toList());
	}

	private static Verdict quick(Path bag) throws Exception {
		return new Verification(bag, 1, _ -> {
		}).of(Verification.Depth.OXUM);
	}

	@Test
	void oneChangedOctetIsFoundInPayloadAndTagFiles() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		Bags.rewrite(bag.resolve("data/catatan.txt"), StandardCharsets.UTF_8, "jalur", "Jalur");
		assertEquals(List.of(Flaw.of(Kind.CORRUPT, "data/catatan.txt", 0, "sha256", Bags.hash("jalur putus"),
				Bags.hash("Jalur putus"))), Bags.verify(bag).flaws());
		Bags.rewrite(bag.resolve("data/catatan.txt"), StandardCharsets.UTF_8, "Jalur", "jalur");
		Bags.rewrite(bag.resolve("bag-info.txt"), StandardCharsets.UTF_8, "Contoh", "contoh");
		assertEquals(List.of(Kind.CORRUPT), Bags.kinds(bag));
	}

	@Test
	void everyFileIsListedAndEveryListedFileIsThere() throws Exception {
		Path bag = Bags.byHand(folder, "1.0", List.of("data/a", "data/more"), List.of("data/a", "data/gone"));
		assertEquals(List.of(Flaw.of(Kind.NOT_LISTED, "data/more", 0, "manifest-sha256.txt"),
				Flaw.of(Kind.MISSING, "data/gone", 0)), Bags.verify(bag).flaws());
	}

	@Test
	void sinceTheRfcEveryManifestListsEveryFile() throws Exception {
		for (String version : List.of("0.97", "1.0")) {
			Path bag = Bags.byHand(folder.resolve(version), version, List.of("data/a", "data/b"), List.of("data/a", "data/b"));
			Files.writeString(bag.resolve("manifest-md5.txt"), "9dd4e461268c8034f5c8564e155c67a6  data/a\n");
			assertEquals(version.equals("1.0") ? List.of(Flaw.of(Kind.NOT_LISTED, "data/b", 0, "manifest-md5.txt"))
					: List.of(), Bags.verify(bag).flaws());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "../x", "data/../../x", "/etc/x", "~/x", "~root/x", "C:\\x", "c:x", "\\\\server\\x", "data\\..\\..\\x",
			"data/..\\..\\x", "%HomeDrive%\\x", "data//x", "data/./x", "bagit.txt", "data", "" })
	void aNameThatLeadsElsewhereIsRefusedOnEverySystem(String name) throws Exception {
		Path bag = Bags.byHand(folder.resolve("bag"), "1.0", List.of("data/a"), List.of("data/a", name));
		assertEquals(name.isEmpty() ? List.of(Kind.BAD_LINE) : List.of(Kind.ESCAPE), Bags.kinds(bag));
		Files.writeString(bag.resolve("manifest-sha256.txt"), Bags.hash("x") + "  data/a\n");
		Files.writeString(bag.resolve("fetch.txt"), "http://127.0.0.1/x - " + name + "\n");
		assertEquals(name.isEmpty() ? List.of(Kind.BAD_LINE) : List.of(Kind.ESCAPE), Bags.kinds(bag));
	}

	@Test
	void whatIsToBeFetchedIsNotThereYet() throws Exception {
		Path bag = Bags.byHand(folder, "1.0", List.of("data/a"), List.of("data/a", "data/b"));
		Files.writeString(bag.resolve("fetch.txt"), "http://127.0.0.1/b 1 data/b\nhttp://127.0.0.1/c - data/c\n");
		assertEquals(List.of(Flaw.of(Kind.FETCH_NOT_LISTED, "fetch.txt", 2, "data/c"),
				Flaw.of(Kind.TO_BE_FETCHED, "data/b", 0, "http://127.0.0.1/b")), Bags.verify(bag).flaws());
	}

	@Test
	void percentAndLineEndsAreEncodedSinceTheRfc() throws Exception {
		assertEquals(List.of(Kind.NOT_PORTABLE), Bags.kinds(
				Bags.byHand(folder.resolve("new"), "1.0", List.of("data/5%\nx", "data/%41"), List.of("data/5%25%0ax", "data/%41"))));
		assertEquals(List.of(), Bags.kinds(
				Bags.byHand(folder.resolve("old"), "0.97", List.of("data/5%25x"), List.of("data/5%25x"))));
	}

	@Test
	void namesThatOnlySomeSystemsTellApart() throws Exception {
		Path bag = Bags.byHand(folder.resolve("case"), "0.97", List.of("data/A"), List.of("data/a"));
		assertEquals(List.of(Flaw.of(Kind.OTHER_CASE, "data/a", 0, "data/a", "data/A")), Bags.verify(bag).flaws());
		Path composed = Bags.byHand(folder.resolve("composed"), "1.0", List.of("data/é"), List.of("data/e\u0301"));
		assertEquals(List.of(Kind.OTHER_COMPOSITION), Bags.kinds(composed));
		Files.writeString(composed.resolve("data/é"), "y");
		assertEquals(List.of(Kind.CORRUPT, Kind.OTHER_COMPOSITION), Bags.kinds(composed));
	}

	@Test
	void twiceListedIsBornBeforeTheRfcOnly() throws Exception {
		for (String version : List.of("0.96", "1.0")) {
			Path bag = Bags.byHand(folder.resolve(version), version, List.of("data/a"), List.of("data/a", "data/a"));
			assertEquals(List.of(version.equals("1.0") ? Kind.CONFLICT : Kind.TWICE), Bags.kinds(bag));
		}
	}

	@Test
	void aLinkIsNotFollowed() throws Exception {
		Path outside = Files.writeString(folder.resolve("secret"), "x");
		Path bag = Bags.byHand(folder.resolve("bag"), "1.0", List.of("data/a"), List.of("data/a", "data/link", "data/dir/secret"));
		Files.createSymbolicLink(bag.resolve("data/link"), outside);
		Files.createSymbolicLink(bag.resolve("data/dir"), folder);
		assertEquals(List.of(Kind.NOT_A_FILE, Kind.NOT_A_FILE, Kind.MISSING, Kind.MISSING), Bags.kinds(bag));
		Files.writeString(bag.resolve("manifest-sha256.txt"), Bags.hash("x") + "  data/a\n");
		Files.delete(bag.resolve("data/link"));
		Files.delete(bag.resolve("data/dir"));
		Files.createSymbolicLink(bag.resolve("tags"), folder);
		Files.writeString(bag.resolve("tagmanifest-sha256.txt"), Bags.hash("x") + "  tags/secret\n");
		assertEquals(List.of(Kind.NOT_A_FILE), Bags.kinds(bag));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "BagIt-Version: 1.0\n", "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
			"BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n", "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n",
			"BagIt-Version: 1.0\nTag-File-Character-Encoding: EBCDIC-\n", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nmore\n",
			"\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n" })
	void aWrongDeclarationIsSaid(String text) throws Exception {
		Path bag = Bags.byHand(folder, "1.0", List.of("data/a"), List.of("data/a"));
		Files.writeString(bag.resolve("bagit.txt"), text);
		Verdict verdict = Bags.verify(bag);
		assertFalse(verdict.isComplete());
		assertEquals("bagit.txt", verdict.flaws().getFirst().file());
	}

	@Test
	void aWrongEncodingIsSaidWithItsLine() throws Exception {
		Path bag = Bags.byHand(folder, "1.0", List.of("data/a"), List.of("data/a"));
		Files.write(bag.resolve("bag-info.txt"), new byte[] { 'A', ':', ' ', 'b', '\n', (byte) 0xe9, ':', 'c', '\n' });
		assertEquals(List.of(Flaw.of(Kind.WRONG_ENCODING, "bag-info.txt", 2, "UTF-8")), Bags.verify(bag).flaws());
	}

	@Test
	void anEndlessLineAndAThousandFlawsTakeNoMemory() throws Exception {
		Path bag = Bags.byHand(folder, "1.0", List.of("data/a"), List.of("data/a"));
		Files.writeString(bag.resolve("manifest-sha256.txt"), "0".repeat(10_000_000));
		assertEquals(List.of(Kind.NOT_LISTED, Kind.LONG_LINE), Bags.kinds(bag));
		Files.write(bag.resolve("manifest-sha256.txt"),
				IntStream.range(0, 5_000).mapToObj(i -> Bags.hash("x") + "  data/" + i).toList());
		Verdict verdict = Bags.verify(bag);
		assertEquals(1_001, verdict.flaws().size(), "the file that is not listed first");
		assertEquals(5_000, verdict.count(Flaw.Weight.INCOMPLETE));
	}

	@Test
	void whatIsNoBagIsSaid() throws Exception {
		assertEquals(List.of(Kind.NO_BAG), Bags.kinds(folder.resolve("nowhere")));
		assertEquals(List.of(Kind.NO_BAG), Bags.kinds(Files.writeString(folder.resolve("file"), "x")));
		assertEquals(List.of(Kind.NO_DECLARATION), Bags.kinds(Files.createDirectory(folder.resolve("empty"))));
		Path bag = Bags.byHand(folder.resolve("bag"), "1.0", List.of(), List.of());
		Files.delete(bag.resolve("data"));
		Files.move(bag.resolve("manifest-sha256.txt"), bag.resolve("manifest-whirlpool.txt"));
		assertEquals(List.of(Kind.NO_MANIFEST, Kind.NO_PAYLOAD, Kind.UNKNOWN_ALGORITHM), Bags.kinds(bag));
	}

	@Test
	void itEndsByInterrupt() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		Thread.currentThread().interrupt();
		assertThrows(InterruptedException.class, () -> Bags.verify(bag));
	}

	@Test
	void damagedTagFilesNeverMakeItFail() throws Exception {
		Random dice = new Random(3);
		Path bag = Bags.whole(folder.resolve("bag"));
		List<Path> tags = new ArrayList<>();
		try (Stream<Path> files = Files.list(bag)) {
			files.filter(Files::isRegularFile).sorted().forEach(tags::add);
		}
		tags.add(Files.writeString(bag.resolve("fetch.txt"), "http://127.0.0.1/b 1 data/catatan.txt\n"));
		int valid = 0;
		for (int i = 0; i < (LONG ? 100_000 : 1_000); i++) {
			Path tag = tags.get(dice.nextInt(tags.size()));
			byte[] good = Files.readAllBytes(tag);
			Files.write(tag, damaged(good, dice));
			valid += new Verification(bag, 1, _ -> {
			}).of(Verification.Depth.COMPLETE).isComplete() ? 1 : 0;
			Files.write(tag, good);
		}
		assertTrue(valid > 0, "damage that the hashes find, and presence does not");
		assertTrue(Bags.verify(bag).isValid());
	}

	private static byte[] damaged(byte[] good, Random dice) {
		byte[] bad = good.clone();
		for (int i = dice.nextInt(1, 4); i > 0 && bad.length > 0; i--) {
			int at = dice.nextInt(bad.length);
			switch (dice.nextInt(4)) {
			case 0 -> bad[at] = (byte) dice.nextInt(256);
			case 1 -> bad = Arrays.copyOf(bad, at);
			case 2 -> bad[at] = (byte) "\r\n%/\\~. \0:*".charAt(dice.nextInt(11));
			default -> bad = (new String(bad, StandardCharsets.ISO_8859_1).substring(at)
					+ new String(bad, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
			}
		}
		return bad;
	}

	@Test
	void aBagThatWasNotFinishedIsNone() throws Exception {
		try (BagMaker maker = new BagMaker(folder.resolve("bag"), Algorithm.SHA512)) {
			Bags.add(maker, "a", "x");
		}
		assertEquals(List.of(Kind.NO_DECLARATION), Bags.kinds(folder.resolve("bag")));
	}

	@Test
	void theMakerRefusesNamesThatWouldHarmOthers() throws IOException {
		try (BagMaker maker = new BagMaker(folder.resolve("bag"), Algorithm.SHA256)) {
			Bags.add(maker, "Laporan.txt", "x");
			for (String name : List.of("../x", "a/../../x", "/x", "a\\b", "con.txt", "a:b", "x.", "x ", "laporan.TXT", "a//b", "",
					"a\nb", "COM1", "aux/x")) {
				assertThrows(IllegalArgumentException.class, () -> Bags.add(maker, name, "y"), name);
			}
			assertThrows(IllegalArgumentException.class, () -> maker.say("a:b", "c"));
		}
		assertThrows(IOException.class, () -> new BagMaker(folder, Algorithm.SHA256), "the folder is not empty");
	}
}
