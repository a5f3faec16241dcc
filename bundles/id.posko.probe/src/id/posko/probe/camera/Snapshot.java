package id.posko.probe.camera;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture by HTTP/1.1 (RFC 9112): one request, one JPEG file, over a connection of its own. */
final class Snapshot {

	static final int PORT = 80;
	/** In octets. */
	private static final int MOST = 4 << 20;
	private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})\\s*(;.*)?");
	private static final int UNAUTHORIZED = 401;
	private static final int OK = 200;

	private final Wire wire;
	private final String host;
	private final String path;
	private final Gate gate;

	/** @param host with its port, as the field Host has it */
	Snapshot(Wire wire, String host, String path, Gate gate) {
		this.wire = wire;
		this.host = host;
		this.path = path;
		this.gate = gate;
	}

	/**
	 * @return a file that begins as JPEG does, or nothing: the camera's demand for a login was taken, and is answered
	 *         over a new connection
	 */
	Optional<byte[]> take() throws IOException {
		wire.send("GET", "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: Posko\r\nAccept: image/jpeg\r\n"
				+ "Connection: close\r\n" + gate.field("GET", path) + "\r\n");
		Head head = Head.read(wire, "");
		int status = head.status().orElseThrow(() -> new CameraFault("camera_garbled", "HTTP",
				CameraFault.excerpt(head.start())));
		if (status == UNAUTHORIZED) {
			gate.demanded(head);
			return Optional.empty();
		}
		if (status != OK) {
			throw new CameraFault("camera_status", "GET", CameraFault.excerpt(head.start()));
		}
		String type = head.field("Content-Type").orElse("-");
		byte[] file = type.toLowerCase(Locale.ROOT).startsWith("multipart/") ? firstPart() : body(head);
		if (file.length < 2 || (file[0] & 0xff) != 0xff || (file[1] & 0xff) != JpegParts.SOI) {
			throw new CameraFault("camera_snapshot_other", CameraFault.excerpt(type));
		}
		return Optional.of(file);
	}

	private byte[] body(Head head) throws IOException {
		if (head.field("Transfer-Encoding").isPresent()) {
			return chunks();
		}
		OptionalInt length = head.length(wire);
		return length.isPresent() ? wire.octets(limited(length.getAsInt())) : toEnd();
	}

	/** Of pictures without end, as MJPEG comes by HTTP (RFC 2046, 5.1), each with its length. */
	private byte[] firstPart() throws IOException {
		Head part = Head.read(wire, "");
		if (part.start().isEmpty()) {
			part = Head.read(wire, "");
		}
		OptionalInt length = part.length(wire);
		if (!part.start().startsWith("--") || length.isEmpty()) {
			throw new CameraFault("camera_garbled", "multipart", CameraFault.excerpt(part.start()));
		}
		return wire.octets(limited(length.getAsInt()));
	}

	private byte[] chunks() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int length = chunk(); length > 0; length = chunk()) {
			all.writeBytes(wire.octets(length));
			limited(all.size());
			wire.line("");
		}
		return all.toByteArray();
	}

	private int chunk() throws IOException {
		String line = wire.line("");
		Matcher length = CHUNK.matcher(line);
		if (!length.matches()) {
			throw new CameraFault("camera_garbled", "chunked", CameraFault.excerpt(line));
		}
		return limited(Integer.parseInt(length.group(1), 16));
	}

	private byte[] toEnd() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		try {
			while (true) {
				all.write(wire.octet());
				limited(all.size());
			}
		} catch (EOFException _) { // the end, where no length was given
			return all.toByteArray();
		}
	}

	private int limited(int length) throws CameraFault {
		if (length > MOST) {
			throw wire.endless();
		}
		return length;
	}
}
