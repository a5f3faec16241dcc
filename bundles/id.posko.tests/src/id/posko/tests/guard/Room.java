package id.posko.tests.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One bundle of ours as it lies in the source tree. */
record Room(String name, Path folder) {

	private static final String PREFIX = "id.posko.";
	private static final Path TOP = Path.of(System.getProperty("posko.top"));

	static Path top() {
		return TOP;
	}

	/** All rooms but the tests themselves. */
	static List<Room> all() {
		try (Stream<Path> folders = Files.list(TOP.resolve("bundles"))) {
			return folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF")))
					.map(f -> new Room(f.getFileName().toString().substring(PREFIX.length()), f))
					.filter(room -> !room.name.equals("tests")).sorted((a, b) -> a.name.compareTo(b.name)).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private String header(String name) {
		try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
			String value = new Manifest(in).getMainAttributes().getValue(name);
			return value == null ? "" : value;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	boolean hasActivator() {
		return !header("Bundle-Activator").isEmpty();
	}

	Set<String> requiredBundles() {
		return names(header("Require-Bundle"));
	}

	Set<String> importedPackages() {
		return names(header("Import-Package"));
	}

	/** Those that its tests import from the bundles that its build adds for them. */
	Set<String> packagesForTests() {
		List<String> added = matches("id\\.posko\\.[a-z.]+", load(folder.resolve("build.properties"))
				.getProperty("additional.bundles", "")).map(MatchResult::group).toList();
		return files("test", ".java").stream()
				.flatMap(file -> matches("(?m)^import (?:static )?(id\\.posko\\.[a-z0-9.]+)\\.[A-Z]", read(file)))
				.map(match -> match.group(1)).filter(used -> added.stream().anyMatch(b -> (used + ".").startsWith(b + ".")))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	Set<String> exportedPackages() {
		return names(header("Export-Package"));
	}

	/** The names in a manifest header, without what stands behind their semicolons. */
	private static Set<String> names(String header) {
		return Pattern.compile("\"[^\"]*\"").matcher(header).replaceAll("").transform(plain -> Stream.of(plain.split(","))
				.map(clause -> clause.split(";")[0].strip()).filter(n -> !n.isEmpty()).collect(Collectors.toCollection(TreeSet::new)));
	}

	List<Path> sources() {
		return files("src", ".java");
	}

	List<Path> files(String below, String ending) {
		Path start = folder.resolve(below);
		if (!Files.isDirectory(start)) {
			return List.of();
		}
		try (Stream<Path> found = Files.walk(start)) {
			return found.filter(f -> f.toString().endsWith(ending)).filter(f -> !f.toString().contains("/target/")).sorted()
					.toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @param language "" for Indonesian, "_en" for English */
	Properties texts(String language) {
		return load(folder.resolve("OSGI-INF/l10n").resolve(name.replace('.', '-') + language + ".properties"));
	}

	private static Properties load(Path path) {
		Properties loaded = new Properties();
		if (Files.exists(path)) {
			try (var in = Files.newBufferedReader(path)) {
				loaded.load(in);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return loaded;
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Stream<MatchResult> matches(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results();
	}

	@Override
	public String toString() {
		return name;
	}
}
