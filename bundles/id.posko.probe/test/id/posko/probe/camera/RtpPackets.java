package id.posko.probe.camera;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A baseline JPEG file cut into RTP packets of RFC 2435, as a camera does it. */
public final class RtpPackets {

	private static final int PAYLOAD = 26;

	private RtpPackets() {
	}

	/**
	 * @param q the quality that stands for the file's tables, or from 128 on: they are sent along
	 * @param most octets of a packet's piece of the picture
	 */
	public static List<byte[]> of(byte[] jpeg, int q, int most, int number) {
		ByteArrayOutputStream tables = new ByteArrayOutputStream();
		int type = 1;
		int restarts = 0;
		int width = 0;
		int height = 0;
		int at = 2;
		while ((jpeg[at + 1] & 0xff) != 0xda) {
			ByteBuffer segment = ByteBuffer.wrap(jpeg, at + 4, unsigned(jpeg, at + 2) - 2);
			switch (jpeg[at + 1] & 0xff) {
			case 0xdb -> {
				while (segment.hasRemaining()) {
					byte[] table = new byte[64];
					segment.get();
					segment.get(table);
					tables.writeBytes(table);
				}
			}
			case 0xdd -> restarts = segment.getShort();
			case 0xc0 -> {
				height = unsigned(jpeg, at + 5);
				width = unsigned(jpeg, at + 7);
				type = jpeg[at + 11] == 0x22 ? 1 : 0;
			}
			default -> {
			}
			}
			at += 2 + unsigned(jpeg, at + 2);
		}
		int start = at + 2 + unsigned(jpeg, at + 2);
		int length = jpeg.length - 2 - start;
		List<byte[]> packets = new ArrayList<>();
		for (int offset = 0; offset < length; offset += most) {
			int size = Math.min(most, length - offset);
			ByteBuffer packet = ByteBuffer.allocate(12 + 8 + 4 + 4 + tables.size() + size);
			packet.put((byte) 0x80).put((byte) (offset + size == length ? 0x80 | PAYLOAD : PAYLOAD));
			packet.putShort((short) (number * 1000 + packets.size())).putInt(number * 9000).putInt(0x1234);
			packet.putInt(offset).put((byte) (restarts > 0 ? type | 64 : type)).put((byte) q);
			packet.put((byte) ((width + 7) / 8)).put((byte) ((height + 7) / 8));
			if (restarts > 0) {
				packet.putShort((short) restarts).putShort((short) 0xffff);
			}
			if (q >= 128 && offset == 0) {
				packet.putShort((short) 0).putShort((short) tables.size()).put(tables.toByteArray());
			}
			packet.put(jpeg, start + offset, size);
			byte[] whole = new byte[packet.position()];
			packet.flip().get(whole);
			packets.add(whole);
		}
		return packets;
	}

	private static int unsigned(byte[] octets, int at) {
		return (octets[at] & 0xff) << 8 | octets[at + 1] & 0xff;
	}
}
