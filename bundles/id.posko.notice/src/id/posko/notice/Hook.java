package id.posko.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;

import id.posko.kit.Notices.Message;
import id.posko.kit.Secrets;

/**
 * A POST of one JSON object to an address that the office has given, never to another one it points to. It may be
 * signed ({@code X-Posko-Signature: sha256=} HMAC-SHA256 of the body in hexadecimal digits) and carry a bearer token.
 */
final class Hook implements Way {

	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final int MOST_ANSWER_BYTES = 4_096;

	private final Setup.Webhook webhook;
	private final Setup setup;
	private final Secrets secrets;
	private final Locale locale;
	private final InstantSource clock;
	private final Duration patience;

	Hook(Setup setup, Secrets secrets, Locale locale, InstantSource clock) {
		this(setup, secrets, locale, clock, PATIENCE);
	}

	/** @param patience with a server that says nothing */
	Hook(Setup setup, Secrets secrets, Locale locale, InstantSource clock, Duration patience) {
		this.patience = patience;
		this.setup = setup;
		this.secrets = secrets;
		this.locale = locale;
		this.clock = clock;
		webhook = setup.webhook().orElseThrow();
	}

	/** Without its path: that is often a secret. */
	@Override
	public String target() {
		URI url = URI.create(webhook.url());
		return url.getScheme() + "://" + url.getRawAuthority();
	}

	@Override
	public Outcome send(Dispatch dispatch) {
		byte[] body = body(dispatch).getBytes(StandardCharsets.US_ASCII);
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(webhook.url())).timeout(patience)
				.header("Content-Type", "application/json; charset=utf-8").header("User-Agent", "Posko")
				.header("X-Posko-Delivery", dispatch.id()).POST(HttpRequest.BodyPublishers.ofByteArray(body));
		try {
			for (Optional<String> name : List.of(webhook.key(), webhook.token())) {
				if (name.isPresent() && secrets.secret(name.get()).isEmpty()) {
					return new Outcome.Unready(Trouble.of("no_secret", name.get()));
				}
			}
			if (webhook.key().isPresent()) {
				request.header("X-Posko-Signature", "sha256=" + signature(body, secret(webhook.key().get())));
			}
			if (webhook.token().isPresent()) {
				request.header("Authorization", "Bearer " + secret(webhook.token().get()));
			}
		} catch (IOException e) {
			return new Outcome.Unready(Trouble.of("secrets", text(e)));
		} catch (IllegalArgumentException _) { // no header can carry it
			return new Outcome.Unready(Trouble.of("bad_secret", webhook.token().orElse("")));
		}
		return send(request.build());
	}

	private String secret(String name) throws IOException {
		return secrets.secret(name).map(String::new).orElse("").strip();
	}

	private Outcome send(HttpRequest request) {
		HttpClient client;
		try {
			client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(patience)
					.followRedirects(HttpClient.Redirect.NEVER).sslContext(Trust.context(setup.ca())).build();
		} catch (IOException | GeneralSecurityException e) {
			return new Outcome.Unready(Trouble.of("ca", text(e)));
		}
		try {
			return outcome(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return new Outcome.Later(Trouble.of("silent", target()));
		} catch (IOException e) {
			return new Outcome.Later(trouble(e));
		} finally {
			client.shutdownNow();
		}
	}

	private Outcome outcome(HttpResponse<InputStream> response) {
		int status = response.statusCode();
		if (status / 100 == 2) {
			discard(response);
			return new Outcome.Sent(Optional.empty());
		}
		if (status / 100 == 3) {
			discard(response);
			return new Outcome.Never(Trouble.of("redirect", target(), String.valueOf(status)));
		}
		boolean isLater = status / 100 == 5 || status == 429 || status == 408;
		Trouble said = Trouble.of(isLater ? "http_later" : "http_never", target(), String.valueOf(status), answer(response));
		return isLater ? new Outcome.Later(said, response.headers().firstValue("Retry-After").flatMap(this::wish))
				: new Outcome.Never(said);
	}

	/** Seconds or a date (RFC 9110 section 10.2.3). */
	private Optional<Duration> wish(String text) {
		if (text.strip().matches("[0-9]{1,9}")) {
			return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
		}
		try {
			Instant then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			return Optional.of(Duration.between(clock.instant(), then)).filter(Duration::isPositive);
		} catch (DateTimeParseException _) {
			return Optional.empty();
		}
	}

	private static String answer(HttpResponse<InputStream> response) {
		try (InputStream in = response.body()) {
			return Trouble.plain(new String(in.readNBytes(MOST_ANSWER_BYTES), StandardCharsets.UTF_8));
		} catch (IOException e) {
			return text(e);
		}
	}

	/** What it says no more matters. */
	private static void discard(HttpResponse<InputStream> response) {
		answer(response);
	}

	private Trouble trouble(IOException e) {
		return switch (e) {
		case HttpTimeoutException _ -> Trouble.of("silent", target());
		case ConnectException _ -> Trouble.of("no_connection", URI.create(webhook.url()).getHost(),
				String.valueOf(port()));
		case SSLException _ -> Trouble.of("tls", target(), text(e));
		default -> Trouble.of("broken", target(), text(e));
		};
	}

	private int port() {
		URI url = URI.create(webhook.url());
		return url.getPort() > 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
	}

	private static String text(Exception e) {
		return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
	}

	private static String signature(byte[] body, String key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(body));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e); // every Java has it, and any key will do
		}
	}

	/** The README tells its form. {@code text} is what chat services show. */
	String body(Dispatch dispatch) {
		Letter letter = new Letter(dispatch, locale, ZoneId.systemDefault());
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("text", letter.subject() + "\n" + letter.text().replace("\r\n", "\n").strip());
		body.put("id", dispatch.id());
		body.put("kind", dispatch.kind().name().toLowerCase(Locale.ROOT));
		body.put("at", time(dispatch.formed()));
		body.put("omitted", dispatch.omitted().count());
		body.put("messages", dispatch.messages().stream().map(this::message).toList());
		return Json.of(body);
	}

	private Map<String, Object> message(Message message) {
		Map<String, Object> of = new LinkedHashMap<>();
		of.put("cause", message.cause());
		of.put("event", message.event());
		of.put("at", time(message.at()));
		of.put("siteCode", message.siteCode().text());
		of.put("site", message.site());
		of.put("device", message.device());
		of.put("kind", message.kind().name());
		of.put("behind", message.behind());
		of.put("urgent", setup.isUrgent(message));
		of.put("sentence", message.sentence());
		return of;
	}

	private static String time(Instant at) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME
				.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
	}
}
