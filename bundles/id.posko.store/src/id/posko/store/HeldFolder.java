package id.posko.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

import org.flywaydb.core.api.FlywayException;

import id.posko.kit.DataFolder.Opening;
import id.posko.kit.Words;

/**
 * A folder with our database in it, held by this process from a successful {@link #open} to {@link #close}. Only one
 * object of a process may stand for the same folder.
 */
final class HeldFolder implements AutoCloseable {

	private final Path path;
	private final Migrations migrations;
	private final H2File file;
	private FolderLock lock;
	private Database database;

	HeldFolder(Path path, Migrations migrations) {
		this.path = path;
		this.migrations = migrations;
		file = new H2File(path);
	}

	/** Of an open folder. */
	Database database() {
		return database;
	}

	/** Makes the folder if it is missing and brings its database up to date. */
	Opening open() {
		if (database != null) {
			return new Opening.Open(path);
		}
		if (path.toString().isEmpty()) {
			return unusable(StorageFault.NOT_NAMED, "");
		}
		if (path.toString().indexOf(';') >= 0) {
			return unusable(StorageFault.BAD_NAME, "");
		}
		try {
			make();
			int written = SchemaVersion.read(path);
			if (written > migrations.version()) {
				return tooNew(written);
			}
			Optional<FolderLock> taken = FolderLock.take(path);
			return taken.isPresent() ? open(taken.get()) : new Opening.Held(path, FolderLock.holder(path));
		} catch (IOException e) {
			return unusable(e);
		} catch (SQLException e) {
			return unusable(StorageFault.of(e).orElseGet(() -> new IOException(e.getMessage(), e)));
		} catch (FlywayException e) {
			return unusable(StorageFault.of(e).orElseThrow(() -> e));
		}
	}

	private Opening open(FolderLock taken) throws IOException, SQLException {
		try {
			int ours = migrations.version();
			int written = SchemaVersion.read(path);
			if (written > ours) {
				return tooNew(written);
			}
			int version = file.open(ours);
			if (version > ours) {
				return tooNew(version);
			}
			if (version < ours) {
				file.update(migrations, version);
			}
			database = file.database();
			lock = taken;
			return new Opening.Open(path);
		} finally {
			if (lock == null) {
				taken.close();
			}
		}
	}

	/** For this user alone, where the system knows such a thing. */
	private void make() throws IOException {
		if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createDirectories(path,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		} else {
			Files.createDirectories(path);
		}
	}

	private Opening tooNew(int version) {
		return new Opening.TooNew(path, Integer.toString(version), Integer.toString(migrations.version()));
	}

	private Opening unusable(IOException fault) {
		return unusable(StorageFault.kind(fault, path), fault.getMessage());
	}

	private Opening unusable(StorageFault kind, String detail) {
		return new Opening.Unusable(path,
				Words.of(HeldFolder.class, Locale.getDefault()).say("unusable." + kind, detail));
	}

	/** @throws IOException if the storage fails; what was written is safe all the same */
	@Override
	public void close() throws IOException {
		if (database == null) {
			return;
		}
		try {
			database.close();
			database = null;
			file.close();
		} catch (SQLException e) {
			throw new IOException(e.getMessage(), e);
		} finally {
			lock.close();
			lock = null;
		}
	}
}
