package id.posko.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we seal Debian's age opens, what it seals we open; keys too. */
class AgeTest {

	private static final Path AGE = Path.of("/usr/bin/age");
	private static final Path SCRIPT = Path.of("/usr/bin/script");
	private static final char[] PASSPHRASE = "kunci kantor 17".toCharArray();

	@TempDir
	Path folder;

	@BeforeEach
	void lookForAge() {
		assumeTrue(Files.isExecutable(AGE), "no age here: apt-get install age");
	}

	private void run(String typed, String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		try (OutputStream in = process.getOutputStream()) {
			in.write(typed.getBytes(StandardCharsets.UTF_8));
		}
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still runs");
		assertEquals(0, process.exitValue(), said);
	}

	private void plainKey(String name, Identity identity) throws IOException {
		Files.writeString(folder.resolve(name), new String(identity.text()) + "\n");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 65535, 65536, 65537, 131072, 131073, 3_000_001 })
	void ageOpensWhatWeSealedWithEachOfTheKeys(int length) throws IOException, InterruptedException {
		byte[] bytes = Bytes.random(length);
		try (Identity office = Identity.make(); Identity recovery = Identity.make()) {
			Path sealed = Bytes.seal(Bytes.file(folder, "rekaman.dat", bytes), folder, office.recipient(),
					recovery.recipient()).file();
			assertEquals("rekaman.dat.age", sealed.getFileName().toString());
			plainKey("office.txt", office);
			plainKey("recovery.txt", recovery);
			for (String key : List.of("office.txt", "recovery.txt")) {
				run("", "sh", "-c", "age -d -i " + key + " rekaman.dat.age > out-" + key);
				assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("out-" + key)));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 65535, 65536, 65537, 131072, 131073, 3_000_001 })
	void weOpenWhatAgeSealed(int length) throws IOException, InterruptedException {
		byte[] bytes = Bytes.random(length);
		Bytes.file(folder, "a", bytes);
		try (Identity key = Identity.make(); Identity other = Identity.make()) {
			run("", "age", "-r", other.recipient().text(), "-r", key.recipient().text(), "-o", "a.age", "a");
			assertEquals(new Unsealing.Opened(folder.resolve("b"), length),
					Bytes.unseal(folder.resolve("a.age"), key, folder.resolve("b")));
			assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("b")));
		}
	}

	@Test
	void ageAndGunzipAloneRestoreADump() throws IOException, InterruptedException {
		byte[] dump = "INSERT INTO BIODATA_WNI VALUES (9999010101010001);\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);
		try (Identity key = Identity.make()) {
			Sealing.Sealed sealed = Bytes.seal(Bytes.file(folder, "siak 2026.dmp", dump), folder, key.recipient());
			assertEquals("siak 2026.dmp.gz.age", sealed.file().getFileName().toString());
			assertTrue(sealed.isCompressed() && sealed.size() < dump.length / 10, sealed.toString());
			plainKey("key.txt", key);
			run("", "sh", "-c", "age -d -i key.txt 'siak 2026.dmp.gz.age' | gunzip > out");
			assertArrayEquals(dump, Files.readAllBytes(folder.resolve("out")));
		}
	}

	@Test
	void whatWasGzipBeforeComesBackAsGzip() throws IOException, InterruptedException {
		Path gzip = folder.resolve("exp.dmp.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
			out.write(Bytes.random(100_000));
		}
		byte[] bytes = Files.readAllBytes(gzip);
		try (Identity key = Identity.make()) {
			run("", "age", "-r", key.recipient().text(), "-o", "of-age.gz.age", "exp.dmp.gz");
			Path ours = Bytes.seal(gzip, folder, key.recipient()).file();
			for (Path sealed : List.of(folder.resolve("of-age.gz.age"), ours)) {
				Path out = folder.resolve("out-" + sealed.getFileName());
				Bytes.unseal(sealed, key, out);
				assertArrayEquals(bytes, Files.readAllBytes(out));
			}
		}
	}

	@Test
	void weReadAKeyOfAgeKeygen() throws IOException, InterruptedException {
		run("", "age-keygen", "-o", "key.txt");
		KeyReading.Read read = assertInstanceOf(KeyReading.Read.class, KeyFile.read(folder.resolve("key.txt"), new char[0]));
		assertTrue(Files.readString(folder.resolve("key.txt")).contains(read.identity().recipient().text()));
		assertTrue(Files.readString(folder.resolve("key.txt")).contains(new String(read.identity().text())));
	}

	@Test
	void ageTakesOurSealedKeyWithItsPassphrase() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(SCRIPT), "no script(1) to give age a terminal: apt-get install bsdutils");
		byte[] bytes = Bytes.random(70_000);
		try (Identity key = Identity.make()) {
			KeyFile.write(folder.resolve("office.key.age"), key, PASSPHRASE);
			Bytes.seal(Bytes.file(folder, "a", bytes), folder, key.recipient());
			run(new String(PASSPHRASE) + "\n", SCRIPT.toString(), "-qec", "age -d -i office.key.age -o out a.age", "/dev/null");
			assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("out")));
		}
	}

	@Test
	void weTakeAKeyThatAgeSealed() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(SCRIPT), "no script(1) to give age a terminal: apt-get install bsdutils");
		try (Identity key = Identity.make()) {
			plainKey("key.txt", key);
			String twice = new String(PASSPHRASE) + "\n";
			run(twice + twice, SCRIPT.toString(), "-qec", "age -p -o key.age key.txt", "/dev/null");
			KeyReading.Read read = assertInstanceOf(KeyReading.Read.class, KeyFile.read(folder.resolve("key.age"), PASSPHRASE));
			assertEquals(key.recipient(), read.identity().recipient());
		}
	}

	@Test
	void aKeyJoinedFromItsSharesOpensForAge() throws IOException, InterruptedException {
		try (Identity key = Identity.make()) {
			Bytes.seal(Bytes.file(folder, "a", Bytes.random(10)), folder, key.recipient());
			List<Share> shares = Share.split(key);
			Joining.Joined joined = assertInstanceOf(Joining.Joined.class, Share.join(shares.get(1), shares.get(0)));
			plainKey("joined.txt", joined.identity());
			run("", "age", "-d", "-i", "joined.txt", "-o", "out", "a.age");
			assertArrayEquals(Bytes.random(10), Files.readAllBytes(folder.resolve("out")));
		}
	}

	@Test
	void whatIsSealedOtherwiseIsNamed() throws IOException, InterruptedException {
		Path empty = Files.createDirectory(folder.resolve("empty"));
		Bytes.file(folder, "a", new byte[5]);
		try (Identity key = Identity.make()) {
			run("", "age", "-a", "-r", key.recipient().text(), "-o", "armor.age", "a");
			assertEquals(new Flaw.Unsupported(List.of("armor")), Bytes.refused(folder.resolve("armor.age"), key, empty));
			run("", "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "ssh");
			run("", "age", "-R", "ssh.pub", "-o", "ssh.age", "a");
			assertEquals(new Flaw.Unsupported(List.of("ssh-ed25519")), Bytes.refused(folder.resolve("ssh.age"), key, empty));
		}
	}
}
