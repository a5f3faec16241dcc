package id.posko.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import id.posko.kit.DeviceKind;
import id.posko.kit.Notices.Fault;
import id.posko.kit.Words;

/** What is read from notice.properties, and what is said of what is wrong there. */
class SetupReaderTest {

	private static final Path FOLDER = Path.of("/data");
	private static final String MAIL = "mail.host=mail.example\nmail.from=posko@x.example\nmail.to=a@x.example\n";

	private static SetupReader.Read read(String text) {
		return new SetupReader(Written.of(text), FOLDER).read();
	}

	private static List<String> faults(String text) {
		return read(text).flaws().stream().map(flaw -> flaw.in(Words.INDONESIAN)).map(Fault::sentence).toList();
	}

	@Test
	void everySettingIsRead() {
		SetupReader.Read read = read("""
				# Pemberitahuan
				mail.host = surat.dinas.example
				mail.port=2525
				mail.security=TLS
				mail.user=posko@dinas.example
				mail.secret=surat
				mail.from=posko@dinas.example
				mail.to=adb@dinas.example; teknisi@dinas.example

				webhook.url=https://chat.example/hooks/abc?x=1
				webhook.key=tanda
				webhook.token=kunci
				tls.ca=ca.pem
				quiet.from=21:00
				quiet.until=06.00
				urgent=data_centre, NID_SERVER
				gather.seconds=0
				desktop=on
				""");
		assertEquals(List.of(), read.flaws());
		assertEquals(new Setup(
				Optional.of(new Setup.Mail("surat.dinas.example", 2525, Setup.Security.TLS, Optional.of("posko@dinas.example"),
						Optional.of("surat"), "posko@dinas.example", List.of("adb@dinas.example", "teknisi@dinas.example"))),
				Optional.of(new Setup.Webhook("https://chat.example/hooks/abc?x=1", Optional.of("tanda"), Optional.of("kunci"))),
				Optional.of(new Quiet(LocalTime.of(21, 0), LocalTime.of(6, 0), java.time.ZoneId.systemDefault())),
				Set.of(DeviceKind.DATA_CENTRE, DeviceKind.NID_SERVER), Duration.ZERO, Optional.of(FOLDER.resolve("ca.pem"))),
				read.setup());
	}

	@Test
	void withoutAFileNothingIsSetUp() {
		Setup setup = read("").setup();
		assertTrue(setup.mail().isEmpty() && setup.webhook().isEmpty() && setup.quiet().isEmpty());
		assertEquals(Set.of(DeviceKind.DATA_CENTRE, DeviceKind.AFIS_SERVER), setup.urgent());
		assertEquals(Duration.ofSeconds(30), setup.gather());
		assertEquals(587, read(MAIL).setup().mail().orElseThrow().port());
		assertEquals(465, read(MAIL + "mail.security=tls").setup().mail().orElseThrow().port());
	}

	@Test
	void whatIsWrongIsSaidWithItsLine() {
		assertEquals(List.of("Baris 2: \"halo\" bukan setelan; tulis NAMA=NILAI."), faults("# a\nhalo\n"));
		assertEquals(List.of("Baris 3: urgent tertulis dua kali, sudah ada di baris 1."), faults("urgent=none\n\nurgent=none"));
		assertEquals(List.of("Baris 1: Setelan mail.hots tidak dikenal."), faults("mail.hots=x"));
		assertEquals(List.of("Baris 4: mail.port \"0\" belum benar: angka 1 sampai 65535."), faults(MAIL + "mail.port=0"));
		assertEquals(List.of("Baris 1: mail.host perlu mail.from.", "Baris 1: mail.host perlu mail.to."), faults("mail.host=x"));
		assertEquals(List.of("Baris 4: mail.user perlu mail.secret."), faults(MAIL + "mail.user=x"));
		assertEquals(List.of("Baris 1: quiet.from perlu quiet.until."), faults("quiet.from=21:00"));
		assertEquals(List.of("Baris 2: quiet.until sama dengan quiet.from."), faults("quiet.from=21:00\nquiet.until=21:00"));
		assertEquals(List.of("Baris 1: webhook.key perlu webhook.url."), faults("webhook.key=x"));
	}

	@Test
	void nothingGoesUnencryptedElsewhereUnlessThatIsAllowed() {
		assertEquals(List.of("Baris 4: mail.security: tanpa TLS hanya boleh ke komputer ini; untuk mengizinkannya isi mail.plain=allowed."),
				faults(MAIL + "mail.security=none"));
		assertEquals(List.of(), faults(MAIL + "mail.security=none\nmail.plain=allowed"));
		assertEquals(List.of(), faults(MAIL.replace("mail.example", "127.0.0.5") + "mail.security=none"));
		assertEquals(List.of(), faults(MAIL.replace("mail.example", "localhost") + "mail.security=none"));
		assertEquals(1, faults("webhook.url=http://chat.example/").size());
		assertEquals(List.of(), faults("webhook.url=http://chat.example/\nwebhook.plain=allowed"));
		assertEquals(List.of(), faults("webhook.url=http://[::1]:8080/\nwebhook.token=x"));
	}

	@Test
	void aPasswordNeverGoesUnencrypted() {
		for (String host : List.of("mail.example", "127.0.0.1")) {
			assertEquals(List.of("Baris 4: mail.security: sandi tidak dikirim tanpa TLS."), faults(
					MAIL.replace("mail.example", host) + "mail.security=none\nmail.plain=allowed\nmail.user=a\nmail.secret=b"));
		}
		assertEquals(List.of("Baris 1: webhook.url: sandi tidak dikirim tanpa TLS."),
				faults("webhook.url=http://chat.example/\nwebhook.plain=allowed\nwebhook.token=x"));
	}

	@Test
	void whatIsNoAddressIsNotTaken() {
		for (String bad : List.of("a", "a@", "@b", "a@b c", "a@b>\rRCPT", "a b@c", "a@b..c", "a@b\u0000", "á@b", "<a@b>", "a@b,,c@d",
				"x".repeat(250) + "@b.example")) {
			assertFalse(faults("mail.host=m\nmail.from=a@b\nmail.to=" + bad).isEmpty(), bad);
		}
		for (String bad : List.of("ftp://x/", "https://", "https:///x", "https://user:secret@x/", "x", "https://x:0/", "https://x:99999/",
				"https://x/#a", "https://x y/", "file:///etc/passwd", "https:x")) {
			assertFalse(faults("webhook.url=" + bad).isEmpty(), bad);
		}
		for (String bad : List.of("mail.example:25", "0.0.0.0", "a_b", "http://x", "x/y", "-", "1.2.3")) {
			assertFalse(faults("mail.from=a@b\nmail.to=a@b\nmail.host=" + bad).isEmpty(), bad);
		}
		for (String bad : List.of("25:00", "9", "21:00:30", "21", "-1:00", "24:00")) {
			assertFalse(faults("quiet.until=06:00\nquiet.from=" + bad).isEmpty(), bad);
		}
	}

	@Test
	void changedSettingsKeepRemarksAndOrder() {
		String text = Written.text("# surat\nmail.host=a\n\n# jam\nquiet.from=21:00\nquiet.until=06:00\n",
				Samples.settings("mail.host=b", "mail.from=c", "quiet.from=", "quiet.until="));
		assertEquals("# surat\nmail.host=b\n\n# jam\nmail.from=c\n", text);
	}

	@Test
	void anyTextIsReadOrRefusedInSentences() {
		Random random = new Random(42);
		String pieces = "=#:@.,;/[]\\\"'<> \t\n\r\u0000\u0085\u2028é👆0123456789azAZ-_%?&{}";
		int most = Boolean.getBoolean("posko.long") ? 100_000 : 10_000;
		long right = 0;
		for (int i = 0; i < most; i++) {
			StringBuilder text = new StringBuilder();
			for (int lines = random.nextInt(6); lines >= 0; lines--) {
				if (random.nextInt(8) > 0) {
					text.append(SetupReader.KEYS.get(random.nextInt(SetupReader.KEYS.size()))).append('=');
				}
				if (random.nextInt(3) == 0) {
					text.append(GOOD.get(random.nextInt(GOOD.size())));
				} else {
					for (int left = random.nextInt(20); left > 0; left--) {
						text.append(pieces.charAt(random.nextInt(pieces.length())));
					}
				}
				text.append('\n');
			}
			SetupReader.Read read = read(text.toString());
			right += read.flaws().isEmpty() ? 1 : 0;
			if (i % 10 == 0) {
				read.flaws().forEach(flaw -> assertFalse(flaw.in(Words.INDONESIAN).sentence().contains("\n"), text.toString()));
			}
			read.setup().mail().ifPresent(mail -> assertTrue(
					mail.to().stream().allMatch(to -> to.matches("[!-~&&[^<>,;]]+@[A-Za-z0-9.-]+")), text.toString()));
		}
		assertTrue(right > most / 100, "some are right: " + right);
	}

	private static final List<String> GOOD = List.of("mail.example", "587", "tls", "none", "allowed", "a@b.example", "https://x.example/",
			"21:00", "06:00", "DATA_CENTRE", "on", "x".repeat(5_000));
}
