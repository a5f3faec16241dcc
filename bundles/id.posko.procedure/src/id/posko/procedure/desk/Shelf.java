package id.posko.procedure.desk;

import id.posko.kit.DataFolder;
import id.posko.procedure.Finding;
import id.posko.procedure.Lint;
import id.posko.procedure.Procedure;
import id.posko.procedure.file.Library;
import id.posko.procedure.file.Parsed;
import id.posko.procedure.file.Problem;
import id.posko.procedure.file.ProcedureFiles;
import id.posko.procedure.file.Rule;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The procedures that can be started: those that come along, and the office's own, kept as YAML under their id in the
 * data folder's {@code sop}. Runs keep the version that they began with. Any thread; adding and removing block.
 */
@Component(service = Shelf.class)
public final class Shelf {

	/** What came of bringing one in. */
	public sealed interface Adding {

		/** @param notices what is odd about it and does no harm */
		record Added(Procedure procedure, boolean isNew, List<Finding> notices) implements Adding {
		}

		/** Everything that is wrong with the file; nothing was changed. */
		record Refused(List<Problem> problems) implements Adding {
		}
	}

	/** A file in the folder that is no procedure to be started, or the folder itself; it lies there untouched. */
	public record Damaged(Path file, Problem problem) {

		public String sentence(Locale locale) {
			return file.getFileName() + ": " + problem.sentence(locale);
		}
	}

	private static final Logger LOG = System.getLogger(Shelf.class.getName());
	private static final String ENDING = ".yaml";

	private final Library library;
	private final Acts acts;
	private final Path folder;
	private volatile Map<String, Procedure> own;
	private volatile List<Damaged> damaged;

	@Activate
	public Shelf(@Reference Library library, @Reference Acts acts, @Reference DataFolder.OpenFolder data) {
		this.library = library;
		this.acts = acts;
		folder = data.path().resolve("sop");
		read();
		damaged.forEach(file -> LOG.log(Level.WARNING, file.sentence(Locale.ROOT)));
	}

	private void read() {
		Map<String, Procedure> good = new TreeMap<>();
		List<Damaged> bad = List.of();
		try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
			bad = files.filter(file -> file.toString().endsWith(ENDING)).sorted().flatMap(file -> read(file, good)).toList();
		} catch (IOException | UncheckedIOException e) {
			bad = List.of(new Damaged(folder, Problem.ofFile(Rule.IO, String.valueOf(e.getMessage()))));
		}
		own = good;
		damaged = bad;
	}

	private Stream<Damaged> read(Path file, Map<String, Procedure> good) {
		if (isPipe(file)) {
			return Stream.of(new Damaged(file, Problem.ofFile(Rule.IO, file.toString())));
		}
		return switch (judged(ProcedureFiles.readYaml(file))) {
			case Parsed.Bad bad -> Stream.of(new Damaged(file, bad.problems().getFirst()));
			case Parsed.Good(Procedure procedure, _) when !file.equals(file(procedure.id())) ->
				Stream.of(new Damaged(file, Problem.ofFile(Rule.OTHER_NAME, procedure.id() + ENDING)));
			case Parsed.Good(Procedure procedure, _) -> {
				good.put(procedure.id(), procedure);
				yield Stream.of();
			}
		};
	}

	/** Reading one would wait for whoever writes it. */
	private static boolean isPipe(Path file) {
		try {
			return Files.readAttributes(file, BasicFileAttributes.class).isOther();
		} catch (IOException _) { // told when it is read
			return false;
		}
	}

	/** One that could not be followed to its end, or has the id of one that comes along, is as bad as none. */
	private Parsed judged(Parsed parsed) {
		if (!(parsed instanceof Parsed.Good good)) {
			return parsed;
		}
		String id = good.procedure().id();
		List<Problem> problems = library.find(id).isPresent() ? List.of(Problem.ofFile(Rule.TAKEN, id))
				: Lint.of(good.procedure(), library.roles()).stream().filter(Finding::isError)
						.map(error -> Problem.of(error, good.steps())).sorted(Problem.IN_FILE).toList();
		return problems.isEmpty() ? good : new Parsed.Bad(problems);
	}

	private Path file(String id) {
		return folder.resolve(id + ENDING);
	}

	/** Those that come along in the order of their books, then the office's own by id. */
	public List<Procedure> all() {
		return Stream.concat(library.shipped().stream(), own.values().stream()).toList();
	}

	public Optional<Procedure> find(String id) {
		return library.find(id).or(() -> Optional.ofNullable(own.get(id)));
	}

	public boolean isOwn(String id) {
		return own.containsKey(id);
	}

	/** The names of the roles that an SOP can give steps to. */
	public Set<String> roles() {
		return library.roles();
	}

	/** What was found in the folder at the start and could not be used. */
	public List<Damaged> damaged() {
		return damaged;
	}

	/** Keeps the SOP of a file (YAML, XLSX, CSV) beside the others; one of the office's own with this id is replaced. */
	public synchronized Adding add(Actor by, Path file) throws IOException {
		acts.permit(by, Permission.PROCEDURES, Optional.empty(), String.valueOf(file.getFileName()));
		return switch (judged(ProcedureFiles.read(file))) {
			case Parsed.Bad bad -> new Adding.Refused(bad.problems());
			case Parsed.Good good -> add(by, good.procedure());
		};
	}

	private Adding add(Actor by, Procedure procedure) throws IOException {
		String yaml = ProcedureFiles.yaml(procedure);
		if (ProcedureFiles.parse(yaml) instanceof Parsed.Bad bad) {
			return new Adding.Refused(bad.problems());
		}
		acts.done(by, "sop add", procedure.id(), procedure.title(), 1);
		Files.createDirectories(folder);
		Path part = Files.createTempFile(folder, procedure.id(), ".part");
		try {
			Files.writeString(part, yaml);
			Files.move(part, file(procedure.id()), StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(part);
		}
		boolean isNew = !isOwn(procedure.id());
		read();
		return new Adding.Added(procedure, isNew, Lint.of(procedure, roles()));
	}

	/** @return whether there was one of the office's own with this id */
	public synchronized boolean remove(Actor by, String id) throws IOException {
		acts.permit(by, Permission.PROCEDURES, Optional.empty(), id);
		if (!isOwn(id)) {
			return false;
		}
		acts.done(by, "sop remove", id, own.get(id).title(), 1);
		Files.delete(file(id));
		read();
		return true;
	}
}
