package id.posko.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PingCommandTest {

	@TempDir
	private Path scratch;
	private Posko posko;

	@BeforeEach
	void aConsoleWithoutDataFolder() {
		posko = new Posko(scratch.resolve("data"), scratch);
	}

	@Test
	void aHostThatAnswersIsUp() throws InterruptedException {
		Posko.Ended ping = posko.run("ping", "127.0.0.1", "127.1.2.3", "--json");
		assertEquals(0, ping.code(), ping.err());
		assertEquals(2, ping.lines().size());
		assertTrue(ping.lines().getLast().startsWith("{\"host\":\"127.1.2.3\",\"sent\":1,\"received\":1,\"rttMs\":"), ping.out());
		assertTrue(ping.lines().getLast().contains("\"verdict\":\"up\""), ping.out());
		assertTrue(Files.notExists(scratch.resolve("data")), "ping needs no data folder");
	}

	@Test
	void theSummaryIsOneLine() throws InterruptedException, IOException {
		Path list = Files.writeString(scratch.resolve("hosts.txt"), "\ufeff127.0.0.1 # here\r\n\r\n# none\n127.0.0.2\n127.0.0.2\n");
		Posko.Ended ping = posko.run("ping", "--file", list.toString(), "--summary", "--json", "--rate", "max");
		assertEquals(0, ping.code(), ping.err());
		assertTrue(ping.out().startsWith("{\"hosts\":2,\"up\":2,\"down\":0,"), ping.out());
		assertEquals(1, ping.lines().size());
	}

	@Test
	void wrongUseIsSaidWithItsPlace() throws InterruptedException, IOException {
		Path list = Files.writeString(scratch.resolve("hosts.txt"), "127.0.0.1\n300.1.1.1\n");
		Posko.Ended ping = posko.run("ping", "--file", "hosts.txt");
		assertEquals(2, ping.code());
		assertTrue(ping.err().contains("hosts.txt, baris 2: \"300.1.1.1\""), ping.err());
		assertEquals("", ping.out());
		Files.delete(list);
		assertEquals("Berkas hosts.txt tidak ditemukan. Periksa nama dan foldernya.",
				posko.run("ping", "--file", "hosts.txt").err().strip());
		assertEquals(2, posko.run("ping").code());
		assertEquals(2, posko.run("ping", "127.0.0.1", "--rate", "0").code());
		assertEquals(2, posko.run("pong").code());
	}
}
