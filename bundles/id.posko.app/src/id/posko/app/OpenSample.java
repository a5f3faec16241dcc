package id.posko.app;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.e4.core.di.annotations.Execute;

import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Say;

/** Opens another console beside this one, on the sample kabupaten and a data folder of its own. */
public final class OpenSample {

	@Execute
	void execute(Look look, Say say, Words words) {
		Path data = Path.of(System.getProperty("posko.data", "posko") + "-demo");
		try {
			new ProcessBuilder(command(data, look.locale().getLanguage())).inheritIO().start();
			say.done(words.say("sample.opening"));
		} catch (IOException e) {
			say.problem(words.say("sample.failed", e.getMessage()));
		}
	}

	/** As this console was started, but for the data folder and the simulation. */
	private static List<String> command(Path data, String language) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
				.filter(argument -> !argument.startsWith("-Dposko.")).forEach(command::add);
		command.addAll(List.of("-Dposko.data=" + data, "-Dposko.demo=true", "-jar",
				System.getProperty("java.class.path").split(File.pathSeparator)[0], "-nosplash", "-nl", language, "-data",
				data.resolve("window").toString()));
		return command;
	}
}
