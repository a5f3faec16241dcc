package id.posko.sim;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A baseline JPEG file cut into RTP packets (RFC 2435), each framed for an RTSP connection (RFC 2326, 10.12). */
final class RtpJpeg {

	private static final int PAYLOAD = 26;
	/** Octets of a packet's piece of the picture. */
	private static final int PIECE = 1400;
	/** The quality that says that the tables are sent along. */
	private static final int OWN_TABLES = 255;
	private static final int CHANNEL = 0;
	private static final int SOURCE = 0x1234;
	private static final int SOF = 0xc0;
	private static final int DQT = 0xdb;
	private static final int SOS = 0xda;

	private final byte[] jpeg;
	private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
	private int start;
	private int type;
	private int width;
	private int height;

	private RtpJpeg(byte[] jpeg) {
		this.jpeg = jpeg;
		int at = 2;
		for (int marker = 0; marker != SOS; at += 2 + unsigned(at + 2)) {
			marker = jpeg[at + 1] & 0xff;
			if (marker == DQT) {
				quantization(at + 4, unsigned(at + 2) - 2);
			} else if (marker == SOF) {
				height = unsigned(at + 5);
				width = unsigned(at + 7);
				type = jpeg[at + 11] == 0x22 ? 1 : 0;
			}
			start = at + 2 + unsigned(at + 2);
			if (marker == SOS) {
				return;
			}
		}
	}

	private void quantization(int from, int length) {
		for (int table = 0; table < length / 65; table++) {
			tables.write(jpeg, from + 65 * table + 1, 64);
		}
	}

	private int unsigned(int at) {
		return (jpeg[at] & 0xff) << 8 | jpeg[at + 1] & 0xff;
	}

	/** @param number of the first packet, counted on by the others */
	static byte[] framed(byte[] jpeg, int number, int timestamp) {
		return new RtpJpeg(jpeg).framed(number, timestamp);
	}

	private byte[] framed(int number, int timestamp) {
		ByteArrayOutputStream all = new ByteArrayOutputStream(jpeg.length + jpeg.length / 8);
		int length = jpeg.length - 2 - start;
		for (int offset = 0; offset < length; offset += PIECE) {
			int size = Math.min(PIECE, length - offset);
			boolean isLast = offset + size == length;
			ByteBuffer packet = ByteBuffer.allocate(4 + 12 + 8 + 4 + tables.size() + size).position(4);
			packet.put((byte) 0x80).put((byte) (isLast ? 0x80 | PAYLOAD : PAYLOAD));
			packet.putShort((short) (number + offset / PIECE)).putInt(timestamp).putInt(SOURCE);
			packet.putInt(offset).put((byte) type).put((byte) OWN_TABLES);
			packet.put((byte) Math.ceilDiv(width, 8)).put((byte) Math.ceilDiv(height, 8));
			if (offset == 0) {
				packet.putShort((short) 0).putShort((short) tables.size()).put(tables.toByteArray());
			}
			packet.put(jpeg, start + offset, size);
			int framed = packet.position();
			packet.put(0, (byte) '$').put(1, (byte) CHANNEL).putShort(2, (short) (framed - 4));
			all.write(packet.array(), 0, framed);
		}
		return all.toByteArray();
	}
}
