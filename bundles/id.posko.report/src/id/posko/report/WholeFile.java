package id.posko.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** A file made under another name in the same folder, which takes its place whole or not at all. */
final class WholeFile {

	@FunctionalInterface
	interface Filling {

		/** The number of rows written. */
		long fill(OutputStream out) throws IOException, Refusal;
	}

	private WholeFile() {
	}

	static Writing write(Path target, Filling filling) {
		try {
			return new Writing.Written(writeInPlace(target, filling));
		} catch (Refusal refusal) {
			return new Writing.Refused(refusal.outcome().fault(), refusal.outcome().place());
		} catch (ClosedByInterruptException _) {
			return new Writing.Refused(Fault.of(Fault.Code.STOPPED), Optional.empty());
		} catch (IOException e) {
			return new Writing.Refused(Fault.of(Fault.Code.IO, String.valueOf(e.getMessage())), Optional.empty());
		}
	}

	private static long writeInPlace(Path target, Filling filling) throws IOException, Refusal {
		Path place = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
		Path folder = place.getParent();
		if (folder == null || Files.isDirectory(place)) {
			throw new Refusal(Fault.Code.NOT_A_FILE, target.toString());
		}
		if (!Files.isDirectory(folder)) {
			throw new Refusal(Fault.Code.NO_FOLDER, folder.toString());
		}
		Path unfinished = folder.resolve("." + UUID.randomUUID() + ".part");
		try {
			long rows;
			try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW,
					StandardOpenOption.WRITE)) {
				OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
				rows = filling.fill(out);
				out.flush();
				channel.force(true);
			}
			Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return rows;
		} catch (AccessDeniedException _) {
			throw new Refusal(Fault.Code.CLOSED_FOLDER, folder.toString());
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}
}
