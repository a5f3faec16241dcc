package id.posko.procedure.desk;

import id.posko.kit.DataFolder;
import id.posko.procedure.Finding;
import id.posko.procedure.Lint;
import id.posko.procedure.Procedure;
import id.posko.procedure.file.Library;
import id.posko.procedure.file.Parsed;
import id.posko.procedure.file.Problem;
import id.posko.procedure.file.ProcedureFiles;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The procedures that can be started: those that come along, and the office's own, kept as YAML under their id in the
 * data folder's {@code sop}. Runs keep the version that they began with. Blocks.
 */
@Component(service = Shelf.class)
public final class Shelf {

	/** What came of bringing one in. */
	public sealed interface Adding {

		/** @param findings what is odd about it and does no harm */
		record Added(Procedure procedure, boolean isNew, List<Finding> findings) implements Adding {
		}

		/** The file holds no SOP. */
		record Unread(List<Problem> problems) implements Adding {
		}

		/** It could not be followed to its end. */
		record Faulty(Procedure procedure, List<Finding> errors) implements Adding {
		}

		/** One that comes along has this id. */
		record Taken(String id) implements Adding {
		}
	}

	private static final Logger LOG = System.getLogger(Shelf.class.getName());
	private static final String ENDING = ".yaml";

	private final Library library;
	private final Acts acts;
	private final Path folder;
	private final Map<String, Procedure> own = new TreeMap<>();

	/** @throws UncheckedIOException if the folder can not be read; a damaged file in it is left where it is and logged */
	@Activate
	public Shelf(@Reference Library library, @Reference Acts acts, @Reference DataFolder.OpenFolder data) {
		this.library = library;
		this.acts = acts;
		folder = data.path().resolve("sop");
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.list(folder)) {
			files.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(this::read);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void read(Path file) {
		switch (ProcedureFiles.readYaml(file)) {
			case Parsed.Good good -> own.put(good.procedure().id(), good.procedure());
			case Parsed.Bad bad -> LOG.log(Level.WARNING, "{0} is no procedure: {1}", file,
					bad.problems().getFirst().sentence(Locale.ROOT));
		}
	}

	/** Those that come along in the order of their books, then the office's own by id. */
	public synchronized List<Procedure> all() {
		return Stream.concat(library.shipped().stream(), own.values().stream()).toList();
	}

	public synchronized Optional<Procedure> find(String id) {
		return library.find(id).or(() -> Optional.ofNullable(own.get(id)));
	}

	public synchronized boolean isOwn(String id) {
		return own.containsKey(id);
	}

	/** Keeps the SOP of a file (YAML, XLSX, CSV) beside the others; one of the office's own with this id is replaced. */
	public synchronized Adding add(Actor by, Path file) throws IOException {
		acts.permit(by, Permission.PROCEDURES, Optional.empty(), file.getFileName().toString());
		return switch (ProcedureFiles.read(file)) {
			case Parsed.Bad bad -> new Adding.Unread(bad.problems());
			case Parsed.Good good -> add(by, good.procedure());
		};
	}

	private Adding add(Actor by, Procedure procedure) throws IOException {
		if (library.find(procedure.id()).isPresent()) {
			return new Adding.Taken(procedure.id());
		}
		List<Finding> findings = Lint.of(procedure, library.roles());
		List<Finding> errors = findings.stream().filter(Finding::isError).toList();
		if (!errors.isEmpty()) {
			return new Adding.Faulty(procedure, errors);
		}
		acts.done(by, "procedure added", procedure.id(), procedure.title(), 1);
		Files.createDirectories(folder);
		Path part = Files.createTempFile(folder, procedure.id(), ".part");
		Files.writeString(part, ProcedureFiles.yaml(procedure));
		Files.move(part, folder.resolve(procedure.id() + ENDING), StandardCopyOption.ATOMIC_MOVE);
		return new Adding.Added(procedure, own.put(procedure.id(), procedure) == null, findings);
	}

	/** @return whether there was one of the office's own with this id */
	public synchronized boolean remove(Actor by, String id) throws IOException {
		acts.permit(by, Permission.PROCEDURES, Optional.empty(), id);
		if (!own.containsKey(id)) {
			return false;
		}
		acts.done(by, "procedure removed", id, own.get(id).title(), 1);
		Files.delete(folder.resolve(id + ENDING));
		own.remove(id);
		return true;
	}
}
