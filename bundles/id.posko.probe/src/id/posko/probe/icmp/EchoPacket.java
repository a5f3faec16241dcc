package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * An echo request of ours (RFC 792, RFC 4443): 8 bytes of header and 56 of data, which begin with the nonce of this
 * run, the slot and the slot's generation. The sequence number is the slot too, for routers that quote the header only.
 */
record EchoPacket(Family family, int ident, long nonce) {

	static final int SIZE = 64;
	static final int SLOTS = 1 << 16;

	private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final int HEADER = 8;
	private static final int NUMBERED = 24;
	private static final int NONE = -1;

	/** What does not change from one request to the next. */
	void prepare(MemorySegment memory, long at) {
		memory.asSlice(at, SIZE).fill((byte) 0);
		memory.set(JAVA_BYTE, at, (byte) family.request);
		memory.set(SHORT, at + 4, (short) ident);
		memory.set(LONG, at + 8, nonce);
	}

	void number(MemorySegment memory, long at, int slot, int generation) {
		memory.set(SHORT, at + 6, (short) slot);
		memory.set(INT, at + 16, slot);
		memory.set(INT, at + 20, generation);
		memory.set(SHORT, at + 2, (short) checksum(slot, generation));
	}

	/** RFC 1071. For ICMPv6 the kernel does it. */
	private int checksum(int slot, int generation) {
		long sum = (family.request << 8) + ident + words(nonce >>> 32) + words(nonce & 0xffff_ffffL) + slot
				+ words(slot) + words(Integer.toUnsignedLong(generation));
		sum = (sum & 0xffff) + (sum >>> 16);
		sum = (sum & 0xffff) + (sum >>> 16);
		return (int) ~sum;
	}

	private static long words(long int32) {
		return (int32 >>> 16) + (int32 & 0xffff);
	}

	/** The slot that a reply names, or −1 if this is no reply to a request of ours. */
	int slotOfReply(MemorySegment memory, long at, int length) {
		return length >= NUMBERED && memory.get(JAVA_BYTE, at) == (byte) family.reply
				&& memory.get(JAVA_BYTE, at + 1) == 0 ? slot(memory, at) : NONE;
	}

	int generation(MemorySegment memory, long at) {
		return memory.get(INT, at + 20);
	}

	private int slot(MemorySegment memory, long at) {
		int slot = memory.get(INT, at + 16);
		return memory.get(LONG, at + 8) == nonce && slot >= 0 && slot < SLOTS ? slot : NONE;
	}

	/** Whether an error quotes more of our request than its header, so that its generation is known. */
	static boolean quotesNumber(int length) {
		return length >= NUMBERED;
	}

	/**
	 * The slot of the request that an error quotes, or −1 if it is not one of ours.
	 *
	 * @param identKnown whether the ident on the wire is ours; else the kernel gave it, and only we get its errors
	 */
	int slotOfQuote(MemorySegment memory, long at, int length, boolean identKnown) {
		if (length < HEADER || memory.get(JAVA_BYTE, at) != (byte) family.request) {
			return NONE;
		}
		if (quotesNumber(length)) {
			return slot(memory, at);
		}
		return identKnown && memory.get(SHORT, at + 4) != (short) ident ? NONE
				: Short.toUnsignedInt(memory.get(SHORT, at + 6));
	}
}
