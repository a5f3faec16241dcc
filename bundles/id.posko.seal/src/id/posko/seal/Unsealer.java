package id.posko.seal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Opens sealed files of the age format (v1), ours and others': all of it, or none. What was compressed here when it was
 * sealed is expanded; what had been compressed before stays so.
 */
public final class Unsealer {

	private static final int BLOCK = 1 << 16;

	private Unsealer() {
	}

	/**
	 * Blocks until it is on the medium; nobody but this user may read it, where the file system knows that.
	 *
	 * @param out
	 *            what it becomes; empty: it lies beside the sealed file, with the name that it had before
	 * @param progress
	 *            takes the bytes of the sealed file that are through
	 * @throws InterruptedException
	 *             if it is interrupted; nothing is left then
	 */
	public static Unsealing unseal(Path file, Identity key, Optional<Path> out, LongConsumer progress)
			throws InterruptedException {
		if (!Files.isRegularFile(file)) {
			return new Unsealing.NoFile(file);
		}
		try (FileChannel from = FileChannel.open(file); Unsealed sealed = new Unsealed(from, Opener.of(key));
				InputStream plain = new BufferedInputStream(sealed, BLOCK)) {
			byte[] start = new byte[Gzip.START];
			plain.mark(start.length);
			boolean isCompressed = Gzip.isOurs(start, plain.readNBytes(start, 0, start.length));
			plain.reset();
			return write(sealed, plain, isCompressed, out.orElseGet(() -> plain(file, isCompressed)), progress);
		} catch (BadSeal bad) {
			return new Unsealing.Refused(bad.flaw());
		} catch (FileAlreadyExistsException e) {
			return new Unsealing.Exists(Path.of(e.getFile()));
		} catch (Draft.Taken _) {
			return new Unsealing.Busy(out.orElse(file));
		} catch (Draft.Full _) {
			return new Unsealing.Full(file.resolveSibling(out.orElse(file)).toAbsolutePath().getParent());
		} catch (ClosedByInterruptException _) {
			Thread.interrupted();
			throw new InterruptedException();
		} catch (IOException e) {
			return new Unsealing.Failed(Sealer.reason(e));
		}
	}

	/** The name it had before; with {@code .out} after it if it is not called as sealed files are. */
	private static Path plain(Path file, boolean isCompressed) {
		String name = file.getFileName().toString();
		String without = without(Sealer.SEALED, name);
		if (isCompressed) {
			without = without(Sealer.COMPRESSED, without);
		}
		return file.resolveSibling(without.equals(name) ? name + ".out" : without);
	}

	private static String without(String ending, String name) {
		return name.endsWith(ending) && name.length() > ending.length()
				? name.substring(0, name.length() - ending.length()) : name;
	}

	private static Unsealing write(Unsealed sealed, InputStream plain, boolean isCompressed, Path target,
			LongConsumer progress) throws IOException {
		try (Draft draft = new Draft(target, true)) {
			try (Behind behind = new Behind(draft)) {
				InputStream expanded = isCompressed ? new GZIPInputStream(plain, BLOCK) : plain;
				byte[] block = new byte[BLOCK];
				for (int length = expanded.read(block); length >= 0; length = expanded.read(block)) {
					behind.write(ByteBuffer.wrap(block, 0, length));
					progress.accept(sealed.at());
				}
				if (plain.read() >= 0) {
					throw new BadSeal(new Flaw.Damaged(Flaw.Damage.ADDED, sealed.at()));
				}
			} catch (ZipException | EOFException _) {
				throw new BadSeal(new Flaw.Damaged(Flaw.Damage.CHANGED, sealed.at()));
			}
			long size = draft.flush();
			draft.keep();
			return new Unsealing.Opened(target, size);
		}
	}
}
