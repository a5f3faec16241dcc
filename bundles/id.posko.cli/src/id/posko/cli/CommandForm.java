package id.posko.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import id.posko.kit.Words;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the words of a command line are read, and what is said where they are wrong: picocli in our own words. */
final class CommandForm {

	private CommandForm() {
	}

	static CommandLine of(Object command, String name, Call call) {
		CommandLine line = new CommandLine(command).setCommandName(name).setResourceBundle(call.words().bundle());
		dress(line.getCommandSpec(), call.words());
		return line.registerConverter(Duration.class, new Durations()).setCaseInsensitiveEnumValuesAllowed(true)
				.setOut(new PrintWriter(call.out(), true)).setErr(new PrintWriter(call.err(), true))
				.setParameterExceptionHandler((wrong, _) -> wrongUse(wrong, call));
	}

	private static void dress(CommandSpec spec, Words words) {
		spec.usageMessage().synopsisHeading(words.say("form.usage") + " ").commandListHeading(words.say("form.commands") + "\n")
				.synopsisSubcommandLabel(words.say("form.command"));
		spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).descriptionKey("form.help").build());
		spec.subcommands().values().forEach(command -> dress(command.getCommandSpec(), words));
	}

	private static int wrongUse(ParameterException wrong, Call call) {
		call.err().println(sentence(wrong, call.words()));
		call.err().println(wrong.getCommandLine().getUsageMessage().strip());
		return Call.WRONG_USE;
	}

	static String sentence(ParameterException wrong, Words words) {
		return switch (wrong) {
		case UnmatchedArgumentException unmatched ->
			words.say(unmatched.isUnknownOption() ? "wrong.option" : "wrong.word", unmatched.getUnmatched().getFirst());
		case MissingParameterException missing -> words.say("wrong.missing", names(missing.getMissing()));
		case OverwrittenOptionException twice -> words.say("wrong.twice", name(twice.getOverwritten()));
		case ParameterException value when value.getArgSpec() != null ->
			words.say("wrong.value", name(value.getArgSpec()), value.getValue());
		default -> words.say("wrong.no_command",
				String.join(", ", wrong.getCommandLine().getSubcommands().keySet()));
		};
	}

	private static String names(List<ArgSpec> arguments) {
		return arguments.stream().map(CommandForm::name).collect(Collectors.joining(", "));
	}

	private static String name(ArgSpec argument) {
		return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
	}
}
