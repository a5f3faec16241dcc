package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.bag.Flaw.Kind;

/** A bag whose payload changed gets tag files that fit. */
class RenewalTest {

	@TempDir
	Path folder;

	private static Bagged renew(Path bag) throws Exception {
		return new Renewal(bag, Terms.usual(LocalDate.of(2026, 11, 22)), _ -> {
		}).renew();
	}

	@Test
	void addedChangedAndRemovedFilesAreToldAndListed() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		Files.writeString(bag.resolve("lain.xml"), "<x/>");
		Files.delete(bag.resolve("data/catatan.txt"));
		Files.writeString(bag.resolve("data/hasil ukur/kosong.txt"), "isi");
		Files.writeString(bag.resolve("data/baru.txt"), "baru");
		Bagged.Made made = assertInstanceOf(Bagged.Made.class, renew(bag));
		assertEquals(Map.of(Kind.MISSING, 1L, Kind.CORRUPT, 1L, Kind.NOT_LISTED, 1L, Kind.WRONG_OXUM, 1L),
				made.verdict().counts());
		Verdict verdict = Bags.verify(bag);
		assertEquals(List.of(), verdict.flaws());
		assertTrue(verdict.isValid());
		String info = Files.readString(bag.resolve("bag-info.txt"));
		assertTrue(info.contains("Bagging-Date: 2026-11-22\n") && info.contains("Payload-Oxum: 300015.4\n")
				&& info.contains("Source-Organization: Dinas Dukcapil Kabupaten Contoh\n"), info);
		assertTrue(Files.readString(bag.resolve("tagmanifest-sha256.txt")).contains("lain.xml"));
		assertTrue(Files.exists(bag.resolve("manifest-sha256.txt")) && !Files.exists(bag.resolve("manifest-sha512.txt")));
		assertInstanceOf(Bagged.Unchanged.class, renew(bag));
	}

	@Test
	void whatFitsIsNotWrittenAnew() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		Map<String, String> before = BaggingTest.contents(bag);
		assertInstanceOf(Bagged.Unchanged.class, renew(bag));
		assertEquals(before, BaggingTest.contents(bag));
	}

	@Test
	void aWeakHashGoesAndAnOldVersionIsLifted() throws Exception {
		Path bag = Bags.byHand(folder.resolve("bag"), "0.93", List.of("data/a"), List.of());
		Files.delete(bag.resolve("manifest-sha256.txt"));
		Files.writeString(bag.resolve("manifest-md5.txt"), "9dd4e461268c8034f5c8564e155c67a6  data/a\n");
		Files.writeString(bag.resolve("tagmanifest-md5.txt"), "");
		Files.writeString(bag.resolve("package-info.txt"), "Packing-Date: 2008-01-01\nBagging-Date: 2008-01-01\n");
		assertEquals(List.of(Flaw.of(Kind.WEAK, "manifest-md5.txt", 0, "md5")), Bags.verify(bag).flaws());
		assertInstanceOf(Bagged.Made.class, renew(bag));
		assertEquals(List.of(), Bags.verify(bag).flaws());
		assertFalse(Files.exists(bag.resolve("manifest-md5.txt")) || Files.exists(bag.resolve("tagmanifest-md5.txt"))
				|| Files.exists(bag.resolve("package-info.txt")));
		assertTrue(Files.readString(bag.resolve("bagit.txt")).startsWith("BagIt-Version: 1.0\n"));
		assertEquals("Packing-Date: 2008-01-01\nBagging-Date: 2026-11-22\nPayload-Oxum: 1.1\n",
				Files.readString(bag.resolve("bag-info.txt")));
	}

	@Test
	void theEncodingStays() throws Exception {
		for (String encoding : List.of("UTF-16", "ISO-8859-1")) {
			Path bag = Bags.byHand(folder.resolve(encoding), "0.97", List.of("data/é"), List.of());
			Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 0.97\nTag-File-Character-Encoding: " + encoding + "\n");
			Files.writeString(bag.resolve("bag-info.txt"), "Kota: Kédiri\n", java.nio.charset.Charset.forName(encoding));
			assertInstanceOf(Bagged.Made.class, renew(bag));
			assertEquals(List.of(), Bags.verify(bag).flaws());
			assertTrue(Files.readString(bag.resolve("bag-info.txt"), java.nio.charset.Charset.forName(encoding)).contains("Kédiri"));
		}
		Files.writeString(folder.resolve("ISO-8859-1/data/字"), "x");
		Bagged.Refused refused = assertInstanceOf(Bagged.Refused.class, renew(folder.resolve("ISO-8859-1")));
		assertEquals(List.of(Flaw.of(Kind.BAD_NAME, "data/字", 0)), refused.verdict().flaws());
	}

	@Test
	void whatNoManifestMendsIsRefusedAndLeftAlone() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		Files.writeString(bag.resolve("data/baru.txt"), "baru");
		Path link = Files.createSymbolicLink(bag.resolve("data/link"), folder);
		refusedFor(bag, Kind.NOT_A_FILE);
		Files.delete(link);
		Bags.rewrite(bag.resolve("bag-info.txt"), StandardCharsets.UTF_8, "Source-Organization:", "Source");
		refusedFor(bag, Kind.BAD_INFO);
		Bags.rewrite(bag.resolve("bag-info.txt"), StandardCharsets.UTF_8, "Source", "Source:");
		Files.writeString(bag.resolve("fetch.txt"), "http://127.0.0.1/x - data/catatan.txt\n");
		Files.delete(bag.resolve("data/catatan.txt"));
		refusedFor(bag, Kind.TO_BE_FETCHED);
		Files.delete(bag.resolve("bagit.txt"));
		refusedFor(bag, Kind.NO_DECLARATION);
		refusedFor(folder.resolve("nowhere"), Kind.NO_BAG);
	}

	private static void refusedFor(Path bag, Kind kind) throws Exception {
		Map<String, String> before = Files.exists(bag) ? BaggingTest.contents(bag) : Map.of();
		Bagged.Refused refused = assertInstanceOf(Bagged.Refused.class, renew(bag));
		assertTrue(refused.verdict().counts().containsKey(kind), refused::toString);
		assertEquals(before, Files.exists(bag) ? BaggingTest.contents(bag) : Map.of());
	}

	@Test
	void anInterruptLeavesTheBagAsItWas() throws Exception {
		Path bag = Bags.whole(folder.resolve("bag"));
		Files.writeString(bag.resolve("data/baru.txt"), "baru");
		Map<String, String> before = BaggingTest.contents(bag);
		Thread caller = Thread.currentThread();
		assertThrows(InterruptedException.class,
				() -> new Renewal(bag, Terms.usual(LocalDate.EPOCH), _ -> caller.interrupt()).renew());
		Thread.interrupted();
		assertEquals(before, BaggingTest.contents(bag));
	}

	@Test
	void cutOffAnywhereItSaysSoAndIsGoneOnWith() throws Exception {
		for (int cut = 0; cut < 12; cut++) {
			Path bag = Bags.whole(folder.resolve("bag" + cut));
			Files.writeString(bag.resolve("data/baru.txt"), "baru");
			Path other = Bags.whole(folder.resolve("other" + cut));
			Files.writeString(other.resolve("data/baru.txt"), "baru");
			assertInstanceOf(Bagged.Made.class, renew(other));
			Files.writeString(bag.resolve("manifest-md5.txt"), "");
			Path staging = Files.createDirectory(bag.resolve(cut < 4 ? ".posko-bagging" : cut < 6 ? ".posko-bagging-ready" : ".posko-bagging-last"));
			List<String> tags = List.of("manifest-sha256.txt", "bag-info.txt", "tagmanifest-sha256.txt", "bagit.txt");
			for (int i = 0; i < tags.size(); i++) {
				boolean isThere = cut >= 4 || i < cut;
				if (isThere) {
					Files.move(other.resolve(tags.get(i)), (cut - 7 > i ? bag : staging).resolve(tags.get(i)), StandardCopyOption.REPLACE_EXISTING);
				}
			}
			if (cut > 4) {
				Files.delete(bag.resolve("manifest-md5.txt"));
			}
			Verdict cutOff = Bags.verify(bag);
			assertFalse(cutOff.isComplete());
			assertTrue(cutOff.counts().containsKey(Kind.UNFINISHED), cutOff::toString);
			assertFalse(renew(bag) instanceof Bagged.Refused);
			assertEquals(List.of(), Bags.verify(bag).flaws(), "cut " + cut);
			assertFalse(Files.exists(staging));
		}
	}
}
