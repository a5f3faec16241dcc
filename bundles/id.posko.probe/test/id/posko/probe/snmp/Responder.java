package id.posko.probe.snmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** An agent of SNMPv2c on loopback that behaves as a test wants it to. */
public final class Responder implements AutoCloseable {

	/** What it does with one request. */
	@FunctionalInterface
	public interface Behaviour {

		void answer(PDU request, Sender sender) throws IOException;
	}

	/** The way back to who asked. */
	public final class Sender {

		private final SocketAddress asker;

		private Sender(SocketAddress asker) {
			this.asker = asker;
		}

		public void send(PDU response) throws IOException {
			send(octets(response));
		}

		public void send(byte[] octets) throws IOException {
			socket.send(new DatagramPacket(octets, octets.length, asker));
		}

		public void sendFromElsewhere(PDU response) throws IOException {
			byte[] octets = octets(response);
			try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
				other.send(new DatagramPacket(octets, octets.length, asker));
			}
		}
	}

	private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
	private final AtomicInteger requests = new AtomicInteger();

	public Responder(Behaviour behaviour) throws SocketException {
		Thread.ofVirtual().start(() -> {
			byte[] buffer = new byte[65_535];
			while (!socket.isClosed()) {
				DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
				try {
					socket.receive(packet);
					requests.incrementAndGet();
					behaviour.answer(request(packet), new Sender(packet.getSocketAddress()));
				} catch (IOException _) { // the test is over
					continue;
				}
			}
		});
	}

	private static PDU request(DatagramPacket packet) {
		ByteBuffer in = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
		content(in);
		skip(in);
		skip(in);
		PDU pdu = new PDU();
		pdu.setType(in.get(in.position()));
		content(in);
		byte[] id = new byte[content(in)];
		in.get(id);
		pdu.setRequestID(new Integer32(new BigInteger(id).intValue()));
		skip(in);
		skip(in);
		content(in);
		while (in.hasRemaining()) {
			content(in);
			byte[] oid = new byte[content(in)];
			in.get(oid);
			pdu.add(new VariableBinding(oid(oid)));
			skip(in);
		}
		return pdu;
	}

	/** Goes into the next element; gives its length. */
	private static int content(ByteBuffer in) {
		in.get();
		int length = in.get() & 0xFF;
		for (int octets = length & 0x7F, i = length > 0x7F ? octets : 0; i > 0; i--) {
			length = (i == octets ? 0 : length << 8) | in.get() & 0xFF;
		}
		return length;
	}

	private static void skip(ByteBuffer in) {
		int length = content(in);
		in.position(in.position() + length);
	}

	private static OID oid(byte[] octets) {
		OID oid = new OID().append(octets[0] / 40).append(octets[0] % 40);
		int number = 0;
		for (int i = 1; i < octets.length; i++) {
			number = number << 7 | octets[i] & 0x7F;
			if (octets[i] >= 0) {
				oid.append(number);
				number = 0;
			}
		}
		return oid;
	}

	public static PDU response(PDU request, List<? extends VariableBinding> bindings) {
		PDU response = new PDU(PDU.RESPONSE, bindings);
		response.setRequestID(request.getRequestID());
		return response;
	}

	public static byte[] octets(PDU pdu) throws IOException {
		Integer32 version = new Integer32(1);
		OctetString community = new OctetString("public");
		int length = version.getBERLength() + community.getBERLength() + pdu.getBERLength();
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		octets.writeBytes(new byte[] { 0x30, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length });
		version.encodeBER(octets);
		community.encodeBER(octets);
		pdu.encodeBER(octets);
		return octets.toByteArray();
	}

	public InetSocketAddress address() {
		return (InetSocketAddress) socket.getLocalSocketAddress();
	}

	/** Datagrams received. */
	public int requests() {
		return requests.get();
	}

	@Override
	public void close() {
		socket.close();
	}
}
