package id.posko.procedure.file;

import id.posko.procedure.Procedure;
import id.posko.procedure.Who;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The SOPs that the console brings along, in the order of their books. */
@Component(service = Library.class)
public final class Library {

	private static final String FOLDER = "/id/posko/procedure/sop/";

	private final List<Procedure> shipped;

	@Activate
	public Library() {
		shipped = new String(bytes("index"), StandardCharsets.UTF_8).lines().map(Library::read).toList();
	}

	public List<Procedure> shipped() {
		return shipped;
	}

	public Optional<Procedure> find(String id) {
		return shipped.stream().filter(procedure -> procedure.id().equals(id)).findFirst();
	}

	/** The names of all roles that the shipped SOPs know. */
	public Set<String> roles() {
		Set<String> roles = new TreeSet<>();
		shipped.forEach(procedure -> procedure.executors().stream()
				.filter(Who.Officer.class::isInstance).forEach(who -> roles.add(who.name())));
		return roles;
	}

	private static Procedure read(String id) {
		return switch (ProcedureFiles.readYaml(() -> bytes(id + ".yaml"), Library::bytes)) {
			case Parsed.Good good -> good.procedure();
			case Parsed.Bad bad -> throw new IllegalStateException(id + ": " + bad.problems());
		};
	}

	private static byte[] bytes(String name) {
		try (InputStream in = Library.class.getResourceAsStream(FOLDER + name)) {
			if (in == null) {
				throw new NoSuchFileException(name);
			}
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
