package id.posko.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What the benches ask Linux directly: CPU used, network namespaces, and a tap on the packets of one. */
public final class Linux {

	private static final int CLONE_NEWNET = 0x4000_0000;
	private static final int RUSAGE_SELF = 0;
	private static final int RUSAGE_CHILDREN = -1;
	private static final int RUSAGE_SIZE = 144;

	private static final MethodHandle OPEN = handle("open", JAVA_INT, JAVA_LONG, JAVA_INT);
	private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);
	private static final MethodHandle SETNS = handle("setns", JAVA_INT, JAVA_INT, JAVA_INT);
	private static final MethodHandle GETRUSAGE = handle("getrusage", JAVA_INT, JAVA_INT, JAVA_LONG);
	private static final MethodHandle SOCKET = handle("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
	private static final MethodHandle SETSOCKOPT = handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
			JAVA_LONG, JAVA_INT);
	private static final MethodHandle RECVMSG = handle("recvmsg", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);

	private Linux() {
	}

	private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
		Linker linker = Linker.nativeLinker();
		return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
				FunctionDescriptor.of(result, arguments));
	}

	/** User and system time of this process so far, in nanoseconds. */
	public static long ownCpu() {
		return cpu(RUSAGE_SELF);
	}

	/** The same of all processes that it started and that have ended. */
	static long childrensCpu() {
		return cpu(RUSAGE_CHILDREN);
	}

	private static long cpu(int who) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment usage = arena.allocate(RUSAGE_SIZE, 8);
			check((int) GETRUSAGE.invokeExact(who, usage.address()), "getrusage");
			return (usage.get(JAVA_LONG, 0) + usage.get(JAVA_LONG, 16)) * 1_000_000_000
					+ (usage.get(JAVA_LONG, 8) + usage.get(JAVA_LONG, 24)) * 1000;
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	/** Calls on a platform thread inside a named network namespace. */
	static <T> T inside(String namespace, Callable<T> call) throws InterruptedException {
		CompletableFuture<T> result = new CompletableFuture<>();
		Thread.ofPlatform().daemon().start(() -> result.completeAsync(() -> {
			enter(namespace);
			try {
				return call.call();
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		}, Runnable::run));
		try {
			return result.get();
		} catch (ExecutionException e) {
			throw new IllegalStateException(namespace, e.getCause());
		}
	}

	private static void enter(String namespace) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment path = arena.allocateFrom("/run/netns/" + namespace);
			int fd = check((int) OPEN.invokeExact(path.address(), 0), "open");
			int entered = (int) SETNS.invokeExact(fd, CLONE_NEWNET);
			int _ = (int) CLOSE.invokeExact(fd);
			check(entered, "setns");
		} catch (Throwable e) {
			throw unexpected(e);
		}
	}

	/** Sees every packet of the namespace in which it is opened, with the kernel's stamp: packet(7). */
	static final class Tap implements AutoCloseable {

		private static final int AF_PACKET = 17;
		private static final int SOCK_DGRAM = 2;
		private static final int ETH_P_ALL = 0x0300;
		private static final int SO_RCVBUFFORCE = 33;
		private static final int SO_TIMESTAMPNS = 35;
		private static final int BUFFER = 64 << 20;
		private static final int MSG_DONTWAIT = 0x40;

		/** Takes one packet from its IP header on. */
		interface Seen {
			void packet(MemorySegment packet, int size, long stampNanos);
		}

		private final int fd;

		Tap() {
			try (Arena arena = Arena.ofConfined()) {
				fd = check((int) SOCKET.invokeExact(AF_PACKET, SOCK_DGRAM, ETH_P_ALL), "socket");
				MemorySegment value = arena.allocate(JAVA_INT);
				value.set(JAVA_INT, 0, BUFFER);
				check((int) SETSOCKOPT.invokeExact(fd, 1, SO_RCVBUFFORCE, value.address(), 4), "SO_RCVBUFFORCE");
				value.set(JAVA_INT, 0, 1);
				check((int) SETSOCKOPT.invokeExact(fd, 1, SO_TIMESTAMPNS, value.address(), 4), "SO_TIMESTAMPNS");
			} catch (Throwable e) {
				throw unexpected(e);
			}
		}

		/** Hands over what was seen since, in order. */
		void drain(Seen seen) {
			try (Arena arena = Arena.ofConfined()) {
				MemorySegment message = arena.allocate(56, 8);
				MemorySegment vector = arena.allocate(16, 8);
				MemorySegment packet = arena.allocate(256, 8);
				MemorySegment control = arena.allocate(64, 8);
				vector.set(JAVA_LONG, 0, packet.address());
				vector.set(JAVA_LONG, 8, packet.byteSize());
				message.set(JAVA_LONG, 16, vector.address());
				message.set(JAVA_LONG, 24, 1);
				message.set(JAVA_LONG, 32, control.address());
				for (;;) {
					message.set(JAVA_LONG, 40, control.byteSize());
					long size = (long) RECVMSG.invokeExact(fd, message.address(), MSG_DONTWAIT);
					if (size < 0) {
						return;
					}
					seen.packet(packet, (int) Math.min(size, packet.byteSize()),
							control.get(JAVA_LONG, 16) * 1_000_000_000 + control.get(JAVA_LONG, 24));
				}
			} catch (Throwable e) {
				throw unexpected(e);
			}
		}

		@Override
		public void close() {
			try {
				int _ = (int) CLOSE.invokeExact(fd);
			} catch (Throwable e) {
				throw unexpected(e);
			}
		}
	}

	private static int check(int result, String call) {
		if (result < 0) {
			throw new IllegalStateException(call + " failed");
		}
		return result;
	}

	private static RuntimeException unexpected(Throwable e) {
		if (e instanceof Error error) {
			throw error;
		}
		return e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
	}
}
