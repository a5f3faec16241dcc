package id.posko.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;

/**
 * Seals files in the public age format (v1, C2SP age.md), compressed by gzip before where that makes them smaller:
 * {@code NAME.gz.age}, else {@code NAME.age}. {@code age -d -i KEY NAME.gz.age | gunzip > NAME} opens them too.
 */
public final class Sealer {

	static final String SEALED = ".age";
	static final String COMPRESSED = ".gz";
	private static final int BLOCK = 1 << 20;

	private Sealer() {
	}

	/** No more of a file than it had when it was opened, so that one that grows has an end. */
	private record Start(FileChannel file, long size) implements ReadableByteChannel {

		@Override
		public int read(ByteBuffer to) throws IOException {
			long left = size - file.position();
			if (left <= 0) {
				return -1;
			}
			int limit = to.limit();
			to.limit((int) Math.min(limit, to.position() + left));
			int read = file.read(to);
			to.limit(limit);
			return read;
		}

		@Override
		public boolean isOpen() {
			return file.isOpen();
		}

		@Override
		public void close() throws IOException {
			file.close();
		}
	}

	/**
	 * Blocks until it is on the medium.
	 *
	 * @param to
	 *            each of whom can open it; at least one
	 * @param progress
	 *            takes the bytes of the file that are through
	 * @param witness
	 *            told before the sealed file gets its name; if it throws, there is none
	 * @throws InterruptedException
	 *             if it is interrupted; nothing is left then
	 */
	public static Sealing seal(Path file, Path folder, List<Recipient> to, LongConsumer progress,
			Consumer<Sealing.Sealed> witness) throws InterruptedException {
		if (to.isEmpty()) {
			throw new IllegalArgumentException("nobody could open it");
		}
		if (!Files.isRegularFile(file)) {
			return new Sealing.NoFile(file);
		}
		Path target = folder.resolve(file.getFileName() + SEALED);
		try (FileChannel from = FileChannel.open(file)) {
			BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
			boolean isCompressed = Gzip.isWorth(from);
			target = folder.resolve(file.getFileName() + (isCompressed ? COMPRESSED : "") + SEALED);
			try (Draft draft = new Draft(target, false)) {
				MessageDigest hash = sha256();
				write(new Start(from, before.size()), draft, to, isCompressed, progress, hash);
				BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
				if (after.size() != before.size() || after.size() != from.position()
						|| !after.lastModifiedTime().equals(before.lastModifiedTime())) {
					return new Sealing.Moving(file);
				}
				Sealing.Sealed sealed = new Sealing.Sealed(target, draft.flush(), HexFormat.of().formatHex(hash.digest()),
						after.size(), isCompressed);
				witness.accept(sealed);
				draft.keep();
				return sealed;
			}
		} catch (FileAlreadyExistsException _) {
			return new Sealing.Exists(target);
		} catch (Draft.Taken _) {
			return new Sealing.Busy(target);
		} catch (Draft.Full _) {
			return new Sealing.Full(folder);
		} catch (ClosedByInterruptException _) {
			Thread.interrupted();
			throw new InterruptedException();
		} catch (IOException e) {
			return new Sealing.Failed(reason(e));
		}
	}

	private static void write(Start from, Draft draft, List<Recipient> to, boolean isCompressed, LongConsumer progress,
			MessageDigest hash) throws IOException {
		List<RecipientStanzaWriter> writers = new ArrayList<>();
		try {
			for (Recipient recipient : to) {
				writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.text()));
			}
			try (Behind disk = new Behind(draft); Behind hashed = new Behind(disk, hash::update)) {
				WritableByteChannel sealed = new StandardEncryptingChannelFactory().newEncryptingChannel(hashed, writers);
				if (isCompressed) {
					Gzip.copy(from, sealed, progress);
				} else {
					copy(from, sealed, progress);
				}
				sealed.close();
			}
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void copy(Start from, WritableByteChannel to, LongConsumer progress) throws IOException {
		ByteBuffer block = ByteBuffer.allocate(BLOCK);
		while (from.read(block) >= 0) {
			to.write(block.flip());
			block.clear();
			progress.accept(from.file.position());
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The system's own words, with the file where it names one. */
	static String reason(IOException fault) {
		return fault instanceof NoSuchFileException gone ? "no such file or folder: " + gone.getFile()
				: fault.getMessage() == null ? fault.toString() : fault.getMessage();
	}
}
