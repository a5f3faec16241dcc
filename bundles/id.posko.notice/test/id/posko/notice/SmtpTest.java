package id.posko.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.kit.DeviceKind;
import id.posko.kit.Notices.Message;
import id.posko.kit.Words;
import id.posko.memory.Pocket;

/** Mail through a real server. */
class SmtpTest {

	private static final Locale INDONESIAN = Words.INDONESIAN;

	@TempDir
	private Path folder;
	private final Pocket secrets = new Pocket().with("surat", "rahasia");

	private Setup setup(MailServer server, String security, String... more) {
		String[] settings = { "mail.host=127.0.0.1", "mail.port=" + server.port(), "mail.security=" + security,
				"mail.from=posko@dinas.example", "mail.to=adb@dinas.example, teknisi@dinas.example", "tls.ca=ca.pem" };
		Map<String, String> all = Samples.settings(settings);
		if (!security.equals("none")) {
			all.putAll(Samples.settings("mail.user=posko", "mail.secret=surat"));
		}
		all.putAll(Samples.settings(more));
		return Samples.setup(folder, all.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toArray(String[]::new));
	}

	@ParameterizedTest
	@ValueSource(strings = { "starttls", "tls" })
	void aMessageGoesWithTheLoginOnlyOverTls(String security) throws Exception {
		try (MailServer server = new MailServer(folder, security, "IP:127.0.0.1")) {
			Outcome outcome = new Smtp(setup(server, security), secrets, INDONESIAN)
					.send(Samples.dispatch(Samples.modem(1, "mati", Samples.MORNING)));
			assertEquals(new Outcome.Sent(Optional.empty()), outcome);
			Map<String, String> mail = server.mail(1);
			assertEquals("True", mail.get("secure"));
			assertEquals("adb@dinas.example,teknisi@dinas.example", mail.get("to").replace(", ", ","));
			assertEquals("Posko: Modem Kecamatan 1 – mati.", mail.get("subject"));
			assertTrue(mail.get("text").contains("Modem Kecamatan 1 – mati."), mail.get("text"));
			assertEquals("auto-generated", mail.get("auto-submitted"));
			assertEquals("[]", mail.get("defects"));
			assertEquals(1, server.logins());
		}
	}

	@Test
	void aRefusedPasswordIsSentOnceUntilItIsAnotherOne() throws Exception {
		try (MailServer server = new MailServer(folder, "starttls", "IP:127.0.0.1")) {
			secrets.with("surat", "salah");
			Setup setup = setup(server, "starttls");
			for (int i = 0; i < 5; i++) {
				Outcome outcome = new Smtp(setup, secrets, INDONESIAN).send(Samples.dispatch(Samples.modem(1, "mati",
						Samples.MORNING)));
				assertEquals(new Outcome.Unready(Trouble.of("refused", "posko", "127.0.0.1")), outcome);
			}
			assertEquals(1, server.logins());
			secrets.with("surat", "rahasia");
			assertInstanceOf(Outcome.Sent.class, new Smtp(setup, secrets, INDONESIAN)
					.send(Samples.dispatch(Samples.modem(1, "mati", Samples.MORNING))));
			assertEquals(List.of("surat"), secrets.names(), "the refusal is forgotten");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "starttls", "tls" })
	void aServerOfAnotherNameGetsNothing(String security) throws Exception {
		try (MailServer server = new MailServer(folder, security, "DNS:elsewhere.example")) {
			Outcome outcome = new Smtp(setup(server, security), secrets, INDONESIAN)
					.send(Samples.dispatch(Samples.modem(1, "mati", Samples.MORNING)));
			assertEquals("tls", assertInstanceOf(Outcome.Later.class, outcome).trouble().code());
			assertEquals(0, server.mails() + server.logins());
		}
	}

	@Test
	void aServerThatNobodyVouchesForGetsNothing() throws Exception {
		try (MailServer server = new MailServer(folder, "tls", "IP:127.0.0.1")) {
			Setup setup = setup(server, "tls", "tls.ca=");
			assertEquals(Optional.empty(), setup.ca());
			Outcome outcome = new Smtp(setup, secrets, INDONESIAN)
					.send(Samples.dispatch(Samples.modem(1, "mati", Samples.MORNING)));
			assertEquals("tls", assertInstanceOf(Outcome.Later.class, outcome).trouble().code());
			assertEquals(0, server.mails() + server.logins());
		}
	}

	@Test
	void withoutStarttlsNothingIsSent() throws Exception {
		try (MailServer server = new MailServer(folder, "none", "IP:127.0.0.1")) {
			Outcome outcome = new Smtp(setup(server, "starttls"), secrets, INDONESIAN)
					.send(Samples.dispatch(Samples.modem(1, "mati", Samples.MORNING)));
			assertEquals("no_starttls", assertInstanceOf(Outcome.Later.class, outcome).trouble().code());
			assertEquals(0, server.mails());
		}
	}

	@Test
	void namesThatUsersTypeAddNoHeadersAndNoLines() throws Exception {
		String name = "Modem\r\nBcc: lain@example.org\r\n\r\n.\r\nQUIT =?UTF-8?B?SGFp?= \u0085\u2028\u0000 Kecamatan Ngañjuk 👆";
		Message message = Samples.message(1, DeviceKind.MODEM, "down", Samples.MORNING, name + " mati.");
		try (MailServer server = new MailServer(folder, "none", "IP:127.0.0.1")) {
			assertInstanceOf(Outcome.Sent.class, new Smtp(setup(server, "none"), secrets, INDONESIAN)
					.send(Samples.dispatch(message)));
			Map<String, String> mail = server.mail(1);
			assertEquals("Posko: Modem Bcc: lain@example.org . QUIT =?UTF-8?B?SGFp?= Kecamatan Ngañjuk 👆 mati.",
					mail.get("subject"));
			assertFalse(mail.containsKey("bcc"));
			assertEquals("adb@dinas.example,teknisi@dinas.example", mail.get("to").replace(", ", ","));
			assertEquals("[]", mail.get("defects"));
			assertEquals(1, mail.get("text").lines().filter(line -> line.contains("Bcc")).count());
			assertEquals(1, server.mails());
		}
	}

	@Test
	void longAndManyMessagesStayWithinTheLimitsOfMail() throws Exception {
		Message[] many = new Message[Waiting.MOST];
		for (int i = 0; i < many.length; i++) {
			many[i] = Samples.message(i % 30 + 1, DeviceKind.MODEM, "down", Samples.MORNING, ("é👆" + i + " ").repeat(150));
		}
		try (MailServer server = new MailServer(folder, "none", "IP:127.0.0.1")) {
			Smtp smtp = new Smtp(setup(server, "none"), secrets, INDONESIAN);
			assertInstanceOf(Outcome.Sent.class, smtp.send(Samples.dispatch(many)));
			assertEquals("Posko: 500 pemberitahuan dari 30 kantor", server.mail(1).get("subject"));
			assertEquals(502, server.mail(1).get("text").lines().count());
			assertInstanceOf(Outcome.Sent.class, smtp.send(Samples.dispatch(many[1])));
			assertTrue(server.mail(2).get("subject").startsWith("Posko: é👆1 é👆1"), server.mail(2).get("subject"));
			assertEquals("[]", server.mail(2).get("defects"));
		}
	}

	@Test
	void theEndOfAnOutageAnswersTheMailThatToldOfIt() throws Exception {
		Message down = Samples.modem(1, "down", Samples.MORNING);
		Dispatch first = Samples.dispatch(down);
		Dispatch second = new Dispatch(UUID.randomUUID().toString(), Dispatch.Kind.NEWS,
				List.of(Samples.modem(1, "back", Samples.MORNING)), List.of(first.id()), Omission.NONE, false, Samples.MORNING);
		try (MailServer server = new MailServer(folder, "none", "IP:127.0.0.1")) {
			Smtp smtp = new Smtp(setup(server, "none"), secrets, INDONESIAN);
			smtp.send(first);
			smtp.send(second);
			assertEquals("<" + first.id() + "@dinas.example>", server.mail(1).get("message-id"));
			assertEquals(server.mail(1).get("message-id"), server.mail(2).get("in-reply-to"));
			assertEquals(server.mail(1).get("message-id"), server.mail(2).get("references"));
		}
	}

	@Test
	void whatIsRefusedForNowGoesLaterWhatIsRefusedNever() throws Exception {
		try (MailServer server = new MailServer(folder, "none", "IP:127.0.0.1")) {
			Dispatch dispatch = Samples.dispatch(Samples.modem(1, "down", Samples.MORNING));
			assertInstanceOf(Outcome.Never.class,
					new Smtp(setup(server, "none", "mail.to=r550@x.example"), secrets, INDONESIAN).send(dispatch));
			assertInstanceOf(Outcome.Later.class,
					new Smtp(setup(server, "none", "mail.to=r450@x.example,r550@x.example"), secrets, INDONESIAN).send(dispatch));
			assertEquals(0, server.mails());
			Outcome partly = new Smtp(setup(server, "none", "mail.to=r550@x.example,adb@x.example"), secrets, INDONESIAN)
					.send(dispatch);
			assertEquals("partly", assertInstanceOf(Outcome.Sent.class, partly).partly().orElseThrow().code());
			assertEquals("adb@x.example", server.mail(1).get("to").lines().findFirst().orElseThrow().replaceFirst(".*, ", ""));
			server.setBusy(true);
			Outcome.Later later = assertInstanceOf(Outcome.Later.class,
					new Smtp(setup(server, "none"), secrets, INDONESIAN).send(dispatch));
			assertEquals("Peladen surat menunda: 451 4.3.2 come back later", later.trouble().sentence(INDONESIAN));
		}
	}

	@Test
	void aMissingPasswordIsNoReasonToKnock() throws Exception {
		try (MailServer server = new MailServer(folder, "starttls", "IP:127.0.0.1")) {
			Outcome outcome = new Smtp(setup(server, "starttls"), new Pocket(), INDONESIAN)
					.send(Samples.dispatch(Samples.modem(1, "mati", Samples.MORNING)));
			assertEquals(new Outcome.Unready(Trouble.of("no_secret", "surat")), outcome);
			assertEquals(0, server.logins());
		}
	}
}
