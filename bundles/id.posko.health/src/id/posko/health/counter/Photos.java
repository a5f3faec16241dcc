package id.posko.health.counter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.kit.DataFolder;

/** Pictures that were kept as evidence, in the data folder's {@code photos}. Blocks. */
@Component(service = Photos.class)
public final class Photos {

	/** Larger ones are not taken. */
	public static final int MOST_BYTES = 10 * 1024 * 1024;
	private static final long BYTES_PER_MEBIBYTE = 1024 * 1024;

	private final Path folder;

	@Activate
	public Photos(@Reference DataFolder.OpenFolder data) {
		folder = data.path().resolve("photos");
	}

	public sealed interface Keeping {

		record Kept(Photo photo) implements Keeping {
		}

		/** And why. */
		record Refused(Cause cause) implements Keeping {
		}
	}

	/** Copies a JPEG or PNG file; one that is kept already is kept once. */
	public Keeping keep(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] bytes = in.readNBytes(MOST_BYTES + 1);
			Optional<Photo.Kind> kind = Photo.Kind.of(bytes);
			if (bytes.length > MOST_BYTES) {
				return refused("photo_too_large", file.getFileName(), MOST_BYTES / BYTES_PER_MEBIBYTE);
			}
			if (kind.isEmpty()) {
				return refused("photo_no_picture", file.getFileName());
			}
			Photo photo = new Photo(sha256(bytes), kind.get());
			write(bytes, folder.resolve(photo.name()));
			return new Keeping.Kept(photo);
		} catch (IOException e) {
			return refused("photo_unreadable", file, String.valueOf(e.getMessage()));
		}
	}

	private static Keeping refused(String code, Object... arguments) {
		return new Keeping.Refused(Cause.of(code, arguments));
	}

	private void write(byte[] bytes, Path target) throws IOException {
		Files.createDirectories(folder);
		Path unfinished = folder.resolve("." + UUID.randomUUID() + ".part");
		try {
			Files.write(unfinished, bytes);
			Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/** Its bytes; empty if they are no longer what was kept. @throws IOException if it can not be read */
	public Optional<byte[]> bytes(Photo photo) throws IOException {
		try (InputStream in = Files.newInputStream(folder.resolve(photo.name()))) {
			byte[] bytes = in.readNBytes(MOST_BYTES + 1);
			return sha256(bytes).equals(photo.sha256()) ? Optional.of(bytes) : Optional.empty();
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
