package id.posko.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.LongConsumer;

import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;

/** A file on its way to another machine. */
final class Sending {

	/** Blocks that may be unconfirmed. */
	private static final int AHEAD = 16;

	private Sending() {
	}

	/** From the byte that comes after those that are there; from the first one, anew. */
	static void send(SFTPClient sftp, Path from, String part, long begun, LongConsumer progress) throws IOException {
		EnumSet<OpenMode> mode = EnumSet.of(OpenMode.WRITE, OpenMode.CREAT);
		if (begun == 0) {
			mode.add(OpenMode.TRUNC);
		}
		byte[] chunk = new byte[1 << 15];
		long bytes = begun;
		try (InputStream in = Receipt.here(() -> Files.newInputStream(from)); RemoteFile file = sftp.open(part, mode)) {
			Receipt.here(() -> {
				in.skipNBytes(begun);
				return null;
			});
			try (OutputStream out = file.new RemoteFileOutputStream(begun, AHEAD)) {
				progress.accept(bytes);
				for (int read = next(in, chunk); read >= 0; read = next(in, chunk)) {
					out.write(chunk, 0, read);
					bytes += read;
					progress.accept(bytes);
				}
			}
		}
	}

	private static int next(InputStream in, byte[] chunk) throws IOException {
		return Receipt.here(() -> in.read(chunk));
	}
}
