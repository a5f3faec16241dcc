package id.posko.probe.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Picture;
import id.posko.health.Reading;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.memory.Pocket;
import id.posko.probe.camera.CameraServer.Fault;
import id.posko.probe.camera.CameraServer.Model;
import id.posko.probe.camera.CameraServer.Scheme;
import id.posko.probe.name.Names;

/** The check of a camera of the inventory: its settings, its logins, its pictures. */
@Timeout(60)
class CameraCheckTest {

	private static final String PASSWORD = Model.PLAIN.of(Scheme.BASIC).password();
	static final Duration LONG = Duration.ofSeconds(20);
	private static final Duration SHORT = Duration.ofMillis(400);
	private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
	static final Names NAMES = new Names(InetAddress::getByName, InstantSource.system());

	private Instant now = Instant.parse("2026-11-21T02:00:00Z");
	private final Pocket pocket = new Pocket().with("kamera", PASSWORD);
	private final CameraCheck check = new CameraCheck(NAMES, Optional.of(pocket), () -> now);

	@AfterAll
	static void close() {
		NAMES.close();
	}

	static Device camera(String address, String access) {
		return new Device(new DeviceKey(new RegionCode("35.03.01"), "kamera"), DeviceKind.CAMERA,
				Address.tryParse(address), "", "", 0, Optional.empty(), "", Access.tryParse(access).orElseThrow());
	}

	private Answer ask(CameraServer server, String access) throws InterruptedException {
		return check.ask(camera("127.0.0.1", access.replace("PORT", Integer.toString(server.port()))), LONG);
	}

	static String cause(Answer answer) {
		Cause cause = switch (answer) {
		case Answer.Answered(Cause said, _) -> said;
		case Answer.Impaired(Cause why, _) -> why;
		case Answer.Failed(Cause why, _) -> why;
		case Answer.Broken(Cause why, _) -> why;
		};
		assertFalse(PLACE.matcher(cause.sentence(Words.INDONESIAN)).find(), cause.code());
		assertFalse(PLACE.matcher(cause.sentence(Locale.ENGLISH)).find(), cause.code());
		return answer.getClass().getSimpleName() + " " + cause.code();
	}

	static Optional<Picture> picture(Answer answer) {
		return answer.evidence().findings().stream().filter(Picture.class::isInstance).map(Picture.class::cast)
				.findFirst();
	}

	private static double reading(Answer answer, String quantity) {
		return answer.evidence().findings().stream().filter(Reading.class::isInstance).map(Reading.class::cast)
				.filter(r -> r.quantity().equals(quantity)).findFirst().orElseThrow().value().orElseThrow();
	}

	/** By quality and with tables, with and without restart markers, one and many packets. */
	@ParameterizedTest
	@CsvSource({"60,0,320,240", "255,0,320,240", "200,0,640,480", "60,4,320,240", "255,20,320,240", "255,0,16,16"})
	void aPictureComesOverRtp(int q, int restarts, int width, int height) throws Exception {
		try (CameraServer server = new CameraServer(new Model("JPEG", width, height, q, restarts, Scheme.OPEN, "", ""))) {
			Answer answer = ask(server, "camera.rtsp=PORT; camera.path=/live");
			assertEquals("Answered answered", cause(answer));
			assertEquals(width, reading(answer, "picture.width"));
			assertEquals(height, reading(answer, "picture.height"));
			assertEquals(List.of("OPTIONS", "DESCRIBE", "SETUP", "PLAY"), server.asked().subList(0, 4));
			byte[] sent = TestPicture.jpeg(TestPicture.scene(width, height, 1), 60, restarts);
			assertEquals(JpegFile.of(sent).print(), JpegFile.of(picture(answer).orElseThrow().jpeg()).print());
			assertEquals("127.0.0.1", answer.evidence().responder().orElseThrow());
		}
	}

	@Test
	void theRebuiltPictureShowsWhatWasSent() throws Exception {
		try (CameraServer server = new CameraServer(new Model("JPEG", 320, 240, 60, 4, Scheme.OPEN, "", ""))) {
			byte[] rebuilt = picture(ask(server, "camera.rtsp=PORT")).orElseThrow().jpeg();
			byte[] sent = TestPicture.jpeg(TestPicture.scene(320, 240, 1), 60, 4);
			assertArrayEquals(pixels(sent), pixels(rebuilt));
		}
	}

	static int[] pixels(byte[] jpeg) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	@Test
	void aPictureComesOverHttp() throws Exception {
		try (CameraServer server = new CameraServer(Model.PLAIN.sending("H264"))) {
			Answer alone = ask(server, "camera.snapshot=/snapshot; camera.http=PORT");
			assertEquals("Answered answered", cause(alone));
			assertEquals(List.of("GET"), server.asked());
			assertTrue(reading(alone, "picture.bright") - reading(alone, "picture.dark") > 50);
			Answer both = ask(server, "camera.snapshot=/snapshot; camera.http=PORT; camera.rtsp=PORT");
			assertEquals("Answered answered", cause(both));
			assertEquals(List.of("GET", "OPTIONS", "DESCRIBE", "GET"), server.asked());
			assertEquals("Impaired camera_status", cause(ask(server, "camera.snapshot=/other; camera.http=PORT")));
		}
	}

	@Test
	void otherEncodingsAnswerAndAreNotExamined() throws Exception {
		try (CameraServer server = new CameraServer(Model.PLAIN.sending("H264"))) {
			Answer answer = ask(server, "camera.rtsp=PORT");
			assertEquals("Answered camera_not_examined", cause(answer));
			assertEquals("Kamera menjawab; gambar tidak diperiksa (H264).",
					((Answer.Answered) answer).cause().sentence(Words.INDONESIAN));
			assertEquals(Optional.empty(), picture(answer));
		}
	}

	@ParameterizedTest
	@EnumSource(names = {"BASIC", "DIGEST"}, value = Scheme.class)
	void itEntersWithUserAndPassword(Scheme scheme) throws Exception {
		try (CameraServer server = new CameraServer(Model.PLAIN.of(scheme))) {
			assertEquals("Answered answered",
					cause(ask(server, "camera.rtsp=PORT; camera.user=petugas; camera.secret=kamera")));
			assertEquals("Answered answered", cause(ask(server,
					"camera.http=PORT; camera.snapshot=/snapshot; camera.user=petugas; camera.secret=kamera")));
			assertEquals(0, server.wrongLogins());
			assertEquals("Impaired camera_login_needed", cause(ask(server, "camera.rtsp=PORT")));
		}
	}

	@ParameterizedTest
	@EnumSource(names = {"BASIC", "DIGEST"}, value = Scheme.class)
	void aRefusedPasswordIsNotSentAgain(Scheme scheme) throws Exception {
		try (CameraServer server = new CameraServer(Model.PLAIN.of(scheme))) {
			server.set(Fault.OTHER_PASSWORD);
			String access = "camera.rtsp=PORT; camera.user=petugas; camera.secret=kamera";
			for (int i = 0; i < 5; i++) {
				assertEquals("Impaired camera_login_refused", cause(ask(server, access)));
			}
			assertEquals(1, server.wrongLogins());
			now = now.plus(Duration.ofMinutes(61));
			assertEquals("Impaired camera_login_refused", cause(ask(server, access)));
			assertEquals(2, server.wrongLogins());
			pocket.with("kamera", PASSWORD + "2");
			assertEquals("Answered answered", cause(ask(server, access)));
		}
	}

	@ParameterizedTest
	@CsvSource({"camera.rtsp=PORT", "camera.http=PORT; camera.snapshot=/snapshot"})
	void blackFrozenAndGarbageAreNotUp(String access) throws Exception {
		try (CameraServer server = new CameraServer(Model.PLAIN)) {
			server.set(Fault.BLACK);
			Answer black = ask(server, access);
			assertEquals("Impaired camera_black", cause(black));
			assertTrue(picture(black).isPresent());
			server.set(Fault.FROZEN);
			assertEquals("Answered answered", cause(ask(server, access)));
			now = now.plusSeconds(1);
			assertEquals("Answered answered", cause(ask(server, access)), "the camera's own store");
			now = now.plusSeconds(60);
			Answer frozen = ask(server, access);
			assertEquals("Impaired camera_frozen", cause(frozen));
			assertEquals(now, picture(frozen).orElseThrow().taken());
			assertEquals(List.of("2026-11-21T02:00:00Z"), ((Answer.Impaired) frozen).cause().arguments());
			server.set(Fault.NONE);
			now = now.plusSeconds(60);
			assertEquals("Answered answered", cause(ask(server, access)));
			server.set(Fault.GARBAGE);
			Answer garbage = check.ask(camera("127.0.0.1", access.replace("PORT", "" + server.port())), SHORT);
			assertInstanceOf(Answer.Impaired.class, garbage, cause(garbage));
			assertEquals(Optional.empty(), picture(garbage));
		}
	}

	@Test
	void aHangingCameraEndsWithTheTime() throws Exception {
		try (CameraServer server = new CameraServer(Model.PLAIN)) {
			server.set(Fault.HANG);
			for (String access : List.of("camera.rtsp=PORT", "camera.http=PORT; camera.snapshot=/snapshot")) {
				Answer answer = check.ask(camera("127.0.0.1", access.replace("PORT", "" + server.port())), SHORT);
				assertEquals("Failed camera_silent", cause(answer));
			}
		}
	}

	@Test
	void anInterruptEndsIt() throws Exception {
		try (CameraServer server = new CameraServer(Model.PLAIN)) {
			server.set(Fault.HANG);
			CompletableFuture<Boolean> ended = new CompletableFuture<Boolean>();
			Thread asking = Thread.ofVirtual().start(() -> {
				try {
					check.ask(camera("127.0.0.1:" + server.port(), ""), LONG);
					ended.complete(false);
				} catch (InterruptedException _) {
					ended.complete(true);
				}
			});
			asking.interrupt();
			assertTrue(ended.get(5, TimeUnit.SECONDS));
		}
	}

	@Test
	void aClosedPortAndAnUnknownNameFail() throws Exception {
		int closed;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = socket.getLocalPort();
		}
		Answer refused = check.ask(camera("127.0.0.1:" + closed, ""), LONG);
		assertEquals("Failed connection_refused", cause(refused));
		assertEquals(List.of(Integer.toString(closed)), ((Answer.Failed) refused).cause().arguments());
		assertEquals("Failed name_unknown", cause(check.ask(camera("kamera.invalid", ""), LONG)));
	}

	@ParameterizedTest
	@CsvSource({"camera.rtsp=70000", "camera.http=x", "camera.path=live", "camera.snapshot=/a b", "camera.user=petugas",
			"camera.secret=kamera"})
	void wrongSettingsAreSaid(String access) throws Exception {
		assertEquals("Broken setting_wrong", cause(check.ask(camera("127.0.0.1", access), SHORT)));
	}

	@Test
	void aMissingSecretIsSaid() throws Exception {
		assertEquals("Broken secret_missing",
				cause(check.ask(camera("127.0.0.1", "camera.user=petugas; camera.secret=lain"), SHORT)));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {"10.0.0.5,'',554,-", "10.0.0.5:8554,'',8554,-",
			"10.0.0.5:8554,camera.rtsp=554,554,-", "10.0.0.5,camera.snapshot=/s,-,80", "10.0.0.5:80,camera.snapshot=/s,-,80",
			"10.0.0.5:554,camera.snapshot=/s,554,80", "10.0.0.5,camera.snapshot=/s; camera.rtsp=554,554,80",
			"10.0.0.5:8080,camera.snapshot=/s; camera.http=8080,-,8080"})
	void portsFollowFromAddressAndSettings(String address, String access, Integer rtsp, Integer http) throws Exception {
		var choice = CameraSettings.of(camera(address, access), Optional.empty());
		CameraSettings settings = assertInstanceOf(CameraSettings.Choice.Chosen.class, choice).settings();
		assertEquals(rtsp == null ? -1 : rtsp, settings.rtsp().orElse(-1));
		assertEquals(http == null ? -1 : http, settings.snapshot().map(_ -> settings.http()).orElse(-1));
	}

	@Test
	void itSuitsCamerasWithAnAddress() {
		assertTrue(check.suits(camera("10.0.0.5", "")));
		assertFalse(check.suits(camera("", "")));
		Map<String, String> none = Map.of();
		assertFalse(check.suits(new Device(new DeviceKey(new RegionCode("35.03.01"), "pc"), DeviceKind.CLIENT_PC,
				Address.tryParse("10.0.0.5"), "", "", 0, Optional.empty(), "", new Access(none))));
	}
}
