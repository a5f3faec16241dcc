package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Up to 16 requests for one {@code sendmmsg}; what the kernel did not take stays at the front. */
final class SendRing {

	static final int SIZE = 16;

	private static final ValueLayout.OfInt INT_BE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final ValueLayout.OfLong LONG_BE = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final long NAME = 32;

	private final EchoPacket packet;
	private final MemorySegment messages;
	private final MemorySegment names;
	private final MemorySegment packets;
	private final int[] slots = new int[SIZE];
	private int first;
	private int count;

	SendRing(Arena arena, EchoPacket packet) {
		this.packet = packet;
		messages = arena.allocate(MessageHeader.MMSG * SIZE, 8);
		names = arena.allocate(NAME * SIZE, 8);
		packets = arena.allocate((long) EchoPacket.SIZE * SIZE, 8);
		MemorySegment vectors = arena.allocate(16L * SIZE, 8);
		boolean v4 = packet.family() == Family.V4;
		for (int i = 0; i < SIZE; i++) {
			packet.prepare(packets, (long) i * EchoPacket.SIZE);
			names.set(JAVA_SHORT, i * NAME, (short) packet.family().domain);
			vectors.set(JAVA_LONG, i * 16L, packets.address() + (long) i * EchoPacket.SIZE);
			vectors.set(JAVA_LONG, i * 16L + 8, EchoPacket.SIZE);
			long message = i * MessageHeader.MMSG;
			messages.set(JAVA_LONG, message + MessageHeader.NAME, names.address() + i * NAME);
			messages.set(JAVA_INT, message + MessageHeader.NAME_SIZE, v4 ? 16 : 28);
			messages.set(JAVA_LONG, message + MessageHeader.VECTORS, vectors.address() + i * 16L);
			messages.set(JAVA_LONG, message + MessageHeader.VECTOR_COUNT, 1);
		}
	}

	boolean full() {
		return count == SIZE;
	}

	int waiting() {
		return count - first;
	}

	/** The slot of the waiting request {@code i}. */
	int slot(int i) {
		return slots[first + i];
	}

	/** Where the messages that wait begin. */
	long address() {
		return messages.address() + first * MessageHeader.MMSG;
	}

	void stage(int slot, Slots table) {
		long name = count * NAME;
		if (packet.family() == Family.V4) {
			names.set(INT_BE, name + 4, (int) table.low[slot]);
		} else {
			names.set(LONG_BE, name + 8, table.high[slot]);
			names.set(LONG_BE, name + 16, table.low[slot]);
			names.set(JAVA_INT, name + 24, table.scope[slot]);
		}
		packet.number(packets, (long) count * EchoPacket.SIZE, slot, table.generation[slot]);
		slots[count++] = slot;
	}

	void taken(int messagesTaken) {
		first += messagesTaken;
		if (first == count) {
			first = 0;
			count = 0;
		}
	}
}
