package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.bag.Flaw.Kind;

/** Whatever stands in tag files, there is a verdict; nothing outside the bag is read, and no file of the payload changes. */
class HostileTest {

	private static final int ROUNDS = Boolean.getBoolean("posko.long") ? 100_000 : 600;
	private static final List<String> TAGS = List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-md5.txt",
			"tagmanifest-sha256.txt", "fetch.txt", "package-info.txt", "manifest-x.txt", "tagmanifest-sha-512.txt");
	private static final List<String> PIECES = List.of("BagIt-Version: ", "0.93", "0.97", "1.0", "\n", "\r", "\r\n", ": ", ":",
			"Tag-File-Character-Encoding: ", "UTF-8", "UTF-16", "UTF-32LE", "ISO-2022-JP", "Payload-Oxum: ", "9999999999999999999.1",
			"1.1", " ", "\t", "data/", "data/a", "../", "/etc/passwd", "%0A", "%25", "%", "\\", "\uFEFF", "\0", "é", "e\u0301", "~",
			"C:", "*", "./", "http://127.0.0.1/ - ", "9dd4e461268c8034f5c8564e155c67a6  ", "0".repeat(64), "data/a/b/c", "bagit.txt",
			"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  data/a", "\uD83D\uDE00", "data/con", "data/A");

	@TempDir
	Path folder;

	@Test
	void anyBytesGetAVerdict() throws Exception {
		Random dice = new Random(5);
		Path bag = Bags.byHand(folder.resolve("bag"), "1.0", List.of("data/a", "data/b/c"), List.of("data/a", "data/b/c"));
		Map<String, String> payload = BaggingTest.contents(bag.resolve("data"));
		int declared = 0;
		for (int i = 0; i < ROUNDS; i++) {
			for (String tag : TAGS) {
				switch (dice.nextInt(4)) {
				case 0 -> Files.deleteIfExists(bag.resolve(tag));
				case 1 -> Files.write(bag.resolve(tag), bytes(dice));
				default -> {
					// as the round before left it
				}
				}
			}
			if (dice.nextInt(3) > 0) {
				Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: " + (dice.nextBoolean() ? "1.0" : "0.97")
						+ "\nTag-File-Character-Encoding: " + List.of("UTF-8", "UTF-16", "ISO-8859-1").get(dice.nextInt(3)) + "\n");
			}
			Verification.Depth depth = Verification.Depth.values()[dice.nextInt(3)];
			Verdict verdict = new Verification(bag, 1, _ -> {
			}).of(depth);
			declared += verdict.isBag() ? 1 : 0;
			verdict.flaws().forEach(flaw -> assertFalse(flaw.sentence(Locale.ENGLISH).isEmpty()));
			if (i % 10 == 0) {
				new Renewal(bag, Terms.usual(LocalDate.EPOCH), _ -> {
				}).renew();
			}
			assertEquals(payload, BaggingTest.contents(bag.resolve("data")));
		}
		assertTrue(declared > ROUNDS / 4, "many were judged further than bagit.txt");
	}

	private static byte[] bytes(Random dice) {
		if (dice.nextInt(4) == 0) {
			byte[] any = new byte[dice.nextInt(300)];
			dice.nextBytes(any);
			return any;
		}
		StringBuilder text = new StringBuilder();
		for (int i = dice.nextInt(30); i > 0; i--) {
			text.append(PIECES.get(dice.nextInt(PIECES.size())));
		}
		return text.toString().getBytes(dice.nextInt(4) > 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
	}

	@Test
	void everyEncodingThereIs() throws Exception {
		Random dice = new Random(2);
		int right = 0;
		for (Charset encoding : Charset.availableCharsets().values()) {
			Path bag = Bags.byHand(folder.resolve(encoding.name()), "1.0", List.of("data/a"), List.of("data/a"));
			Files.writeString(bag.resolve("bagit.txt"),
					"BagIt-Version: 1.0\nTag-File-Character-Encoding: " + encoding.name() + "\n");
			if (encoding.canEncode()) {
				Files.write(bag.resolve("manifest-sha256.txt"), (Bags.hash("x") + "  data/a\n").getBytes(encoding));
			}
			right += Bags.verify(bag).isValid() ? 1 : 0;
			if (dice.nextInt(8) > 0) {
				continue;
			}
			Files.writeString(bag.resolve("data/b"), "y");
			new Renewal(bag, Terms.usual(LocalDate.EPOCH), _ -> {
			}).renew();
		}
		assertTrue(right > Charset.availableCharsets().size() / 2, right + " encodings were read");
	}

	@Test
	void linesEndAsTheyLike() throws IOException, InterruptedException {
		for (String end : List.of("\n", "\r", "\r\n")) {
			Path bag = Bags.byHand(folder.resolve("bag" + end.length() + end.hashCode()), "1.0", List.of("data/a", "data/b"), List.of());
			Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 1.0" + end + "Tag-File-Character-Encoding: UTF-8" + end);
			Files.writeString(bag.resolve("bag-info.txt"), "Payload-Oxum:" + end + " 2.2" + end + "A: b" + end + "\tc" + end);
			Files.writeString(bag.resolve("manifest-sha256.txt"), Bags.hash("x") + "  data/a" + end + Bags.hash("x") + " data/b");
			assertEquals(List.of(), Bags.verify(bag).flaws());
		}
	}

	@Test
	void aByteOrderMarkIsToldAndNoPartOfTheFirstLine() throws IOException, InterruptedException {
		Path bag = Bags.byHand(folder.resolve("bag"), "1.0", List.of("data/a"), List.of());
		Files.writeString(bag.resolve("manifest-sha256.txt"), "\uFEFF" + Bags.hash("x") + "  data/a\r\n");
		Files.writeString(bag.resolve("bag-info.txt"), "\uFEFFPayload-Oxum: 2.1\r\n");
		assertEquals(List.of(Flaw.of(Kind.WRONG_OXUM, "bag-info.txt", 0, "2.1", "1.1"),
				Flaw.of(Kind.BYTE_ORDER_MARK, "bag-info.txt", 1), Flaw.of(Kind.BYTE_ORDER_MARK, "manifest-sha256.txt", 1)),
				Bags.verify(bag).flaws());
	}

	@Test
	void everySentenceIsSaidInBothLanguages() {
		for (Kind kind : Kind.values()) {
			Flaw flaw = Flaw.of(kind, "manifest-sha256.txt", 12345, "satu", "dua", "tiga");
			assertTrue(flaw.sentence(Locale.of("id", "ID")).startsWith("manifest-sha256.txt, baris 12345: "), kind::toString);
			assertTrue(flaw.sentence(Locale.ENGLISH).startsWith("manifest-sha256.txt, line 12345: "), kind::toString);
			assertFalse(flaw.sentence(Locale.GERMAN).contains("{"), kind::toString);
		}
	}

	@Test
	void aManifestThatIsALinkIsNotFollowed() throws Exception {
		Path bag = Bags.byHand(folder.resolve("bag"), "1.0", List.of("data/a"), List.of("data/a"));
		Path outside = Files.move(bag.resolve("manifest-sha256.txt"), folder.resolve("outside"));
		Files.createSymbolicLink(bag.resolve("manifest-sha256.txt"), outside);
		assertTrue(Bags.kinds(bag).contains(Kind.NOT_A_FILE));
		Files.delete(bag.resolve("manifest-sha256.txt"));
		Files.createSymbolicLink(bag.resolve("manifest-sha256.txt"), Path.of("/dev/zero"));
		assertTrue(Bags.kinds(bag).contains(Kind.NOT_A_FILE));
	}

	@Test
	void anEndlessBagInfoIsSaidAndTakesNoMemory() throws Exception {
		Path bag = Bags.byHand(folder.resolve("bag"), "1.0", List.of("data/a"), List.of("data/a"));
		Files.writeString(bag.resolve("bag-info.txt"), "A: b\n" + " more of it\n".repeat(1_000_000));
		assertEquals(List.of(Kind.LONG_LINE), Bags.kinds(bag));
		Files.writeString(bag.resolve("bag-info.txt"), "A: b\n".repeat(100_000));
		assertEquals(List.of(Kind.LONG_LINE), Bags.kinds(bag));
	}

	@Test
	void aHundredThousandRemarksDoNotHideTheOneFault() throws Exception {
		Path bag = Bags.byHand(folder.resolve("bag"), "0.97", List.of("data/a"), List.of("data/a"));
		Files.writeString(bag.resolve("manifest-sha256.txt"), (Bags.hash("x") + "  data/a\n").repeat(100_000));
		Files.writeString(bag.resolve("data/z"), "x");
		Verdict verdict = Bags.verify(bag);
		assertEquals(Kind.NOT_LISTED, verdict.flaws().getFirst().kind());
		assertEquals(99_999, verdict.counts().get(Kind.TWICE));
		assertEquals(1_001, verdict.flaws().size());
	}
}
