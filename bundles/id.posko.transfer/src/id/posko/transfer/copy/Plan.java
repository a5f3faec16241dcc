package id.posko.transfer.copy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is to be copied, as a file of one line for each: octets, from where, to where, with tabs between; names as
 * {@link Names} has them. The last line counts them and bears the hash of all before it.
 */
public record Plan(Path file, int files, long octets, byte[] hash) {

	private static final String END = "#";

	/** @param octets when it was planned */
	public record Row(long octets, String from, String to) {
	}

	/** Writes one; what is not finished is no plan. */
	public static final class Maker implements AutoCloseable {

		private final Path file;
		private final Path part;
		private final FileChannel channel;
		private final MessageDigest digest = Hash.digest();
		private final BufferedWriter out;
		private int files;
		private long octets;

		public Maker(Path file) throws IOException {
			this.file = file;
			part = file.resolveSibling(file.getFileName() + ".part");
			channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
					StandardOpenOption.WRITE);
			OutputStream hashed = new DigestOutputStream(Channels.newOutputStream(channel), digest);
			out = new BufferedWriter(new java.io.OutputStreamWriter(hashed, StandardCharsets.UTF_8), 1 << 16);
		}

		public void add(Row row) throws IOException {
			out.write(row.octets() + "\t" + row.from() + "\t" + row.to() + "\n");
			files++;
			octets += row.octets();
		}

		public int files() {
			return files;
		}

		public Plan finish() throws IOException {
			out.flush();
			byte[] hash = digest.digest();
			out.write(END + "\t" + files + "\t" + octets + "\t" + HexFormat.of().formatHex(hash) + "\n");
			out.flush();
			channel.force(true);
			channel.close();
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			return new Plan(file, files, octets, hash);
		}

		@Override
		public void close() throws IOException {
			channel.close();
			Files.deleteIfExists(part);
		}
	}

	/** Takes rows in their order. */
	@FunctionalInterface
	public interface Taker {
		void take(int number, Row row) throws IOException, InterruptedException;
	}

	/** @throws IOException if it can not be read, or is not the one that was written */
	public static Plan read(Path file) throws IOException {
		MessageDigest digest = Hash.digest();
		try (BufferedReader in = Files.newBufferedReader(file)) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String[] cells = line.split("\t");
				if (!cells[0].equals(END)) {
					digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
					continue;
				}
				byte[] hash = digest.digest();
				if (cells.length == 4 && Arrays.equals(hash, HexFormat.of().parseHex(cells[3]))) {
					return new Plan(file, Integer.parseInt(cells[1]), Long.parseLong(cells[2]), hash);
				}
			}
		} catch (IllegalArgumentException e) {
			throw new IOException("no plan: " + file, e);
		}
		throw new IOException("no plan: " + file);
	}

	public void rows(Taker taker) throws IOException, InterruptedException {
		try (BufferedReader in = Files.newBufferedReader(file)) {
			for (int i = 0; i < files; i++) {
				String[] cells = in.readLine().split("\t");
				taker.take(i, new Row(Long.parseLong(cells[0]), cells[1], cells[2]));
			}
		}
	}
}
