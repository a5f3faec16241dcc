package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;

/**
 * Windows: {@code IcmpSendEcho2Ex} and {@code Icmp6SendEcho2} of iphlpapi.dll, which need no administrator. Each call
 * holds a platform thread until its answer, so at most 64 requests are out at once; no rate is promised. Written from
 * documentation, never run here.
 */
final class WindowsEcho implements Way {

	private static final int AT_ONCE = 64;
	private static final int DATA = 32;
	private static final int ICMP_ERROR_ROOM = 8 + 16;
	private static final long INVALID_HANDLE = -1;
	private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
	private static final VarHandle LAST_ERROR = CAPTURE
			.varHandle(MemoryLayout.PathElement.groupElement("GetLastError"));

	private final MethodHandle createFile;
	private final MethodHandle createFile6;
	private final MethodHandle sendEcho;
	private final MethodHandle sendEcho6;
	private final MethodHandle closeHandle;
	private final ThreadPoolExecutor pool;
	private boolean closed;

	/** @throws LinkageError where the library or one of its calls is missing or native access is denied */
	WindowsEcho() {
		SymbolLookup library;
		try {
			library = SymbolLookup.libraryLookup("iphlpapi.dll", Arena.global());
		} catch (IllegalArgumentException e) {
			throw new UnsatisfiedLinkError(e.getMessage());
		}
		createFile = handle(library, "IcmpCreateFile", FunctionDescriptor.of(JAVA_LONG));
		createFile6 = handle(library, "Icmp6CreateFile", FunctionDescriptor.of(JAVA_LONG));
		sendEcho = handle(library, "IcmpSendEcho2Ex", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
				JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_SHORT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT));
		sendEcho6 = handle(library, "Icmp6SendEcho2", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
				JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_SHORT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT));
		closeHandle = handle(library, "IcmpCloseHandle", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
		pool = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				Thread.ofPlatform().daemon().name("posko-pinger-", 0).factory());
		pool.allowCoreThreadTimeOut(true);
	}

	private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor function) {
		MemorySegment address = library.find(name).orElseThrow(() -> new UnsatisfiedLinkError(name));
		return Linker.nativeLinker().downcallHandle(address, function,
				Linker.Option.captureCallState("GetLastError"));
	}

	@Override
	public String method() {
		return WindowsReply.METHOD;
	}

	@Override
	public void ask(InetAddress target, Duration timeout, Consumer<EchoAnswer> then) {
		if (!begin(() -> then.accept(isClosed() ? stopped() : ask(target, timeout)))) {
			then.accept(stopped());
		}
	}

	private synchronized boolean begin(Runnable asking) {
		if (!closed) {
			pool.execute(asking);
		}
		return !closed;
	}

	private synchronized boolean isClosed() {
		return closed;
	}

	private static EchoAnswer stopped() {
		return new EchoAnswer.NotSent(Cause.of("stopped"), WindowsReply.METHOD);
	}

	private EchoAnswer ask(InetAddress target, Duration timeout) {
		Family family = target instanceof Inet6Address ? Family.V6 : Family.V4;
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment capture = arena.allocate(CAPTURE);
			long handle = (long) (family == Family.V4 ? createFile : createFile6).invokeExact(capture);
			if (handle == INVALID_HANDLE) {
				return new EchoAnswer.NotSent(Cause.of("check_failed",
						"IcmpCreateFile " + (int) LAST_ERROR.get(capture, 0L)), WindowsReply.METHOD);
			}
			MemorySegment data = arena.allocate(DATA);
			int room = (family == Family.V4 ? WindowsReply.V4_SIZE : WindowsReply.V6_SIZE) + DATA + ICMP_ERROR_ROOM;
			MemorySegment reply = arena.allocate(room, 8);
			int milliseconds = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
			long before = System.nanoTime();
			int replies = family == Family.V4
					? (int) sendEcho.invokeExact(capture, handle, 0L, 0L, 0L, 0, WindowsAddress.ipAddr(target), data.address(),
							(short) DATA, 0L, reply.address(), room, milliseconds)
					: (int) sendEcho6.invokeExact(capture, handle, 0L, 0L, 0L, WindowsAddress.any6(arena).address(),
							WindowsAddress.of(arena, (Inet6Address) target).address(), data.address(), (short) DATA, 0L,
							reply.address(), room, milliseconds);
			Duration roundTrip = Duration.ofNanos(System.nanoTime() - before);
			int lastError = (int) LAST_ERROR.get(capture, 0L);
			int _ = (int) closeHandle.invokeExact(capture, handle);
			return new WindowsReply(family, reply).judge(replies, lastError, target, DATA, roundTrip, timeout);
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	private static AssertionError unexpected(Throwable e) {
		if (e instanceof Error error) {
			throw error;
		}
		return new AssertionError(e);
	}

	@Override
	public synchronized void close() {
		closed = true;
		pool.shutdown();
	}
}
