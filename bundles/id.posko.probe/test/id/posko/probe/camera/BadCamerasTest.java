package id.posko.probe.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.health.Answer;
import id.posko.kit.Device;
import id.posko.memory.Pocket;
import id.posko.probe.TextServer;
import id.posko.probe.name.Names;

/** Cameras that lie, stop, babble and never end: each is an answer with its reason, in time. */
@Timeout(60)
class BadCamerasTest {

	private static final Duration SHORT = Duration.ofMillis(500);
	private static final Duration LONG = Duration.ofSeconds(20);
	private static final Names NAMES = new Names(InetAddress::getByName, InstantSource.system());

	private final CameraCheck check = new CameraCheck(NAMES, Optional.empty(), InstantSource.system());

	@AfterAll
	static void close() {
		NAMES.close();
	}

	private Answer ask(TextServer.Behaviour behaviour, String access, Duration timeout)
			throws IOException, InterruptedException {
		try (TextServer server = new TextServer(behaviour)) {
			Device device = CameraCheckTest.camera("127.0.0.1",
					access.replace("PORT", Integer.toString(server.port())));
			return check.ask(device, timeout);
		}
	}

	private static TextServer.Behaviour says(byte[] octets) {
		return (in, out) -> {
			out.write(octets);
			in.transferTo(OutputStream.nullOutputStream());
		};
	}

	private Answer rtsp(Transcript transcript) throws IOException, InterruptedException {
		return ask(says(transcript.octets()), "camera.rtsp=PORT", SHORT);
	}

	private Answer http(String head, byte[] body, boolean isClosed) throws IOException, InterruptedException {
		return ask((in, out) -> {
			readHead(in);
			out.write(head.getBytes(StandardCharsets.UTF_8));
			out.write(body);
			if (!isClosed) {
				in.transferTo(OutputStream.nullOutputStream());
			}
		}, "camera.http=PORT; camera.snapshot=/s", SHORT);
	}

	private static void readHead(InputStream in) throws IOException {
		for (int last = 0, c = in.read(); c >= 0 && last != 0x0d0a0d0a; c = last == 0x0d0a0d0a ? -1 : in.read()) {
			last = last << 8 | c;
		}
	}

	private static TextServer.Behaviour endless(String head, byte[] again) {
		return (_, out) -> {
			out.write(head.getBytes(StandardCharsets.UTF_8));
			while (true) {
				out.write(again);
			}
		};
	}

	private static String why(Answer answer) {
		String code = CameraCheckTest.cause(answer);
		return answer instanceof Answer.Impaired(var cause, _) ? code + " " + String.join(" | ", cause.arguments())
				: code;
	}

	@Test
	void theWholeSessionIsRead() throws Exception {
		Answer answer = rtsp(Transcript.toPlay().picture(1));
		assertEquals("Answered answered", why(answer));
		assertArrayEquals(CameraCheckTest.pixels(Transcript.JPEG),
				CameraCheckTest.pixels(CameraCheckTest.picture(answer).orElseThrow().jpeg()));
	}

	@ParameterizedTest
	@ValueSource(strings = {"RTSP/1.0 200 OK\r\n", "RTSP/1.0 200 OK\r\nX: ", "", "OPTIONS rtsp://x RTSP/1.0\r\nCSeq: 1\r\n\r\n",
			"RTSP/1.0 100 Wait\r\nCSeq: 1\r\n\r\n"})
	void whatHasNoEndIsNotReadToIt(String head) throws Exception {
		for (String again : List.of("X-Header: a\r\n", "aaaaaaaaaaaaaaaaaaaaaaaa", " folded\r\n",
				"RTSP/1.0 100 Wait\r\nCSeq: 1\r\n\r\n", "OPTIONS * RTSP/1.0\r\nCSeq: 9\r\n\r\n")) {
			Answer answer = ask(endless(head, again.repeat(50).getBytes()), "camera.rtsp=PORT", LONG);
			assertTrue(why(answer).startsWith("Impaired camera_endless")
					|| why(answer).startsWith("Impaired camera_garbled"), why(answer));
		}
	}

	@Test
	void endlessMediaIsNotReadToItsEnd() throws Exception {
		byte[] other = Transcript.of().packet(5, new byte[1000]).octets();
		String head = Transcript.OPTIONS + Transcript.DESCRIBE + Transcript.SETUP + Transcript.PLAY;
		assertEquals("Impaired camera_endless PLAY", why(ask(endless(head, other), "camera.rtsp=PORT", LONG)));
		assertEquals("Impaired camera_endless OPTIONS", why(ask(endless("", other), "camera.rtsp=PORT", LONG)));
		assertEquals("Impaired camera_endless GET", why(ask(endless("HTTP/1.1 200 OK\r\n\r\n", other),
				"camera.http=PORT; camera.snapshot=/s", LONG)));
	}

	@ParameterizedTest
	@ValueSource(strings = {"CSeq: 2", "CSeq: x", "Date: 1", "CSeq: -1"})
	void anAnswerToAnotherRequestIsNone(String field) throws Exception {
		String why = why(rtsp(Transcript.of("RTSP/1.0 200 OK\r\n" + field + "\r\n\r\n")));
		assertTrue(why.startsWith("Impaired camera_garbled OPTIONS | CSeq "), why);
	}

	@Test
	void mediaAndTheCamerasOwnRequestsMayComeInBetween() throws Exception {
		Transcript all = Transcript.of(Transcript.OPTIONS, "SET_PARAMETER rtsp://x RTSP/1.0\r\nCSeq: 77\r\nContent-Length: 3\r\n\r\nabc",
				Transcript.DESCRIBE, Transcript.SETUP).packet(0, new byte[20]).then(Transcript.PLAY).packet(1, new byte[8])
				.then("OPTIONS rtsp://x RTSP/1.0\r\nCSeq: 78\r\n\r\n").picture(3);
		assertEquals("Answered answered", why(rtsp(all)));
	}

	@Test
	void aLostPieceCostsOnePicture() throws Exception {
		List<byte[]> first = RtpPackets.of(Transcript.JPEG, 255, 500, 1);
		Transcript all = Transcript.toPlay();
		for (int i = 0; i < first.size(); i++) {
			if (i != 1) {
				all.packet(0, first.get(i));
			}
		}
		assertTrue(first.size() > 2);
		assertTrue(why(rtsp(all)).startsWith("Impaired camera_silent PLAY"));
		assertEquals("Answered answered", why(rtsp(all.picture(2))));
	}

	@ParameterizedTest
	@ValueSource(ints = {0, 1, 2, 3, 4})
	void aSilentStageIsNamed(int answered) throws Exception {
		List<String> replies = List.of(Transcript.OPTIONS, Transcript.DESCRIBE, Transcript.SETUP, Transcript.PLAY);
		List<String> stages = List.of("OPTIONS", "DESCRIBE", "SETUP", "PLAY", "PLAY");
		Answer answer = rtsp(Transcript.of(replies.subList(0, answered).toArray(new String[0])));
		assertEquals(answered == 0 ? "Failed camera_silent" : "Impaired camera_silent " + stages.get(answered) + " | "
				+ SHORT, why(answer));
	}

	@ParameterizedTest
	@CsvSource({"99999999,camera_endless DESCRIBE", "-5,camera_garbled DESCRIBE | Content-Length: -5",
			"4 4,camera_garbled DESCRIBE | Content-Length: 4 4", "60000,camera_silent DESCRIBE | PT0.5S",
			"99999999999999999999,camera_garbled DESCRIBE | Content-Length: 99999999999999999999", "0,camera_no_video"})
	void lengthsThatAreNotTrue(String length, String why) throws Exception {
		Transcript all = Transcript.of(Transcript.OPTIONS,
				Transcript.DESCRIBE.replaceFirst("Content-Length: \\d+", "Content-Length: " + length));
		assertEquals("Impaired " + why, why(rtsp(all)).strip());
	}

	@Test
	void aShortBodyLeavesTheRestToBeMisread() throws Exception {
		String why = why(rtsp(Transcript.of(Transcript.OPTIONS,
				Transcript.DESCRIBE.replaceFirst("Content-Length: \\d+", "Content-Length: 150"), Transcript.SETUP)));
		assertTrue(why.startsWith("Impaired camera_garbled SETUP"), why);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "v=0", "m=video", "m=video 0 RTP/AVP", "m=video 0 RTP/AVP x 999 -1", "m=audio 0 RTP/AVP 0"})
	void aDescriptionWithoutVideoIsSaid(String sdp) throws Exception {
		assertEquals("Impaired camera_no_video", why(rtsp(Transcript.of(Transcript.OPTIONS,
				"RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp))).strip());
	}

	@Test
	void refusalsAreSaidInTheCamerasWords() throws Exception {
		assertEquals("Impaired camera_status DESCRIBE | RTSP/1.0 404 Stream Not Found",
				why(rtsp(Transcript.of(Transcript.OPTIONS, "RTSP/1.0 404 Stream Not Found\r\nCSeq: 2\r\n\r\n"))));
		assertEquals("Impaired camera_garbled OPTIONS | HTP 7",
				why(rtsp(Transcript.of("HTP 7\r\nCSeq: 1\r\n\r\n"))));
		assertEquals("Impaired camera_garbled OPTIONS | ÿ", why(ask(says(new byte[] {-1, -40}), "camera.rtsp=PORT", SHORT)));
		assertEquals("Failed camera_closed", why(ask((in, _) -> readHead(in), "camera.rtsp=PORT", SHORT)));
	}

	/** A camera that calls every nonce too old is not asked for ever; one that says not what it wants, not at all. */
	@Test
	void demandsWithoutEndAreLeft() throws Exception {
		String stale = "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\", stale=true\r\n\r\n";
		Transcript all = Transcript.of(Transcript.OPTIONS);
		for (int i = 2; i < 50; i++) {
			all.then("RTSP/1.0 401 No\r\nCSeq: " + i + "\r\n" + stale);
		}
		CameraCheck entering = new CameraCheck(NAMES, Optional.of(new Pocket().with("x", "geheim")), InstantSource.system());
		for (String last : List.of(stale, "\r\n")) {
			try (TextServer server = new TextServer(says(last.equals(stale) ? all.octets()
					: Transcript.of(Transcript.OPTIONS, "RTSP/1.0 401 No\r\nCSeq: 2\r\n\r\n").octets()))) {
				String why = why(entering.ask(CameraCheckTest.camera("127.0.0.1:" + server.port(),
						"camera.user=" + last.length() + "; camera.secret=x"), LONG));
				assertEquals(last.equals(stale) ? "Impaired camera_login_refused " + last.length()
						: "Impaired camera_login_unknown -", why);
			}
		}
	}

	@Test
	void noiseIsNoCamera() throws Exception {
		Random noise = new Random(5);
		for (int i = 0; i < 20; i++) {
			byte[] octets = new byte[20_000];
			noise.nextBytes(octets);
			assertTrue(why(ask(says(octets), "camera.rtsp=PORT", SHORT)).startsWith("Impaired camera_"));
		}
	}

	@Test
	void snapshotsThatAreNone() throws Exception {
		byte[] page = "<html>login</html>".getBytes();
		String ok = "HTTP/1.1 200 OK\r\nContent-Type: ";
		assertEquals("Impaired camera_snapshot_other text/html", why(http(ok + "text/html\r\nContent-Length: 18\r\n\r\n", page, false)));
		byte[] jpeg = Transcript.JPEG;
		String image = ok + "image/jpeg\r\n";
		assertEquals("Answered answered", why(http(image + "Content-Length: " + jpeg.length + "\r\n\r\n", jpeg, false)));
		assertEquals("Answered answered", why(http(image + "\r\n", jpeg, true)));
		assertEquals("Impaired camera_closed GET", why(http(image + "Content-Length: " + (jpeg.length + 9) + "\r\n\r\n", jpeg, true)));
		assertEquals("Impaired camera_silent GET | PT0.5S",
				why(http(image + "Content-Length: " + (jpeg.length + 9) + "\r\n\r\n", jpeg, false)));
		assertEquals("Impaired camera_picture_damaged EOI",
				why(http(image + "Content-Length: " + (jpeg.length - 9) + "\r\n\r\n", jpeg, false)));
		assertEquals("Impaired camera_endless GET", why(http(image + "Content-Length: 99999999\r\n\r\n", jpeg, false)));
	}

	@Test
	void snapshotsInChunksAndParts() throws Exception {
		byte[] jpeg = Transcript.JPEG;
		String chunked = "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nTransfer-Encoding: chunked\r\n\r\n";
		String length = Integer.toHexString(jpeg.length);
		assertEquals("Answered answered", why(http(chunked + length + ";x=1\r\n", (new String(jpeg,
				StandardCharsets.ISO_8859_1) + "\r\n0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1), false)));
		assertEquals("Impaired camera_garbled chunked | zz", why(http(chunked + "zz\r\n", jpeg, false)));
		assertEquals("Impaired camera_endless GET", why(http(chunked + "fffffff\r\n", jpeg, false)));
		String parts = "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n";
		assertEquals("Answered answered", why(http(parts + "--b\r\nContent-Type: image/jpeg\r\nContent-Length: "
				+ jpeg.length + "\r\n\r\n", jpeg, false)));
		assertEquals("Impaired camera_garbled multipart | --b", why(http(parts + "--b\r\n\r\n", jpeg, false)));
	}

	@Test
	void reservedFormsOfPicturesAreNamed() throws Exception {
		byte[] large = RtpPackets.of(Transcript.JPEG, 255, 500, 1).getFirst();
		large[18] = 0;
		assertEquals("Answered camera_not_examined", why(rtsp(Transcript.toPlay().packet(0, large))));
		for (int place : new int[] {16, 17}) {
			byte[] packet = RtpPackets.of(Transcript.JPEG, 255, 500, 1).getFirst();
			packet[place] = (byte) (place == 16 ? 5 : 0);
			String why = why(rtsp(Transcript.toPlay().packet(0, packet)));
			assertTrue(why.startsWith("Impaired camera_garbled RTP/JPEG | type "), why);
		}
	}
}
