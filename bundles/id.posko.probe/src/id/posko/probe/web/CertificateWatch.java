package id.posko.probe.web;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import id.posko.health.Cause;

/**
 * Has a website's certificate judged, keeps it, and says what is wrong with it: its time, who issued it, or its name
 * (RFC 5280, RFC 9525). Whether it was revoked is not asked: that would be a question to another host.
 */
final class CertificateWatch extends X509ExtendedTrustManager {

	private static final Pattern COMMON_NAME = Pattern.compile("(?i)(?:^|,)\\s*CN=([^,]{1,80})");
	private static final int MOST_NAMES = 3;

	private final X509ExtendedTrustManager authorities;
	private final String host;
	private final Instant now;
	private volatile X509Certificate shown;
	private volatile Cause flaw;

	/** @param host the name that the certificate must be for */
	CertificateWatch(X509ExtendedTrustManager authorities, String host, Instant now) {
		this.authorities = authorities;
		this.host = host;
		this.now = now;
	}

	/** Those that this Java trusts. */
	static X509ExtendedTrustManager known() throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init((KeyStore) null);
		for (TrustManager manager : factory.getTrustManagers()) {
			if (manager instanceof X509ExtendedTrustManager known) {
				return known;
			}
		}
		throw new GeneralSecurityException(factory.getAlgorithm());
	}

	/** The website's own; empty before it has shown one. */
	Optional<X509Certificate> shown() {
		return Optional.ofNullable(shown);
	}

	/** Empty while nothing is known to be wrong with it. */
	Optional<Cause> flaw() {
		return Optional.ofNullable(flaw);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
		X509Certificate own = chain[0];
		shown = own;
		flaw = Cause.of("web_certificate_untrusted", name(own.getIssuerX500Principal().getName()));
		try {
			own.checkValidity(Date.from(now));
			authorities.checkServerTrusted(chain, kind);
			flaw = Cause.of("web_certificate_name", host, names(own));
			authorities.checkServerTrusted(chain, kind, engine);
			flaw = null;
		} catch (CertificateExpiredException e) {
			flaw = Cause.of("web_certificate_expired", own.getNotAfter().toInstant());
			throw e;
		} catch (CertificateNotYetValidException e) {
			flaw = Cause.of("web_certificate_early", own.getNotBefore().toInstant());
			throw e;
		}
	}

	private static String names(X509Certificate certificate) throws CertificateParsingException {
		Collection<List<?>> all = certificate.getSubjectAlternativeNames();
		String names = all == null ? "" : all.stream().map(List::getLast).filter(String.class::isInstance)
				.map(String.class::cast).limit(MOST_NAMES).map(Page::excerpt).collect(Collectors.joining(", "));
		return names.isEmpty() ? name(certificate.getSubjectX500Principal().getName()) : names;
	}

	private static String name(String distinguished) {
		Matcher common = COMMON_NAME.matcher(distinguished);
		return Page.excerpt(common.find() ? common.group(1) : distinguished);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
		throw new CertificateException("asked over an engine only");
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
		throw new CertificateException("asked over an engine only");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
		throw new CertificateException("no clients here");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
		throw new CertificateException("no clients here");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
		throw new CertificateException("no clients here");
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return authorities.getAcceptedIssuers();
	}
}
