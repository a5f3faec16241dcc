package id.posko.probe.snmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
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

	private static PDU request(DatagramPacket packet) throws IOException {
		BERInputStream in = new BERInputStream(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
		BER.decodeHeader(in, new BER.MutableByte());
		new Integer32().decodeBER(in);
		new OctetString().decodeBER(in);
		PDU pdu = new PDU();
		pdu.decodeBER(in);
		return pdu;
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
		ByteBuffer buffer = ByteBuffer.allocate(length + 10);
		BEROutputStream out = new BEROutputStream(buffer);
		BER.encodeHeader(out, BER.SEQUENCE, length);
		version.encodeBER(out);
		community.encodeBER(out);
		pdu.encodeBER(out);
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		octets.write(buffer.array(), 0, buffer.position());
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
