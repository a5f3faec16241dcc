package id.posko.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all tests the same running console: a platform takes the slices' model fragments once, so a second console in
 * it would be without them. It is closed after the last test, and must close.
 */
final class OneConsole implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RunningConsole.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(RunningConsole.class, _ -> started());
	}

	private static RunningConsole started() {
		try {
			emptyDataFolder();
			return new RunningConsole();
		} catch (InterruptedException | IOException e) {
			throw new AssertionError(e);
		}
	}

	/** What an earlier run left would be known already and not be told anew. */
	private static void emptyDataFolder() throws IOException {
		Path folder = Path.of(System.getProperty("posko.data"));
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}
}
