package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class CommandLineWordsTest {

	@Test
	void theVerbEndsWhatIsMeantForAllCommands() {
		CommandLineWords line = CommandLineWords.of("--data", "ping", "--lang", "en", "check", "--site", "35.60", "--help");
		assertEquals(Optional.of("check"), line.verb());
		assertEquals(Optional.of("en"), line.language());
		assertEquals(List.of("--site", "35.60", "--help"), line.arguments());
		assertTrue(!line.help() && !line.version());
	}

	@Test
	void withoutAVerbThereAreOnlyOptions() {
		assertTrue(CommandLineWords.of("--version").version());
		assertTrue(CommandLineWords.of("--help", "--data=x").help());
		assertTrue(CommandLineWords.of().verb().isEmpty());
	}
}
