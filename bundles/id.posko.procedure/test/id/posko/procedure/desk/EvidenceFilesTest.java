package id.posko.procedure.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.procedure.run.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFilesTest {

	@TempDir
	Path temp;

	private EvidenceFiles files() {
		return new EvidenceFiles(() -> temp.resolve("data"));
	}

	private Evidence.Attachment kept(EvidenceFiles.Keeping keeping) {
		return assertInstanceOf(EvidenceFiles.Keeping.Kept.class, keeping, keeping.toString()).file();
	}

	@Test
	void aFileIsKeptOnceUnderItsHash() throws IOException {
		Path file = Files.writeString(temp.resolve("Surat tugas (1).pdf"), "abc");
		Evidence.Attachment kept = kept(files().keep("Surat", file));
		assertEquals(new Evidence.Attachment("Surat", "Surat tugas (1).pdf",
				"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3), kept);
		kept(files().keep("", Files.copy(file, temp.resolve("lain.pdf"))));
		try (Stream<Path> all = Files.walk(temp.resolve("data"))) {
			assertEquals(1, all.filter(Files::isRegularFile).count());
		}
		assertEquals("abc", Files.readString(files().find(kept).orElseThrow()));
	}

	@Test
	void aFileThatWasChangedIsNoEvidence() throws IOException {
		Evidence.Attachment kept = kept(files().keep("", Files.writeString(temp.resolve("a.txt"), "abc")));
		Files.writeString(files().find(kept).orElseThrow(), "abd");
		assertEquals(Optional.empty(), files().find(kept));
		Files.delete(temp.resolve("data/evidence/ba").resolve(kept.sha256()));
		assertEquals(Optional.empty(), files().find(kept));
		assertEquals(Optional.empty(), files().find(new Evidence.Attachment("", "x", "../../../../etc/passwd", 1)));
	}

	@Test
	void namesThatEscapeOrDeceiveAreRefused() throws IOException {
		Path file = Files.writeString(temp.resolve("a.txt"), "abc");
		for (String name : List.of("", " ", ".", "..", "../a.txt", "a/b.txt", "/etc/passwd", "a\\b.txt", "C:a.txt", "a\u0000.txt",
				"a\n.txt", ".bashrc", "a.txt.", "a.txt ", "CON", "nul.txt", "com1.pdf", "gambar\u202Egpj.exe", "a\u200B.txt", "a*.txt",
				"x".repeat(121), "\uD800.txt", "a|b", "\"a\"")) {
			assertEquals(new EvidenceFiles.Keeping.Refused(EvidenceFiles.Fault.BAD_NAME, name), files().keep("", name, file), name);
		}
		for (String name : List.of("a.txt", "Surat Nomor 470.pdf", "berkas-1_é.tar.gz", "console.log", "ꦗꦮ.png")) {
			assertTrue(EvidenceFiles.isSafe(name), name);
		}
		assertFalse(Files.exists(temp.resolve("data")));
	}

	@Test
	void whatIsNoFileIsRefusedWithASentence() throws IOException {
		Files.createDirectory(temp.resolve("folder"));
		Files.createFile(temp.resolve("empty.txt"));
		Files.writeString(temp.resolve("closed"), "");
		for (String name : List.of("folder", "missing.pdf", "empty.txt")) {
			var refused = assertInstanceOf(EvidenceFiles.Keeping.Refused.class, files().keep("", temp.resolve(name)));
			assertTrue(refused.sentence(Locale.of("id")).contains(name));
		}
		try (Stream<Path> left = Files.list(temp.resolve("data/evidence"))) {
			assertEquals(0, left.count());
		}
	}
}
