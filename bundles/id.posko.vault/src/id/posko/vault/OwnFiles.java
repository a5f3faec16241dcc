package id.posko.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files and folders that this user alone can read: mode 0600 and 0700, on Windows an access list of one entry. */
final class OwnFiles {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private OwnFiles() {
	}

	private static FileAttribute<?>[] mode(String permissions) {
		return POSIX ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(
				PosixFilePermissions.fromString(permissions)) } : new FileAttribute<?>[0];
	}

	static void makeFolder(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			Files.createDirectories(folder, mode("rwx------"));
			restrict(folder);
		}
	}

	/** Writes the whole file or, if that fails, leaves it as it was. */
	static void write(Path file, byte[] content) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(fresh);
		Files.createFile(fresh, mode("rw-------"));
		restrict(fresh);
		try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
			ByteBuffer rest = ByteBuffer.wrap(content);
			while (rest.hasRemaining()) {
				out.write(rest);
			}
			out.force(true);
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	static boolean isOpenToOthers(Path file) throws IOException {
		Set<PosixFilePermission> ours = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
				PosixFilePermission.OWNER_EXECUTE);
		return POSIX && !ours.containsAll(Files.getPosixFilePermissions(file));
	}

	private static void restrict(Path path) throws IOException {
		AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
		if (!POSIX && list != null) {
			list.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(list.getOwner())
					.setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
		}
	}
}
