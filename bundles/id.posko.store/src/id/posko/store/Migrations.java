package id.posko.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The steps that make our tables, {@code 1.sql, 2.sql …} beside this class, run by Flyway. Flyway gets them handed,
 * for in OSGi it finds none by itself.
 */
final class Migrations {

	/** Where Flyway writes down what it did. */
	static final String LOG = "schema_log";

	/** Held here, or its level would be forgotten: what Flyway tells of each step is nothing for a user. */
	private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

	private final List<LoadableResource> steps = new ArrayList<>();

	/** @param texts the SQL of each step, in order */
	Migrations(List<String> texts) {
		texts.forEach(text -> steps.add(new Step(steps.size() + 1, text)));
	}

	/** Those of this program. */
	static Migrations ours() {
		List<String> texts = new ArrayList<>();
		for (Optional<String> text = text(1); text.isPresent(); text = text(texts.size() + 1)) {
			texts.add(text.get());
		}
		return new Migrations(texts);
	}

	/** Empty if there is no such step. */
	static Optional<String> text(int number) {
		try (InputStream in = Migrations.class.getResourceAsStream(number + ".sql")) {
			return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The version that a database has after all steps. */
	int version() {
		return steps.size();
	}

	/**
	 * Takes a database of that version to {@link #version}.
	 *
	 * @throws IllegalStateException if not every step was applied: a bug
	 * @throws org.flywaydb.core.api.FlywayException if a step failed
	 */
	void apply(DataSource database, int from) {
		FLYWAY.setLevel(Level.WARNING);
		int applied = Flyway.configure(Flyway.class.getClassLoader()).dataSource(database).table(LOG)
				.resourceProvider(new Handed(steps)).javaMigrationClassProvider(List::of).load()
				.migrate().migrationsExecuted;
		if (applied != version() - from || applied == 0) {
			throw new IllegalStateException(applied + " of " + (version() - from) + " migrations applied");
		}
	}

	private record Handed(List<LoadableResource> steps) implements ResourceProvider {

		@Override
		public LoadableResource getResource(String name) {
			return steps.stream().filter(step -> step.getFilename().equals(name)).findFirst().orElse(null);
		}

		@Override
		public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
			return steps.stream().filter(step -> step.getFilename().startsWith(prefix)).toList();
		}
	}

	private static final class Step extends LoadableResource {

		private final int number;
		private final String text;

		Step(int number, String text) {
			this.number = number;
			this.text = text;
		}

		@Override
		public Reader read() {
			return new StringReader(text);
		}

		@Override
		public String getFilename() {
			return "V" + number + "__posko.sql";
		}

		@Override
		public String getAbsolutePath() {
			return getFilename();
		}

		@Override
		public String getAbsolutePathOnDisk() {
			return getFilename();
		}

		@Override
		public String getRelativePath() {
			return getFilename();
		}
	}
}
