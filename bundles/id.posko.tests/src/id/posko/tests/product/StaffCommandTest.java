package id.posko.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands act for an account, alone and through the process that holds the folder; the journal tells who did what. */
class StaffCommandTest {

	private static final String SECRET = "sandi-untuk-uji";

	@TempDir
	private Path scratch;
	private Posko.Begun holder;

	@AfterEach
	void endTheHolder() {
		if (holder != null) {
			holder.process().destroy();
		}
	}

	private Posko posko(Map<String, String> variables) {
		Map<String, String> all = new TreeMap<>(variables);
		all.put("XDG_CONFIG_HOME", scratch.resolve("config").toString());
		return new Posko(scratch.resolve("data"), scratch, all);
	}

	private Posko as(String account) {
		return posko(Map.of("POSKO_ACCOUNT", account, "POSKO_PASSWORD", SECRET, "POSKO_NEW_PASSWORD", SECRET, "POSKO_SECRET", "x"));
	}

	@Test
	void theFirstAccountEndsThatWhoeverCallsMayAll() throws InterruptedException, IOException {
		Posko nobody = posko(Map.of("POSKO_NEW_PASSWORD", SECRET, "POSKO_SECRET", "x"));
		assertEquals(2, nobody.run("staff", "add", "auditor", "--name", "Auditor", "--role", "AUDITOR").code());
		Posko.Ended first = nobody.run("staff", "add", "adb", "--name", "Siti", "--role", "ADB", "--json");
		assertEquals(0, first.code(), first.err());
		assertEquals("{\"account\":\"adb\",\"name\":\"Siti\",\"active\":true,\"posts\":[{\"role\":\"ADB\",\"region\":null}]}",
				first.out().strip());
		assertEquals(2, nobody.run("staff", "list").code());
		assertEquals(0, nobody.run("status").code(), "how devices are is shown without an account");
		assertEquals(1, posko(Map.of("POSKO_ACCOUNT", "adb", "POSKO_PASSWORD", "salah")).run("staff", "list").code());

		holder = nobody.begin("watch");
		holder.until("Ctrl+C");
		Posko.Ended technician = as("adb").run("staff", "add", "teknisi", "--name", "Agus", "--role", "teknisi@35.60.03");
		assertEquals(0, technician.code(), technician.err());
		assertEquals(0, as("adb").run("staff", "add", "auditor", "--name", "Auditor", "--role", "AUDITOR").code());
		Posko.Ended refused = as("teknisi").run("--lang", "en", "secret", "set", "afis");
		assertEquals(1, refused.code(), refused.err());
		assertTrue(refused.err().contains("teknisi is not permitted to change settings."), refused.err());
		assertEquals(2, as("adb").run("staff", "retire", "adb").code(), "the last administrator stays");
		assertEquals(1, as("adb").run("journal", "verify").code(), "an administrator does not look after himself");
		Posko.Ended whole = as("auditor").run("journal", "verify", "--json");
		assertEquals(0, whole.code(), whole.err() + whole.out());
		Posko.Ended list = as("auditor").run("journal", "list", "--who", "adb");
		assertTrue(list.out().contains("account made: teknisi") && list.out().contains("TEKNISI 35.60.03"), list.out());
		Path file = scratch.resolve("jurnal.csv");
		assertEquals(0, as("auditor").run("journal", "export", file.toString(), "--purpose", "surat 12").code());
		assertTrue(Files.readString(file).contains("refused: SETTINGS"));
		holder.process().destroy();
		holder.end();

		try (Stream<Path> files = Files.list(scratch.resolve("data/journal"))) {
			Path month = files.findFirst().orElseThrow();
			String journal = Files.readString(month);
			assertFalse(journal.contains(SECRET));
			Files.writeString(month, journal.replace("TEKNISI 35.60.03", "ADB"));
		}
		Posko.Ended broken = as("auditor").run("--lang", "en", "journal", "verify");
		assertEquals(1, broken.code(), broken.out());
		assertTrue(broken.out().contains("changed") && broken.out().contains("NOT whole"), broken.out());
		assertEquals(List.of(), as("adb").run("staff", "list").lines().stream().filter(line -> line.contains(SECRET)).toList());
	}
}
