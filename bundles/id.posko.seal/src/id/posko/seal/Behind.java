package id.posko.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Writes behind the back of who fills it, on a thread of its own, so that working out the next bytes and writing the last
 * ones go on at the same time. What fails there is thrown at a later call; closing waits for it.
 */
final class Behind implements WritableByteChannel {

	private static final int BLOCK = 1 << 18;
	/** So many may wait to be written that on a busy machine neither side waits for the other to be let run. */
	private static final int BLOCKS = 16;

	private final WritableByteChannel to;
	private final Consumer<ByteBuffer> witness;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
	private final Queue<Future<ByteBuffer>> writing = new ArrayDeque<>();
	private ByteBuffer block = ByteBuffer.allocate(BLOCK);
	private boolean isOpen = true;

	Behind(WritableByteChannel to) {
		this(to, _ -> {
		});
	}

	/** @param witness sees all bytes on that other thread, in order; until this is closed */
	Behind(WritableByteChannel to, Consumer<ByteBuffer> witness) {
		this.to = to;
		this.witness = witness;
	}

	@Override
	public int write(ByteBuffer from) throws IOException {
		int length = from.remaining();
		while (from.hasRemaining()) {
			int some = Math.min(from.remaining(), block.remaining());
			block.put(from.slice(from.position(), some));
			from.position(from.position() + some);
			if (!block.hasRemaining()) {
				send();
			}
		}
		return length;
	}

	private void send() throws IOException {
		ByteBuffer filled = block.flip();
		Callable<ByteBuffer> writer = () -> {
			witness.accept(filled.duplicate());
			while (filled.hasRemaining()) {
				to.write(filled);
			}
			return filled.clear();
		};
		writing.add(thread.submit(writer));
		block = writing.size() < BLOCKS ? ByteBuffer.allocate(BLOCK) : written();
	}

	/** The next one that is written. */
	private ByteBuffer written() throws IOException {
		try {
			return writing.remove().get();
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case IOException fault -> throw fault;
			case RuntimeException bug -> throw bug;
			default -> throw new IllegalStateException(e);
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new ClosedByInterruptException();
		}
	}

	@Override
	public boolean isOpen() {
		return isOpen;
	}

	/** Returns when nothing is written any more: all is, or it throws. */
	@Override
	public void close() throws IOException {
		if (!isOpen) {
			return;
		}
		isOpen = false;
		try {
			send();
			while (!writing.isEmpty()) {
				written();
			}
		} finally {
			thread.shutdownNow();
			thread.close();
		}
	}
}
