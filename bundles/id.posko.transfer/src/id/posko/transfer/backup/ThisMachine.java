package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** The machine that the console runs on. */
final class ThisMachine implements Place {

	static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

	@Override
	public boolean isWindows() {
		return WINDOWS;
	}

	@Override
	public Ended run(Order order, Consumer<String> told) throws InterruptedException {
		return new LocalCommand(order, told).run();
	}

	@Override
	public List<Lying> files(FilePattern pattern) throws IOException {
		List<Lying> found = new ArrayList<>();
		try (Stream<Path> all = Files.list(Path.of(pattern.folder()))) {
			for (Path file : all.filter(is -> pattern.matches(is.getFileName().toString())).filter(Files::isRegularFile)
					.sorted().toList()) {
				found.add(new Lying(file.toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant()));
			}
		} catch (NoSuchFileException | NotDirectoryException _) {
			// then it has no files
		}
		return found;
	}

	@Override
	public byte[] tail(String path, int most) throws IOException {
		return part(Path.of(path), Math.max(0, Files.size(Path.of(path)) - most), most);
	}

	@Override
	public byte[] head(String path, int most) throws IOException {
		return part(Path.of(path), 0, most);
	}

	private static byte[] part(Path file, long from, int most) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			return Channels.newInputStream(channel.position(from)).readNBytes(most);
		}
	}

	@Override
	public String sha256(String path) throws IOException {
		return sha256(Path.of(path));
	}

	/** Ends by interrupt, as a {@link java.nio.channels.ClosedByInterruptException}. */
	static String sha256(Path file) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			ByteBuffer chunk = ByteBuffer.allocate(1 << 18);
			while (channel.read(chunk) >= 0) {
				digest.update(chunk.flip());
				chunk.clear();
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public Path bring(String path, String sha256, Path folder, LongConsumer progress) {
		return Path.of(path);
	}
}
