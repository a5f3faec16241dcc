package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Room for 32 replies of one {@code recvmmsg}, with their senders and the kernel's receive stamps. */
final class ReceiveRing {

	static final int SIZE = 32;

	private static final ValueLayout.OfInt INT_BE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final ValueLayout.OfLong LONG_BE = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final long NAME = 32;
	private static final long CONTROL = 64;
	private static final long PACKET = 192;
	private static final long STAMPED = 32;
	private static final int SOL_SOCKET = 1;
	private static final int SCM_TIMESTAMPNS = 35;

	private final EchoPacket packet;
	private final boolean ipHeader;
	private final MemorySegment messages;
	private final MemorySegment names;
	private final MemorySegment controls;
	private final MemorySegment packets;

	/** @param ipHeader whether the kernel hands over the IPv4 header too */
	ReceiveRing(Arena arena, EchoPacket packet, boolean ipHeader) {
		this.packet = packet;
		this.ipHeader = ipHeader;
		messages = arena.allocate(MessageHeader.MMSG * SIZE, 8);
		names = arena.allocate(NAME * SIZE, 8);
		controls = arena.allocate(CONTROL * SIZE, 8);
		packets = arena.allocate(PACKET * SIZE, 8);
		MemorySegment vectors = arena.allocate(16L * SIZE, 8);
		for (int i = 0; i < SIZE; i++) {
			vectors.set(JAVA_LONG, i * 16L, packets.address() + i * PACKET);
			vectors.set(JAVA_LONG, i * 16L + 8, PACKET);
			long message = i * MessageHeader.MMSG;
			messages.set(JAVA_LONG, message + MessageHeader.NAME, names.address() + i * NAME);
			messages.set(JAVA_LONG, message + MessageHeader.VECTORS, vectors.address() + i * 16L);
			messages.set(JAVA_LONG, message + MessageHeader.VECTOR_COUNT, 1);
			messages.set(JAVA_LONG, message + MessageHeader.CONTROL, controls.address() + i * CONTROL);
		}
		reset(SIZE);
	}

	long address() {
		return messages.address();
	}

	/** Makes the first {@code count} messages ready to be received into again. */
	void reset(int count) {
		for (int i = 0; i < count; i++) {
			long message = i * MessageHeader.MMSG;
			messages.set(JAVA_INT, message + MessageHeader.NAME_SIZE, (int) NAME);
			messages.set(JAVA_LONG, message + MessageHeader.CONTROL_SIZE, CONTROL);
		}
	}

	/** The slot that message {@code i} answers, or −1 if it answers none of the requests that wait in the table. */
	int match(int i, Slots table) {
		long at = i * PACKET;
		int length = Math.min((int) PACKET, messages.get(JAVA_INT, i * MessageHeader.MMSG + MessageHeader.LENGTH));
		if (ipHeader) {
			int header = length < 20 ? length : (packets.get(JAVA_BYTE, at) & 0xf) * 4;
			at += header;
			length -= header;
		}
		int slot = packet.slotOfReply(packets, at, length);
		return slot >= 0 && table.waits(slot, packet.generation(packets, at), high(i), low(i)) ? slot : -1;
	}

	private long high(int i) {
		return packet.family() == Family.V4 ? 0 : names.get(LONG_BE, i * NAME + 8);
	}

	private long low(int i) {
		return packet.family() == Family.V4 ? Targets.mapped(names.get(INT_BE, i * NAME + 4))
				: names.get(LONG_BE, i * NAME + 16);
	}

	/** When the kernel got message {@code i}: nanoseconds of real time, or 0 if it does not say. */
	long stamp(int i) {
		long at = i * CONTROL;
		boolean stamped = messages.get(JAVA_LONG, i * MessageHeader.MMSG + MessageHeader.CONTROL_SIZE) >= STAMPED
				&& controls.get(JAVA_INT, at + 8) == SOL_SOCKET && controls.get(JAVA_INT, at + 12) == SCM_TIMESTAMPNS;
		return stamped ? controls.get(JAVA_LONG, at + 16) * 1_000_000_000 + controls.get(JAVA_LONG, at + 24) : 0;
	}
}
