package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The few system calls that only the tests' own networks need. */
final class Kernel {

	static final int O_RDONLY = 0;
	static final int O_RDWR = 2;
	static final int O_NONBLOCK = 0x800;
	static final int CLONE_NEWNET = 0x4000_0000;

	private static final MethodHandle OPEN = handle("open", JAVA_INT, JAVA_LONG, JAVA_INT);
	private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);
	private static final MethodHandle SETNS = handle("setns", JAVA_INT, JAVA_INT, JAVA_INT);
	private static final MethodHandle IOCTL = handle("ioctl", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
	private static final MethodHandle READ = handle("read", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
	private static final MethodHandle WRITE = handle("write", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
	private static final MethodHandle POLL = handle("poll", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

	private Kernel() {
	}

	private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
		Linker linker = Linker.nativeLinker();
		Linker.Option[] variadic = name.equals("ioctl")
				? new Linker.Option[] { Linker.Option.firstVariadicArg(2) } : new Linker.Option[0];
		return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
				FunctionDescriptor.of(result, arguments), variadic);
	}

	static int open(String path, int flags) {
		try (Arena arena = Arena.ofConfined()) {
			int fd = (int) OPEN.invokeExact(arena.allocateFrom(path).address(), flags);
			if (fd < 0) {
				throw new IllegalStateException("open " + path);
			}
			return fd;
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	static void close(int fd) {
		try {
			int _ = (int) CLOSE.invokeExact(fd);
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	/** Moves the calling platform thread into a network namespace; threads and processes it starts follow. */
	static void enter(String namespace) {
		int fd = open("/run/netns/" + namespace, O_RDONLY);
		try {
			if ((int) SETNS.invokeExact(fd, CLONE_NEWNET) != 0) {
				throw new IllegalStateException("setns " + namespace);
			}
		} catch (Throwable e) {
			throw unexpected(e);
		} finally {
			close(fd);
		}
	}

	/** Opens the TUN device of that name, without packet information, not blocking. */
	static int openTun(String name) {
		int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment request = arena.allocate(40, 8);
			request.setString(0, name);
			request.set(ValueLayout.JAVA_SHORT, 16, (short) 0x1001);
			if ((int) IOCTL.invokeExact(fd, 0x400454caL, request.address()) != 0) {
				throw new IllegalStateException("TUNSETIFF " + name);
			}
			return fd;
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	static int read(int fd, MemorySegment into) {
		try {
			return (int) (long) READ.invokeExact(fd, into.address(), into.byteSize());
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	static int write(int fd, MemorySegment from, long size) {
		try {
			return (int) (long) WRITE.invokeExact(fd, from.address(), size);
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	/** Waits until the file can be read. */
	static void await(int fd, int milliseconds) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment file = arena.allocate(8, 8);
			file.set(JAVA_INT, 0, fd);
			file.set(JAVA_INT, 4, 1);
			int _ = (int) POLL.invokeExact(file.address(), 1L, milliseconds);
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	private static RuntimeException unexpected(Throwable e) {
		if (e instanceof Error error) {
			throw error;
		}
		return e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
	}
}
