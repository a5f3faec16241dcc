package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.nio.ByteOrder;

/** Reads what hosts on the way said about requests of ours: IP_RECVERR of ip(7), IPV6_RECVERR of ipv6(7). */
final class ErrorQueue {

	private static final ValueLayout.OfInt INT_BE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final ValueLayout.OfLong LONG_BE = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
	private static final int NAME = 32;
	private static final int CONTROL = 512;
	private static final int PACKET = 256;
	private static final int CMSG_HEADER = 16;
	private static final int ERROR_SIZE = 16;

	private final EchoPacket packet;
	private final boolean identKnown;
	private final MemorySegment message;
	private final MemorySegment name;
	private final MemorySegment control;
	private final MemorySegment quote;
	private int length;

	ErrorQueue(Arena arena, EchoPacket packet, boolean identKnown) {
		this.packet = packet;
		this.identKnown = identKnown;
		message = arena.allocate(56, 8);
		name = arena.allocate(NAME, 8);
		control = arena.allocate(CONTROL, 8);
		quote = arena.allocate(PACKET, 8);
		MemorySegment vector = arena.allocate(16, 8);
		vector.set(JAVA_LONG, 0, quote.address());
		vector.set(JAVA_LONG, 8, PACKET);
		message.set(JAVA_LONG, MessageHeader.NAME, name.address());
		message.set(JAVA_LONG, MessageHeader.VECTORS, vector.address());
		message.set(JAVA_LONG, MessageHeader.VECTOR_COUNT, 1);
		message.set(JAVA_LONG, MessageHeader.CONTROL, control.address());
	}

	/** Takes one error from the queue. False if there is none. */
	boolean next(Libc libc, int fd) {
		message.set(JAVA_INT, MessageHeader.NAME_SIZE, NAME);
		message.set(JAVA_LONG, MessageHeader.CONTROL_SIZE, CONTROL);
		int got;
		do {
			got = libc.recvmsg(fd, message.address(), Libc.MSG_DONTWAIT | Libc.MSG_ERRQUEUE);
		} while (got == -Libc.EINTR);
		length = Math.min(got, PACKET);
		return got >= 0;
	}

	/** The slot of the request that the error is about, or −1 if no request in the table is. */
	int match(Slots table) {
		int slot = packet.slotOfQuote(quote, 0, length, identKnown);
		if (slot < 0) {
			return -1;
		}
		boolean v4 = packet.family() == Family.V4;
		long high = v4 ? 0 : name.get(LONG_BE, 8);
		long low = v4 ? Targets.mapped(name.get(INT_BE, 4)) : name.get(LONG_BE, 16);
		boolean waits = EchoPacket.quotesNumber(length)
				? table.waits(slot, packet.generation(quote, 0), high, low)
				: table.waits(slot, high, low);
		return waits ? slot : -1;
	}

	/** What the error says, or null if it says nothing about reachability (a packet too big, say). */
	Unreachable unreachable() {
		long end = Math.min(message.get(JAVA_LONG, MessageHeader.CONTROL_SIZE), CONTROL);
		for (long at = 0; at + CMSG_HEADER + ERROR_SIZE <= end;) {
			long size = control.get(JAVA_LONG, at);
			if (size < CMSG_HEADER || size > end - at) {
				return null;
			}
			if (control.get(JAVA_INT, at + 8) == packet.family().errorLevel
					&& control.get(JAVA_INT, at + 12) == packet.family().errorOption
					&& size >= CMSG_HEADER + ERROR_SIZE) {
				return read(at + CMSG_HEADER, size - CMSG_HEADER);
			}
			at += (size + 7) & ~7L;
		}
		return null;
	}

	private Unreachable read(long at, long size) {
		int errno = control.get(JAVA_INT, at);
		int origin = control.get(JAVA_BYTE, at + 4);
		int type = Byte.toUnsignedInt(control.get(JAVA_BYTE, at + 5));
		int code = Byte.toUnsignedInt(control.get(JAVA_BYTE, at + 6));
		String cause = switch (origin) {
		case 1 -> Unreachable.ofErrno(errno);
		case 2 -> Unreachable.ofIcmp(type, code);
		case 3 -> Unreachable.ofIcmp6(type, code);
		default -> null;
		};
		return cause == null ? null : new Unreachable(cause, origin == 1 ? packet.family().thisMachine
				: offender(at + ERROR_SIZE, size - ERROR_SIZE));
	}

	private InetAddress offender(long at, long size) {
		int domain = size < 16 ? 0 : Short.toUnsignedInt(control.get(ValueLayout.JAVA_SHORT, at));
		if (domain == Family.V4.domain) {
			return Targets.address(0, Targets.mapped(control.get(INT_BE, at + 4)));
		}
		if (domain == Family.V6.domain && size >= 28) {
			return Targets.address(control.get(LONG_BE, at + 8), control.get(LONG_BE, at + 16));
		}
		return packet.family().thisMachine;
	}
}
