package id.posko.probe.camera;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins RTP packets (RFC 3550) of payload format JPEG (RFC 2435) to pictures. A picture of which something is missing
 * is dropped; the next one begins anew.
 */
final class RtpJpeg {

	/** In octets. */
	private static final int MOST = 4 << 20;
	private static final int RTP_HEADER = 12;
	private static final int JPEG_HEADER = 8;
	private static final int FIRST_WITH_RESTARTS = 64;
	private static final int FIRST_WITH_TABLES = 128;
	/** Its tables come with every picture and hold for no other. */
	private static final int OWN_TABLES = 255;

	private final int payload;
	private final Map<Integer, List<JpegParts.Table>> kept = new HashMap<>();
	private final ByteArrayOutputStream scan = new ByteArrayOutputStream();
	private JpegParts.Shape shape;
	private long timestamp;
	private boolean oversized;

	RtpJpeg(int payload) {
		this.payload = payload;
	}

	/**
	 * @return a whole JPEG file once its last packet has come
	 * @throws CameraFault if the camera uses a form of pictures that the format does not define
	 */
	Optional<byte[]> take(byte[] packet) throws CameraFault {
		Optional<ByteBuffer> content = content(packet);
		if (content.isEmpty() || content.get().remaining() < JPEG_HEADER) {
			return Optional.empty();
		}
		ByteBuffer in = content.get();
		int offset = in.getInt() & 0xff_ffff;
		int type = in.get() & 0xff;
		int q = in.get() & 0xff;
		int width = (in.get() & 0xff) * 8;
		int height = (in.get() & 0xff) * 8;
		int restarts = 0;
		if (type >= FIRST_WITH_RESTARTS && type < FIRST_WITH_TABLES) {
			if (in.remaining() < 4) {
				return Optional.empty();
			}
			restarts = in.getInt() >>> 16;
		}
		long now = ByteBuffer.wrap(packet).getInt(4) & 0xffff_ffffL;
		if (offset == 0) {
			begin(in, type, q, width, height, restarts);
			timestamp = now;
		}
		if (shape == null || timestamp != now || offset != scan.size() || offset + in.remaining() > MOST) {
			shape = null;
			return Optional.empty();
		}
		scan.write(in.array(), in.arrayOffset() + in.position(), in.remaining());
		boolean isLast = (packet[1] & 0x80) != 0;
		if (!isLast) {
			return Optional.empty();
		}
		byte[] jpeg = JpegParts.file(shape, scan.toByteArray());
		shape = null;
		return Optional.of(jpeg);
	}

	/** Whether the pictures are wider or higher than the format's 2040 points: their size stands elsewhere then. */
	boolean isOversized() {
		return oversized;
	}

	/** What an RTP packet of the wanted payload type carries. */
	private Optional<ByteBuffer> content(byte[] packet) {
		if (packet.length < RTP_HEADER || (packet[0] & 0xc0) != 0x80 || (packet[1] & 0x7f) != payload) {
			return Optional.empty();
		}
		int from = RTP_HEADER + 4 * (packet[0] & 0x0f);
		int to = packet.length - ((packet[0] & 0x20) == 0 ? 0 : packet[packet.length - 1] & 0xff);
		if ((packet[0] & 0x10) != 0) {
			from += from + 4 > to ? 4 : 4 + 4 * (ByteBuffer.wrap(packet).getShort(from + 2) & 0xffff);
		}
		return from > to ? Optional.empty() : Optional.of(ByteBuffer.wrap(packet, from, to - from));
	}

	private void begin(ByteBuffer in, int type, int q, int width, int height, int restarts) throws CameraFault {
		scan.reset();
		shape = null;
		oversized = width == 0 || height == 0;
		if (oversized) {
			return;
		}
		if (type > 1 && type != FIRST_WITH_RESTARTS && type != FIRST_WITH_RESTARTS + 1 || q == 0) {
			throw new CameraFault("camera_garbled", "RTP/JPEG", "type " + type + ", Q " + q);
		}
		tables(in, q).ifPresent(tables -> shape = new JpegParts.Shape(width, height, (type & 1) == 1, restarts, tables));
	}

	/** Empty if this picture's tables have not come. */
	private Optional<List<JpegParts.Table>> tables(ByteBuffer in, int q) {
		if (q < FIRST_WITH_TABLES) {
			return Optional.of(JpegParts.tables(q));
		}
		if (in.remaining() < 4) {
			return Optional.empty();
		}
		in.get();
		int precision = in.get();
		int length = in.getShort() & 0xffff;
		if (length == 0) {
			return Optional.ofNullable(kept.get(q));
		}
		if (length > in.remaining()) {
			return Optional.empty();
		}
		ByteBuffer all = in.slice(in.position(), length);
		in.position(in.position() + length);
		List<JpegParts.Table> tables = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			boolean isWide = (precision >> i & 1) == 1;
			byte[] values = new byte[isWide ? 128 : 64];
			if (all.remaining() < values.length) {
				break;
			}
			all.get(values);
			tables.add(new JpegParts.Table(isWide, values));
		}
		if (tables.isEmpty()) {
			return Optional.empty();
		}
		if (q != OWN_TABLES) {
			kept.put(q, tables);
		}
		return Optional.of(tables);
	}
}
