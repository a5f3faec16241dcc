package id.posko.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sealed file is there whole, or not at all; and opened as well. */
class SealerTest {

	private static final int BIG = 5_000_000;

	@TempDir
	Path folder;
	private Path disk;
	private final Identity key = Identity.make();

	@BeforeEach
	void makeADisk() throws IOException {
		disk = Files.createDirectory(folder.resolve("disk"));
	}

	@AfterEach
	void forget() {
		key.close();
	}

	private Sealing seal(Path file) throws InterruptedException {
		return Sealer.seal(file, disk, List.of(key.recipient()), Bytes.QUIET, _ -> {
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "backup siak 12 Maret.dmp", "rekaman-Kecamatan Ñandú ؟ 見.tar", "..dat",
			"a'b\"c$(x).dmp", "x.age" })
	void namesStayAsTheyAre(String name) throws IOException, InterruptedException {
		assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8") || name.chars().allMatch(letter -> letter < 128),
				"file names are not in UTF-8 here");
		byte[] text = "biometrik".repeat(1000).getBytes(StandardCharsets.UTF_8);
		Sealing.Sealed sealed = Bytes.seal(Bytes.file(folder, name, text), disk, key.recipient());
		assertEquals(List.of(name + ".gz.age"), Bytes.names(disk));
		assertEquals(new Unsealing.Opened(disk.resolve(name), text.length),
				Unsealer.unseal(sealed.file(), key, Optional.empty(), Bytes.QUIET));
		assertArrayEquals(text, Files.readAllBytes(disk.resolve(name)));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(disk.resolve(name))));
	}

	@Test
	void whatIsToldIsWhatLiesThere() throws IOException, InterruptedException, NoSuchAlgorithmException {
		Path file = Bytes.file(folder, "a", Bytes.random(BIG));
		List<Sealing.Sealed> witnessed = new ArrayList<>();
		List<Long> progress = new ArrayList<>();
		Sealing sealing = Sealer.seal(file, disk, List.of(key.recipient()), progress::add, sealed -> {
			assertFalse(Files.exists(sealed.file()), "it has its name before it is journalled");
			witnessed.add(sealed);
		});
		Sealing.Sealed sealed = assertInstanceOf(Sealing.Sealed.class, sealing);
		byte[] bytes = Files.readAllBytes(disk.resolve("a.age"));
		assertEquals(new Sealing.Sealed(disk.resolve("a.age"), bytes.length,
				HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), BIG, false), sealed);
		assertEquals(List.of(sealed), witnessed);
		assertEquals(progress.stream().sorted().toList(), progress);
		assertEquals(BIG, progress.getLast());
	}

	@Test
	void manyMembersComeBackInOrder() throws IOException, InterruptedException {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 700_000; i++) {
			text.append(i).append(" baris\n");
		}
		Path file = Files.writeString(folder.resolve("a.sql"), text);
		Path sealed = Bytes.seal(file, disk, key.recipient()).file();
		Bytes.unseal(sealed, key, folder.resolve("b.sql"));
		assertEquals(-1, Files.mismatch(file, folder.resolve("b.sql")));
	}

	@Test
	void nothingIsOverwritten() throws IOException, InterruptedException {
		Path file = Bytes.file(folder, "a", Bytes.random(100));
		Path there = Files.writeString(disk.resolve("a.age"), "lama");
		assertEquals(new Sealing.Exists(there), seal(file));
		assertEquals("lama", Files.readString(there));
		Files.delete(there);
		Path sealed = Bytes.seal(file, disk, key.recipient()).file();
		assertEquals(new Unsealing.Exists(file), Bytes.unseal(sealed, key, file));
		assertEquals(List.of("a.age"), Bytes.names(disk));
	}

	@Test
	void aFileThatAppearsMeanwhileStays() throws IOException, InterruptedException {
		Path file = Bytes.file(folder, "a", Bytes.random(100));
		Sealing sealing = Sealer.seal(file, disk, List.of(key.recipient()), Bytes.QUIET,
				sealed -> write(sealed.file(), "lain"));
		assertEquals(new Sealing.Exists(disk.resolve("a.age")), sealing);
		assertEquals("lain", Files.readString(disk.resolve("a.age")));
		assertEquals(List.of("a.age"), Bytes.names(disk));
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void whatAFallLeftIsTakenOverAndWhatAnotherWritesIsNot() throws IOException, InterruptedException {
		Path file = Bytes.file(folder, "a", Bytes.random(100));
		Path part = Files.writeString(disk.resolve("a.age.part"), "setengah");
		try (FileChannel other = FileChannel.open(part, StandardOpenOption.WRITE)) {
			assertTrue(other.lock().isValid());
			assertEquals(new Sealing.Busy(disk.resolve("a.age")), seal(file));
		}
		assertInstanceOf(Sealing.Sealed.class, seal(file));
		assertEquals(List.of("a.age"), Bytes.names(disk));
	}

	@Test
	void aFileThatIsStillWrittenIsNotSealed() throws IOException, InterruptedException {
		Path file = Bytes.file(folder, "exp.dmp", Bytes.random(BIG));
		Sealing sealing = Sealer.seal(file, disk, List.of(key.recipient()), _ -> write(file, "lagi"), _ -> {
		});
		assertEquals(new Sealing.Moving(file), sealing);
		assertEquals(List.of(), Bytes.names(disk));
	}

	@Test
	void whatCanNotBeJournalledIsNotSealed() throws IOException {
		Path file = Bytes.file(folder, "a", Bytes.random(100));
		assertThrows(IllegalStateException.class, () -> Sealer.seal(file, disk, List.of(key.recipient()), Bytes.QUIET, _ -> {
			throw new IllegalStateException("journal");
		}));
		assertEquals(List.of(), Bytes.names(disk));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void anInterruptLeavesNothing(boolean compressed) throws IOException {
		Path file = Bytes.file(folder, "a", compressed ? new byte[BIG] : Bytes.random(BIG));
		assertThrows(InterruptedException.class, () -> Sealer.seal(file, disk, List.of(key.recipient()),
				_ -> Thread.currentThread().interrupt(), _ -> {
				}));
		assertFalse(Thread.interrupted());
		assertEquals(List.of(), Bytes.names(disk));
	}

	@Test
	void anInterruptedOpeningLeavesNothing() throws IOException, InterruptedException {
		Path sealed = Bytes.seal(Bytes.file(folder, "a", Bytes.random(BIG)), folder, key.recipient()).file();
		assertThrows(InterruptedException.class, () -> Unsealer.unseal(sealed, key, Optional.of(disk.resolve("out")),
				_ -> Thread.currentThread().interrupt()));
		assertEquals(List.of(), Bytes.names(disk));
	}

	@Test
	void whatIsNotThereIsSaid() throws IOException, InterruptedException {
		assertEquals(new Sealing.NoFile(folder.resolve("x")), seal(folder.resolve("x")));
		assertEquals(new Sealing.NoFile(folder), seal(folder));
		assertEquals(new Unsealing.NoFile(folder), Bytes.unseal(folder, key, disk.resolve("y")));
		Path file = Bytes.file(folder, "a", new byte[3]);
		Path none = folder.resolve("none");
		assertInstanceOf(Sealing.Failed.class, Sealer.seal(file, none, List.of(key.recipient()), Bytes.QUIET, _ -> {
		}));
		assertInstanceOf(Sealing.Failed.class, seal(Bytes.file(folder, "n".repeat(250), new byte[3])));
		assertThrows(IllegalArgumentException.class, () -> Sealer.seal(file, disk, List.of(), Bytes.QUIET, _ -> {
		}));
	}

	@Test
	void aFullDiskIsSaidAndHasNoHalfFile() throws IOException, InterruptedException {
		Path file = Bytes.file(folder, "a", Bytes.random(BIG));
		Path sealed = Bytes.seal(file, folder, key.recipient()).file();
		assumeTrue("root".equals(System.getProperty("user.name")), "only root mounts a small disk");
		assertEquals(0, run("mount", "-t", "tmpfs", "-o", "size=3m", "posko-seal-test", disk.toString()));
		try {
			assertEquals(new Sealing.Full(disk), seal(file));
			assertEquals(List.of(), Bytes.names(disk));
			assertEquals(new Unsealing.Full(disk), Bytes.unseal(sealed, key, disk.resolve("b")));
			assertEquals(List.of(), Bytes.names(disk));
			assertInstanceOf(Sealing.Sealed.class, seal(Bytes.file(folder, "small", Bytes.random(1_000_000))));
		} finally {
			assertEquals(0, run("umount", disk.toString()));
		}
	}

	private static int run(String... command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

	/** More than the heap. */
	@Test
	void sizeCostsNoMemory() throws IOException, InterruptedException {
		assumeTrue(Boolean.getBoolean("posko.long"), "only in the long run: three GiB");
		Path file = folder.resolve("big");
		try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
			big.setLength(3L << 30);
		}
		Sealing.Sealed sealed = Bytes.seal(file, disk, key.recipient());
		assertEquals(3L << 30, sealed.plainSize());
		assertEquals(new Unsealing.Opened(disk.resolve("big"), 3L << 30),
				Bytes.unseal(sealed.file(), key, disk.resolve("big")));
		assertEquals(-1, Files.mismatch(file, disk.resolve("big")));
	}
}
