package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files and a large one, in a process whose whole heap is small. */
class LargeBagTest {

	private static final boolean LONG = Boolean.getBoolean("posko.long");
	private static final int FILES = LONG ? 300_000 : 10_000;
	private static final long OCTETS = LONG ? 110L << 30 : 1L << 28;
	private static final int HEAP_MB = LONG ? 256 : 16;

	@TempDir
	Path folder;

	/** The process: makes, renews and judges the bag; ends with 0 if it is right each time. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path bag = Path.of(arguments[0]);
		Terms terms = new Terms(Version.V1_0, List.of(Algorithm.SHA256), LocalDate.EPOCH, 2);
		assertInstanceOf(Bagged.Made.class, new Bagging(bag, terms, new BagInfo(List.of()), _ -> {
		}).inPlace());
		Files.delete(bag.resolve("data/dump.dmp"));
		assertInstanceOf(Bagged.Made.class, new Renewal(bag, terms, _ -> {
		}).renew());
		Verdict verdict = Bags.verify(bag);
		assertTrue(verdict.isValid() && verdict.files() == FILES, verdict::toString);
	}

	@Test
	void theHeapDoesNotGrowWithThem() throws Exception {
		Path bag = Files.createDirectory(folder.resolve("bag"));
		for (int i = 0; i < FILES; i++) {
			Path file = bag.resolve("kecamatan-35.60." + i % 100 + "/perekaman-biometrik-" + i + ".dat");
			if (i < 100) {
				Files.createDirectory(file.getParent());
			}
			Files.writeString(file, Integer.toString(i));
		}
		try (RandomAccessFile sparse = new RandomAccessFile(bag.resolve("dump.dmp").toFile(), "rw")) {
			sparse.setLength(OCTETS);
		}
		Path log = folder.resolve("log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx" + HEAP_MB + "m", "-Dposko.long=" + LONG, "-cp", String.join(":", CutOff.classes(LargeBagTest.class),
						CutOff.classes(Bagging.class), CutOff.classes(org.junit.jupiter.api.Assertions.class),
						CutOff.classes(org.opentest4j.AssertionFailedError.class), CutOff.classes(org.junit.platform.commons.util.ExceptionUtils.class)),
				LargeBagTest.class.getName(), bag.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		assertEquals(0, process.waitFor(), Files.readString(log));
	}
}
