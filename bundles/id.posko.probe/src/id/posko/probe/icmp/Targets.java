package id.posko.probe.icmp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;

/** Addresses as numbers of 128 bits; IPv4 in its mapped form (RFC 4291, 2.5.5.2). */
final class Targets {

	private static final long MAPPED = 0xffffL << 32;

	final long[] high;
	final long[] low;
	final int[] scope;

	Targets(List<InetAddress> addresses) {
		int n = addresses.size();
		high = new long[n];
		low = new long[n];
		scope = new int[n];
		int i = 0;
		for (InetAddress address : addresses) {
			ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
			if (address instanceof Inet6Address v6) {
				high[i] = bytes.getLong();
				low[i] = bytes.getLong();
				scope[i] = v6.getScopeId();
			} else {
				low[i] = mapped(bytes.getInt());
			}
			i++;
		}
	}

	int size() {
		return low.length;
	}

	static long mapped(int v4) {
		return MAPPED | Integer.toUnsignedLong(v4);
	}

	static Family family(long high, long low) {
		return high == 0 && (low & 0xffff_ffff_0000_0000L) == MAPPED ? Family.V4 : Family.V6;
	}

	static InetAddress address(long high, long low) {
		byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
		try {
			return InetAddress.getByAddress(bytes);
		} catch (UnknownHostException e) {
			throw new AssertionError(e);
		}
	}
}
