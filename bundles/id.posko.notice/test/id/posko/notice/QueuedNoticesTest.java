package id.posko.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import id.posko.kit.Notices.Fault;
import id.posko.kit.Notices.Message;
import id.posko.kit.Notices.Trial;
import id.posko.kit.Notices.WayStatus;
import id.posko.kit.Words;
import id.posko.memory.Pocket;

/** All parts together, with a real HTTP server and a real mail server. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QueuedNoticesTest {

	@TempDir
	private Path folder;
	private final Pocket secrets = new Pocket();
	private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
	private final List<String> said = new ArrayList<>();
	private Instant now = Samples.MORNING;
	private volatile int status = 204;
	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		Locale.setDefault(Words.INDONESIAN);
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> {
			posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		server.start();
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	private String url() {
		return "webhook.url=http://127.0.0.1:" + server.getAddress().getPort() + "/";
	}

	private void write(String... lines) throws IOException {
		Files.write(folder.resolve("notice.properties"), List.of(lines));
	}

	/** One way's work, driven by hand. */
	private Delivery delivery() {
		SetupFile file = new SetupFile(folder.resolve("notice.properties"));
		return new Delivery(Way.WEBHOOK, folder.resolve("queue"), file::current,
				setup -> setup.webhook().map(_ -> new Hook(setup, secrets, Words.INDONESIAN, () -> now)), () -> now,
				trouble -> said.add(trouble.sentence(Words.INDONESIAN)));
	}

	private void pass(Duration time) {
		now = now.plus(time);
	}

	@Test
	void whatWaitsOutlastsARestartAndTheEndIsTheSameMatter() throws Exception {
		write(url());
		Message down = Samples.modem(1, "down", now);
		Delivery first = delivery();
		first.tell(down);
		assertFalse(first.pass());
		pass(Duration.ofMinutes(1));
		Delivery second = delivery();
		assertTrue(second.pass());
		assertTrue(posted.take().contains("\"cause\":\"" + down.cause() + "\""));
		Delivery third = delivery();
		assertFalse(third.pass());
		third.tell(Samples.modem(1, "back", now));
		pass(Duration.ofSeconds(30));
		assertTrue(third.pass());
		assertTrue(posted.take().contains("\"cause\":\"" + down.cause() + "\",\"event\":\"back\""));
	}

	@Test
	void whatWasOnItsWayIsSentAgainWithTheSameId() throws Exception {
		write(url());
		status = 503;
		Delivery first = delivery();
		first.tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		assertTrue(first.pass());
		String before = posted.take();
		status = 200;
		assertTrue(delivery().pass());
		assertEquals(before, posted.take());
	}

	@Test
	void aTroubleIsSaidOnceUntilItIsOver() throws Exception {
		write(url());
		status = 503;
		Delivery delivery = delivery();
		delivery.tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		for (int i = 0; i < 5; i++) {
			assertTrue(delivery.pass());
			assertFalse(delivery.pass());
			pass(Duration.ofMinutes(31));
		}
		assertEquals(1, said.size());
		assertEquals(said.getFirst(), delivery.status("x", Words.INDONESIAN).trouble().orElseThrow());
		status = 200;
		assertTrue(delivery.pass());
		assertEquals(Optional.empty(), delivery.status("x", Words.INDONESIAN).trouble());
		assertEquals(Optional.of(now), delivery.status("x", Words.INDONESIAN).sent());
		status = 404;
		delivery.tell(Samples.modem(2, "down", now));
		pass(Duration.ofSeconds(30));
		assertTrue(delivery.pass());
		assertFalse(delivery.pass());
		assertEquals(2, said.size());
		WayStatus after = delivery.status("x", Words.INDONESIAN);
		assertEquals(0, after.waiting());
		assertEquals(1, after.omitted());
	}

	@Test
	void anotherSettingIsTriedAtOnce() throws Exception {
		write(url(), "gather.seconds=0");
		status = 500;
		Delivery delivery = delivery();
		delivery.tell(Samples.modem(1, "down", now));
		assertTrue(delivery.pass());
		status = 200;
		assertFalse(delivery.pass());
		write(url() + "new", "gather.seconds=0");
		assertTrue(delivery.pass());
		assertEquals(0, delivery.status("x", Words.INDONESIAN).waiting());
	}

	@Test
	void whileTheFileIsWrongTheLastRightOneGoesOnAndWithoutOneAllWaits() throws Exception {
		write("webhook.url=nowhere");
		Delivery delivery = delivery();
		delivery.tell(Samples.modem(1, "down", now));
		pass(Duration.ofMinutes(1));
		assertFalse(delivery.pass());
		assertEquals(1, delivery.status("x", Words.INDONESIAN).waiting());
		write(url());
		assertTrue(delivery.pass());
		write("webhook.url=nowhere");
		delivery.tell(Samples.modem(2, "down", now));
		pass(Duration.ofMinutes(1));
		assertTrue(delivery.pass());
		assertEquals(2, posted.size());
		Files.write(folder.resolve("notice.properties"), new byte[] { (byte) 0xff });
		assertFalse(delivery.pass());
	}

	@Test
	void whatNobodyIsToBeToldIsNotKept() throws Exception {
		write("");
		Delivery delivery = delivery();
		delivery.tell(Samples.modem(1, "down", now));
		assertFalse(delivery.pass());
		assertEquals(0, delivery.status("x", Words.INDONESIAN).waiting());
		assertFalse(Files.exists(folder.resolve("queue")));
	}

	@Test
	void aDamagedQueueIsPutAsideAndSaid() throws Exception {
		write(url());
		Files.writeString(folder.resolve("queue"), "???");
		Delivery delivery = delivery();
		assertEquals(List.of("Antrean pemberitahuan rusak dan disisihkan sebagai queue.damaged; yang menunggu di dalamnya hilang."),
				said);
		assertTrue(Files.exists(folder.resolve("queue.damaged")));
		delivery.tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		assertTrue(delivery.pass());
	}

	@Test
	void aFolderThatCanNotBeWrittenHoldsNothingUp() throws Exception {
		write(url());
		Delivery delivery = new Delivery(Way.WEBHOOK, folder.resolve("missing").resolve("queue"),
				new SetupFile(folder.resolve("notice.properties"))::current,
				setup -> setup.webhook().map(_ -> new Hook(setup, secrets, Words.INDONESIAN, () -> now)), () -> now, _ -> {
				});
		delivery.tell(Samples.modem(1, "down", now));
		pass(Duration.ofSeconds(30));
		assertTrue(delivery.pass());
		assertEquals(1, posted.size());
	}

	@Test
	void onItsOwnThreadsABurstBecomesOneOfEachWay() throws Exception {
		try (MailServer mail = new MailServer(folder, "none", "IP:127.0.0.1")) {
			write(url(), "gather.seconds=1", "mail.host=127.0.0.1", "mail.port=" + mail.port(), "mail.security=none",
					"mail.from=posko@x.example", "mail.to=adb@x.example");
			QueuedNotices notices = new QueuedNotices(folder, secrets, InstantSource.system());
			notices.start();
			for (int i = 1; i <= 10; i++) {
				notices.tell(Samples.modem(i, "down", Instant.now()));
			}
			String body = posted.poll(30, TimeUnit.SECONDS);
			assertEquals(10, body.split("\"cause\"").length - 1);
			while (mail.mails() == 0 || notices.status(Words.INDONESIAN).getFirst().waiting() > 0) {
				LockSupport.parkNanos(20_000_000);
			}
			assertEquals("Posko: 10 pemberitahuan dari 10 kantor", mail.mail(1).get("subject"));
			notices.close();
			assertEquals(1, mail.mails());
			assertEquals(0, posted.size());
		}
	}

	@Test
	void aServerThatHangsDoesNotHoldUpTheEnd() throws Exception {
		try (TextServer hanging = new TextServer((in, _) -> in.readAllBytes())) {
			write("webhook.url=http://127.0.0.1:" + hanging.port() + "/", "gather.seconds=0");
			QueuedNotices notices = new QueuedNotices(folder, secrets, InstantSource.system());
			notices.start();
			notices.tell(Samples.modem(1, "down", Instant.now()));
			while (!Files.exists(folder.resolve("notice.webhook.queue"))) {
				LockSupport.parkNanos(20_000_000);
			}
			notices.close();
			assertEquals(1, new QueuedNotices(folder, secrets, InstantSource.system()).status(Words.INDONESIAN).getFirst().waiting());
		}
	}

	@Test
	void anExampleShowsWhetherItComesAndFaultsHaveTheirLines() throws Exception {
		write("# jam", "quiet.from=9");
		QueuedNotices notices = new QueuedNotices(folder, secrets, InstantSource.system());
		assertEquals(List.of(new Fault("quiet.from", 2, "Baris 2: quiet.from \"9\" belum benar: jam seperti 21:00.")),
				notices.faults(Words.INDONESIAN));
		Map<String, String> settings = Samples.settings(url(), "webhook.key=tanda");
		assertEquals(List.of(), notices.check(settings, Words.INDONESIAN));
		assertEquals(List.of("Sandi \"tanda\" belum disimpan: ./posko secret set tanda"),
				notices.tryOut(settings, Words.INDONESIAN).stream().map(Trial::sentence).toList());
		secrets.with("tanda", "x");
		Trial trial = notices.tryOut(settings, Words.INDONESIAN).getFirst();
		assertTrue(trial.isSent());
		assertTrue(trial.sentence().startsWith("Contoh sudah diterima http://127.0.0.1:"), trial.sentence());
		assertTrue(posted.take().contains("\"kind\":\"example\""));
		notices.keep(settings);
		assertEquals("# jam", Files.readAllLines(folder.resolve("notice.properties")).getFirst());
		assertEquals(settings, notices.settings());
		assertEquals(List.of(), notices.faults(Words.INDONESIAN));
		assertEquals("webhook", notices.status(Words.INDONESIAN).getFirst().way());
	}

	@Test
	void whatIsWrongWithTheFileIsSaidOnceWheneverItComesToBeSo() throws Exception {
		write("quiet.from=9");
		BlockingQueue<String> heard = new LinkedBlockingQueue<>();
		QueuedNotices notices = new QueuedNotices(folder, secrets, InstantSource.system());
		notices.onTrouble(heard::add);
		notices.start();
		assertEquals("notice.properties: Baris 1: quiet.from \"9\" belum benar: jam seperti 21:00.",
				heard.poll(30, TimeUnit.SECONDS));
		write("", "mail.port=x");
		notices.tell(Samples.modem(1, "down", Instant.now()));
		assertEquals("notice.properties: Baris 2: mail.port \"x\" belum benar: angka 1 sampai 65535.",
				heard.poll(30, TimeUnit.SECONDS));
		notices.close();
		assertEquals(0, heard.size());
	}
}
