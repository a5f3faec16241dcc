package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What coreutils, which are not ours, say of our manifests, and we of theirs. */
class PeerTest {

	@TempDir
	Path folder;

	@BeforeEach
	void hasCoreutils() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha512sum")), "there is no sha512sum here");
	}

	private static int run(Path in, String script) throws IOException, InterruptedException {
		return new ProcessBuilder("sh", "-c", script).directory(in.toFile()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
	}

	private Path tree() throws IOException {
		Path tree = Files.createDirectories(folder.resolve("bag"));
		for (int i = 0; i < 500; i++) {
			Path file = tree.resolve("kecamatan " + i % 7 + "/ré kaman-" + i);
			Files.createDirectories(file.getParent());
			Files.write(file, new byte[i * 997]);
		}
		return tree;
	}

	@Test
	void theyFindEveryFileAsWeListIt() throws Exception {
		Path bag = tree();
		new Bagging(bag, new Terms(Version.V1_0, List.of(Algorithm.SHA256, Algorithm.SHA512), LocalDate.EPOCH, 2),
				new BagInfo(List.of()), _ -> {
				}).inPlace();
		for (String manifest : List.of("manifest", "tagmanifest")) {
			assertEquals(0, run(bag, "sha256sum --strict -c " + manifest + "-sha256.txt"));
			assertEquals(0, run(bag, "sha512sum --strict -c " + manifest + "-sha512.txt"));
		}
		assertEquals(0, run(bag, "test $(find data -type f | wc -l) = $(wc -l < manifest-sha256.txt)"));
		assertEquals(0, run(bag, "find data -type f | LC_ALL=C sort > ../a; cut -c67- manifest-sha256.txt | LC_ALL=C sort | cmp - ../a"));
	}

	@Test
	void weFindEveryFileAsTheyListIt() throws Exception {
		Path bag = tree();
		assertEquals(0, run(bag, "mkdir data && mv kecamatan* data && find data -type f -exec sha512sum {} + > manifest-sha512.txt && "
				+ "find data -type f -exec md5sum {} + > manifest-md5.txt && printf 'BagIt-Version: 1.0\\n"
				+ "Tag-File-Character-Encoding: UTF-8\\n' > bagit.txt && sha512sum *.txt > ../t && mv ../t tagmanifest-sha512.txt && "
				+ "printf 'Payload-Oxum: %s.%s\\n' $(find data -type f -printf '%s\\n' | awk '{s+=$1} END {print s}') "
				+ "$(find data -type f | wc -l) > bag-info.txt"));
		Verdict verdict = Bags.verify(bag);
		assertEquals(List.of(), verdict.flaws());
		assertTrue(verdict.isValid());
		assertEquals(500, verdict.files());
	}
}
