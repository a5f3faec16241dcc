package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers echo requests that the kernel routes to a TUN device: the truth of a test, since it counts what it answered.
 * A host is the low 16 bits of an address.
 */
final class TunResponder implements AutoCloseable {

	/** What is sent back for one request: IPv4 packets, as they are to be on the wire; none for a dead host. */
	interface Behaviour {
		List<byte[]> answers(byte[] request);
	}

	private static final ValueLayout.OfShort BE16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

	private record Due(long at, byte[] packet) {
	}

	private final int fd;
	private final long delay;
	private final Behaviour behaviour;
	private final Thread thread;
	private final BitSet asked = new BitSet();
	private final BitSet answered = new BitSet();
	/** Packets that went back. */
	final AtomicInteger written = new AtomicInteger();
	private volatile boolean stopping;

	/** @param network in CIDR form: all of it is routed to the device */
	TunResponder(Namespace namespace, String network, Duration delay, Behaviour behaviour) throws Exception {
		this.delay = delay.toNanos();
		this.behaviour = behaviour;
		fd = namespace.inside(() -> Kernel.openTun("truth"));
		namespace.ip("link set truth txqueuelen 20000 up");
		namespace.ip("addr add 10.255.255.1/32 dev truth");
		namespace.ip("route add " + network + " dev truth src 10.255.255.1");
		thread = Thread.ofPlatform().daemon().name("tun-responder").start(this::answer);
	}

	private void answer() {
		ArrayDeque<Due> waiting = new ArrayDeque<>();
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment buffer = arena.allocate(2048, 8);
			while (!stopping) {
				for (int size = Kernel.read(fd, buffer); size > 0; size = Kernel.read(fd, buffer)) {
					byte[] request = buffer.asSlice(0, size).toArray(JAVA_BYTE);
					if (isEchoRequest(request)) {
						asked.set(host(request, 16));
						long at = System.nanoTime() + delay;
						behaviour.answers(request).forEach(answer -> waiting.add(new Due(at, answer)));
					}
					send(waiting, buffer);
				}
				send(waiting, buffer);
				long rest = waiting.isEmpty() ? 20_000_000 : waiting.peek().at() - System.nanoTime();
				if (rest > 500_000) {
					Kernel.await(fd, (int) Math.min(20, rest / 1_000_000 + 1));
				}
			}
		}
	}

	private void send(ArrayDeque<Due> waiting, MemorySegment buffer) {
		while (!waiting.isEmpty() && waiting.peek().at() - System.nanoTime() <= 0) {
			byte[] packet = waiting.remove().packet();
			MemorySegment.copy(packet, 0, buffer, JAVA_BYTE, 0, packet.length);
			if (Kernel.write(fd, buffer, packet.length) == packet.length) {
				answered.set(host(packet, 12));
				written.incrementAndGet();
			}
		}
	}

	private static boolean isEchoRequest(byte[] packet) {
		return packet.length >= 28 && packet[0] == 0x45 && packet[9] == 1 && packet[20] == 8;
	}

	static int host(byte[] packet, int at) {
		return (packet[at + 2] & 0xff) << 8 | packet[at + 3] & 0xff;
	}

	/** The true reply to a request. */
	static byte[] reply(byte[] request) {
		byte[] reply = request.clone();
		System.arraycopy(request, 12, reply, 16, 4);
		System.arraycopy(request, 16, reply, 12, 4);
		reply[20] = 0;
		return summed(reply);
	}

	/** An ICMP error about a request, from a router, quoting so many bytes of its ICMP part. */
	static byte[] error(byte[] request, int type, int code, byte[] router, int quoted) {
		byte[] error = new byte[28 + 20 + quoted];
		System.arraycopy(request, 0, error, 0, 20);
		System.arraycopy(router, 0, error, 12, 4);
		System.arraycopy(request, 12, error, 16, 4);
		error[20] = (byte) type;
		error[21] = (byte) code;
		System.arraycopy(request, 0, error, 28, 20 + quoted);
		return summed(error);
	}

	/** The packet with its lengths and checksums made right. */
	static byte[] summed(byte[] packet) {
		MemorySegment m = MemorySegment.ofArray(packet);
		m.set(BE16, 2, (short) packet.length);
		m.set(BE16, 10, (short) 0);
		m.set(BE16, 10, (short) ~sum(packet, 0, 20));
		m.set(BE16, 22, (short) 0);
		m.set(BE16, 22, (short) ~sum(packet, 20, packet.length));
		return packet;
	}

	static int sum(byte[] bytes, int from, int to) {
		int sum = 0;
		for (int i = from; i < to; i++) {
			sum += (bytes[i] & 0xff) << ((i - from) % 2 == 0 ? 8 : 0);
		}
		sum = (sum & 0xffff) + (sum >>> 16);
		return (sum & 0xffff) + (sum >>> 16);
	}

	/** Stops and gives the hosts that were answered. */
	BitSet answered() throws InterruptedException {
		stop();
		return answered;
	}

	BitSet asked() throws InterruptedException {
		stop();
		return asked;
	}

	private void stop() throws InterruptedException {
		stopping = true;
		thread.join();
	}

	@Override
	public void close() throws InterruptedException {
		stop();
		Kernel.close(fd);
	}
}
