package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.Picture;
import id.posko.health.Reading;
import id.posko.kit.Access;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.memory.Pocket;
import id.posko.probe.camera.CameraCheck;
import id.posko.probe.name.Names;

/** The cameras of the sample kabupaten, asked by the check that asks real ones, and by foreign programs. */
class CameraPortsTest {

	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final Duration SHORT = Duration.ofSeconds(1);

	@TempDir
	private Path scratch;
	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T02:00:00Z"));
	private final long start = System.nanoTime();
	/** Runs on by itself, for the time of each picture of a stream is later than the one before. */
	private final InstantSource time = () -> now.get().plusNanos(System.nanoTime() - start);
	private final Fleet fleet = Kabupaten.fleet();
	private final Device device = fleet.named("35.60.01/Kamera 1").getFirst();
	private final Faults faults = new Faults(fleet, time);
	private final Lines lines = new Lines(faults, fleet, new Random(5));
	private final Pocket secrets = new Pocket();
	private final CameraPorts ports = new CameraPorts(fleet, faults, lines, secrets, time);
	private final Names names = new Names();
	private final CameraCheck check = new CameraCheck(names, Optional.of(secrets), time);

	@AfterEach
	void close() {
		ports.close();
		lines.close();
		names.close();
	}

	private Answer ask() throws InterruptedException {
		now.updateAndGet(instant -> instant.plusSeconds(10));
		return check.ask(device, PATIENCE);
	}

	private void turn(String name, boolean isOn) {
		faults.turn(faults.named(name).orElseThrow(), isOn);
	}

	private static String impaired(Answer answer) {
		return assertInstanceOf(Answer.Impaired.class, answer, answer.toString()).cause().code();
	}

	private static Picture picture(Answer answer) {
		return answer.evidence().findings().stream().filter(Picture.class::isInstance).map(Picture.class::cast).findFirst()
				.orElseThrow(() -> new AssertionError(answer.toString()));
	}

	@Test
	void everyCameraShowsItsRoom() throws Exception {
		List<Device> all = fleet.devices().stream().filter(check::suits).toList();
		assertEquals(14, all.size());
		assertEquals(all.size(), ports.open());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Answer> asked : all.stream().map(one -> threads.submit(() -> check.ask(one, PATIENCE))).toList()) {
				Answer answer = assertInstanceOf(Answer.Answered.class, asked.get(), () -> asked.resultNow().toString());
				var shown = ImageIO.read(new ByteArrayInputStream(picture(answer).jpeg()));
				assertEquals(CameraScene.WIDTH, shown.getWidth());
				assertEquals(CameraScene.HEIGHT, shown.getHeight());
			}
		}
	}

	@Test
	void theClockInThePictureRuns() throws InterruptedException {
		byte[] first = picture(ask()).jpeg();
		byte[] second = picture(ask()).jpeg();
		assertFalse(Arrays.equals(first, second));
		assertArrayEquals(CameraScene.jpeg(now.get(), false), CameraScene.jpeg(now.get(), false));
	}

	@Test
	void aCoveredLensIsBlack() throws InterruptedException {
		turn("gelap-banyuurip", true);
		assertEquals("camera_black", impaired(ask()));
		turn("gelap-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask());
	}

	@Test
	void aFrozenPictureIsFound() throws InterruptedException {
		turn("beku-banyuurip", true);
		ask();
		assertEquals("camera_frozen", impaired(ask()));
		turn("beku-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask());
	}

	@Test
	void anotherEncodingIsNotExamined() throws InterruptedException {
		turn("h264-banyuurip", true);
		assertEquals("camera_not_examined", assertInstanceOf(Answer.Answered.class, ask()).cause().code());
	}

	@Test
	void aRefusedPasswordIsNotSentAgainUntilItIsNew() throws InterruptedException {
		assertInstanceOf(Answer.Answered.class, ask());
		turn("sandi-banyuurip", true);
		assertEquals("camera_login_refused", impaired(ask()));
		assertEquals("camera_login_refused", impaired(ask()));
		turn("sandi-banyuurip", false);
		assertInstanceOf(Answer.Answered.class, ask());
	}

	@Test
	void aCameraThatIsOffIsSilentWithinTheTimeout() throws InterruptedException {
		turn("kamera-banyuurip", true);
		assertEquals("camera_silent", assertInstanceOf(Answer.Failed.class, check.ask(device, SHORT)).cause().code());
	}

	@Test
	void theFileOverHttpIsTheSamePicture() throws InterruptedException {
		Map<String, String> settings = new HashMap<>(device.access().settings());
		settings.put("camera.snapshot", CameraDialogue.SNAPSHOT);
		settings.put("camera.http", Integer.toString(Kabupaten.CAMERA_PORT));
		Device other = new Device(device.key(), device.kind(), device.address(), "", "", 1, device.parent(), "",
				new Access(settings));
		Answer answer = assertInstanceOf(Answer.Answered.class, check.ask(other, PATIENCE));
		assertEquals("http", ((Reading) answer.evidence().findings().getFirst()).source());
		assertEquals(CameraScene.jpeg(now.get(), false).length, picture(answer).jpeg().length, 2000);
	}

	@Test
	void garbageHarmsItNot() throws Exception {
		Random random = new Random(9);
		for (int i = 0; i < 200; i++) {
			try (Socket socket = new Socket(device.address().orElseThrow().host(), Kabupaten.CAMERA_PORT)) {
				byte[] octets = new byte[random.nextInt(400)];
				random.nextBytes(octets);
				OutputStream out = socket.getOutputStream();
				out.write(i % 3 == 0 ? "DESCRIBE ".getBytes(StandardCharsets.US_ASCII) : new byte[] { (byte) (i % 2 * '$') });
				out.write(octets);
			} catch (IOException _) {
				continue; // it closed the connection first
			}
		}
		assertInstanceOf(Answer.Answered.class, ask());
	}

	@Test
	void nothingIsLeftBehind() {
		ports.close();
		assertTrue(secrets.kept().isEmpty(), secrets.kept().toString());
	}

	@Test
	void ffmpegSeesThePicture() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "no ffmpeg: apt-get install ffmpeg");
		Path file = scratch.resolve("gambar.png");
		String said = run("/usr/bin/ffmpeg", "-nostdin", "-rtsp_transport", "tcp", "-i", "rtsp://" + Kabupaten.USER + ":"
				+ secrets.kept().get(Kabupaten.CAMERA_SECRET).replace("/", "%2F").replace("+", "%2B").replace("=", "%3D")
				+ "@127.60.1.31:" + Kabupaten.CAMERA_PORT + CameraDialogue.STREAM, "-frames:v", "1", file.toString());
		var shown = ImageIO.read(file.toFile());
		assertEquals(CameraScene.WIDTH, shown.getWidth(), said);
		int cloth = shown.getRGB(30, 200);
		assertTrue((cloth & 0xff) > (cloth >> 16 & 0xff) + 80, "blue: " + Integer.toHexString(cloth));
	}

	@Test
	void curlGetsTheFile() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl: apt-get install curl");
		Path file = scratch.resolve("gambar.jpg");
		String url = "http://127.60.1.31:" + Kabupaten.CAMERA_PORT + CameraDialogue.SNAPSHOT;
		run("/usr/bin/curl", "-s", "--digest", "-u", Kabupaten.USER + ":" + secrets.kept().get(Kabupaten.CAMERA_SECRET),
				"-o", file.toString(), url);
		assertEquals(CameraScene.WIDTH, ImageIO.read(file.toFile()).getWidth());
		assertEquals("401", run("/usr/bin/curl", "-s", "--digest", "-u", "demo:salah", "-o", "/dev/null", "-w",
				"%{http_code}", url));
	}

	private static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try {
			assertTrue(process.waitFor(30, TimeUnit.SECONDS), String.join(" ", command));
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		} finally {
			process.destroyForcibly();
		}
	}
}
