package id.posko.probe.web;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.X509ExtendedTrustManager;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;

/**
 * Does an office's website show its page, in time, under a certificate that holds? It is asked as its visitors ask it,
 * and by nothing else: many hosts of websites answer no echo.
 */
@Component
public final class WebCheck implements Check {

	static final String ID = "web";

	private final Names names;
	/** Null until they are needed, where none were given. */
	private volatile X509ExtendedTrustManager authorities;
	private final InstantSource time;
	/** The quantities that were beyond their limits the last time. */
	private final Map<DeviceKey, Set<String>> crossed = new ConcurrentHashMap<>();

	/** @param authorities whose certificates are trusted; without it those that this Java trusts */
	@Activate
	public WebCheck(@Reference Names names,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
			X509ExtendedTrustManager authorities) {
		this(names, Optional.ofNullable(authorities), InstantSource.system());
	}

	public WebCheck(Names names, Optional<X509ExtendedTrustManager> authorities, InstantSource time) {
		this.names = names;
		this.authorities = authorities.orElse(null);
		this.time = time;
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public boolean suits(Device device) {
		return device.kind() == DeviceKind.WEBSITE && device.address().isPresent();
	}

	/** A visitor's patience, and the round trips of a name, a connection, TLS and some redirections. */
	@Override
	public Duration timeout(Duration line) {
		return line.multipliedBy(3).plusSeconds(6);
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		Address address = device.address().orElseThrow();
		long start = System.nanoTime();
		return switch (WebSettings.of(device)) {
		case WebSettings.Choice.Wrong(Cause cause) -> new Answer.Broken(cause, Evidence.NONE);
		case WebSettings.Choice.Chosen(WebSettings settings) -> switch (names.resolve(address, timeout)) {
			case Resolution.Known(InetAddress host) -> ask(device.key(), settings, host, timeout, start);
			case Resolution.Unresolved none -> none.answer();
			};
		};
	}

	private Answer ask(DeviceKey key, WebSettings settings, InetAddress host, Duration timeout, long start)
			throws InterruptedException {
		try {
			if (authorities == null) {
				authorities = CertificateWatch.known();
			}
			CertificateWatch watch = new CertificateWatch(authorities, settings.page().getHost(), time.instant());
			try (Browser browser = new Browser(watch, timeout, start)) {
				Visit visit = new Visit(settings, host, browser, watch, time.instant(), crossed.getOrDefault(key, Set.of()));
				Answer answer = visit.answer();
				crossed.put(key, visit.crossed());
				return answer;
			}
		} catch (GeneralSecurityException | UncheckedIOException e) { // no TLS, no more files in this process
			return new Answer.Broken(Cause.of("check_failed", String.valueOf(e.getMessage())), Evidence.of(ID));
		}
	}
}
