package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The calls of the C library that a pinger needs, on 64-bit Linux. Each gives the call's result, or the negated errno.
 * Pointers are plain numbers. One thread only: errno is captured into memory of this instance.
 */
final class Libc {

	static final int EPERM = 1;
	static final int EINTR = 4;
	static final int EAGAIN = 11;
	static final int ENOMEM = 12;
	static final int EACCES = 13;
	static final int EINVAL = 22;
	static final int ENETDOWN = 100;
	static final int ENETUNREACH = 101;
	static final int ENOBUFS = 105;
	static final int EHOSTDOWN = 112;
	static final int EHOSTUNREACH = 113;
	static final int EAFNOSUPPORT = 97;
	static final int EADDRNOTAVAIL = 99;

	static final int MSG_DONTWAIT = 0x40;
	static final int MSG_ERRQUEUE = 0x2000;

	private static final Linker LINKER = Linker.nativeLinker();
	private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
	private static final VarHandle ERRNO = CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
	private static final MethodHandle SOCKET = ints("socket", JAVA_INT, JAVA_INT, JAVA_INT);
	private static final MethodHandle SETSOCKOPT = ints("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
	private static final MethodHandle GETSOCKOPT = ints("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
	private static final MethodHandle SENDMMSG = ints("sendmmsg", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
	private static final MethodHandle RECVMMSG = ints("recvmmsg", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
	private static final MethodHandle RECVMSG = longs("recvmsg", JAVA_INT, JAVA_LONG, JAVA_INT);
	private static final MethodHandle PPOLL = ints("ppoll", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
	private static final MethodHandle EVENTFD = ints("eventfd", JAVA_INT, JAVA_INT);
	private static final MethodHandle READ = longs("read", JAVA_INT, JAVA_LONG, JAVA_LONG);
	private static final MethodHandle WRITE = longs("write", JAVA_INT, JAVA_LONG, JAVA_LONG);
	private static final MethodHandle CLOCK_GETTIME = ints("clock_gettime", JAVA_INT, JAVA_LONG);
	private static final MethodHandle CLOSE = ints("close", JAVA_INT);

	private final MemorySegment capture;

	Libc(Arena arena) {
		capture = arena.allocate(CAPTURE);
	}

	private static MethodHandle ints(String name, MemoryLayout... arguments) {
		return handle(name, FunctionDescriptor.of(JAVA_INT, arguments));
	}

	private static MethodHandle longs(String name, MemoryLayout... arguments) {
		return handle(name, FunctionDescriptor.of(JAVA_LONG, arguments));
	}

	private static MethodHandle handle(String name, FunctionDescriptor function) {
		return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), function,
				Linker.Option.captureCallState("errno"));
	}

	private int result(int value) {
		return value < 0 ? -(int) ERRNO.get(capture, 0L) : value;
	}

	int socket(int domain, int type, int protocol) {
		try {
			return result((int) SOCKET.invokeExact(capture, domain, type, protocol));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int setsockopt(int fd, int level, int option, MemorySegment value) {
		try {
			return result((int) SETSOCKOPT.invokeExact(capture, fd, level, option, value.address(),
					(int) value.byteSize()));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int getsockopt(int fd, int level, int option, MemorySegment value, MemorySegment size) {
		size.set(JAVA_INT, 0, (int) value.byteSize());
		try {
			return result((int) GETSOCKOPT.invokeExact(capture, fd, level, option, value.address(), size.address()));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int sendmmsg(int fd, long messages, int count, int flags) {
		try {
			return result((int) SENDMMSG.invokeExact(capture, fd, messages, count, flags));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int recvmmsg(int fd, long messages, int count, int flags) {
		try {
			return result((int) RECVMMSG.invokeExact(capture, fd, messages, count, flags, 0L));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int recvmsg(int fd, long message, int flags) {
		try {
			return result((int) (long) RECVMSG.invokeExact(capture, fd, message, flags));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int ppoll(long files, int count, long timespec) {
		try {
			return result((int) PPOLL.invokeExact(capture, files, (long) count, timespec, 0L));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int eventfd(int flags) {
		try {
			return result((int) EVENTFD.invokeExact(capture, 0, flags));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int read(int fd, MemorySegment into) {
		try {
			return result((int) (long) READ.invokeExact(capture, fd, into.address(), into.byteSize()));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int write(int fd, MemorySegment from) {
		try {
			return result((int) (long) WRITE.invokeExact(capture, fd, from.address(), from.byteSize()));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int clockGettime(int clock, long timespec) {
		try {
			return result((int) CLOCK_GETTIME.invokeExact(capture, clock, timespec));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	int close(int fd) {
		try {
			return result((int) CLOSE.invokeExact(capture, fd));
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	/** A method handle of exact type throws nothing but errors of the machine. */
	private static AssertionError unexpected(Throwable e) {
		if (e instanceof Error error) {
			throw error;
		}
		return new AssertionError(e);
	}
}
