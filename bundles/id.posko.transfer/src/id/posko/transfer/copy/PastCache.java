package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.sun.nio.file.ExtendedOpenOption;

/** Reads files as their device gives them, or as nearly so as the system can. One thread. */
final class PastCache {

	private static final int USUAL_BLOCK = 4096;

	private final ByteBuffer buffer;
	private Way way = Way.DIRECT;
	private boolean isDirect;

	/** Takes what was read; the buffer is used again. */
	interface Taker {
		void take(ByteBuffer chunk, long offset) throws IOException, InterruptedException;
	}

	/** @param folder that holds what is to be read */
	PastCache(Path folder) {
		int block = block(folder);
		buffer = ByteBuffer.allocateDirect(CopyJournal.CHUNK + block).alignedSlice(block).slice(0, CopyJournal.CHUNK);
	}

	private static int block(Path folder) {
		try {
			long said = Files.getFileStore(folder).getBlockSize();
			return said >= 512 && said <= CopyJournal.CHUNK && Long.bitCount(said) == 1 ? (int) Math.max(said, USUAL_BLOCK)
					: USUAL_BLOCK;
		} catch (IOException | UnsupportedOperationException _) { // then by what nearly all have
			return USUAL_BLOCK;
		}
	}

	/** The worst by which anything was read so far. */
	Way way() {
		return way;
	}

	/** Chunk by chunk, none for an empty file. */
	void read(Path file, Taker taker) throws IOException, InterruptedException {
		try (FileChannel channel = opened(file)) {
			for (long offset = 0; buffer.hasRemaining(); next(channel, offset)) {
				int length = buffer.remaining();
				taker.take(buffer, offset);
				offset += length;
			}
		}
	}

	/** With its first chunk in the buffer: some systems say only then that they can not read past their cache. */
	private FileChannel opened(Path file) throws IOException {
		FileChannel direct = null;
		boolean isRead = false;
		try {
			direct = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS, ExtendedOpenOption.DIRECT);
			isDirect = true;
			next(direct, 0);
			isRead = true;
			return direct;
		} catch (NoSuchFileException | ClosedByInterruptException e) {
			throw e;
		} catch (IOException | UnsupportedOperationException _) {
			way = way.or(drop(file) ? Way.DROPPED : Way.CACHED);
			FileChannel plain = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
			isDirect = false;
			next(plain, 0);
			return plain;
		} finally {
			if (direct != null && !isRead) {
				direct.close();
			}
		}
	}

	private static boolean drop(Path file) {
		try {
			boolean isPossible = Libc.isHere() && file.getFileSystem() == FileSystems.getDefault();
			if (isPossible) {
				Libc.dropCache(file);
			}
			return isPossible;
		} catch (IOException _) { // then it is said that the cache may have answered
			return false;
		}
	}

	/** Past the cache only whole blocks can be asked for: a read that ends between them has come to the file's end. */
	private void next(FileChannel channel, long from) throws IOException {
		if (!isDirect) {
			Task.fill(channel, buffer, from);
			return;
		}
		buffer.clear();
		if (from % USUAL_BLOCK == 0) {
			while (buffer.hasRemaining() && buffer.position() % USUAL_BLOCK == 0
					&& channel.read(buffer, from + buffer.position()) > 0) {
				// on
			}
		}
		buffer.flip();
	}
}
