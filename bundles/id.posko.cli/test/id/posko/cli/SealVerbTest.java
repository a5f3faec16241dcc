package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.cli.Prompt.Question;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.seal.Identity;
import id.posko.staff.Actor;
import id.posko.staff.Entry;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.transfer.seal.SealDesk;

/** What {@code posko seal}, {@code unseal} and {@code key} print, write, journal and end with. */
class SealVerbTest {

	private static final String PASSPHRASE = "sandi kantor panjang";

	@TempDir
	Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private final List<Question> asked = new ArrayList<>();
	private Optional<String> passphrase = Optional.of(PASSPHRASE);
	private Actor by = Somebody.ADB;
	private Somebody office;
	private NotPermitted refusal;
	private SealDesk desk;
	private Path dump;
	private Path disk;

	@BeforeEach
	void open() throws IOException {
		office = new Somebody(folder);
		desk = new SealDesk(office.acts, () -> folder);
		dump = Files.writeString(folder.resolve("siak 1.dmp"), "INSERT INTO X VALUES (1);\n".repeat(5000));
		disk = Files.createDirectory(folder.resolve("disk"));
	}

	private int run(Verb verb, String... words) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), Words.INDONESIAN, folder, (question, _) -> {
					asked.add(question);
					return passphrase.map(String::toCharArray);
				}, Optional.of(by));
		return CommandForm.of(verb.on(call), "posko verb", call).setExecutionExceptionHandler((thrown, _, _) -> {
			refusal = assertInstanceOf(NotPermitted.class, thrown);
			return Call.NOT_WELL;
		}).execute(words);
	}

	private int seal(String... words) {
		return run(new SealVerb(desk), words);
	}

	private int unseal(String... words) {
		return run(new UnsealVerb(desk), words);
	}

	private int key(String... words) {
		return run(new KeyVerb(desk), words);
	}

	private String said() {
		return err.toString(StandardCharsets.UTF_8);
	}

	private String printed() {
		return out.toString(StandardCharsets.UTF_8);
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private void makeKeys() {
		assertEquals(Call.WELL, key("new", "office"), said());
		assertEquals(Call.WELL, key("new", "recovery"), said());
	}

	@Test
	void aDumpIsSealedAndComesBack() throws IOException {
		makeKeys();
		assertEquals(Call.WELL, seal("siak 1.dmp", "--to", "disk", "--json"), said());
		assertEquals("", said());
		assertTrue(printed().contains("\"sha256\":\"") && printed().contains("\"compressed\":true"), printed());
		assertEquals(List.of("siak 1.dmp.gz.age"), names(disk));
		assertEquals(Call.WELL, unseal("disk/siak 1.dmp.gz.age"), said());
		assertArrayEquals(Files.readAllBytes(dump), Files.readAllBytes(disk.resolve("siak 1.dmp")));
		assertEquals(Call.WELL, unseal("disk/siak 1.dmp.gz.age", "--out", "lain", "--key", "keys/recovery.key.age"), said());
		assertEquals(-1, Files.mismatch(dump, folder.resolve("lain")));
		assertEquals(List.of(Question.NEW_PASSPHRASE, Question.NEW_PASSPHRASE, Question.PASSPHRASE, Question.PASSPHRASE),
				asked);
	}

	@Test
	void whatWasDoneIsJournalledAndNoSecretIs() throws IOException {
		makeKeys();
		seal("siak 1.dmp", "--to", "disk");
		unseal("disk/siak 1.dmp.gz.age");
		List<Entry> entries = office.entries();
		Entry sealed = entries.stream().filter(entry -> entry.act().equals("file sealed")).findFirst().orElseThrow();
		assertEquals("siak 1.dmp.gz.age", sealed.object());
		assertEquals(Files.size(disk.resolve("siak 1.dmp.gz.age")), sealed.count());
		assertTrue(sealed.purpose().matches("sha256 [0-9a-f]{64} for age1\\w+ age1\\w+"), sealed.purpose());
		assertEquals(List.of("key made", "key made", "file sealed", "key opened", "sealed file opened"),
				entries.stream().map(Entry::act).filter(act -> !act.equals("day")).toList());
		assertFalse(entries.toString().contains(PASSPHRASE) || entries.toString().contains("SECRET-KEY"));
	}

	@Test
	void keysLieInTheDataFolderForThisUserAlone() throws IOException {
		makeKeys();
		assertEquals(List.of("office.key.age", "office.pub", "recovery.key.age", "recovery.pub"),
				names(folder.resolve("keys")));
		assertEquals("rw-------",
				PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/office.key.age"))));
		byte[] before = Files.readAllBytes(folder.resolve("keys/office.key.age"));
		assertEquals(Call.WRONG_USE, key("new", "office"));
		assertTrue(said().contains("tidak ditimpa"), said());
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("keys/office.key.age")));
		assertEquals(Call.WELL, key("show"));
		assertTrue(printed().startsWith("office: age1") && printed().contains("\nrecovery: age1"), printed());
		assertEquals(Call.WELL, key("show", "--json"));
		assertTrue(printed().contains("\"key\":\"office\",\"recipient\":\"age1"), printed());
	}

	@Test
	void whatIsMissingIsSaid() throws IOException {
		assertEquals(Call.WRONG_USE, seal("siak 1.dmp", "--to", "disk"));
		assertTrue(said().contains("./posko key new office"), said());
		passphrase = Optional.of("pendek");
		assertEquals(Call.WRONG_USE, key("new", "office"));
		assertTrue(said().contains("10"), said());
		passphrase = Optional.empty();
		assertEquals(Call.WRONG_USE, key("new", "office"));
		assertFalse(Files.exists(folder.resolve("keys/office.key.age")));
		assertEquals(Call.WRONG_USE, unseal("disk/x.age"));
		assertTrue(said().contains("office.key.age"), said());
		passphrase = Optional.of(PASSPHRASE);
		key("new", "office");
		assertEquals(Call.WELL, seal("siak 1.dmp", "--to", "disk"));
		assertTrue(said().contains("recovery"), said());
		assertEquals(Call.WRONG_USE, seal("siak 1.dmp", "tidak-ada", "--to", "disk"));
		assertEquals(Call.NOT_WELL, seal("siak 1.dmp", "--to", "tidak-ada"));
		assertEquals(Call.WRONG_USE, seal("siak 1.dmp", "--to", "disk", "--recipient", "age1salah"));
		assertEquals(Call.WRONG_USE, seal("siak 1.dmp"));
		assertEquals(Call.WRONG_USE, key("new", "lain"));
		assertEquals(Call.WRONG_USE, key());
	}

	@Test
	void othersMayBeAbleToOpenIt() throws IOException {
		try (Identity other = Identity.make()) {
			Files.writeString(folder.resolve("other.txt"), new String(other.text()));
			assertEquals(Call.WELL, seal("siak 1.dmp", "--to", "disk", "--recipient", other.recipient().text()), said());
			asked.clear();
			assertEquals(Call.WELL, unseal("disk/siak 1.dmp.gz.age", "--key", "other.txt"), said());
			assertEquals(List.of(), asked, "a plain key needs no passphrase");
		}
	}

	@Test
	void aWrongPassphraseAndADamagedFileGiveNothing() throws IOException {
		makeKeys();
		seal("siak 1.dmp", "--to", "disk");
		passphrase = Optional.of("sandi yang salah");
		assertEquals(Call.WRONG_USE, unseal("disk/siak 1.dmp.gz.age"));
		assertEquals("Frasa sandi salah.\n", said());
		passphrase = Optional.of(PASSPHRASE);
		Path sealed = disk.resolve("siak 1.dmp.gz.age");
		byte[] bytes = Files.readAllBytes(sealed);
		bytes[bytes.length - 1] ^= 1;
		Files.write(sealed, bytes);
		assertEquals(Call.NOT_WELL, unseal("disk/siak 1.dmp.gz.age"));
		assertTrue(said().contains("Tidak ada yang ditulis"), said());
		assertEquals(List.of("siak 1.dmp.gz.age"), names(disk));
	}

	@Test
	void twoOfficialsRestoreTheRecoveryKey() throws IOException {
		makeKeys();
		seal("siak 1.dmp", "--to", "disk");
		assertEquals(Call.WELL, key("split", "satu.txt", "dua.txt"), said());
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("satu.txt"))));
		assertEquals(Call.WRONG_USE, key("split", "satu.txt", "tiga.txt"));
		assertFalse(Files.exists(folder.resolve("tiga.txt")));
		assertEquals(Call.WRONG_USE, key("split", "tiga.txt", "tiga.txt"));
		Files.delete(folder.resolve("keys/recovery.key.age"));
		assertEquals(Call.WELL, key("join", "dua.txt", "satu.txt", "kembali.age"), said());
		assertEquals(Call.WELL, unseal("disk/siak 1.dmp.gz.age", "--key", "kembali.age"), said());
		assertEquals(-1, Files.mismatch(dump, disk.resolve("siak 1.dmp")));
	}

	@Test
	void aMistypedShareIsNamedByItsGroup() throws IOException {
		makeKeys();
		key("split", "satu.txt", "dua.txt");
		List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("satu.txt")));
		int second = lines.size() - 3;
		String line = lines.get(second);
		lines.set(second, (line.charAt(0) == 'A' ? 'B' : 'A') + line.substring(1));
		Files.write(folder.resolve("satu.txt"), lines);
		assertEquals(Call.WRONG_USE, key("join", "satu.txt", "dua.txt", "k.age"));
		assertEquals("satu.txt: Salah ketik di kelompok 5.\n", said());
		assertEquals(Call.WRONG_USE, key("join", "dua.txt", "dua.txt", "k.age"));
		assertEquals("Keduanya bagian 2. Yang diperlukan bagian 1 dan bagian 2.\n", said());
		assertEquals(Call.WRONG_USE, key("join", "tidak-ada.txt", "dua.txt", "k.age"));
		assertEquals(Call.WRONG_USE, key("join", "siak 1.dmp", "dua.txt", "k.age"));
		assertFalse(Files.exists(folder.resolve("k.age")));
	}

	@Test
	void whoMayNotIsNotEvenAsked() throws IOException {
		makeKeys();
		asked.clear();
		by = Somebody.of(Role.TEKNISI, Optional.empty());
		for (IntSupplier act : List.<IntSupplier>of(() -> seal("siak 1.dmp", "--to", "disk"), () -> unseal("disk/a.age"),
				() -> key("new", "office"), () -> key("split", "a", "b"), () -> key("join", "a", "b", "c"))) {
			refusal = null;
			assertEquals(Call.NOT_WELL, act.getAsInt());
			assertTrue(refusal.sentence(Words.INDONESIAN).contains("menyegel"), refusal.getMessage());
		}
		assertEquals(List.of(), asked);
		assertEquals(List.of(), names(disk));
	}
}
