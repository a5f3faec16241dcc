package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class CommandLineWordsTest {

	@Test
	void theVerbEndsWhatIsMeantForAllCommands() {
		CommandLineWords line = CommandLineWords.of("--data", "ping", "--lang", "en", "check", "--site", "35.60", "--help");
		assertEquals(Optional.of("check"), line.verb());
		assertEquals(Optional.of(Locale.ENGLISH), line.language());
		assertEquals(List.of("--site", "35.60", "--help"), line.arguments());
		assertTrue(!line.help() && !line.version() && line.wrong().isEmpty());
	}

	@Test
	void withoutAVerbThereAreOnlyOptions() {
		assertTrue(CommandLineWords.of("--version").version());
		assertTrue(CommandLineWords.of("--help", "--data=x").help());
		assertTrue(CommandLineWords.of().verb().isEmpty());
	}

	@Test
	void whatIsWrongBeforeTheVerbIsKept() {
		assertTrue(CommandLineWords.of("--lang", "fr", "check").wrong().isPresent());
		assertTrue(CommandLineWords.of("--data").wrong().isPresent());
		assertTrue(CommandLineWords.of("--bogus", "check").wrong().isPresent());
	}
}
