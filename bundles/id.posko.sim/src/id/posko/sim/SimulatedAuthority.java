package id.posko.sim;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Issues the certificates of the simulated websites, and is trusted by this process alone, besides those that Java
 * trusts. Its key is made anew at each start and never leaves the memory.
 */
@Component(service = { SimulatedAuthority.class, X509ExtendedTrustManager.class }, enabled = false)
public final class SimulatedAuthority extends X509ExtendedTrustManager {

	private static final X500Name NAME = new X500Name("CN=Otoritas Simulasi");
	private static final Duration BEFORE = Duration.ofDays(90);
	private static final Duration LONG = Duration.ofDays(365);
	private static final char[] IN_MEMORY = new char[0];

	private final InstantSource time;
	private final KeyPair keys;
	private final X509Certificate own;
	private final X509ExtendedTrustManager trusted;

	@Activate
	public SimulatedAuthority() throws GeneralSecurityException, IOException {
		this(InstantSource.system());
	}

	SimulatedAuthority(InstantSource time) throws GeneralSecurityException, IOException {
		this.time = time;
		keys = pair();
		own = issue(NAME, keys, Optional.empty(), time.instant().plus(LONG));
		KeyStore all = empty();
		X509Certificate[] known = manager(null).getAcceptedIssuers();
		for (int i = 0; i < known.length; i++) {
			all.setCertificateEntry("java" + i, known[i]);
		}
		all.setCertificateEntry("simulasi", own);
		trusted = manager(all);
	}

	/** What a website at this address shows, with a certificate that holds so long from now on. */
	SSLContext website(String address, Duration holds) throws GeneralSecurityException, IOException {
		KeyPair site = pair();
		X509Certificate certificate = issue(new X500Name("CN=" + address), site, Optional.of(address),
				time.instant().plus(holds));
		KeyStore store = empty();
		store.setKeyEntry("situs", site.getPrivate(), IN_MEMORY, new Certificate[] { certificate, own });
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, IN_MEMORY);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(managers.getKeyManagers(), null, null);
		return tls;
	}

	/** @param address of a website; empty for an authority */
	private X509Certificate issue(X500Name subject, KeyPair site, Optional<String> address, Instant until)
			throws GeneralSecurityException, IOException {
		X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(NAME,
				new BigInteger(64, new SecureRandom()), Date.from(time.instant().minus(BEFORE)), Date.from(until), subject,
				site.getPublic());
		certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(address.isEmpty()));
		if (address.isPresent()) {
			certificate.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(new GeneralName(GeneralName.iPAddress, address.get())));
		}
		try {
			return new JcaX509CertificateConverter().getCertificate(
					certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
		} catch (OperatorCreationException e) {
			throw new GeneralSecurityException(e);
		}
	}

	private static KeyPair pair() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

	private static KeyStore empty() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		return store;
	}

	/** @param store null for what Java trusts */
	private static X509ExtendedTrustManager manager(KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		for (TrustManager manager : factory.getTrustManagers()) {
			if (manager instanceof X509ExtendedTrustManager known) {
				return known;
			}
		}
		throw new GeneralSecurityException(factory.getAlgorithm());
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
		trusted.checkServerTrusted(chain, kind, engine);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
		trusted.checkServerTrusted(chain, kind, socket);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
		trusted.checkServerTrusted(chain, kind);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
		trusted.checkClientTrusted(chain, kind, engine);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
		trusted.checkClientTrusted(chain, kind, socket);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
		trusted.checkClientTrusted(chain, kind);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return trusted.getAcceptedIssuers();
	}
}
