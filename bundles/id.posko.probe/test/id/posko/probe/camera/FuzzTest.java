package id.posko.probe.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import id.posko.health.Answer;
import id.posko.probe.TextServer;
import id.posko.probe.name.Names;

/** Damaged input of every parser: each ends as an answer. 100,000 inputs for each with -Dposko.long=true. */
class FuzzTest {

	private static final int INPUTS = Boolean.getBoolean("posko.long") ? 100_000 : 2_000;
	private static final byte[] SMALL = TestPicture.jpeg(TestPicture.scene(48, 32, 1), 60, 2);

	/** Some octets changed, a piece doubled or left out, or the end cut off. */
	private static byte[] damaged(byte[] good, Random dice) {
		byte[] bad = good.clone();
		for (int i = dice.nextInt(1, 6); i > 0; i--) {
			int at = dice.nextInt(bad.length);
			switch (dice.nextInt(6)) {
			case 0 -> bad[at] = (byte) dice.nextInt(256);
			case 1 -> bad[at] ^= (byte) (1 << dice.nextInt(8));
			case 2 -> bad[at] = (byte) (dice.nextBoolean() ? 0xff : 0);
			case 3 -> bad = Arrays.copyOf(bad, Math.max(1, at));
			case 4 -> {
				byte[] longer = Arrays.copyOf(bad, bad.length + Math.min(20, bad.length - at));
				System.arraycopy(bad, at, longer, at + longer.length - bad.length, bad.length - at);
				bad = longer;
			}
			default -> {
				int to = Math.min(bad.length, at + dice.nextInt(1, 20));
				System.arraycopy(bad, to, bad, at, bad.length - to);
				bad = Arrays.copyOf(bad, Math.max(1, bad.length - to + at));
			}
			}
		}
		return bad;
	}

	@Test
	void sessions() throws Exception {
		byte[] good = Transcript.of(Transcript.OPTIONS, Transcript.DESCRIBE, Transcript.SETUP, Transcript.PLAY)
				.picture(1).octets();
		AtomicReference<byte[]> next = new AtomicReference<>(good);
		Random dice = new Random(11);
		int whole = 0;
		try (Names names = new Names(InetAddress::getByName, InstantSource.system());
				TextServer server = new TextServer((_, out) -> out.write(next.get()))) {
			CameraCheck check = new CameraCheck(names, Optional.empty(), InstantSource.system());
			for (int i = 0; i < INPUTS; i++) {
				Answer answer = check.ask(CameraCheckTest.camera("127.0.0.1:" + server.port(), ""), Duration.ofSeconds(10));
				assertTrue(answer instanceof Answer.Impaired || answer instanceof Answer.Answered
						|| answer instanceof Answer.Failed, () -> answer.toString());
				next.set(damaged(good, dice));
				whole += CameraCheckTest.picture(answer).isPresent() ? 1 : 0;
			}
		}
		assertTrue(whole > 0, "damage that does not matter");
	}

	@Test
	void snapshots() throws Exception {
		byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ Integer.toHexString(SMALL.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
		byte[] good = Arrays.copyOf(head, head.length + SMALL.length + 7);
		System.arraycopy(SMALL, 0, good, head.length, SMALL.length);
		System.arraycopy("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, good, head.length + SMALL.length, 7);
		AtomicReference<byte[]> next = new AtomicReference<>(good);
		Random dice = new Random(12);
		try (Names names = new Names(InetAddress::getByName, InstantSource.system());
				TextServer server = new TextServer((_, out) -> out.write(next.get()))) {
			CameraCheck check = new CameraCheck(names, Optional.empty(), InstantSource.system());
			String access = "camera.snapshot=/s; camera.http=" + server.port();
			for (int i = 0; i < INPUTS; i++) {
				assertNotNull(check.ask(CameraCheckTest.camera("127.0.0.1", access), Duration.ofSeconds(10)));
				next.set(damaged(good, dice));
			}
		}
	}

	@Test
	void descriptions() {
		byte[] good = Transcript.DESCRIBE.getBytes(StandardCharsets.UTF_8);
		Random dice = new Random(13);
		for (int i = 0; i < INPUTS; i++) {
			assertNotNull(Sdp.parse(new String(damaged(good, dice), StandardCharsets.UTF_8)).video());
		}
	}

	@Test
	void packets() throws Exception {
		Random dice = new Random(14);
		List<byte[]> tabled = RtpPackets.of(SMALL, 255, 200, 1);
		List<byte[]> untabled = RtpPackets.of(SMALL, 60, 200, 1);
		int pictures = 0;
		int faults = 0;
		RtpJpeg frames = new RtpJpeg(26);
		for (int i = 0; i < INPUTS; i++) {
			for (byte[] packet : dice.nextBoolean() ? tabled : untabled) {
				try {
					Optional<byte[]> jpeg = frames.take(dice.nextInt(4) == 0 ? damaged(packet, dice) : packet);
					if (jpeg.isPresent()) {
						pictures++;
						assertTrue(jpeg.get().length < 10_000);
					}
				} catch (CameraFault e) {
					assertEquals("camera_garbled", e.why().code());
					faults++;
				}
			}
		}
		assertTrue(pictures > 0 && faults > 0, pictures + " " + faults);
	}

	@Test
	void pictures() throws Exception {
		Random dice = new Random(15);
		int read = 0;
		int refused = 0;
		for (int i = 0; i < INPUTS; i++) {
			try {
				assertTrue(Sight.of(JpegFile.of(damaged(SMALL, dice))).jpeg().length > 0);
				read++;
			} catch (CameraFault _) { // what is meant to happen
				refused++;
			}
		}
		assertTrue(read > 0 && refused > 0, read + " " + refused);
	}

	@Test
	void challenges() {
		Login login = Login.of("user", "password".toCharArray());
		byte[] good = "Digest realm=\"a \\\"b\\\"\", nonce=\"x\", qop=\"auth\", algorithm=SHA-256, stale=false"
				.getBytes(StandardCharsets.UTF_8);
		Random dice = new Random(16);
		for (int i = 0; i < INPUTS; i++) {
			List<String> bad = List.of(new String(damaged(good, dice), StandardCharsets.ISO_8859_1));
			assertNotNull(login.answer(bad, "OPTIONS", "rtsp://x/", 1, "y"));
			assertTrue(Login.isStale(bad) || !Login.isStale(bad));
		}
	}
}
