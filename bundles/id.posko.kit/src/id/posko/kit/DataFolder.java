package id.posko.kit;

import java.nio.file.Path;

/**
 * The folder that holds everything of one console; one process at a time holds it, until it ends. While it is not
 * open, no service that reads or writes it ({@link Inventory} …) is registered; opening it registers them all.
 */
public interface DataFolder {

	/** Where it is: system property {@code posko.data}, set by the start script. It need not exist yet. */
	Path path();

	/** Opens it, making it if it is missing; told again that it is open if it is. Blocks for the time of a migration. */
	Opening open();

	sealed interface Opening {

		record Open(Path path) implements Opening {
		}

		/** Another process holds it. */
		record Held(Path path, long pid) implements Opening {
		}

		/** A newer console wrote it; it was not touched. */
		record TooNew(Path path, String version, String ours) implements Opening {
		}

		/** It can not be used, and why. */
		record Unusable(Path path, String reason) implements Opening {
		}
	}

	/** A service that stands for the open folder, for those that begin their work with it. */
	interface OpenFolder {
		Path path();
	}
}
