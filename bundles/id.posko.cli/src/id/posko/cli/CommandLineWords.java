package id.posko.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A command line cut at its verb: what stands before it is meant for all commands, what stands behind for the verb. */
@Command(name = "posko")
final class CommandLineWords {

	private enum Language {
		ID, EN
	}

	/** The start file has read it. */
	@Option(names = "--data")
	private String data;
	@Option(names = "--lang", paramLabel = "id|en")
	private Language language;
	@Option(names = "--version")
	private boolean version;
	@Option(names = { "-h", "--help" }, usageHelp = true)
	private boolean help;
	@Parameters
	private List<String> words = List.of();

	private ParameterException wrong;

	private CommandLineWords() {
	}

	static CommandLineWords of(String... words) {
		CommandLineWords line = new CommandLineWords();
		try {
			new CommandLine(line).setStopAtPositional(true).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
		} catch (ParameterException e) {
			line.wrong = e;
		}
		return line;
	}

	/** What is wrong with the words before the verb. */
	Optional<ParameterException> wrong() {
		return Optional.ofNullable(wrong);
	}

	Optional<Locale> language() {
		return Optional.ofNullable(language).map(l -> l == Language.EN ? Locale.ENGLISH : Words.INDONESIAN);
	}

	boolean version() {
		return version;
	}

	boolean help() {
		return help;
	}

	Optional<String> verb() {
		return words.stream().findFirst();
	}

	List<String> arguments() {
		return words.subList(Math.min(1, words.size()), words.size());
	}
}
