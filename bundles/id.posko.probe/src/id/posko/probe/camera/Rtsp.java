package id.posko.probe.camera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One session with a camera by RTSP/1.0 (RFC 2326), its media in the same TCP connection (section 10.12). */
final class Rtsp {

	static final int PORT = 554;
	private static final int LONGEST_BODY = 64 << 10;
	/** Requests of the camera's own and the like that may come before one reply. */
	private static final int MOST_ASIDE = 64;
	private static final int MOST_PACKETS = 20_000;
	private static final Pattern URL = Pattern.compile("[!-~]{1,1000}");
	private static final Pattern CHANNELS = Pattern.compile("(?i).*interleaved=(\\d{1,3})(-\\d{1,3})?.*");
	private static final int UNAUTHORIZED = 401;
	private static final int OK = 200;

	private final Wire wire;
	private final String url;
	private final Gate gate;
	private int sent;

	/** What the camera says to a request. */
	private record Reply(int status, Head head, String body) {
	}

	/** What DESCRIBE told, and the URL that its relative ones count from. */
	record Description(Sdp sdp, String base) {
	}

	Rtsp(Wire wire, String url, Gate gate) {
		this.wire = wire;
		this.url = url;
		this.gate = gate;
	}

	/** OPTIONS, of which any answer will do, and DESCRIBE. */
	Description describe() throws IOException {
		ask("OPTIONS", url, "");
		Reply reply = granted("DESCRIBE", url, "Accept: application/sdp\r\n");
		Head head = reply.head();
		String base = head.field("Content-Base").or(() -> head.field("Content-Location")).filter(b -> b.startsWith("rtsp"))
				.orElse(url);
		return new Description(Sdp.parse(reply.body()), base);
	}

	/**
	 * SETUP, PLAY and the first whole picture.
	 *
	 * @return a JPEG file, or nothing where its form is not read here
	 */
	Optional<byte[]> picture(Description description, Sdp.Video video) throws IOException {
		Reply setup = granted("SETUP", resolve(description.base(), video.control()),
				"Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n");
		Matcher channels = CHANNELS.matcher(setup.head().field("Transport").orElse(""));
		int channel = channels.matches() ? Integer.parseInt(channels.group(1)) : 0;
		String session = setup.head().field("Session").map(s -> s.split(";", 2)[0].strip())
				.filter(s -> URL.matcher(s).matches()).map(s -> "Session: " + s + "\r\n").orElse("");
		String whole = resolve(description.base(), description.sdp().control());
		granted("PLAY", whole, session + "Range: npt=0.000-\r\n");
		Optional<byte[]> jpeg = play(channel, new RtpJpeg(video.payload()));
		wire.send("TEARDOWN", request("TEARDOWN", whole, session));
		return jpeg;
	}

	private Optional<byte[]> play(int channel, RtpJpeg pictures) throws IOException {
		for (int i = 0; i < MOST_PACKETS; i++) {
			int first = wire.octet();
			if (first == '$') {
				Packet packet = packet();
				Optional<byte[]> jpeg = packet.channel() == channel ? pictures.take(packet.data()) : Optional.empty();
				if (jpeg.isPresent() || pictures.isOversized()) {
					return jpeg;
				}
			} else {
				body(head(first));
			}
		}
		throw wire.endless();
	}

	private record Packet(int channel, byte[] data) {
	}

	private Packet packet() throws IOException {
		int channel = wire.octet();
		return new Packet(channel, wire.octets(wire.octet() << 8 | wire.octet()));
	}

	private Head head(int first) throws IOException {
		if (first < ' ' || first > '~') {
			throw new CameraFault("camera_garbled", wire.stage(), CameraFault.excerpt(Character.toString(first)));
		}
		return Head.read(wire, Character.toString(first));
	}

	private String body(Head head) throws IOException {
		OptionalInt length = head.length(wire);
		if (length.orElse(0) > LONGEST_BODY) {
			throw wire.endless();
		}
		return new String(wire.octets(length.orElse(0)), StandardCharsets.UTF_8);
	}

	private Reply granted(String method, String uri, String fields) throws IOException {
		Reply reply = ask(method, uri, fields);
		if (reply.status() != OK) {
			throw new CameraFault("camera_status", method, CameraFault.excerpt(reply.head().start()));
		}
		return reply;
	}

	private Reply ask(String method, String uri, String fields) throws IOException {
		while (true) {
			wire.send(method, request(method, uri, gate.field(method, uri) + fields));
			Reply reply = reply();
			if (reply.status() != UNAUTHORIZED) {
				return reply;
			}
			gate.demanded(reply.head());
		}
	}

	private String request(String method, String uri, String fields) {
		return method + " " + uri + " RTSP/1.0\r\nCSeq: " + ++sent + "\r\nUser-Agent: Posko\r\n" + fields + "\r\n";
	}

	/** Passes over media, requests of the camera's own, and replies that only say that it is at work. */
	private Reply reply() throws IOException {
		for (int i = 0; i < MOST_ASIDE; i++) {
			int first = wire.octet();
			if (first == '$') {
				packet();
				continue;
			}
			Head head = head(first);
			String body = body(head);
			if (head.status().isEmpty() && head.start().endsWith(" RTSP/1.0")) {
				continue;
			}
			int status = head.status().orElseThrow(
					() -> new CameraFault("camera_garbled", wire.stage(), CameraFault.excerpt(head.start())));
			if (!head.field("CSeq").orElse("").equals(Integer.toString(sent))) {
				throw new CameraFault("camera_garbled", wire.stage(),
						CameraFault.excerpt("CSeq " + head.field("CSeq").orElse("-") + " ≠ " + sent));
			}
			if (status >= OK) {
				return new Reply(status, head, body);
			}
		}
		throw wire.endless();
	}

	/** The URL of a track or the whole (RFC 2326, C.1.1); relative ones are appended, as cameras mean them. */
	private String resolve(String base, String control) throws CameraFault {
		String uri = control.isEmpty() || control.equals("*") ? base : control.matches("(?i)rtspu?s?://.*") ? control
				: base.endsWith("/") ? base + control : base + "/" + control;
		if (!URL.matcher(uri).matches()) {
			throw new CameraFault("camera_garbled", "SDP", CameraFault.excerpt(uri));
		}
		return uri;
	}
}
