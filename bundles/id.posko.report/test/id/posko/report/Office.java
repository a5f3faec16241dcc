package id.posko.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** LibreOffice and Poppler, a second opinion on what we write; a test without them is skipped and says so. */
public final class Office {

	private static final List<String> PROGRAMS = List.of("soffice", "pdftoppm", "pdftotext", "pdfinfo");

	private final Path folder;

	/** @param folder for its profile and what it makes */
	public Office(Path folder) {
		List<String> missing = PROGRAMS.stream().filter(name -> !isInstalled(name)).toList();
		assumeTrue(missing.isEmpty(), () -> "not run: " + missing
				+ " missing (packages libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils)");
		this.folder = folder;
	}

	private static boolean isInstalled(String program) {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
				.anyMatch(path -> Files.isExecutable(Path.of(path, program)));
	}

	/** @param kind ending and, where needed, filter, as {@code --convert-to} takes it */
	public Path convert(Path file, String kind) throws IOException, InterruptedException {
		run("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", kind,
				"--outdir", folder.resolve("out").toString(), file.toString());
		String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
		Path converted = folder.resolve("out").resolve(name + "." + kind.split(":")[0]);
		assertTrue(Files.exists(converted), "LibreOffice does not open " + file.getFileName());
		return converted;
	}

	public String text(Path pdf) throws IOException, InterruptedException {
		return run("pdftotext", "-layout", pdf.toString(), "-");
	}

	/** A line for each page: its size in points, as in "595.3 x 841.9". */
	public List<String> pages(Path pdf) throws IOException, InterruptedException {
		return run("pdfinfo", "-f", "1", "-l", "999", pdf.toString()).lines().filter(line -> line.matches("Page +\\d+ size:.*"))
				.map(line -> line.replaceFirst("Page +\\d+ size: *", "").replaceFirst(" pts.*", "")).toList();
	}

	/** The pages as pictures, in order. */
	public List<Path> pictures(Path pdf, int dotsPerInch) throws IOException, InterruptedException {
		String name = pdf.getFileName().toString().replace(".pdf", "");
		run("pdftoppm", "-png", "-r", Integer.toString(dotsPerInch), pdf.toString(), pdf.resolveSibling(name).toString());
		try (Stream<Path> files = Files.list(pdf.getParent())) {
			return files.filter(file -> file.getFileName().toString().matches(name + "-\\d+\\.png")).sorted().toList();
		}
	}

	private static String run(String... command) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(List.of(command));
		Process process = new ProcessBuilder(arguments).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), command[0] + ": " + said);
		return said;
	}
}
