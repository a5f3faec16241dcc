package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.DataFolder.Opening;

class HeldFolderTest {

	private static final Migrations OURS = Migrations.ours();
	private static final int NEXT = OURS.version() + 1;

	@TempDir
	Path temp;

	private HeldFolder folder(String name) {
		return new HeldFolder(temp.resolve(name), OURS);
	}

	@Test
	void aMissingFolderIsMadeForItsOwnerAlone() throws IOException {
		Path path = temp.resolve("a/b");
		try (HeldFolder folder = new HeldFolder(path, OURS)) {
			assertEquals(new Opening.Open(path), folder.open());
			assertEquals(new Opening.Open(path), folder.open());
		}
		assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
		assertEquals(OURS.version() + "\n", Files.readString(path.resolve("schema-version")));
	}

	@Test
	void oneProcessHoldsItUntilItEndsOrIsKilled() throws IOException, InterruptedException {
		try (HeldFolder folder = folder("a"); Child first = Child.start(HolderMain.class, temp.resolve("a").toString())) {
			assertEquals(Optional.of("Open"), first.line());
			assertEquals(new Opening.Held(temp.resolve("a"), first.pid()), folder.open());
			try (Child second = Child.start(HolderMain.class, temp.resolve("a").toString())) {
				assertEquals(Optional.of("Held"), second.line());
			}
			assertEquals(new Opening.Held(temp.resolve("a"), first.pid()), folder.open());
			first.kill();
			assertInstanceOf(Opening.Open.class, folder.open());
			try (Child third = Child.start(HolderMain.class, temp.resolve("a").toString())) {
				assertEquals(Optional.of("Held"), third.line());
			}
		}
		try (Child last = Child.start(HolderMain.class, temp.resolve("a").toString())) {
			assertEquals(Optional.of("Open"), last.line());
		}
	}

	@Test
	void aNewerFolderIsRefusedUntouched() throws IOException {
		try (HeldFolder folder = folder("a")) {
			folder.open();
		}
		Files.writeString(temp.resolve("a/schema-version"), (OURS.version() + 1) + "\n");
		FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
		try (Stream<Path> files = Files.walk(temp.resolve("a"))) {
			for (Path file : files.toList()) {
				Files.setLastModifiedTime(file, old);
			}
		}
		Map<Path, String> before = contents(temp.resolve("a"));
		try (HeldFolder folder = folder("a")) {
			assertEquals(new Opening.TooNew(temp.resolve("a"), "" + (OURS.version() + 1), "" + OURS.version()),
					folder.open());
		}
		assertEquals(before, contents(temp.resolve("a")));
	}

	private static Map<Path, String> contents(Path folder) throws IOException {
		Map<Path, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.toList()) {
				contents.put(file, Files.getLastModifiedTime(file) + " "
						+ (Files.isDirectory(file) ? "" : Arrays.hashCode(Files.readAllBytes(file))));
			}
		}
		return contents;
	}

	/** A backup may have brought back another database than the text file tells of. */
	@Test
	void aNewerDatabaseIsRefusedAlsoIfTheTextFileIsOlder() throws IOException {
		try (HeldFolder folder = folder("a")) {
			folder.open();
			folder.database().write(handle -> handle.execute("update \"schema_log\" set \"version\" = '99'"));
		}
		try (HeldFolder folder = folder("a")) {
			assertEquals(new Opening.TooNew(temp.resolve("a"), "99", "" + OURS.version()), folder.open());
		}
	}

	@Test
	void aVersionFileThatSaysNoVersionIsToldOf() throws IOException {
		Files.createDirectories(temp.resolve("a"));
		for (String text : new String[] { "", "x", "-1", "1.0", "99999999999" }) {
			Files.writeString(temp.resolve("a/schema-version"), text);
			try (HeldFolder folder = folder("a")) {
				assertInstanceOf(Opening.Unusable.class, folder.open(), text);
			}
			assertFalse(Files.exists(temp.resolve("a/posko.mv.db")));
		}
	}

	@Test
	void aDamagedDatabaseIsToldOfAndNotReplaced() throws IOException {
		try (HeldFolder folder = folder("a")) {
			folder.open();
		}
		Path file = temp.resolve("a/posko.mv.db");
		byte[] good = Files.readAllBytes(file);
		Random random = new Random(1);
		for (int i = 0; i < 5; i++) {
			byte[] bad = switch (i) {
				case 0 -> new byte[0];
				case 1 -> new byte[100];
				case 2 -> Arrays.copyOf(good, good.length / 2);
				case 3 -> new byte[good.length];
				default -> good.clone();
			};
			if (i > 2) {
				random.nextBytes(bad);
			}
			Files.write(file, bad);
			try (HeldFolder folder = folder("a")) {
				assertInstanceOf(Opening.Unusable.class, folder.open(), "case " + i);
			}
		}
		Files.write(file, good);
		try (HeldFolder folder = folder("a")) {
			assertInstanceOf(Opening.Open.class, folder.open());
		}
	}

	@Test
	void whatCanBeNoFolderIsToldOf() throws IOException {
		Files.writeString(temp.resolve("file"), "");
		for (Path path : new Path[] { temp.resolve("file"), temp.resolve("file/a"), temp.resolve("a;b"), Path.of("") }) {
			try (HeldFolder folder = new HeldFolder(path, OURS)) {
				Opening.Unusable unusable = assertInstanceOf(Opening.Unusable.class, folder.open());
				assertFalse(unusable.reason().isBlank());
			}
		}
	}

	@Test
	void oddNamesOfFoldersWork() throws IOException {
		for (String name : new String[] { "a b", "ü ꦗ", "a'b\"c", "a%20b", "~x", "a:b", "a=b", "a#b?c" }) {
			try (HeldFolder folder = folder(name)) {
				assertInstanceOf(Opening.Open.class, folder.open(), name);
			}
			assertTrue(Files.exists(temp.resolve(name).resolve("posko.mv.db")), name);
		}
	}

	private static Migrations next(String text) {
		List<String> texts = new ArrayList<>();
		IntStream.rangeClosed(1, OURS.version()).forEach(n -> texts.add(Migrations.text(n).orElseThrow()));
		texts.add(text);
		return new Migrations(texts);
	}

	private int devices(HeldFolder folder) {
		return new InventoryRows(folder.database()).fleet().devices().size();
	}

	@Test
	void anOlderFolderIsBroughtUpToDateWithAllThatIsInIt() throws IOException {
		try (HeldFolder folder = folder("a")) {
			folder.open();
			new InventoryRows(folder.database()).write(Offices.offices(2, 10, ""));
		}
		try (HeldFolder newer = new HeldFolder(temp.resolve("a"), next("create table extra (id numeric(9));"))) {
			assertInstanceOf(Opening.Open.class, newer.open());
			assertEquals(20, devices(newer));
			newer.database().write(handle -> handle.execute("insert into extra (id) values (1)"));
		}
		assertEquals(NEXT + "\n", Files.readString(temp.resolve("a/schema-version")));
		try (HeldFolder folder = folder("a")) {
			assertEquals(new Opening.TooNew(temp.resolve("a"), "" + NEXT, "" + OURS.version()), folder.open());
		}
	}

	@Test
	void anUpdateThatFailsLeavesTheFolderAsItWas() throws IOException {
		try (HeldFolder folder = folder("a")) {
			folder.open();
			new InventoryRows(folder.database()).write(Offices.offices(2, 10, ""));
		}
		String half = "create table extra (id numeric(9)); delete from device; create table extra (id numeric(9));";
		try (HeldFolder newer = new HeldFolder(temp.resolve("a"), next(half))) {
			assertThrows(FlywayException.class, newer::open);
		}
		try (HeldFolder folder = folder("a")) {
			assertInstanceOf(Opening.Open.class, folder.open());
			assertEquals(20, devices(folder));
		}
		try (HeldFolder newer = new HeldFolder(temp.resolve("a"), next("create table extra (id numeric(9));"))) {
			assertInstanceOf(Opening.Open.class, newer.open());
			assertEquals(20, devices(newer));
		}
	}

	/** An update that was killed left its copy; the next start begins anew. */
	@Test
	void anInterruptedUpdateIsBegunAnew() throws IOException {
		Files.createDirectories(temp.resolve("a"));
		Files.writeString(temp.resolve("a/posko-next.mv.db"), "half");
		Files.writeString(temp.resolve("a/schema-version.next"), "");
		try (HeldFolder folder = folder("a")) {
			assertInstanceOf(Opening.Open.class, folder.open());
		}
		assertFalse(Files.exists(temp.resolve("a/posko-next.mv.db")));
	}
}
