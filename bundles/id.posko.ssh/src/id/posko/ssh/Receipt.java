package id.posko.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

import id.posko.ssh.RemoteFiles.Copied;
import id.posko.ssh.RemoteFiles.HereFault;
import net.schmizz.sshj.sftp.RemoteFile;

/** A file on its way to this machine. */
final class Receipt {

	/** Blocks of 32 KiB that are asked for ahead: half a MiB, for lines with 600 ms there and back. */
	private static final int AHEAD = 16;

	private final Path to;
	private final Path part;
	private final String sha256;

	Receipt(Path to, String sha256) {
		this.to = to;
		this.sha256 = sha256;
		part = to.resolveSibling(to.getFileName() + "." + sha256.substring(0, 16) + ".part");
	}

	/** @throws HereFault if it can not be written */
	Remote<Copied> of(RemoteFile file, LongConsumer progress) throws IOException {
		long size = file.length();
		MessageDigest digest = Sha256.digest();
		long begun;
		try (FileChannel out = here(() -> FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
			begun = here(() -> begun(out, size, digest));
			try (InputStream in = file.new ReadAheadRemoteFileInputStream(AHEAD, begun)) {
				write(in, out, begun, digest, progress);
			}
			here(() -> {
				out.force(true);
				return null;
			});
		}
		String found = Sha256.text(digest);
		return here(() -> {
			if (!found.equals(sha256)) {
				Files.delete(part);
				return new Remote.Differs<>(sha256, found);
			}
			Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
			return new Remote.Got<>(new Copied(Files.size(to), begun, sha256));
		});
	}

	/** What is there already, read again; more than the whole is another file's. */
	private long begun(FileChannel out, long size, MessageDigest digest) throws IOException {
		long there = out.size();
		if (there > size) {
			out.truncate(0);
			there = 0;
		}
		Sha256.update(digest, part, there);
		out.position(there);
		return there;
	}

	private static void write(InputStream in, FileChannel out, long begun, MessageDigest digest, LongConsumer progress)
			throws IOException {
		byte[] chunk = new byte[1 << 15];
		long bytes = begun;
		progress.accept(bytes);
		for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
			ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
			while (buffer.hasRemaining()) {
				here(() -> out.write(buffer));
			}
			digest.update(chunk, 0, read);
			bytes += read;
			progress.accept(bytes);
		}
	}

	/** What works on a file of this machine. */
	interface Step<T> {
		T go() throws IOException;
	}

	static <T> T here(Step<T> step) throws HereFault {
		try {
			return step.go();
		} catch (IOException e) {
			throw new HereFault(e);
		}
	}
}
