package id.posko.probe.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.health.Answer;
import id.posko.memory.Pocket;
import id.posko.probe.Peer;
import id.posko.probe.camera.CameraServer.Model;
import id.posko.probe.camera.CameraServer.Scheme;

/** GStreamer's RTSP server as the camera, and FFmpeg as the judge of the pictures that were put together. */
@Timeout(90)
class ForeignPeersTest {

	private static final String PYTHON = "/usr/bin/python3";
	private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");
	private static final String IMPORTS = """
			import sys, gi
			gi.require_version('Gst', '1.0'); gi.require_version('GstRtsp', '1.0'); gi.require_version('GstRtspServer', '1.0')
			from gi.repository import Gst, GstRtsp, GstRtspServer, GLib
			Gst.init(None)
			missing = [e for e in ('videotestsrc', 'jpegenc', 'rtpjpegpay', 'vp8enc', 'rtpvp8pay') if not Gst.ElementFactory.find(e)]
			if missing: sys.exit('missing ' + ' '.join(missing))
			""";
	private static final String SERVER = IMPORTS + """
			server = GstRtspServer.RTSPServer()
			server.set_address('127.0.0.1')
			server.set_service(sys.argv[1])
			permissions = GstRtspServer.RTSPPermissions()
			for what in ('media.factory.access', 'media.factory.construct'):
			    permissions.add_permission_for_role('user', what, True)
			if sys.argv[2] != 'OPEN':
			    auth = GstRtspServer.RTSPAuth()
			    token = GstRtspServer.RTSPToken()
			    token.set_string('media.factory.role', 'user')
			    if sys.argv[2] == 'DIGEST':
			        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
			        auth.add_digest('petugas', 'rahasia', token)
			    else:
			        auth.add_basic(GstRtspServer.RTSPAuth.make_basic('petugas', 'rahasia'), token)
			    server.set_auth(auth)
			def mount(path, pattern, encoder):
			    factory = GstRtspServer.RTSPMediaFactory()
			    factory.set_launch('( videotestsrc is-live=true pattern=%s ! video/x-raw,format=I420,width=640,height=480,'
			        'framerate=10/1 ! %s name=pay0 )' % (pattern, encoder))
			    if sys.argv[2] != 'OPEN': factory.set_permissions(permissions)
			    server.get_mount_points().add_factory(path, factory)
			mount('/live', 'smpte', 'jpegenc ! rtpjpegpay')
			mount('/fine', 'smpte', 'jpegenc quality=95 ! rtpjpegpay mtu=500')
			mount('/black', 'black', 'jpegenc ! rtpjpegpay')
			mount('/still', 'smpte100', 'jpegenc ! rtpjpegpay')
			mount('/vp8', 'smpte', 'vp8enc deadline=1 ! rtpvp8pay')
			server.attach(None)
			GLib.MainLoop().run()
			""";

	@TempDir
	private Path folder;
	private Instant now = Instant.parse("2026-11-21T02:00:00Z");
	private final CameraCheck check = new CameraCheck(CameraCheckTest.NAMES, Optional.of(
			new Pocket().with("kamera", "rahasia").with("salah", "salah")), () -> now);

	private Peer start(int port, String scheme) throws Exception {
		assumeTrue(Files.isExecutable(Path.of(PYTHON)), PYTHON + " is not installed");
		Process probe = new ProcessBuilder(PYTHON, "-c", IMPORTS).redirectErrorStream(true).start();
		String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assumeTrue(probe.waitFor() == 0, "GStreamer's RTSP server is not installed: " + said.strip());
		Path script = Files.writeString(folder.resolve("camera.py"), SERVER);
		return Peer.start(folder, Map.of("GST_REGISTRY_FORK", "no"),
				List.of(PYTHON, script.toString(), Integer.toString(port), scheme)).until(() -> {
					try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
						return socket.isConnected();
					} catch (IOException _) { // not yet
						return false;
					}
				});
	}

	private Answer ask(int port, String access) throws InterruptedException {
		return check.ask(CameraCheckTest.camera("127.0.0.1:" + port, access), CameraCheckTest.LONG);
	}

	@Test
	void gstreamerIsWatched() throws Exception {
		int port = Peer.freeTcpPort();
		try (Peer _ = start(port, "OPEN")) {
			for (String path : List.of("/live", "/fine")) {
				Answer live = ask(port, "camera.path=" + path);
				assertEquals("Answered answered", CameraCheckTest.cause(live), live.toString());
				assertAgreed(CameraCheckTest.picture(live).orElseThrow().jpeg(), 640, 480);
			}
			assertEquals("Impaired camera_black", CameraCheckTest.cause(ask(port, "camera.path=/black")));
			assertEquals("Answered camera_not_examined", CameraCheckTest.cause(ask(port, "camera.path=/vp8")));
			assertEquals("Answered answered", CameraCheckTest.cause(ask(port, "camera.path=/still")));
			now = now.plusSeconds(60);
			assertEquals("Impaired camera_frozen", CameraCheckTest.cause(ask(port, "camera.path=/still")));
			assertEquals("Answered answered", CameraCheckTest.cause(ask(port, "camera.path=/live")));
			assertEquals("Impaired camera_status", CameraCheckTest.cause(ask(port, "camera.path=/none")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"BASIC", "DIGEST"})
	void gstreamerLetsUsIn(String scheme) throws Exception {
		int port = Peer.freeTcpPort();
		try (Peer _ = start(port, scheme)) {
			String path = "camera.path=/live";
			assertEquals("Impaired camera_login_needed", CameraCheckTest.cause(ask(port, path)));
			assertEquals("Answered answered",
					CameraCheckTest.cause(ask(port, path + "; camera.user=petugas; camera.secret=kamera")));
			assertEquals("Impaired camera_login_refused",
					CameraCheckTest.cause(ask(port, path + "; camera.user=petugas; camera.secret=salah")));
		}
	}

	/** Each form of RFC 2435: by quality, with tables, with restart markers, 4:2:0 and many sizes. */
	@ParameterizedTest
	@CsvSource({"60,0,320,240", "255,0,640,480", "60,4,320,240", "255,7,1280,720", "128,0,16,16", "255,0,200,104"})
	void ffmpegReadsWhatWasPutTogether(int q, int restarts, int width, int height) throws Exception {
		assumeTrue(Files.isExecutable(FFMPEG), FFMPEG + " is not installed");
		try (CameraServer server = new CameraServer(new Model("JPEG", width, height, q, restarts, Scheme.OPEN, "", ""))) {
			Answer answer = ask(server.port(), "");
			assertAgreed(CameraCheckTest.picture(answer).orElseThrow().jpeg(), width, height);
		}
	}

	/** FFmpeg finds no fault in the file and sees what we see. */
	private void assertAgreed(byte[] jpeg, int width, int height) throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(FFMPEG), FFMPEG + " is not installed");
		Path file = Files.write(folder.resolve("picture.jpg"), jpeg);
		Path said = folder.resolve("ffmpeg.log");
		Process ffmpeg = new ProcessBuilder(FFMPEG.toString(), "-nostdin", "-v", "repeat+warning", "-xerror", "-err_detect", "explode",
				"-f", "jpeg_pipe", "-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "rgb24", "-").redirectError(said.toFile()).start();
		byte[] seen = ffmpeg.getInputStream().readAllBytes();
		assertTrue(ffmpeg.waitFor(20, TimeUnit.SECONDS));
		String words = Files.readString(said).lines().filter(l -> !l.contains("deprecated pixel format")).toList().toString();
		assertEquals(0, ffmpeg.exitValue(), words);
		assertEquals("[]", words);
		assertEquals(width * height * 3, seen.length);
		BufferedImage ours = ImageIO.read(new ByteArrayInputStream(jpeg));
		long apart = 0;
		for (int i = 0; i < width * height; i++) {
			int rgb = ours.getRGB(i % width, i / width);
			int brightness = (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
			int theirs = (299 * (seen[3 * i] & 255) + 587 * (seen[3 * i + 1] & 255) + 114 * (seen[3 * i + 2] & 255)) / 1000;
			apart += Math.abs(brightness - theirs);
		}
		assertTrue(apart < 3L * width * height, "on average apart by " + (double) apart / (width * height));
	}
}
