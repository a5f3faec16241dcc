package id.posko.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {

	@TempDir
	Path temp;
	private Path folder;
	private SealedFile secrets;

	@BeforeEach
	void make() {
		folder = temp.resolve("config").resolve("posko");
		secrets = new SealedFile(folder);
	}

	private void keep(String name, String secret) throws IOException {
		secrets.keep(name, secret.toCharArray());
	}

	private static String told(SealedFile secrets, String name) throws IOException {
		return secrets.secret(name).map(String::new).orElse("(none)");
	}

	@Test
	void whatIsKeptComesBackAlsoToAnotherProcess() throws IOException {
		keep("afis", "rahasia é 漢 🔑\nbaris dua");
		keep("nid", "");
		SealedFile another = new SealedFile(folder);
		assertEquals("rahasia é 漢 🔑\nbaris dua", told(another, "afis"));
		assertEquals("", told(another, "nid"));
		assertEquals(Optional.empty(), another.secret("ups"));
		assertEquals(List.of("afis", "nid"), another.names());
	}

	@Test
	void whatIsForgottenIsGoneAndTheRestStays() throws IOException {
		keep("afis", "1");
		keep("nid", "2");
		secrets.forget("afis");
		secrets.forget("never kept");
		assertEquals(List.of("nid"), secrets.names());
		assertEquals("(none)", told(secrets, "afis"));
	}

	@Test
	void nothingIsWrittenByAsking() throws IOException {
		assertEquals(List.of(), secrets.names());
		assertEquals(Optional.empty(), secrets.secret("afis"));
		assertFalse(Files.exists(folder));
	}

	@Test
	void filesAndFolderAreForThisUserAlone() throws IOException {
		keep("afis", "x");
		assertEquals("rw-------", mode("secrets"));
		assertEquals("rw-------", mode("secrets.key"));
		assertEquals("rwx------", mode(""));
	}

	private String mode(String name) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
	}

	@Test
	void neitherSecretsNorNamesStandInTheFile() throws IOException {
		keep("afis-kecamatan", "rahasia-sekali");
		String file = new String(Files.readAllBytes(folder.resolve("secrets")), StandardCharsets.ISO_8859_1);
		assertFalse(file.contains("afis") || file.contains("rahasia"));
	}

	@Test
	void theSameSecretIsSealedDifferentlyEachTime() throws IOException {
		keep("afis", "x");
		byte[] first = Files.readAllBytes(folder.resolve("secrets"));
		keep("afis", "x");
		assertFalse(Arrays.equals(first, Files.readAllBytes(folder.resolve("secrets"))));
	}

	@Test
	void anyChangedOrMissingByteIsNoticed() throws IOException {
		keep("afis", "rahasia");
		byte[] good = Files.readAllBytes(folder.resolve("secrets"));
		for (int i = 0; i < good.length; i++) {
			byte[] bad = good.clone();
			bad[i] ^= 1 << i % 8;
			Files.write(folder.resolve("secrets"), bad);
			assertThrows(IOException.class, () -> secrets.secret("afis"));
			Files.write(folder.resolve("secrets"), Arrays.copyOf(good, i));
			assertThrows(IOException.class, () -> secrets.names());
		}
		Files.write(folder.resolve("secrets"), good);
		assertEquals("rahasia", told(secrets, "afis"));
	}

	@Test
	void aDamagedFileIsNotWrittenOver() throws IOException {
		keep("afis", "rahasia");
		byte[] bad = { 1, 2, 3 };
		Files.write(folder.resolve("secrets"), bad);
		assertThrows(IOException.class, () -> keep("nid", "x"));
		assertArrayEquals(bad, Files.readAllBytes(folder.resolve("secrets")));
	}

	@Test
	void anotherKeyOpensNothing() throws IOException {
		keep("afis", "rahasia");
		byte[] other = new byte[Seal.KEY_BYTES];
		new Random(3).nextBytes(other);
		Files.write(folder.resolve("secrets.key"), other);
		IOException fault = assertThrows(IOException.class, () -> secrets.secret("afis"));
		assertTrue(fault.getMessage().contains("secrets.key"), fault.getMessage());
		Files.write(folder.resolve("secrets.key"), new byte[5]);
		assertThrows(IOException.class, () -> secrets.secret("afis"));
	}

	@Test
	void aLostKeyIsNotReplacedWhileThereIsSomethingItSealed() throws IOException {
		keep("afis", "rahasia");
		Files.delete(folder.resolve("secrets.key"));
		assertThrows(IOException.class, () -> secrets.secret("afis"));
		assertThrows(IOException.class, () -> keep("nid", "x"));
		assertFalse(Files.exists(folder.resolve("secrets.key")));
	}

	@Test
	void aKeyFileThatOthersCanReadIsNotUsed() throws IOException {
		keep("afis", "rahasia");
		Files.setPosixFilePermissions(folder.resolve("secrets.key"), PosixFilePermissions.fromString("rw-r-----"));
		assertThrows(IOException.class, () -> secrets.secret("afis"));
	}

	@Test
	void namesAndSecretsHaveTheirBounds() throws IOException {
		for (String bad : List.of("", " ", "a\nb", "x".repeat(201))) {
			assertThrows(IOException.class, () -> keep(bad, "x"));
		}
		assertThrows(IOException.class, () -> keep("key", "x".repeat(65_537)));
		keep("key", "é".repeat(65_536));
		assertEquals("é".repeat(65_536), told(secrets, "key"));
	}

	@Test
	void twoThatWriteAtOnceLoseNothing() throws Exception {
		List<Thread> writers = new ArrayList<>();
		for (int w = 0; w < 4; w++) {
			String prefix = "w" + w + "-";
			SealedFile own = secrets;
			writers.add(Thread.ofVirtual().start(() -> {
				for (int i = 0; i < 10; i++) {
					try {
						own.keep(prefix + i, new char[] { 'x' });
					} catch (IOException e) {
						throw new IllegalStateException(e);
					}
				}
			}));
		}
		for (Thread writer : writers) {
			writer.join();
		}
		assertEquals(40, secrets.names().size());
	}

	@Test
	void theFolderIsWhereTheSystemKeepsConfigurations() {
		Path home = Path.of("/home/operator");
		assertEquals(Path.of("/home/operator/.config/posko"), SealedFile.configuration(false, Map.of(), home));
		assertEquals(Path.of("/etc/x/posko"),
				SealedFile.configuration(false, Map.of("XDG_CONFIG_HOME", "/etc/x"), home));
		assertEquals(Path.of("/home/operator/.config/posko"),
				SealedFile.configuration(false, Map.of("XDG_CONFIG_HOME", "relative"), home));
		assertEquals(Path.of("/roaming/Posko"), SealedFile.configuration(true, Map.of("APPDATA", "/roaming"), home));
	}
}
