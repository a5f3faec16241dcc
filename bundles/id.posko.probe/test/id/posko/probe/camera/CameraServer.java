package id.posko.probe.camera;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A camera on loopback: RTSP with JPEG over RTP in the same connection, and a JPEG file by HTTP at {@code /snapshot},
 * both at one port. Its faults can be switched while it runs.
 */
public final class CameraServer implements AutoCloseable {

	public enum Fault {
		NONE, BLACK, FROZEN,
		/** Noise where a picture should be. */
		GARBAGE,
		/** Takes connections and never answers. */
		HANG,
		/** Its password is another one than before. */
		OTHER_PASSWORD
	}

	/** How it wants to be entered. */
	public enum Scheme {
		OPEN, BASIC, DIGEST
	}

	/**
	 * @param encoding JPEG, or one of which only the description exists, such as H264
	 * @param q quality 1 to 99, or from 128 on: tables are sent along
	 * @param restarts MCUs from one restart marker to the next; 0 without
	 */
	public record Model(String encoding, int width, int height, int q, int restarts, Scheme scheme, String user,
			String password) {

		public static final Model PLAIN = new Model("JPEG", 320, 240, 255, 0, Scheme.OPEN, "", "");

		public Model of(Scheme entry) {
			return new Model(encoding, width, height, q, restarts, entry, "petugas", "rahasia: \"ü\"");
		}

		public Model sending(String other) {
			return new Model(other, width, height, q, restarts, scheme, user, password);
		}
	}

	private static final int QUALITY = 60;
	private static final int PIECE = 1400;
	/** Milliseconds from one picture to the next. */
	private static final int PACE = 40;
	private static final String NONCE = "7f3a";
	private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^, ]+))");

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	private final Model model;
	private final AtomicInteger pictures = new AtomicInteger();
	private final AtomicInteger wrongLogins = new AtomicInteger();
	private final Queue<String> asked = new ConcurrentLinkedQueue<>();
	private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
	private volatile Fault fault = Fault.NONE;

	public CameraServer(Model model) throws IOException {
		this.model = model;
		Thread.ofVirtual().name("camera").start(() -> {
			while (!socket.isClosed()) {
				try {
					Socket connection = socket.accept();
					open.add(connection);
					Thread.ofVirtual().start(() -> serve(connection));
				} catch (IOException _) { // closed
					return;
				}
			}
		});
	}

	public int port() {
		return socket.getLocalPort();
	}

	public void set(Fault now) {
		fault = now;
	}

	public int wrongLogins() {
		return wrongLogins.get();
	}

	/** Methods in their order. */
	public List<String> asked() {
		return List.copyOf(asked);
	}

	private void serve(Socket connection) {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			for (List<String> request = request(in); !request.isEmpty(); request = request(in)) {
				if (fault == Fault.HANG) {
					continue;
				}
				String[] start = request.getFirst().split(" ");
				asked.add(start[0]);
				if (start[2].startsWith("HTTP")) {
					http(request, start, connection.getOutputStream());
					return;
				}
				rtsp(request, start, connection);
			}
		} catch (IOException _) { // the client left
			open.remove(connection);
		}
	}

	private static List<String> request(InputStream in) throws IOException {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c >= 0; c = in.read()) {
			if (c != '\n') {
				line.append((char) c);
			} else if (line.toString().isBlank() && !lines.isEmpty()) {
				return lines;
			} else {
				lines.add(line.toString().strip());
				line.setLength(0);
			}
		}
		return List.of();
	}

	private void http(List<String> request, String[] start, OutputStream out) throws IOException {
		if (!mayEnter(request, start)) {
			out.write(("HTTP/1.1 401 Unauthorized\r\n" + challenge() + "Content-Length: 0\r\n\r\n").getBytes());
		} else if (!start[1].equals("/snapshot")) {
			out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes());
		} else {
			byte[] jpeg = picture();
			if (fault == Fault.GARBAGE) {
				new Random(1).nextBytes(jpeg);
				jpeg[0] = (byte) 0xff;
				jpeg[1] = (byte) 0xd8;
			}
			out.write(("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
					.getBytes());
			out.write(jpeg);
		}
	}

	private void rtsp(List<String> request, String[] start, Socket connection) throws IOException {
		OutputStream out = connection.getOutputStream();
		String head = "\r\nCSeq: " + field(request, "CSeq") + "\r\n";
		if (!start[0].equals("OPTIONS") && !mayEnter(request, start)) {
			out.write(("RTSP/1.0 401 Unauthorized" + head + challenge() + "\r\n").getBytes());
			return;
		}
		String ok = "RTSP/1.0 200 OK" + head;
		switch (start[0]) {
		case "OPTIONS" -> out.write((ok + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n").getBytes());
		case "DESCRIBE" -> {
			boolean isJpeg = model.encoding().equals("JPEG");
			String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\na=control:*\r\nm=video 0 RTP/AVP "
					+ (isJpeg ? "26\r\n" : "96\r\na=rtpmap:96 " + model.encoding() + "/90000\r\n") + "a=control:track1\r\n";
			out.write((ok + "Content-Base: " + start[1] + "/\r\nContent-Type: application/sdp\r\nContent-Length: "
					+ sdp.length() + "\r\n\r\n" + sdp).getBytes());
		}
		case "SETUP" -> out.write((ok + "Session: 42;timeout=60\r\nTransport: RTP/AVP/TCP;unicast;interleaved=2-3\r\n\r\n")
				.getBytes());
		case "PLAY" -> {
			out.write((ok + "Session: " + field(request, "Session") + "\r\n\r\n").getBytes());
			play(connection);
		}
		default -> out.write((ok + "\r\n").getBytes());
		}
	}

	/** Until the client says anything. */
	private void play(Socket connection) throws IOException {
		OutputStream out = connection.getOutputStream();
		connection.setSoTimeout(PACE);
		while (!connection.isClosed()) {
			int q = model.q() < 128 ? QUALITY : model.q();
			for (byte[] packet : RtpPackets.of(picture(), q, PIECE, pictures.get())) {
				if (fault == Fault.GARBAGE) {
					new Random(pictures.get()).nextBytes(packet);
				}
				byte[] framed = new byte[packet.length + 4];
				framed[0] = '$';
				framed[1] = 2;
				framed[2] = (byte) (packet.length >> 8);
				framed[3] = (byte) packet.length;
				System.arraycopy(packet, 0, framed, 4, packet.length);
				out.write(framed);
			}
			try {
				if (connection.getInputStream().read() >= 0) {
					connection.close();
				}
				return;
			} catch (SocketTimeoutException _) { // time for the next picture
				continue;
			}
		}
	}

	private byte[] picture() {
		int number = fault == Fault.FROZEN ? 0 : pictures.incrementAndGet();
		return TestPicture.jpeg(fault == Fault.BLACK ? TestPicture.black(model.width(), model.height(), number)
				: TestPicture.scene(model.width(), model.height(), number), QUALITY, model.restarts());
	}

	private String challenge() {
		return model.scheme() == Scheme.BASIC ? "WWW-Authenticate: Basic realm=\"camera\"\r\n"
				: "WWW-Authenticate: Digest realm=\"camera\", nonce=\"" + NONCE + "\", algorithm=MD5\r\n";
	}

	private boolean mayEnter(List<String> request, String[] start) {
		String given = field(request, "Authorization");
		String password = model.password() + (fault == Fault.OTHER_PASSWORD ? "2" : "");
		boolean isIn = switch (model.scheme()) {
		case OPEN -> true;
		case BASIC -> given.equals("Basic " + Base64.getEncoder()
				.encodeToString((model.user() + ":" + password).getBytes(StandardCharsets.UTF_8)));
		case DIGEST -> parameter(given, "nonce").equals(NONCE) && parameter(given, "response").equals(md5(
				md5(model.user() + ":camera:" + password) + ":" + NONCE + ":" + md5(start[0] + ":" + start[1])));
		};
		if (!isIn && !given.isEmpty()) {
			wrongLogins.incrementAndGet();
		}
		return isIn;
	}

	private static String field(List<String> request, String name) {
		return request.stream().filter(l -> l.regionMatches(true, 0, name + ":", 0, name.length() + 1)).findFirst()
				.map(l -> l.substring(name.length() + 1).strip()).orElse("");
	}

	private static String parameter(String field, String name) {
		Matcher parameter = PARAMETER.matcher(field);
		while (parameter.find()) {
			if (parameter.group(1).equals(name)) {
				return parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
			}
		}
		return "";
	}

	private static String md5(String text) {
		try {
			return HexFormat.of()
					.formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() throws IOException {
		socket.close();
		for (Socket connection : open) {
			connection.close();
		}
	}
}
