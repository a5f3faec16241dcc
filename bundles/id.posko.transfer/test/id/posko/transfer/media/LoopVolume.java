package id.posko.transfer.media;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small volume of its own: a file that is mounted as a disk. */
record LoopVolume(Path root) implements AutoCloseable {

	/** Only root may. */
	static LoopVolume mount(Path folder, int mebibytes) throws IOException, InterruptedException {
		assumeTrue("root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/dev/loop-control"))
				&& Files.isExecutable(Path.of("/usr/sbin/mkfs.ext4")), "needs root, loop devices and mkfs.ext4");
		Path image = folder.resolve("volume.img");
		try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
			file.setLength((long) mebibytes << 20);
		}
		Path root = Files.createDirectory(folder.resolve("volume"));
		assertTrue(run("/usr/sbin/mkfs.ext4", "-q", "-L", "UJI", image.toString()));
		assumeTrue(run("mount", "-o", "loop", image.toString(), root.toString()), "may not mount here");
		return new LoopVolume(root);
	}

	private static boolean run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
		return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
	}

	@Override
	public void close() throws IOException {
		try {
			assertTrue(run("umount", root.toString()));
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}
}
