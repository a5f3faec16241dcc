package id.posko.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Files that are sealed in tests. */
final class Bytes {

	static final LongConsumer QUIET = _ -> {
	};

	private Bytes() {
	}

	/** That gzip makes no smaller. */
	static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	static Path file(Path folder, String name, byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	static Sealing.Sealed seal(Path file, Path folder, Recipient... to) throws InterruptedException {
		return assertInstanceOf(Sealing.Sealed.class, Sealer.seal(file, folder, List.of(to), QUIET, _ -> {
		}));
	}

	static Unsealing unseal(Path file, Identity key, Path out) throws InterruptedException {
		return Unsealer.unseal(file, key, Optional.of(out), QUIET);
	}

	/** Gives nothing, and leaves nothing. */
	static Flaw refused(Path file, Identity key, Path emptyFolder) throws IOException, InterruptedException {
		Flaw flaw = assertInstanceOf(Unsealing.Refused.class, unseal(file, key, emptyFolder.resolve("out"))).flaw();
		assertEquals(List.of(), names(emptyFolder));
		return flaw;
	}

	static List<String> names(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
