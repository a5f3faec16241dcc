package id.posko.transfer.copy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Reads and writes as much as {@link Faults} let it; by offset alone, as the engine does. */
final class FaultyChannel extends FileChannel {

	private final FileChannel real;
	private final Faults faults;

	FaultyChannel(FileChannel real, Faults faults) {
		this.real = real;
		this.faults = faults;
	}

	@Override
	public int read(ByteBuffer into, long from) throws IOException {
		int most = faults.read(into.remaining());
		int limit = into.limit();
		into.limit(into.position() + most);
		try {
			int read = real.read(into, from);
			faults.done(Math.max(0, read));
			return read;
		} finally {
			into.limit(limit);
		}
	}

	@Override
	public int write(ByteBuffer content, long to) throws IOException {
		int most = faults.write(content.remaining());
		int limit = content.limit();
		content.limit(content.position() + most);
		try {
			return real.write(content, to);
		} finally {
			content.limit(limit);
		}
	}

	@Override
	public long size() throws IOException {
		return real.size();
	}

	@Override
	public FileChannel truncate(long size) throws IOException {
		faults.touch();
		real.truncate(size);
		return this;
	}

	@Override
	public void force(boolean withMetadata) throws IOException {
		faults.touch();
		real.force(withMetadata);
	}

	@Override
	protected void implCloseChannel() throws IOException {
		real.close();
	}

	@Override
	public int read(ByteBuffer into) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long read(ByteBuffer[] into, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int write(ByteBuffer content) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long write(ByteBuffer[] content, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long position() {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileChannel position(long to) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long transferTo(long from, long length, WritableByteChannel to) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long transferFrom(ReadableByteChannel from, long at, long length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public MappedByteBuffer map(MapMode mode, long from, long length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileLock lock(long from, long length, boolean isShared) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileLock tryLock(long from, long length, boolean isShared) {
		throw new UnsupportedOperationException();
	}
}
