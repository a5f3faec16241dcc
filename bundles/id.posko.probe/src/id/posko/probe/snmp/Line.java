package id.posko.probe.snmp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * The one UDP socket of all SNMP requests, read by one thread. It hears only addresses that an answer is due from, and
 * what can not be decoded ends there.
 */
final class Line extends DefaultUdpTransportMapping {

	private static final int BUFFER = 4 << 20;

	private final Map<SocketAddress, Integer> due = new ConcurrentHashMap<>();
	private final LongAdder strangers = new LongAdder();
	private final LongAdder garbage = new LongAdder();

	Line() throws IOException {
		super(new UdpAddress("0.0.0.0/0"));
		setAsyncMsgProcessingSupported(false);
		setReceiveBufferSize(BUFFER);
		setSocketTimeout(0);
		setThreadName("posko-snmp");
	}

	void expect(UdpAddress from) {
		due.merge(key(from), 1, Integer::sum);
	}

	void done(UdpAddress from) {
		due.computeIfPresent(key(from), (_, count) -> count == 1 ? null : count - 1);
	}

	private static SocketAddress key(UdpAddress address) {
		return new InetSocketAddress(address.getInetAddress(), address.getPort());
	}

	/** Datagrams from addresses that nothing was asked of. */
	long strangers() {
		return strangers.sum();
	}

	/** Datagrams that are no SNMP message. */
	long garbage() {
		return garbage.sum();
	}

	@Override
	protected void fireProcessMessage(DatagramPacket packet, ByteBuffer message, TransportStateReference state) {
		if (!due.containsKey(packet.getSocketAddress())) {
			strangers.increment();
			return;
		}
		try {
			super.fireProcessMessage(packet, message, state);
		} catch (RuntimeException _) { // thrown by the BER decoder; it would end the thread that all requests share
			garbage.increment();
		}
	}
}
