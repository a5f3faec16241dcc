package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder.OpenFolder;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.transfer.backup.DefinitionText.Fault;
import id.posko.transfer.backup.DefinitionText.Read;

/** The backups that the office has defined: one text each in the data folder's {@code backup}. Any thread; blocks. */
@Component(service = Definitions.class)
public final class Definitions {

	private static final String ENDING = ".properties";
	private static final long MOST_BYTES = 64 * 1024;

	private final Path folder;
	private final Acts acts;

	@Activate
	public Definitions(@Reference OpenFolder data, @Reference Acts acts) {
		folder = data.path().resolve("backup");
		this.acts = acts;
	}

	/** One text, right or wrong. @param since when it was written last */
	public record Defined(String name, Read read, Instant since) {

		public Optional<Definition> definition() {
			return read instanceof Read.Right(Definition is) ? Optional.of(is) : Optional.empty();
		}
	}

	Path folder() {
		return folder;
	}

	/** What is known of programs: what comes along, and the rows of the office's own {@code tools.rows}. */
	public Tools tools() throws IOException {
		Path own = folder.resolve("tools.rows");
		return Files.exists(own) ? Tools.shipped().with(Files.readString(own)) : Tools.shipped();
	}

	/** In order of their names. */
	public List<Defined> all() throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		List<Defined> all = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(is -> is.toString().endsWith(ENDING)).sorted().toList()) {
				String name = file.getFileName().toString();
				all.add(read(name.substring(0, name.length() - ENDING.length()), file));
			}
		}
		return all;
	}

	public Optional<Defined> find(String name) throws IOException {
		return DefinitionText.isName(name) && Files.exists(file(name)) ? Optional.of(read(name, file(name)))
				: Optional.empty();
	}

	private Path file(String name) {
		return folder.resolve(name + ENDING);
	}

	private Defined read(String name, Path file) throws IOException {
		return new Defined(name, lint(name, file), Files.getLastModifiedTime(file).toInstant());
	}

	/** What a text says, or what is wrong with it. */
	public Read lint(String name, Path file) throws IOException {
		if (Files.size(file) > MOST_BYTES) {
			return new Read.Wrong(List.of(new Fault(0, "too_large", file.getFileName().toString())));
		}
		try {
			return read(name, Files.readString(file));
		} catch (CharacterCodingException _) {
			return new Read.Wrong(List.of(new Fault(0, "encoding", file.getFileName().toString())));
		}
	}

	private Read read(String name, String text) throws IOException {
		try {
			return DefinitionText.read(name, text, tools());
		} catch (Tools.BadRow e) {
			return new Read.Wrong(List.of(new Fault(0, "rows", e.getMessage())));
		}
	}

	/**
	 * Takes a text as the definition of that name if it is right.
	 *
	 * @throws NotPermitted if he may not
	 */
	public Read put(Actor by, String name, String text) throws IOException {
		acts.permit(by, Permission.BACKUP, Optional.empty(), name);
		Read read = read(name, text);
		if (read instanceof Read.Right) {
			acts.done(by, "backup defined", name, "", 1);
			Files.createDirectories(folder);
			Path unfinished = folder.resolve(name + ".part");
			Files.writeString(unfinished, text);
			Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		return read;
	}

	/** Writes when a defined one runs by itself; what else stands in its text stays. */
	public Read schedule(Actor by, String name, Schedule schedule) throws IOException {
		String line = "schedule=" + schedule + "\n";
		String others = Files.readString(file(name)).lines().filter(is -> !is.strip().matches("schedule\\s*=.*"))
				.map(is -> is + "\n").collect(Collectors.joining());
		return put(by, name, others + line);
	}
}
