package id.posko.sim;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import id.posko.kit.Device;

/** A UDP port of a simulated device: a virtual thread that receives, one for each answer, and its line. */
final class DatagramPort implements Closeable {

	/** What is done with a datagram. */
	@FunctionalInterface
	interface Service {

		/** @return empty: no answer */
		Optional<byte[]> answer(ByteBuffer datagram) throws IOException;
	}

	private static final Logger LOG = System.getLogger(DatagramPort.class.getName());
	/** What comes while so many are being answered is dropped. */
	private static final int MOST_AT_ONCE = 32;
	private static final int LONGEST = 65_535;

	private final Device device;
	private final Lines lines;
	private final Service service;
	private final DatagramSocket socket;
	private final Thread receiver;
	private final Semaphore free = new Semaphore(MOST_AT_ONCE);

	DatagramPort(Device device, InetSocketAddress address, Lines lines, Service service) throws IOException {
		this.device = device;
		this.lines = lines;
		this.service = service;
		socket = new DatagramSocket(address);
		receiver = Thread.ofVirtual().name("sim-udp-" + device.key()).start(this::receive);
	}

	private void receive() {
		byte[] buffer = new byte[LONGEST];
		DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
		try {
			while (!socket.isClosed()) {
				packet.setLength(buffer.length);
				socket.receive(packet);
				if (!lines.isLost(device) && free.tryAcquire()) {
					byte[] request = Arrays.copyOf(buffer, packet.getLength());
					SocketAddress asker = packet.getSocketAddress();
					Thread.ofVirtual().start(() -> answer(request, asker));
				}
			}
		} catch (IOException e) {
			note(Level.WARNING, e);
		}
	}

	private void answer(byte[] request, SocketAddress asker) {
		try {
			service.answer(ByteBuffer.wrap(request)).ifPresent(answer -> lines.after(lines.delay(device),
					() -> send(answer, asker)));
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "no message to {0}: {1}", device.key(), e.getMessage());
		} finally {
			free.release();
		}
	}

	private void send(byte[] answer, SocketAddress asker) {
		try {
			socket.send(new DatagramPacket(answer, answer.length, asker));
		} catch (IOException e) {
			note(Level.DEBUG, e);
		}
	}

	private void note(Level level, IOException e) {
		if (!socket.isClosed()) {
			LOG.log(level, "{0}: {1}", device.key(), e.getMessage());
		}
	}

	/** Waits until the port is free again. */
	@Override
	public void close() {
		socket.close();
		try {
			receiver.join();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
