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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** LibreOffice and Poppler, a second opinion on what we write; a test without them is skipped and says so. */
public final class Office {

	private static final List<String> PROGRAMS = List.of("soffice", "pdftoppm", "pdftotext", "pdfinfo");

	private static final Pattern PAGE = Pattern.compile("Page +\\d+ size: *([\\d.]+) x ([\\d.]+) pts");

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

	/** @param kind the ending of what is to be made */
	public Path convert(Path file, String kind) throws IOException, InterruptedException {
		// Our CSV files: semicolon, quotation mark, UTF-8, from the first line on.
		List<String> reading = file.toString().endsWith(".csv") ? List.of("--infilter=CSV:59,34,76,1") : List.of();
		List<String> command = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
				"--headless"));
		command.addAll(reading);
		command.addAll(List.of("--convert-to", kind, "--outdir", folder.resolve("out").toString(), file.toString()));
		run(command.toArray(String[]::new));
		Path converted = folder.resolve("out").resolve(file.getFileName().toString().replaceFirst("[^.]*$", kind));
		assertTrue(Files.exists(converted), "LibreOffice does not open " + file.getFileName());
		return converted;
	}

	public String text(Path pdf) throws IOException, InterruptedException {
		return run("pdftotext", "-layout", pdf.toString(), "-");
	}

	/** The size of each page in whole millimetres, as in "210 x 297". */
	public List<String> pages(Path pdf) throws IOException, InterruptedException {
		return PAGE.matcher(run("pdfinfo", "-f", "1", "-l", "999", pdf.toString())).results()
				.map(page -> millimetres(page.group(1)) + " x " + millimetres(page.group(2))).toList();
	}

	private static long millimetres(String points) {
		return Math.round(Double.parseDouble(points) * 25.4 / 72);
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
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), command[0] + ": " + said);
		return said;
	}
}
