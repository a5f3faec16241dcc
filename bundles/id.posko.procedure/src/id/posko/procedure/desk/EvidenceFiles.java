package id.posko.procedure.desk;

import id.posko.kit.DataFolder;
import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.run.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Files that are evidence, in the data folder's {@code evidence}: each under the SHA-256 of its bytes, once. Blocks;
 * copying ends by interrupt.
 */
@Component(service = EvidenceFiles.class)
public final class EvidenceFiles {

	/** Larger ones are not taken: a copy of a database is kept elsewhere. */
	public static final long MOST_BYTES = 256L << 20;
	private static final int LONGEST_NAME = 120;
	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
	/** What Windows takes for a device whatever its ending ("Naming Files, Paths, and Namespaces"). */
	private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

	private final Path folder;

	@Activate
	public EvidenceFiles(@Reference DataFolder.OpenFolder data) {
		folder = data.path().resolve("evidence");
	}

	public sealed interface Keeping {

		record Kept(Evidence.Attachment file) implements Keeping {
		}

		/** @param argument the name, or what the system said */
		record Refused(Fault fault, String argument) implements Keeping {

			public String sentence(Locale locale) {
				return Words.of(Procedure.class, locale).say("evidence." + fault, argument, MOST_BYTES >> 20);
			}
		}
	}

	public enum Fault {
		/** Nothing there, or a folder, or a device. */
		NO_FILE,
		/** The name would lead elsewhere, or is none on every system. */
		BAD_NAME, EMPTY, TOO_LARGE,
		/** Reading or writing failed. */
		IO
	}

	/**
	 * Whether a name stands for a file wherever it is written to: no way to another folder, no sign that a system does
	 * not take or that hides how it ends.
	 */
	public static boolean isSafe(String name) {
		boolean isPlain = name.codePoints().allMatch(c -> c >= 0x20 && c != 0x7F && "/\\:*?\"<>|".indexOf(c) < 0
				&& Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT
				&& Character.getType(c) != Character.SURROGATE && Character.isDefined(c));
		return isPlain && !name.isBlank() && name.length() <= LONGEST_NAME && !name.startsWith(".")
				&& name.equals(name.strip()) && !name.endsWith(".")
				&& !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
	}

	/** Copies a file under its own name. @param field of the step's form that it is for, "" if none asks for it */
	public Keeping keep(String field, Path file) {
		return keep(field, String.valueOf(file.getFileName()), file);
	}

	/** Copies a file under a name that it shall have. */
	public Keeping keep(String field, String name, Path file) {
		if (!isSafe(name)) {
			return new Keeping.Refused(Fault.BAD_NAME, name);
		}
		if (!Files.isRegularFile(file)) {
			return new Keeping.Refused(Fault.NO_FILE, name);
		}
		Path unfinished = folder.resolve("." + UUID.randomUUID() + ".part");
		try {
			Files.createDirectories(folder);
			try {
				return keep(field, name, file, unfinished);
			} finally {
				Files.deleteIfExists(unfinished);
			}
		} catch (IOException e) {
			return new Keeping.Refused(Fault.IO, String.valueOf(e.getMessage()));
		}
	}

	private Keeping keep(String field, String name, Path file, Path unfinished) throws IOException {
		MessageDigest digest = sha256();
		long bytes;
		try (InputStream in = Files.newInputStream(file); OutputStream out = Files.newOutputStream(unfinished)) {
			bytes = copy(in, out, digest);
		}
		if (bytes == 0 || bytes > MOST_BYTES) {
			return new Keeping.Refused(bytes == 0 ? Fault.EMPTY : Fault.TOO_LARGE, name);
		}
		try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
			written.force(true);
		}
		String sha256 = HexFormat.of().formatHex(digest.digest());
		Path target = path(sha256);
		Files.createDirectories(target.getParent());
		Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		return new Keeping.Kept(new Evidence.Attachment(field, name, sha256, bytes));
	}

	/** Ends one byte after the most that is taken. */
	private static long copy(InputStream in, OutputStream out, MessageDigest digest) throws IOException {
		byte[] buffer = new byte[1 << 16];
		long bytes = 0;
		for (int read = in.read(buffer); read >= 0 && bytes <= MOST_BYTES; read = in.read(buffer)) {
			digest.update(buffer, 0, read);
			out.write(buffer, 0, read);
			bytes += read;
		}
		return bytes;
	}

	/** Where its bytes lie; empty if they are gone or are no longer what was kept. Reads all of them. */
	public Optional<Path> find(Evidence.Attachment file) throws IOException {
		if (!SHA256.matcher(file.sha256()).matches() || !Files.isRegularFile(path(file.sha256()))) {
			return Optional.empty();
		}
		MessageDigest digest = sha256();
		try (InputStream in = Files.newInputStream(path(file.sha256()))) {
			copy(in, OutputStream.nullOutputStream(), digest);
		}
		return HexFormat.of().formatHex(digest.digest()).equals(file.sha256()) ? Optional.of(path(file.sha256()))
				: Optional.empty();
	}

	private Path path(String sha256) {
		return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
