package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The public conformance suite of RFC 8493, where the property posko.bagsuite says in which folder it lies. */
class SuiteTest {

	@TestFactory
	Stream<DynamicTest> judgesAsTheSuiteDoes() throws IOException {
		String folder = System.getProperty("posko.bagsuite", "");
		assumeTrue(!folder.isEmpty(), "posko.bagsuite names no folder with the conformance suite");
		try (Stream<Path> all = Files.find(Path.of(folder), 3, (path, is) -> is.isDirectory() && path.getNameCount() == Path.of(folder).getNameCount() + 3)) {
			return all.sorted().toList().stream()
					.map(bag -> DynamicTest.dynamicTest(bag.toString().substring(folder.length()), () -> judge(bag)));
		}
	}

	private static void judge(Path bag) throws IOException, InterruptedException {
		Verdict verdict = new Verification(bag, 2, _ -> {
		}).of(Verification.Depth.VALID);
		switch (bag.getParent().getFileName().toString()) {
		case "valid" -> assertTrue(verdict.isValid(), verdict::toString);
		case "warning" -> assertTrue(verdict.isValid() && verdict.count(Flaw.Weight.WARNING) > 0, verdict::toString);
		default -> assertFalse(verdict.isValid(), verdict::toString);
		}
	}
}
