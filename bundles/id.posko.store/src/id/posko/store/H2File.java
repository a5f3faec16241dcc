package id.posko.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;

import org.h2.jdbcx.JdbcDataSource;

/**
 * The database file {@code posko.mv.db} of a folder that this process holds. An older one is brought up to date as a
 * copy that then takes its place, so that being killed meanwhile leaves the old one as it was.
 */
final class H2File {

	private static final String NAME = "posko";
	private static final String NEXT = "posko-next";
	private static final String CLOSE = "shutdown";
	/** Open until it is told to close, by nothing else; no trace files; a bounded cache (KiB). */
	private static final String OPTIONS = ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
			+ ";CACHE_SIZE=16384";

	private final Path folder;

	H2File(Path folder) {
		this.folder = folder;
	}

	/**
	 * Opens it if it is of the wanted version.
	 *
	 * @return its version, 0 if there is no database yet
	 * @throws SchemaVersion.DamagedException if the file is no database of ours
	 */
	int open(int wanted) throws IOException, SQLException {
		if (!Files.exists(file(NAME))) {
			return 0;
		}
		try (Connection connection = source(NAME).getConnection(); Statement statement = connection.createStatement()) {
			int version = version(statement);
			if (version != wanted) {
				statement.execute(CLOSE);
			}
			return version;
		}
	}

	private int version(Statement statement) throws IOException, SQLException {
		try (ResultSet newest = statement.executeQuery(
				"select max(cast(\"version\" as numeric(9))) from \"" + Migrations.LOG + "\"")) {
			newest.next();
			return newest.getInt(1);
		} catch (SQLSyntaxErrorException e) {
			statement.execute(CLOSE);
			throw new SchemaVersion.DamagedException(file(NAME) + ": " + e.getMessage());
		}
	}

	/** Makes it, or brings it from that version up to date. */
	void update(Migrations migrations, int from) throws IOException, SQLException {
		try (DirectoryStream<Path> interrupted = Files.newDirectoryStream(folder, NEXT + ".*")) {
			for (Path left : interrupted) {
				Files.delete(left);
			}
		}
		if (from > 0) {
			Files.copy(file(NAME), file(NEXT));
		}
		try {
			migrations.apply(source(NEXT), from);
		} finally {
			close(NEXT);
		}
		try (FileChannel made = FileChannel.open(file(NEXT), StandardOpenOption.WRITE)) {
			made.force(true);
		}
		SchemaVersion.write(folder, migrations.version());
		Files.move(file(NEXT), file(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		SchemaVersion.sync(folder);
	}

	/** What is committed is made safe on disk before anybody is told that it is done. */
	Database database() {
		return new Database(source(NAME), "checkpoint sync");
	}

	void close() throws SQLException {
		close(NAME);
	}

	private void close(String name) throws SQLException {
		try (Connection connection = source(name).getConnection(); Statement statement = connection.createStatement()) {
			statement.execute(CLOSE);
		}
	}

	private JdbcDataSource source(String name) {
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:file:" + folder.resolve(name) + OPTIONS);
		source.setUser("sa");
		return source;
	}

	private Path file(String name) {
		return folder.resolve(name + ".mv.db");
	}
}
