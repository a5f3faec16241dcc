package id.posko.sim.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

import id.posko.kit.DataFolder;

/** Opens a second console on the sample kabupaten, with a data folder of its own beside this one's. */
public final class OpenDemo {

	@CanExecute
	boolean isNoDemo() {
		return !Boolean.getBoolean("posko.demo");
	}

	@Execute
	void execute(DataFolder folder) throws IOException {
		Path data = folder.path().toAbsolutePath().resolveSibling(folder.path().getFileName() + "-demo");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
				.filter(argument -> !argument.startsWith("-Dposko.data=") && !argument.startsWith("-Dposko.demo="))
				.forEach(command::add);
		command.addAll(List.of("-Dposko.data=" + data, "-Dposko.demo=true", "-jar", System.getProperty("java.class.path"),
				"-nosplash", "-nl", Locale.getDefault().getLanguage(), "-data", data.resolve("window").toString()));
		new ProcessBuilder(command).inheritIO().start();
	}
}
