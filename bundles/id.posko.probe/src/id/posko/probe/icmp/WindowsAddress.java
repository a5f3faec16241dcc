package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses as Windows takes them. */
final class WindowsAddress {

	private static final short AF_INET6 = 23;

	private WindowsAddress() {
	}

	/** IPAddr of ipexport.h: the address's bytes in network order, read as a number of this machine. */
	static int ipAddr(InetAddress v4) {
		return MemorySegment.ofArray(v4.getAddress()).get(ValueLayout.JAVA_INT_UNALIGNED, 0);
	}

	/** sockaddr_in6 of ws2ipdef.h. */
	static MemorySegment of(SegmentAllocator memory, Inet6Address address) {
		MemorySegment socketAddress = any6(memory);
		MemorySegment.copy(MemorySegment.ofArray(address.getAddress()), 0, socketAddress, 8, 16);
		socketAddress.set(JAVA_INT, 24, address.getScopeId());
		return socketAddress;
	}

	static MemorySegment any6(SegmentAllocator memory) {
		MemorySegment socketAddress = memory.allocate(28, 8);
		socketAddress.set(JAVA_SHORT, 0, AF_INET6);
		return socketAddress;
	}
}
