package id.posko.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key's file and its passphrase. */
class KeyFileTest {

	private static final char[] PASSPHRASE = "sandi Ñandú 7".toCharArray();

	@TempDir
	Path folder;
	private Path file;
	private final Identity key = Identity.make();

	@BeforeEach
	void write() throws IOException {
		file = folder.resolve("office.key.age");
		KeyFile.write(file, key, PASSPHRASE);
	}

	@AfterEach
	void forget() {
		key.close();
	}

	private KeyReading read(byte[] bytes) throws IOException {
		return KeyFile.read(Files.write(folder.resolve("changed"), bytes), PASSPHRASE);
	}

	private byte[] with(String from, String to) throws IOException {
		String text = Files.readString(file, StandardCharsets.ISO_8859_1);
		assertTrue(text.contains(from), text);
		return text.replaceFirst(from, to).getBytes(StandardCharsets.ISO_8859_1);
	}

	@Test
	void onlyItsPassphraseOpensIt() {
		KeyReading.Read read = assertInstanceOf(KeyReading.Read.class, KeyFile.read(file, PASSPHRASE));
		assertEquals(key.recipient(), read.identity().recipient());
		for (String wrong : List.of("", "sandi Nandu 7", "sandi Ñandú 7 ")) {
			assertEquals(new KeyReading.Refused(new Flaw.WrongPassphrase()), KeyFile.read(file, wrong.toCharArray()));
		}
	}

	@Test
	void onlyThisUserMayReadItAndNothingOverwritesIt() throws IOException {
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		byte[] before = Files.readAllBytes(file);
		assertThrows(FileAlreadyExistsException.class, () -> KeyFile.write(file, key, PASSPHRASE));
		assertEquals(List.of("office.key.age"), Bytes.names(folder));
		assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("before"), before)));
		assertFalse(new String(before, StandardCharsets.ISO_8859_1).contains(new String(key.text())));
	}

	@Test
	void aFileCanNotMakeUsWork() throws IOException {
		assertEquals(new KeyReading.Refused(new Flaw.TooHard(30, 18)), read(with(" 17\n", " 30\n")));
		assertEquals(new KeyReading.Refused(new Flaw.TooHard(999_999_999, 18)), read(with(" 17\n", " 999999999\n")));
		for (String work : List.of("0", "-1", "017", "9999999999", "x", "17 17")) {
			assertEquals(new KeyReading.Refused(new Flaw.WrongPassphrase()), read(with(" 17\n", " " + work + "\n")), work);
		}
	}

	@Test
	void aDamagedOneIsSaidSo() throws IOException {
		byte[] whole = Files.readAllBytes(file);
		byte[] changed = whole.clone();
		changed[changed.length - 20] ^= 4;
		assertInstanceOf(Flaw.Damaged.class, assertInstanceOf(KeyReading.Refused.class, read(changed)).flaw());
		assertInstanceOf(Flaw.Damaged.class,
				assertInstanceOf(KeyReading.Refused.class, read(Arrays.copyOf(whole, whole.length - 5))).flaw());
		assertEquals(new KeyReading.NoKey(folder.resolve("changed")),
				read("AGE-SECRET-KEY-1QQQ\n".getBytes(StandardCharsets.US_ASCII)));
		assertEquals(new KeyReading.NoKey(folder.resolve("changed")), read(new byte[0]));
		assertEquals(new KeyReading.NoFile(folder), KeyFile.read(folder, PASSPHRASE));
	}

	@Test
	void whatIsSealedToAKeyIsNoKeyFile() throws IOException, InterruptedException {
		Path sealed = Bytes.seal(file, Files.createDirectory(folder.resolve("s")), key.recipient()).file();
		assertEquals(new KeyReading.Refused(new Flaw.Unsupported(List.of("X25519"))), KeyFile.read(sealed, PASSPHRASE));
		Path empty = Files.createDirectory(folder.resolve("e"));
		assertEquals(new Flaw.Unsupported(List.of("scrypt")), Bytes.refused(file, key, empty));
	}

	@Test
	void recipientsAreChecked() {
		String right = key.recipient().text();
		assertEquals(Optional.of(key.recipient()), Recipient.parse(" " + right + "\n"));
		for (String wrong : List.of("", "age1", right.substring(1), right.replace('1', '2'), right + "q",
				"AGE" + right.substring(3),
				new String(key.text()), "age1" + "q".repeat(58), "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")) {
			assertEquals(Optional.empty(), Recipient.parse(wrong), wrong);
		}
	}
}
