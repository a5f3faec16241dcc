package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.bag.Flaw.Kind;

/** A folder becomes a bag, in place or as a copy. */
class BaggingTest {

	private static final BagInfo INFO = new BagInfo(List.of(BagInfo.Field.of("Source-Organization", "Dinas\nDukcapil"),
			BagInfo.Field.of("Contact-Name", "A"), BagInfo.Field.of("Contact-Name", "B")));

	@TempDir
	Path temporary;

	private static Terms terms(Version version, Algorithm... algorithms) {
		return new Terms(version, List.of(algorithms), LocalDate.of(2026, 11, 21), 2);
	}

	private Path folder() throws IOException {
		Path folder = Files.createDirectories(temporary.resolve("asal"));
		Files.createDirectories(folder.resolve("data/dalam"));
		Files.writeString(folder.resolve("data/dalam/manifest-md5.txt"), "x");
		Files.writeString(folder.resolve("100% kédap.txt"), "a");
		Files.writeString(folder.resolve("kosong"), "");
		return folder;
	}

	/** Every file below a folder, with what is in it. */
	static Map<String, String> contents(Path folder) throws IOException {
		Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				contents.put(folder.relativize(file).toString(), Files.readString(file));
			}
		}
		return contents;
	}

	private static Set<String> names(Path folder) throws IOException {
		try (Stream<Path> lying = Files.list(folder)) {
			return Set.copyOf(lying.map(path -> path.getFileName().toString()).toList());
		}
	}

	private static Bagging bagging(Path folder, Terms terms) {
		return new Bagging(folder, terms, INFO, _ -> {
		});
	}

	private static Verdict made(Bagged bagged) {
		return assertInstanceOf(Bagged.Made.class, bagged, bagged::toString).verdict();
	}

	private static List<Kind> refused(Bagged bagged) {
		return assertInstanceOf(Bagged.Refused.class, bagged, bagged::toString).verdict().flaws().stream().map(Flaw::kind)
				.toList();
	}

	@Test
	void inPlaceTheFolderBecomesThePayload() throws Exception {
		Path folder = folder();
		Map<String, String> before = contents(folder);
		Verdict verdict = made(bagging(folder, terms(Version.V1_0, Algorithm.SHA512, Algorithm.SHA256)).inPlace());
		assertEquals(List.of(), verdict.flaws());
		assertEquals(3, verdict.files());
		assertEquals(2, verdict.octets());
		assertTrue(Bags.verify(folder).isValid());
		assertEquals(before, contents(folder.resolve("data")));
		assertEquals(Set.of("data", "bagit.txt", "bag-info.txt", "manifest-sha512.txt", "manifest-sha256.txt",
				"tagmanifest-sha512.txt", "tagmanifest-sha256.txt"), names(folder));
		assertEquals("""
				Source-Organization: Dinas Dukcapil
				Contact-Name: A
				Contact-Name: B
				Bagging-Date: 2026-11-21
				Payload-Oxum: 2.3
				""", Files.readString(folder.resolve("bag-info.txt")));
		assertEquals(List.of("data/100%25 kédap.txt", "data/data/dalam/manifest-md5.txt", "data/kosong"),
				Files.readAllLines(folder.resolve("manifest-sha256.txt")).stream().map(line -> line.substring(66)).toList(),
				"in the order of names");
	}

	@Test
	void aCopyLeavesTheFolderAlone() throws Exception {
		Path folder = folder();
		Files.setLastModifiedTime(folder.resolve("kosong"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
		Map<String, String> before = contents(folder);
		Path bag = temporary.resolve("baru/bag");
		made(bagging(folder, terms(Version.V0_97, Algorithm.SHA256)).copy(bag));
		assertEquals(before, contents(folder));
		assertEquals(before, contents(bag.resolve("data")));
		assertEquals(Instant.parse("2020-01-01T00:00:00Z"), Files.getLastModifiedTime(bag.resolve("data/kosong")).toInstant());
		assertTrue(Bags.verify(bag).isValid());
		assertTrue(Files.readString(bag.resolve("bagit.txt")).startsWith("BagIt-Version: 0.97\n"));
		assertTrue(Files.readString(bag.resolve("manifest-sha256.txt")).contains("data/100% kédap.txt"), "not encoded then");
	}

	@Test
	void whatIsABagAlreadyIsLeftAlone() throws Exception {
		Path folder = folder();
		made(bagging(folder, Terms.usual(LocalDate.EPOCH)).inPlace());
		Map<String, String> before = contents(folder);
		assertEquals(List.of(Kind.ALREADY_A_BAG), refused(bagging(folder, Terms.usual(LocalDate.EPOCH)).inPlace()));
		assertEquals(before, contents(folder));
		assertEquals(List.of(Kind.NO_BAG), refused(bagging(temporary.resolve("x"), Terms.usual(LocalDate.EPOCH)).inPlace()));
	}

	@Test
	void aCopyNeedsAFreePlaceApart() throws Exception {
		Path folder = folder();
		Map<String, String> before = contents(temporary);
		for (Path within : List.of(folder.resolve("baru"), folder.resolve("data/../x/y"))) {
			assertEquals(List.of(Kind.WITHIN), refused(bagging(folder, Terms.usual(LocalDate.EPOCH)).copy(within)));
		}
		assertEquals(List.of(Kind.TAKEN), refused(bagging(folder, Terms.usual(LocalDate.EPOCH)).copy(temporary)));
		assertEquals(List.of(Kind.TAKEN),
				refused(bagging(folder, Terms.usual(LocalDate.EPOCH)).copy(folder.resolve("kosong"))));
		assertEquals(before, contents(temporary));
	}

	@Test
	void aLinkRefusesAllAndNothingIsChanged() throws Exception {
		Path folder = folder();
		Files.createSymbolicLink(folder.resolve("tautan"), temporary);
		Set<String> before = names(folder);
		assertEquals(List.of(Kind.NOT_A_FILE), refused(bagging(folder, Terms.usual(LocalDate.EPOCH)).inPlace()));
		assertEquals(before, names(folder));
		assertEquals(List.of(Kind.NOT_A_FILE), refused(bagging(folder, Terms.usual(LocalDate.EPOCH)).copy(temporary.resolve("b"))));
		assertFalse(Files.exists(temporary.resolve("b")));
	}

	@Test
	void whatAnotherSystemCouldNotBearIsToldBeforehand() throws Exception {
		Path folder = folder();
		for (String name : List.of("a", "A", "e\u0301", "é", "con.txt", "x:y")) {
			Files.writeString(folder.resolve(name), "x");
		}
		Files.createDirectory(folder.resolve("hampa"));
		Verdict verdict = made(bagging(folder, Terms.usual(LocalDate.EPOCH)).inPlace());
		assertEquals(Map.of(Kind.CLASH, 2L, Kind.NOT_PORTABLE, 2L, Kind.EMPTY_FOLDER, 1L), verdict.counts());
		Verdict again = Bags.verify(folder);
		assertEquals(Map.of(Kind.CLASH, 2L, Kind.NOT_PORTABLE, 2L), again.counts());
		assertTrue(again.flaws().contains(Flaw.of(Kind.CLASH, "data/a", 0, "data/A")), again::toString);
		assertTrue(again.isValid());
	}

	@Test
	void aNameThatNoManifestCanStateRefusesAll() throws Exception {
		Path folder = folder();
		Files.writeString(folder.resolve("a\\..\\b"), "x");
		assertEquals(List.of(Kind.BAD_NAME, Kind.NOT_PORTABLE),
				refused(bagging(folder, Terms.usual(LocalDate.EPOCH)).inPlace()));
		Files.delete(folder.resolve("a\\..\\b"));
		Files.writeString(folder.resolve("5%0A"), "x");
		assertEquals(List.of(Kind.BAD_NAME), refused(bagging(folder, terms(Version.V0_97, Algorithm.SHA512)).inPlace()));
		Files.writeString(folder.resolve("dua\nbaris\r"), "x");
		made(bagging(folder, terms(Version.V1_0, Algorithm.SHA512)).inPlace());
		assertTrue(Bags.verify(folder).isValid());
	}

	@Test
	void aFileThatChangesWhileItIsReadIsTold() throws Exception {
		Path folder = folder();
		Path file = Files.writeString(folder.resolve("besar"), "x".repeat(2_000_000));
		AtomicBoolean done = new AtomicBoolean();
		List<Consumer<Path>> changes = List.of(BaggingTest::append, BaggingTest::touch, BaggingTest::replace);
		for (Consumer<Path> change : changes) {
			done.set(false);
			Bagging bagging = new Bagging(folder, Terms.usual(LocalDate.EPOCH), INFO, progress -> {
				if (progress.octets() > 1_000_000 && done.compareAndSet(false, true)) {
					change.accept(file);
				}
			});
			assertEquals(List.of(Kind.CHANGED), refused(bagging.inPlace()).stream().distinct().toList());
			assertEquals(Set.of("besar", "data", "kosong", "100% kédap.txt"), names(folder));
		}
	}

	private static void append(Path file) {
		try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
			open.setLength(open.length() + 1);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static void touch(Path file) {
		try {
			Files.setLastModifiedTime(file, FileTime.fromMillis(1));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static void replace(Path file) {
		try {
			FileTime time = Files.getLastModifiedTime(file);
			Path other = Files.copy(file, file.resolveSibling("lain"));
			Files.setLastModifiedTime(other, time);
			Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void anInterruptEndsItAtOnceAndLeavesNothingBehind() throws Exception {
		Path folder = folder();
		try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("dump.dmp").toFile(), "rw")) {
			sparse.setLength(2L << 40);
		}
		Thread caller = Thread.currentThread();
		Consumer<Progress> interrupt = progress -> {
			if (progress.octets() > 1_000_000) {
				caller.interrupt();
			}
		};
		Set<String> before = names(folder);
		assertThrows(InterruptedException.class,
				() -> new Bagging(folder, Terms.usual(LocalDate.EPOCH), INFO, interrupt).inPlace());
		Thread.interrupted();
		assertEquals(before, names(folder));
		assertThrows(InterruptedException.class,
				() -> new Bagging(folder, Terms.usual(LocalDate.EPOCH), INFO, interrupt).copy(temporary.resolve("b")));
		Thread.interrupted();
		assertFalse(Files.exists(temporary.resolve("b")));
	}

	@Test
	void onlyStrongHashesAndVersionsOfToday() {
		assertThrows(IllegalArgumentException.class, () -> terms(Version.V1_0, Algorithm.MD5));
		assertThrows(IllegalArgumentException.class, () -> terms(Version.V1_0, Algorithm.SHA512, Algorithm.SHA1));
		assertThrows(IllegalArgumentException.class, () -> terms(Version.V0_96, Algorithm.SHA512));
		assertThrows(IllegalArgumentException.class, () -> terms(Version.V1_0));
		assertThrows(IllegalArgumentException.class, () -> BagInfo.Field.of("a:b", "c"));
	}
}
