package id.posko.notice;

import java.io.IOException;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLException;

import org.apache.commons.net.MalformedServerReplyException;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient.AUTH_METHOD;
import org.apache.commons.net.smtp.SMTPConnectionClosedException;

import id.posko.kit.Secrets;
import id.posko.notice.Setup.Security;

/**
 * E-mail by SMTP submission (RFC 6409): STARTTLS (RFC 3207) or TLS from the start (RFC 8314), with the server's name
 * checked; a password is never sent without. What the server refuses for now (4xx) goes later, what it refuses (5xx)
 * never.
 */
final class Smtp implements Way {

	private static final Logger LOG = System.getLogger(Smtp.class.getName());
	private static final int FAREWELL_MILLIS = 1_000;
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Setup.Mail mail;
	private final Setup setup;
	private final Secrets secrets;
	private final Refusals refusals;
	private final Locale locale;
	private final Duration patience;

	Smtp(Setup setup, Secrets secrets, Locale locale) {
		this(setup, secrets, locale, PATIENCE);
	}

	/** @param patience with a server that says nothing */
	Smtp(Setup setup, Secrets secrets, Locale locale, Duration patience) {
		this.patience = patience;
		this.setup = setup;
		this.secrets = secrets;
		this.locale = locale;
		mail = setup.mail().orElseThrow();
		refusals = new Refusals(secrets);
	}

	/** Ends the conversation with an outcome. */
	private static final class EndException extends Exception {

		private static final long serialVersionUID = 1;
		private final transient Outcome outcome;

		private EndException(Outcome outcome) {
			super(outcome.toString(), null, false, false);
			this.outcome = outcome;
		}
	}

	@Override
	public String target() {
		return String.join(", ", mail.to()) + " (" + mail.host() + ":" + mail.port() + ")";
	}

	@Override
	public Outcome send(Dispatch dispatch) {
		Optional<String> password = Optional.empty();
		try {
			if (mail.secret().isPresent()) {
				password = secrets.secret(mail.secret().get()).map(String::new);
				if (password.isEmpty()) {
					return new Outcome.Unready(Trouble.of("no_secret", mail.secret().get()));
				}
				if (refusals.isRefused(mail, password.get())) {
					return new Outcome.Unready(Trouble.of("refused", mail.user().orElse(""), mail.host()));
				}
			}
		} catch (IOException e) {
			return new Outcome.Unready(Trouble.of("secrets", text(e)));
		}
		return talk(dispatch, password);
	}

	private Outcome talk(Dispatch dispatch, Optional<String> password) {
		AuthenticatingSMTPClient client;
		try {
			client = new AuthenticatingSMTPClient(mail.security() == Security.TLS, Trust.context(setup.ca()));
		} catch (IOException | GeneralSecurityException e) {
			return new Outcome.Unready(Trouble.of("ca", text(e)));
		}
		client.setEndpointCheckingEnabled(true);
		client.setSocketFactory(new BoundedSockets());
		client.setConnectTimeout((int) patience.toMillis());
		client.setDefaultTimeout((int) patience.toMillis());
		try {
			client.connect(mail.host(), mail.port());
			expect(client, client.getReplyCode(), 2);
			greet(client);
			if (mail.security() == Security.STARTTLS) {
				secure(client);
			}
			if (password.isPresent()) {
				logIn(client, password.get());
			}
			Outcome sent = new Outcome.Sent(hand(client, dispatch));
			sayGoodBye(client);
			return sent;
		} catch (EndException end) {
			sayGoodBye(client);
			return end.outcome;
		} catch (SMTPConnectionClosedException _) {
			return new Outcome.Later(said(client));
		} catch (IOException e) {
			return new Outcome.Later(trouble(e));
		} finally {
			close(client);
		}
	}

	/** Names itself by its address (RFC 5321 section 4.1.3): a look-up of its name may take long. */
	private static void greet(AuthenticatingSMTPClient client) throws IOException, EndException {
		InetAddress own = client.getLocalAddress();
		String address = own.getHostAddress().replaceFirst("%.*", "");
		expect(client, client.ehlo("[" + (own instanceof Inet6Address ? "IPv6:" : "") + address + "]"), 2);
	}

	private void secure(AuthenticatingSMTPClient client) throws IOException, EndException {
		if (offers(client, "STARTTLS").isEmpty()) {
			throw new EndException(new Outcome.Later(Trouble.of("no_starttls", mail.host())));
		}
		if (!client.execTLS()) {
			throw new EndException(new Outcome.Later(said(client)));
		}
		greet(client);
	}

	private void logIn(AuthenticatingSMTPClient client, String password) throws IOException, EndException {
		List<String> ways = offers(client, "AUTH").map(line -> List.of(line.toUpperCase(Locale.ROOT).split("[ =]")))
				.orElse(List.of());
		if (!ways.contains("PLAIN") && !ways.contains("LOGIN")) {
			throw new EndException(new Outcome.Later(Trouble.of("no_login", mail.host())));
		}
		boolean accepted;
		try {
			accepted = client.auth(ways.contains("PLAIN") ? AUTH_METHOD.PLAIN : AUTH_METHOD.LOGIN,
					mail.user().orElseThrow(), password);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e); // only of CRAM-MD5
		}
		if (!accepted && client.getReplyCode() / 100 == 5) {
			refusals.refused(mail, password);
			throw new EndException(new Outcome.Unready(Trouble.of("refused", mail.user().orElseThrow(), mail.host())));
		}
		expect(client, client.getReplyCode(), 2);
		refusals.accepted(mail);
	}

	/** What the server's greeting says of an extension. */
	private static Optional<String> offers(AuthenticatingSMTPClient client, String extension) {
		return Arrays.stream(client.getReplyStrings()).skip(1).filter(line -> line.length() > 4)
				.map(line -> line.substring(4).strip()).filter(line -> line.toUpperCase(Locale.ROOT).matches(extension + "([ =].*)?"))
				.findFirst();
	}

	/** Sends it to those that are taken; tells who is not. */
	private Optional<Trouble> hand(AuthenticatingSMTPClient client, Dispatch dispatch) throws IOException, EndException {
		expect(client, client.mail("<" + mail.from() + ">"), 2);
		Map<String, Outcome> refused = new LinkedHashMap<>();
		for (String to : mail.to()) {
			int code = client.rcpt("<" + to + ">");
			if (code / 100 != 2) {
				refused.put(to, refusal(client, code));
			}
		}
		Optional<Trouble> partly = refused.isEmpty() ? Optional.empty()
				: Optional.of(Trouble.of("partly", String.join(", ", refused.keySet()), reply(client)));
		if (refused.size() == mail.to().size()) {
			throw new EndException(refused.values().stream().filter(Outcome.Later.class::isInstance).findFirst()
					.orElseGet(() -> refused.values().iterator().next()));
		}
		try (Writer writer = client.sendMessageData()) {
			if (writer == null) {
				throw new EndException(refusal(client, client.getReplyCode()));
			}
			writer.write(new Letter(dispatch, locale, ZoneId.systemDefault()).message(mail));
		}
		expect(client, client.getReply(), 2);
		return partly;
	}

	private static void expect(AuthenticatingSMTPClient client, int code, int wanted) throws EndException {
		if (code / 100 != wanted) {
			throw new EndException(refusal(client, code));
		}
	}

	private static Outcome refusal(AuthenticatingSMTPClient client, int code) {
		return code / 100 == 5 ? new Outcome.Never(said(client)) : new Outcome.Later(said(client));
	}

	private static Trouble said(AuthenticatingSMTPClient client) {
		return Trouble.of(client.getReplyCode() / 100 == 5 ? "smtp_never" : "smtp_later", reply(client));
	}

	private static String reply(AuthenticatingSMTPClient client) {
		return Trouble.plain(client.getReplyString());
	}

	private Trouble trouble(IOException e) {
		return switch (e) {
		case UnknownHostException _ -> Trouble.of("unknown_host", mail.host());
		case ConnectException _ -> Trouble.of("no_connection", mail.host(), String.valueOf(mail.port()));
		case NoRouteToHostException _ -> Trouble.of("no_connection", mail.host(), String.valueOf(mail.port()));
		case SocketTimeoutException _ -> Trouble.of("silent", mail.host());
		case SSLException _ -> Trouble.of("tls", mail.host(), text(e));
		case MalformedServerReplyException _ -> Trouble.of("no_smtp", mail.host(), text(e));
		default -> Trouble.of("broken", mail.host(), text(e));
		};
	}

	private static String text(Exception e) {
		return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
	}

	/** What comes of that changes nothing. */
	private void sayGoodBye(AuthenticatingSMTPClient client) {
		try {
			client.setSoTimeout((int) Math.min(patience.toMillis(), FAREWELL_MILLIS));
			client.quit();
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "no farewell", e);
		}
	}

	private static void close(AuthenticatingSMTPClient client) {
		try {
			client.disconnect();
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "not closed", e);
		}
	}
}
