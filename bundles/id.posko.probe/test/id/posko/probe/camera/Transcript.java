package id.posko.probe.camera;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** All that a camera says in one session, to be sent at once: the client's requests have no say in it. */
final class Transcript {

	static final byte[] JPEG = TestPicture.jpeg(TestPicture.scene(160, 120, 1), 60, 0);
	static final String OPTIONS = "RTSP/1.0 200 OK\r\nCSeq: 1\r\nPublic: DESCRIBE\r\n\r\n";
	private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=x\r\na=control:*\r\nm=audio 0 RTP/AVP 0\r\n"
			+ "a=control:track0\r\nm=video 0 RTP/AVP 96 26\r\na=rtpmap:96 H264/90000\r\na=control:track1\r\n";
	static final String DESCRIBE = "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Base: rtsp://127.0.0.1/live/\r\n"
			+ "Content-Type: application/sdp\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;
	static final String SETUP = "RTSP/1.0 200 OK\r\nCSeq: 3\r\nSession: 7;timeout=60\r\n"
			+ "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
	static final String PLAY = "RTSP/1.0 200 OK\r\nCSeq: 4\r\nSession: 7\r\n\r\n";

	private final ByteArrayOutputStream all = new ByteArrayOutputStream();

	static Transcript of(String... replies) {
		Transcript transcript = new Transcript();
		for (String reply : replies) {
			transcript.all.writeBytes(reply.getBytes(StandardCharsets.UTF_8));
		}
		return transcript;
	}

	static Transcript toPlay() {
		return of(OPTIONS, DESCRIBE, SETUP, PLAY);
	}

	Transcript packet(int channel, byte[] data) {
		all.writeBytes(new byte[] {'$', (byte) channel, (byte) (data.length >> 8), (byte) data.length});
		all.writeBytes(data);
		return this;
	}

	Transcript picture(int number) {
		RtpPackets.of(JPEG, 255, 500, number).forEach(p -> packet(0, p));
		return this;
	}

	Transcript then(String text) {
		all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	byte[] octets() {
		return all.toByteArray();
	}
}
