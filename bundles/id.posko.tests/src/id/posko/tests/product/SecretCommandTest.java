package id.posko.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets come from a variable, lie outside the data folder, and are never shown. */
class SecretCommandTest {

	@TempDir
	private Path scratch;

	@Test
	void aSecretIsKeptListedAndForgotten() throws InterruptedException, IOException {
		Path config = scratch.resolve("config");
		Posko posko = new Posko(scratch.resolve("data"), scratch,
				Map.of("XDG_CONFIG_HOME", config.toString(), "POSKO_SECRET", "rahasia-sekali"));
		Posko.Ended set = posko.run("secret", "set", "afis");
		assertEquals(0, set.code(), set.err());
		assertTrue(set.err().contains(config.resolve("posko/secrets").toString()), set.err());
		assertEquals("{\"name\":\"afis\"}", posko.run("secret", "list", "--json").out().strip());
		assertTrue(posko.run("journal", "list").out().contains("secret kept: afis"));
		try (Stream<Path> files = Files.list(config.resolve("posko"))) {
			for (Path file : files.toList()) {
				assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("rahasia-sekali"));
			}
		}
		assertEquals(0, posko.run("secret", "forget", "afis").code());
		assertEquals("", posko.run("secret", "list").out());
		assertEquals(2, posko.run("secret", "forget", "afis").code());
		assertEquals(2, posko.run("secret").code());
	}
}
