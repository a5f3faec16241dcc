package id.posko.probe.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

import id.posko.health.Cause;

/**
 * Gets pages, without cookies, credentials, proxies, and without following anything. All of it ends at one deadline; a
 * head is at most 384 KiB long (the JDK's {@code jdk.http.maxHeaderSize}), a body {@link Collector#MOST}. Where a
 * connection ends before any answer, the JDK's client itself asks again, up to five times.
 */
final class Browser implements AutoCloseable {

	/** What came of one request. */
	sealed interface Got {

		record Answer(Page page) implements Got {
		}

		/** The website did not answer, or not as it should. */
		record Nothing(Cause cause) implements Got {
		}

		/** It could not be asked. */
		record NotAsked(Cause cause) implements Got {
		}
	}

	/**
	 * When the head of an answer comes. It knows nothing of the client: what a client's requests hold holds the client, if
	 * one of them broke (JDK 25), and a client that is held by itself is never collected.
	 */
	private static final class Head implements HttpResponse.BodyHandler<Collector.Body> {

		private final long start = System.nanoTime();
		private volatile Duration first = Duration.ZERO;
		private volatile boolean hasCome;

		@Override
		public HttpResponse.BodySubscriber<Collector.Body> apply(HttpResponse.ResponseInfo info) {
			first = sinceStart();
			hasCome = true;
			return new Collector();
		}

		Duration sinceStart() {
			return Duration.ofNanos(System.nanoTime() - start);
		}
	}

	/** What part of the whole time the connection may take. */
	private static final int CONNECTION = 2;

	private final HttpClient client;
	private final CertificateWatch watch;
	private final Duration timeout;
	private final long deadline;
	private final Head head;

	/**
	 * @param timeout of all requests together
	 * @param asked when that began, as {@link System#nanoTime}
	 */
	Browser(CertificateWatch watch, Duration timeout, long asked) throws GeneralSecurityException {
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(null, new TrustManager[] { watch }, null);
		this.watch = watch;
		this.timeout = timeout;
		deadline = asked + timeout.toNanos();
		client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls)
				.followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
				.connectTimeout(timeout.dividedBy(CONNECTION)).build();
		head = new Head();
	}

	/** From the beginning of the first request to the head of the last answer. */
	Duration first() {
		return head.first;
	}

	Duration sinceStart() {
		return head.sinceStart();
	}

	Got get(URI page) throws InterruptedException {
		head.hasCome = false;
		HttpRequest request = HttpRequest.newBuilder(page).header("User-Agent", "Posko")
				.header("Accept", "text/html,*/*;q=0.5").build();
		CompletableFuture<HttpResponse<Collector.Body>> answer = client.sendAsync(request, head);
		try {
			HttpResponse<Collector.Body> got = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			return new Got.Answer(new Page(got.statusCode(), got.headers(), got.body().octets(), got.body().isCut()));
		} catch (TimeoutException _) {
			return new Got.Nothing(Cause.of(head.hasCome ? "web_unfinished" : "web_silent", timeout));
		} catch (ExecutionException e) {
			return failed(e.getCause(), page);
		}
	}

	private Got failed(Throwable why, URI page) {
		return switch (why) {
		case Error e -> throw e;
		case HttpConnectTimeoutException _ -> new Got.Nothing(Cause.of("silent", timeout.dividedBy(CONNECTION)));
		case SSLException e -> new Got.Nothing(watch.flaw().orElseGet(() -> said("web_tls", e)));
		case ConnectException e -> unconnected(e, page);
		case ProtocolException e -> new Got.Nothing(said("web_garbled", e));
		case IOException e -> new Got.Nothing(isCause(e, EOFException.class) && !head.hasCome ? Cause.of("web_closed")
				: said("web_broken", innermost(e)));
		default -> new Got.Nothing(said("web_garbled", why)); // what the client can make nothing of
		};
	}

	private static Got unconnected(ConnectException e, URI page) {
		if (isCause(e, UnresolvedAddressException.class)) {
			return new Got.Nothing(Cause.of("name_unknown", page.getHost()));
		}
		if (isCause(e, NoRouteToHostException.class)) {
			return new Got.Nothing(Cause.of("host_unreachable", page.getHost()));
		}
		String said = String.valueOf(innermost(e).getMessage());
		return switch (said.split(":")[0]) {
		case "Network is unreachable", "Jaringan tidak dapat dicapai" ->
			new Got.Nothing(Cause.of("net_unreachable", page.getHost()));
		case "Permission denied", "Ijin ditolak", "Too many open files" -> new Got.NotAsked(Cause.of("check_failed", said));
		default -> new Got.Nothing(Cause.of("connection_refused", port(page)));
		};
	}

	/** The one that is written, or the scheme's. */
	static int port(URI page) {
		return page.getPort() >= 0 ? page.getPort() : page.getScheme().equals("https") ? 443 : 80;
	}

	private static boolean isCause(Throwable why, Class<? extends Throwable> kind) {
		for (Throwable each = why; each != null; each = each.getCause()) {
			if (kind.isInstance(each)) {
				return true;
			}
		}
		return false;
	}

	private static Throwable innermost(Throwable why) {
		Throwable inner = why;
		while (inner.getCause() != null) {
			inner = inner.getCause();
		}
		return inner;
	}

	private static Cause said(String code, Throwable why) {
		return Cause.of(code, Page.excerpt(String.valueOf(why.getMessage())));
	}

	@Override
	public void close() {
		client.shutdownNow();
	}
}
