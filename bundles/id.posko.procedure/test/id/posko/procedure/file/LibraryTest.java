package id.posko.procedure.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.kit.DeviceKind;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The twenty SOPs are there, and word for word. */
class LibraryTest {

	private final Library library = new Library();

	/**
	 * {@code words.txt} was made from the offices' documents themselves: of each row the number and the cells, parts of
	 * a step behind its activity, runs of blanks as one, joined by bars, the first 16 digits of their SHA-256.
	 */
	@Test
	void everyStepHasTheWordsOfTheWrittenSop() throws IOException, NoSuchAlgorithmException {
		Map<String, String> written = new TreeMap<>();
		try (InputStream in = LibraryTest.class.getResourceAsStream("words.txt")) {
			new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
					.forEach(line -> written.put(line.split(" ")[0], line));
		}
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		Map<String, String> shipped = new TreeMap<>();
		for (Procedure procedure : library.shipped()) {
			shipped.put(procedure.id(), procedure.id() + " " + procedure.steps().stream()
					.map(step -> step.number() + ":" + HexFormat.of().formatHex(digest.digest(words(step)), 0, 8))
					.collect(Collectors.joining(" ")));
		}
		assertEquals(written, shipped);
	}

	private static byte[] words(Step step) {
		String activity = step.activity() + step.parts().stream().map(part -> " " + part.label() + " " + part.text())
				.collect(Collectors.joining());
		return List.of("" + step.number(), activity, step.requirement(), step.time().written(), step.output(), step.remark())
				.stream().map(cell -> cell.replaceAll("\\s+", " ").strip()).collect(Collectors.joining("|"))
				.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void theControlOfTheWebsiteIsACheckAndWhatChecksNameExists() {
		List<String> checks = library.shipped().stream().flatMap(sop -> sop.steps().stream().flatMap(
				step -> step.means() instanceof Means.Action action && action.id().equals("health.check")
						? Stream.of(sop.id() + " " + step.number() + " " + action.target()) : Stream.empty()))
				.toList();
		assertTrue(checks.contains("trenggalek-website 3 " + DeviceKind.WEBSITE), checks.toString());
		checks.stream().map(check -> check.split(" ")).filter(words -> words.length > 2)
				.forEach(words -> DeviceKind.valueOf(words[2]));
	}

	@Test
	void twentySopsOfFourOfficesWithTheirHeadSheets() {
		Map<String, Long> offices = library.shipped().stream()
				.collect(Collectors.groupingBy(p -> p.id().split("-")[0], TreeMap::new, Collectors.counting()));
		assertEquals(Map.of("trenggalek", 16L, "bengkulu", 2L, "buleleng", 1L, "tapin", 1L), offices);
		assertEquals(135, library.shipped().stream().mapToInt(p -> p.steps().size()).sum());
		for (Procedure procedure : library.shipped()) {
			assertTrue(procedure.head().legalBasis().size() >= 3 && !procedure.head().qualifications().isEmpty()
					&& !procedure.head().related().isEmpty() && !procedure.head().equipment().isEmpty()
					&& !procedure.head().warnings().isEmpty(), procedure.id());
		}
	}

	/** A file that the index forgets would never be seen. */
	@Test
	void everyFileOfAnSopStandsInTheIndex() throws IOException, URISyntaxException {
		Path index = Path.of(Library.class.getResource("/id/posko/procedure/sop/index").toURI());
		try (Stream<Path> files = Files.list(index.getParent())) {
			Set<String> there = files.map(file -> file.getFileName().toString())
					.filter(name -> name.endsWith(".yaml") && !name.endsWith(ProcedureFiles.HEAD_ENDING))
					.map(name -> name.substring(0, name.length() - ".yaml".length())).collect(Collectors.toSet());
			assertEquals(there, library.shipped().stream().map(Procedure::id).collect(Collectors.toSet()));
		}
	}
}
