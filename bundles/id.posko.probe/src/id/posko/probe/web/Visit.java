package id.posko.probe.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.Reading;
import id.posko.health.Unit;
import id.posko.kit.Limit;

/**
 * One asking of one website. A redirection is followed within the website: to the same host at the same port, or from
 * HTTP to HTTPS at its usual port. Any other is reported.
 *
 * <p>The evidence has no round trip: what a page takes is no measure of the line, and has limits of its own.
 */
final class Visit {

	static final int MOST_REDIRECTIONS = 5;
	private static final double SECONDS_OF_DAY = 86_400;

	private final WebSettings settings;
	private final InetAddress host;
	private final Browser browser;
	private final CertificateWatch watch;
	private final Instant now;
	private final Set<String> crossedBefore;
	private final Set<String> crossed = new HashSet<>();
	private final List<String> redirections = new ArrayList<>();
	private final List<Reading> readings = new ArrayList<>();

	/** @param crossedBefore the quantities that were beyond their limits the last time */
	Visit(WebSettings settings, InetAddress host, Browser browser, CertificateWatch watch, Instant now,
			Set<String> crossedBefore) {
		this.settings = settings;
		this.host = host;
		this.browser = browser;
		this.watch = watch;
		this.now = now;
		this.crossedBefore = crossedBefore;
	}

	/** The quantities that are beyond their limits, once there is an answer. */
	Set<String> crossed() {
		return Set.copyOf(crossed);
	}

	Answer answer() throws InterruptedException {
		URI at = settings.page();
		while (true) {
			switch (browser.get(at)) {
			case Browser.Got.NotAsked(Cause cause) -> {
				return new Answer.Broken(cause, evidence());
			}
			case Browser.Got.Nothing(Cause cause) -> {
				read();
				return new Answer.Failed(cause, evidence());
			}
			case Browser.Got.Answer(Page page) -> {
				Optional<String> place = page.isRedirection() ? page.header("Location") : Optional.empty();
				if (place.isEmpty()) {
					return judged(page);
				}
				redirections.add(page.status() + " " + Page.excerpt(place.get()));
				Optional<URI> next = within(at, place.get());
				if (next.isEmpty()) {
					read(page);
					return new Answer.Impaired(Cause.of("web_elsewhere", Page.excerpt(place.get())), evidence());
				}
				if (redirections.size() > MOST_REDIRECTIONS) {
					read(page);
					return new Answer.Failed(Cause.of("web_redirections", MOST_REDIRECTIONS), evidence());
				}
				at = next.get();
			}
			}
		}
	}

	/** Where it leads, if that is within the website. */
	private static Optional<URI> within(URI from, String place) {
		try {
			// RFC 3986, which URI is older than: a mere query is one of the same path
			URI to = from.resolve(new URI(place.startsWith("?") ? from.getRawPath() + place : place));
			if (to.getHost() == null || !to.getHost().equalsIgnoreCase(from.getHost()) || to.getRawUserInfo() != null) {
				return Optional.empty();
			}
			String scheme = to.getScheme().toLowerCase(Locale.ROOT);
			URI page = new URI(new URI(scheme + "://" + to.getRawAuthority() + (to.getRawPath().isEmpty() ? "/" : to.getRawPath())
					+ (to.getRawQuery() == null ? "" : "?" + to.getRawQuery())).toASCIIString());
			boolean isSame = scheme.equals(from.getScheme()) && Browser.port(from) == Browser.port(page);
			boolean isSecured = scheme.equals("https") && from.getScheme().equals("http") && Browser.port(page) == 443;
			return isSame || isSecured ? Optional.of(page) : Optional.empty();
		} catch (URISyntaxException _) {
			return Optional.empty();
		}
	}

	private Answer judged(Page page) {
		read(page);
		if (!page.isGood()) {
			return new Answer.Failed(Cause.of("web_status", page.status()), evidence());
		}
		Optional<Cause> unseen = Optional.empty();
		boolean isCut = page.isCut();
		if (page.isReadable()) {
			try {
				Page.Source source = page.source();
				isCut = source.isCut();
				if (settings.text().filter(text -> !seen(source.text(), text)).isPresent()) {
					return new Answer.Failed(Cause.of("web_text_missing", settings.text().get()), evidence());
				}
			} catch (IOException e) {
				return new Answer.Failed(Cause.of("web_garbled", Page.excerpt(page.encoding() + ": " + e.getMessage())),
						evidence());
			}
		} else if (settings.text().isPresent()) {
			unseen = Optional.of(Cause.of("web_encoding", Page.excerpt(page.encoding())));
		}
		Optional<Cause> large = isCut ? Optional.of(Cause.of("web_large", Collector.MOST >> 20)) : Optional.empty();
		Optional<Cause> flaw = unseen.or(this::certificate).or(() -> large).or(this::slowness);
		return flaw.<Answer>map(cause -> new Answer.Impaired(cause, evidence()))
				.orElseGet(() -> new Answer.Answered(evidence()));
	}

	private boolean seen(String source, String text) {
		boolean isSeen = source.contains(text);
		readings.add(Reading.state("web.text", isSeen ? "found" : "missing", Page.excerpt(text), isSeen ? text : ""));
		return isSeen;
	}

	private Optional<Cause> certificate() {
		return watch.shown().map(shown -> shown.getNotAfter().toInstant())
				.filter(end -> settings.limits().certificate().isUnder(days(end), false))
				.map(end -> Cause.of("web_certificate_soon", (long) Math.floor(days(end)), end));
	}

	private double days(Instant end) {
		return Duration.between(now, end).toSeconds() / SECONDS_OF_DAY;
	}

	private Optional<Cause> slowness() {
		Optional<Cause> first = slow("web.first", settings.limits().first(), "web_slow_first");
		Optional<Cause> total = slow("web.total", settings.limits().total(), "web_slow");
		return first.or(() -> total);
	}

	private Optional<Cause> slow(String quantity, Limit limit, String code) {
		double seconds = readings.stream().filter(reading -> reading.quantity().equals(quantity)).findFirst().orElseThrow()
				.value().getAsDouble();
		if (!limit.isOver(seconds, crossedBefore.contains(quantity))) {
			return Optional.empty();
		}
		crossed.add(quantity);
		return Optional.of(Cause.of(code, Duration.ofMillis(Math.round(seconds * 1000)),
				Duration.ofMillis(Math.round(limit.at() * 1000))));
	}

	private void read(Page page) {
		readings.add(number("web.status", page.status(), Unit.NONE, "HTTP"));
		readings.add(seconds("web.first", browser.first()));
		readings.add(seconds("web.total", browser.sinceStart()));
		readings.add(page.isCut() ? Reading.rejected("web.size", Unit.BYTES, "HTTP", "> " + Collector.MOST, "too_large")
				: number("web.size", page.body().length, Unit.BYTES, "HTTP"));
		page.header("Content-Type").map(Page::excerpt)
				.ifPresent(type -> readings.add(Reading.state("web.type", type, "Content-Type", type)));
		page.header("Content-Encoding").map(Page::excerpt)
				.ifPresent(way -> readings.add(Reading.state("web.encoding", way, "Content-Encoding", way)));
		read();
	}

	/** What is known even without a page. */
	private void read() {
		if (!redirections.isEmpty()) {
			String all = String.join(" → ", redirections);
			readings.add(Reading.state("web.redirect", all, "Location", all));
		}
		watch.shown().map(shown -> shown.getNotAfter().toInstant()).ifPresent(end -> readings.add(
				Reading.number("web.certificate", Math.floor(days(end)), Unit.DAYS, "TLS", end.toString())));
	}

	private Evidence evidence() {
		return new Evidence(WebCheck.ID, Optional.of(host.getHostAddress()), Optional.empty(), List.copyOf(readings));
	}

	private static Reading number(String quantity, int value, Unit unit, String source) {
		return Reading.number(quantity, value, unit, source, Integer.toString(value));
	}

	private static Reading seconds(String quantity, Duration took) {
		return Reading.number(quantity, took.toNanos() / 1e9, Unit.SECONDS, "HTTP", took.toMillis() + " ms");
	}
}
