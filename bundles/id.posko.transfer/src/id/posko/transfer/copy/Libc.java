package id.posko.transfer.copy;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The calls of the C library that a copy needs, on 64-bit Linux: open(2), close(2), syncfs(2), posix_fadvise(2). */
final class Libc {

	private static final int O_RDONLY = 0;
	private static final int O_CLOEXEC = 0x8_0000;
	private static final int POSIX_FADV_DONTNEED = 4;

	private static final Linker LINKER = Linker.nativeLinker();
	private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
	private static final long ERRNO = CAPTURE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
	private static final MethodHandle OPEN = handle("open", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT),
			Linker.Option.captureCallState("errno"));
	private static final MethodHandle SYNCFS = handle("syncfs", FunctionDescriptor.of(JAVA_INT, JAVA_INT),
			Linker.Option.captureCallState("errno"));
	private static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
	private static final MethodHandle FADVISE = handle("posix_fadvise",
			FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

	private Libc() {
	}

	private static MethodHandle handle(String name, FunctionDescriptor function, Linker.Option... options) {
		return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), function, options);
	}

	static boolean isHere() {
		return System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").matches("amd64|aarch64");
	}

	/** @return a file descriptor */
	static int open(Path path) throws IOException {
		byte[] octets = Names.octets(path.toUri().getRawPath());
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment name = arena.allocate(octets.length + 1L);
			MemorySegment.copy(octets, 0, name, JAVA_BYTE, 0, octets.length);
			MemorySegment capture = arena.allocate(CAPTURE);
			return check((int) OPEN.invokeExact(capture, name.address(), O_RDONLY | O_CLOEXEC), capture, "open " + path);
		} catch (Throwable e) {
			throw thrown(e);
		}
	}

	/** All that was written to the file system of that descriptor is on its device; since Linux 5.8 or it throws. */
	static void syncfs(int descriptor) throws IOException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment capture = arena.allocate(CAPTURE);
			check((int) SYNCFS.invokeExact(capture, descriptor), capture, "syncfs");
		} catch (Throwable e) {
			throw thrown(e);
		}
	}

	/** Asks for the cached pages of a file to be dropped. */
	static void dropCache(Path file) throws IOException {
		int descriptor = open(file);
		try {
			int error = (int) FADVISE.invokeExact(descriptor, 0L, 0L, POSIX_FADV_DONTNEED);
			if (error != 0) {
				throw new IOException("posix_fadvise: errno " + error);
			}
		} catch (Throwable e) {
			throw thrown(e);
		} finally {
			close(descriptor);
		}
	}

	static void close(int descriptor) {
		try {
			int _ = (int) CLOSE.invokeExact(descriptor);
		} catch (Throwable e) {
			throw new IllegalStateException(e);
		}
	}

	private static int check(int result, MemorySegment capture, String call) throws IOException {
		if (result < 0) {
			throw new IOException(call + ": errno " + capture.get(JAVA_INT, ERRNO));
		}
		return result;
	}

	private static IOException thrown(Throwable e) {
		return switch (e) {
			case IOException fault -> fault;
			case RuntimeException bug -> throw bug;
			case Error error -> throw error;
			default -> throw new IllegalStateException(e);
		};
	}
}
