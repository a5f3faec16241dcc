package id.posko.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product says whether people are told who do not look at its window. */
class NoticeCommandTest {

	@TempDir
	private Path scratch;

	@Test
	void theExampleAndTheStateOfEachWayAreToldInBothForms() throws InterruptedException, IOException {
		Path data = Files.createDirectory(scratch.resolve("data"));
		Posko posko = new Posko(data, scratch);
		Path file = data.resolve("notice.properties");
		Files.writeString(file, "# surat\nmail.port=x\n");
		Posko.Ended wrong = posko.run("notice", "test");
		assertEquals(2, wrong.code());
		assertTrue(wrong.err().contains("Baris 2: mail.port \"x\" belum benar: angka 1 sampai 65535."), wrong.err());

		Files.writeString(file, "webhook.url=http://127.0.0.1:1/rahasia\n");
		Posko.Ended tried = posko.run("notice", "test", "--json");
		assertEquals(1, tried.code());
		assertEquals("{\"way\":\"webhook\",\"target\":\"http://127.0.0.1:1\",\"sent\":false,"
				+ "\"sentence\":\"127.0.0.1 tidak menerima sambungan di port 1.\"}", tried.out().strip());
		Posko.Ended status = posko.run("--lang", "en", "notice", "status");
		assertEquals(0, status.code(), status.err());
		assertEquals("webhook  http://127.0.0.1:1: 0 waiting.", status.out().strip());
	}
}
