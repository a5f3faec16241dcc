package id.posko.transfer.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.transfer.media.Volumes.Found;

class SystemVolumesTest {

	@TempDir
	Path folder;

	@Test
	void theVolumesOfThisMachine() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/lsblk")), "no lsblk: apt-get install util-linux");
		Found.Listed listed = assertInstanceOf(Found.Listed.class, new SystemVolumes().find());
		assumeTrue(!listed.media().isEmpty(), "no block device here");
		assertTrue(listed.media().stream().allMatch(medium -> Files.isDirectory(medium.root())));
	}

	@Test
	void aVolumeThatIsMountedNearerIsTheOneOfAFile() throws Exception {
		try (LoopVolume volume = LoopVolume.mount(folder, 16)) {
			Found.Listed listed = assertInstanceOf(Found.Listed.class, new SystemVolumes().find());
			Path file = Files.createDirectories(volume.root().resolve("a/b"));
			assertEquals(volume.root().toRealPath(), listed.of(file).orElseThrow().root());
			assertEquals(16L << 20, listed.of(file).orElseThrow().size());
			assertFalse(listed.removable().contains(listed.of(file).orElseThrow()));
		}
	}

	@Test
	void aListThatDoesNotComeIsGivenUp() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/sleep")), "no sleep");
		String reason = assertInstanceOf(Found.Unlisted.class,
				new SystemVolumes(List.of("/bin/sleep", "60")).find(Duration.ofMillis(100))).reason();
		assertTrue(reason.startsWith("/bin/sleep"), reason);
	}

	@Test
	void whatTheSystemComplainsOfIsSaid() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/ls")), "no ls");
		String reason = assertInstanceOf(Found.Unlisted.class, new SystemVolumes(List.of("/bin/ls", "--no-such")).find()).reason();
		assertTrue(reason.contains("no-such"), reason);
		assertInstanceOf(Found.Unlisted.class, new SystemVolumes(List.of(folder.resolve("none").toString())).find());
	}
}
