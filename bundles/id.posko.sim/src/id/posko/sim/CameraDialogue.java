package id.posko.sim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import id.posko.kit.Device;

/**
 * A camera on the network: RTSP/1.0 with JPEG over RTP in the same connection, and a JPEG file by HTTP, both at one port
 * and behind a digest login. When its line is cut it takes connections and never answers.
 */
final class CameraDialogue implements TcpPort.Dialogue {

	static final String STREAM = "/live";
	static final String SNAPSHOT = "/snapshot.jpg";

	private static final Duration FROM_PICTURE_TO_PICTURE = Duration.ofMillis(250);
	private static final int MOST_FIELDS = 60;
	private static final String SESSION = "20261121";

	private final Device device;
	private final Faults faults;
	private final Lines lines;
	private final DigestLogin login;
	private final InstantSource time;

	CameraDialogue(Device device, Faults faults, Lines lines, DigestLogin login, InstantSource time) {
		this.device = device;
		this.faults = faults;
		this.lines = lines;
		this.login = login;
		this.time = time;
	}

	/** A request of RTSP or HTTP, which have one form. */
	private record Request(String method, String uri, boolean isHttp, List<String> fields) {

		String field(String name) {
			return fields.stream().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1)).findFirst()
					.map(line -> line.substring(name.length() + 1).strip()).orElse("");
		}
	}

	@Override
	public void talk(Socket socket) throws IOException, InterruptedException {
		InputStream in = new BufferedInputStream(socket.getInputStream());
		OutputStream out = socket.getOutputStream();
		boolean isPlaying = false;
		int pictures = 0;
		while (true) {
			socket.setSoTimeout((int) (isPlaying ? FROM_PICTURE_TO_PICTURE : TcpPort.PATIENCE).toMillis());
			int first;
			try {
				first = in.read();
			} catch (SocketTimeoutException e) {
				if (!isPlaying) {
					throw e;
				}
				show(out, ++pictures);
				continue;
			}
			if (first < 0) {
				return;
			}
			socket.setSoTimeout((int) TcpPort.PATIENCE.toMillis());
			if (first == '$') {
				in.skipNBytes(1);
				in.skipNBytes(in.read() << 8 | in.read());
				continue;
			}
			Request request = request(in, first);
			if (lines.isCut(device)) {
				continue;
			}
			TimeUnit.NANOSECONDS.sleep(lines.delay(device).toNanos());
			if (request.isHttp()) {
				http(request, out);
				return;
			}
			boolean isIn = rtsp(request, out);
			if (isIn && request.method().equals("TEARDOWN")) {
				return;
			}
			if (isIn && request.method().equals("PLAY")) {
				isPlaying = true;
				show(out, ++pictures);
			}
		}
	}

	private static Request request(InputStream in, int first) throws IOException {
		List<String> fields = new ArrayList<>();
		String start = Character.toString(first) + line(in);
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (fields.size() == MOST_FIELDS) {
				throw new IOException("endless head");
			}
			fields.add(line);
		}
		String[] words = start.split(" ");
		if (words.length != 3) {
			throw new IOException("no request");
		}
		return new Request(words[0], words[1], words[2].startsWith("HTTP/"), fields);
	}

	private static String line(InputStream in) throws IOException {
		return TextLine.read(in).orElseThrow(() -> new IOException("ended"));
	}

	private boolean mayEnter(Request request) {
		return !faults.has(device, Fault.Effect.LOGIN_REFUSED)
				&& login.lets(request.method(), request.uri(), request.field("Authorization"));
	}

	private void http(Request request, OutputStream out) throws IOException {
		if (!mayEnter(request)) {
			say(out, "HTTP/1.1 401 Unauthorized", login.challenge(), "Content-Length: 0");
		} else if (!request.uri().equals(SNAPSHOT) || faults.has(device, Fault.Effect.ENCODED)) {
			say(out, "HTTP/1.1 404 Not Found", "Content-Length: 0");
		} else {
			byte[] jpeg = picture();
			say(out, "HTTP/1.1 200 OK", "Content-Type: image/jpeg", "Content-Length: " + jpeg.length);
			out.write(jpeg);
		}
	}

	/** @return whether it was let in */
	private boolean rtsp(Request request, OutputStream out) throws IOException {
		String number = "CSeq: " + request.field("CSeq");
		if (!request.method().equals("OPTIONS") && !mayEnter(request)) {
			say(out, "RTSP/1.0 401 Unauthorized", number, login.challenge());
			return false;
		}
		String ok = "RTSP/1.0 200 OK";
		switch (request.method()) {
		case "OPTIONS" -> say(out, ok, number, "Public: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN");
		case "DESCRIBE" -> {
			String sdp = sdp();
			say(out, ok, number, "Content-Base: " + request.uri() + "/", "Content-Type: application/sdp",
					"Content-Length: " + sdp.length());
			out.write(sdp.getBytes(StandardCharsets.US_ASCII));
		}
		case "SETUP" -> {
			if (request.field("Transport").contains("TCP")) {
				say(out, ok, number, "Session: " + SESSION + ";timeout=60", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
			} else {
				say(out, "RTSP/1.0 461 Unsupported Transport", number);
			}
		}
		default -> say(out, ok, number, "Session: " + SESSION);
		}
		return true;
	}

	private String sdp() {
		String media = faults.has(device, Fault.Effect.ENCODED) ? "96\r\na=rtpmap:96 H264/90000" : "26";
		return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=Posko\r\nt=0 0\r\na=control:*\r\nm=video 0 RTP/AVP " + media
				+ "\r\na=control:track1\r\n";
	}

	private static void say(OutputStream out, String... lines) throws IOException {
		out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	private void show(OutputStream out, int picture) throws IOException {
		if (!faults.has(device, Fault.Effect.ENCODED) && !lines.isCut(device)) {
			out.write(RtpJpeg.framed(picture(), picture * 100, (int) (time.millis() * 90)));
		}
	}

	private byte[] picture() {
		Instant at = faults.since(device, Fault.Effect.FROZEN).orElseGet(time::instant);
		return CameraScene.jpeg(at, faults.has(device, Fault.Effect.DARK));
	}
}
