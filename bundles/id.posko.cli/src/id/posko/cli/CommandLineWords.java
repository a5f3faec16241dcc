package id.posko.cli;

import java.util.List;
import java.util.Optional;

/** A command line cut at its verb: what stands before it is meant for all commands, what stands behind for the verb. */
record CommandLineWords(Optional<String> language, boolean version, boolean help, Optional<String> verb,
		List<String> arguments) {

	static CommandLineWords of(String... words) {
		Optional<String> language = Optional.empty();
		boolean version = false;
		boolean help = false;
		for (int i = 0; i < words.length; i++) {
			String word = words[i];
			switch (word) {
			case "--data" -> i++; // the start script has read it
			case "--lang" -> language = i + 1 < words.length ? Optional.of(words[++i]) : language;
			case "--version" -> version = true;
			case "--help", "-h" -> help = true;
			default -> {
				if (word.startsWith("--lang=")) {
					language = Optional.of(word.substring("--lang=".length()));
				} else if (!word.startsWith("--data=")) {
					return new CommandLineWords(language, version, help, Optional.of(word),
							List.of(words).subList(i + 1, words.length));
				}
			}
			}
		}
		return new CommandLineWords(language, version, help, Optional.empty(), List.of());
	}
}
