package id.posko.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses to gzip (RFC 1952): each MiB is a member of its own, so that several are worked on at once. An empty
 * subfield {@code PK} in their headers tells what was compressed here from what came as gzip already.
 */
final class Gzip {

	private static final int BLOCK = 1 << 20;
	private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
	/** What is not made smaller by this is sealed as it is. */
	private static final double WORTH = 0.9;
	private static final int TRAILER = 8;
	private static final byte[] HEADER = { 0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 4, (byte) 0xff, 4, 0, 'P', 'K', 0, 0 };

	/** Bytes of a header. */
	static final int START = HEADER.length;

	private Gzip() {
	}

	/** Tries the first MiB and one from the middle. */
	static boolean isWorth(FileChannel file) throws IOException {
		long tried = 0;
		long left = 0;
		for (long at : new long[] { 0, file.size() / 2 }) {
			ByteBuffer block = ByteBuffer.allocate(BLOCK);
			while (block.hasRemaining() && file.read(block, at + block.position()) >= 0) {
				// on
			}
			tried += block.position();
			left += member(block.flip()).remaining();
		}
		return left < tried * WORTH;
	}

	/** Whether something that begins so was compressed here. */
	static boolean isOurs(byte[] start, int length) {
		return Arrays.equals(HEADER, 0, START, start, 0, length);
	}

	/** @param done takes the bytes read so far */
	static void copy(ReadableByteChannel from, WritableByteChannel to, LongConsumer done) throws IOException {
		Queue<Future<ByteBuffer>> members = new ArrayDeque<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory())) {
			try {
				long read = 0;
				for (ByteBuffer block = next(from); block.hasRemaining(); block = next(from)) {
					if (members.size() > THREADS) {
						write(members.remove(), to);
					}
					ByteBuffer full = block;
					read += full.remaining();
					members.add(threads.submit(() -> member(full)));
					done.accept(read);
				}
				while (!members.isEmpty()) {
					write(members.remove(), to);
				}
			} finally {
				threads.shutdownNow();
			}
		}
	}

	private static ByteBuffer next(ReadableByteChannel from) throws IOException {
		ByteBuffer block = ByteBuffer.allocate(BLOCK);
		while (block.hasRemaining() && from.read(block) >= 0) {
			// on
		}
		return block.flip();
	}

	private static void write(Future<ByteBuffer> member, WritableByteChannel to) throws IOException {
		try {
			to.write(member.get());
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new ClosedByInterruptException();
		} catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	private static ByteBuffer member(ByteBuffer block) {
		CRC32 crc = new CRC32();
		crc.update(block.duplicate());
		int length = block.remaining();
		Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
		try {
			deflater.setInput(block);
			deflater.finish();
			ByteBuffer member = ByteBuffer.allocate(START + length + (length >> 8) + 64 + TRAILER)
					.order(ByteOrder.LITTLE_ENDIAN);
			member.put(HEADER);
			while (!deflater.finished()) {
				deflater.deflate(member);
			}
			return member.putInt((int) crc.getValue()).putInt(length).flip();
		} finally {
			deflater.end();
		}
	}
}
