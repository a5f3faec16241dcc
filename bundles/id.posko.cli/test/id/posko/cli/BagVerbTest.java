package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.Words;

/** What {@code posko bag} prints and ends with. */
class BagVerbTest {

	@TempDir
	Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void aFolder() throws IOException {
		Files.createDirectories(folder.resolve("rekaman"));
		Files.writeString(folder.resolve("rekaman/a.dat"), "abc");
	}

	private int run(Locale locale, String... arguments) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
				locale, folder);
		return CommandForm.of(new BagVerb().on(call), "posko bag", call).execute(arguments);
	}

	private int run(String... arguments) {
		return run(Words.INDONESIAN, arguments);
	}

	private List<String> lines() {
		return out.toString(StandardCharsets.UTF_8).lines().toList();
	}

	@Test
	void madeJudgedChangedAndRenewed() throws IOException {
		assertEquals(Call.WELL, run("create", "rekaman", "--algorithm", "SHA-256,sha512", "--info", "Source-Organization=Dinas = Contoh",
				"--info", "Contact-Name=A", "--info", "Contact-Name=B"));
		assertEquals(List.of("Bag selesai: 1 berkas, 3 bita."), lines());
		assertTrue(Files.readString(folder.resolve("rekaman/bag-info.txt"))
				.startsWith("Source-Organization: Dinas = Contoh\nContact-Name: A\nContact-Name: B\nBagging-Date: "));
		assertTrue(Files.exists(folder.resolve("rekaman/manifest-sha512.txt")));
		assertEquals(Call.WELL, run("verify", "rekaman"));
		assertEquals(List.of("Bag sah: 1 berkas, 3 bita, semua isinya sesuai manifes."), lines());
		assertEquals(Call.WELL, run(Locale.ENGLISH, "verify", "rekaman", "--complete"));
		assertEquals(List.of("Complete bag: 1 files, 3 octets. The files were not read."), lines());
		assertEquals(Call.WELL, run("verify", "rekaman", "--quick"));
		assertTrue(lines().getLast().contains("uji cepat"), out::toString);
		assertEquals(Call.WELL, run("update", "rekaman"));
		assertEquals(List.of("Tidak ada yang perlu diperbarui: 1 berkas, 3 bita."), lines());

		Files.writeString(folder.resolve("rekaman/data/a.dat"), "abd");
		Files.writeString(folder.resolve("rekaman/data/b.dat"), "b");
		assertEquals(Call.NOT_WELL, run("verify", "rekaman", "--quick"));
		assertEquals(Call.NOT_WELL, run("verify", "rekaman"));
		assertTrue(lines().contains("[salah] data/b.dat: ada, tetapi tidak tercatat di manifest-sha256.txt."), out::toString);
		assertEquals("Bag TIDAK sah: 4 salah, 0 kurang, 0 catatan; 2 berkas, 4 bita.", lines().getLast());
		assertEquals(Call.WELL, run("update", "rekaman"));
		assertEquals("Bag diperbarui: 2 berkas, 4 bita. Di atas ini yang berubah.", lines().getLast());
		assertEquals(Call.WELL, run("verify", "rekaman"));
	}

	@Test
	void aReasonHasItsPlace() throws IOException {
		assertEquals(Call.WELL, run("create", "rekaman", "--to", "salinan"));
		assertEquals("abc", Files.readString(folder.resolve("rekaman/a.dat")));
		Path manifest = folder.resolve("salinan/manifest-sha512.txt");
		Files.writeString(manifest, Files.readString(manifest) + "0".repeat(128) + "  ../../etc/pas\u001b[31mswd\n");
		Files.delete(folder.resolve("salinan/tagmanifest-sha512.txt"));
		assertEquals(Call.NOT_WELL, run(Locale.ENGLISH, "verify", "salinan"));
		assertEquals("[wrong] manifest-sha512.txt, line 2: \"../../etc/pas·[31mswd\" leads out of the bag. Do not use it.",
				lines().getFirst());
		assertFalse(out.toString(StandardCharsets.UTF_8).contains("\u001b"), "no control characters of a stranger reach the terminal");
	}

	@Test
	void jsonHasOneObjectForEachFlawAndOneForAll() throws IOException {
		run("create", "rekaman");
		Files.delete(folder.resolve("rekaman/data/a.dat"));
		assertEquals(Call.NOT_WELL, run(Locale.ENGLISH, "verify", "rekaman", "--json"));
		assertTrue(lines().contains("{\"flaw\":\"missing\",\"weight\":\"incomplete\",\"file\":\"data/a.dat\",\"line\":null,"
				+ "\"arguments\":[],\"sentence\":\"data/a.dat: listed, but the file is not there.\"}"), out::toString);
		assertTrue(lines().getLast().startsWith("{\"depth\":\"valid\",\"bag\":true,\"complete\":false,\"valid\":false,\"files\":0,"
				+ "\"octets\":0,\"flaws\":{"), out::toString);
		run("verify", "rekaman", "--json", "--complete");
		assertTrue(lines().getLast().contains("\"valid\":null"), out::toString);
	}

	@Test
	void whatIsNoBagEndsWithTwo() throws IOException {
		assertEquals(Call.WRONG_USE, run("verify", "rekaman"));
		assertEquals(List.of("[salah] bagit.txt: tidak ada, jadi folder ini bukan bag (RFC 8493).", "Ini bukan bag."), lines());
		assertEquals(Call.WRONG_USE, run("verify", "nirwana"));
		assertEquals(Call.WRONG_USE, run("verify", "rekaman", "--json"));
		assertTrue(lines().getLast().contains("\"bag\":false"), out::toString);
		assertEquals(Call.WRONG_USE, run("update", "rekaman"));
		assertEquals(Call.WRONG_USE, run("create", "nirwana"));
		assertEquals("abc", Files.readString(folder.resolve("rekaman/a.dat")));
	}

	@Test
	void wrongUseIsSaidAndNothingIsMade() throws IOException {
		assertEquals(Call.WRONG_USE, run("create", "rekaman", "--algorithm", "md5"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("\"md5\""), err::toString);
		assertEquals(Call.WRONG_USE, run("create", "rekaman", "--algorithm", "sha512,sha512"));
		assertEquals(Call.WRONG_USE, run("create", "rekaman", "--info", "tanpa tanda"));
		assertEquals(Call.WRONG_USE, run("create", "rekaman", "--info", "a:b=c"));
		assertEquals(Call.WRONG_USE, run("verify", "rekaman", "--quick", "--complete"));
		assertEquals(Call.WRONG_USE, run());
		assertFalse(Files.exists(folder.resolve("rekaman/data")));
		assertEquals(Call.NOT_WELL, run("create", "rekaman", "--to", "rekaman/dalam"));
		assertFalse(Files.exists(folder.resolve("rekaman/dalam")));
		assertEquals(Call.WELL, run("create", "rekaman"));
		assertEquals(Call.NOT_WELL, run("create", "rekaman"));
	}
}
