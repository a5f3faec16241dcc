package id.posko.probe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings of real UPSs, which lie beside the project and are no part of it; without them what needs them skips. */
public final class Recordings {

	private static final Path BESIDE = Path.of("../../../shared/recordings/ups");

	private Recordings() {
	}

	/** The folder, or the one that the property {@code posko.recordings} names. */
	public static Path folder() {
		Path folder = Path.of(System.getProperty("posko.recordings", BESIDE.toString())).toAbsolutePath().normalize();
		assumeTrue(Files.isDirectory(folder), "recordings of real devices are not there: " + folder);
		return folder;
	}
}
