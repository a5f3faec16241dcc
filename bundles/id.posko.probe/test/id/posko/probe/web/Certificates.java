package id.posko.probe.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Certificates that the JDK's keytool makes: each with its own key, issued by itself. */
final class Certificates {

	private static final char[] PASSWORD = "rahasia".toCharArray();

	private Certificates() {
	}

	/**
	 * @param names as keytool takes them: {@code dns:localhost,ip:127.0.0.1}
	 * @param start from today: {@code -10d}
	 */
	static KeyStore of(Path folder, String names, String start, int days) throws Exception {
		Path file = folder.resolve(names.hashCode() + start + days + ".p12");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "situs", "-keyalg", "EC", "-dname", "CN=Situs Uji, O=Dinas", "-storetype", "PKCS12",
				"-ext", "san=" + names, "-startdate", start, "-validity", Integer.toString(days), "-storepass",
				new String(PASSWORD), "-keystore", file.toString()));
		Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (keytool.waitFor() != 0) {
			throw new IOException(said);
		}
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD);
		}
		return store;
	}

	static SSLContext server(KeyStore store) throws GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys.getKeyManagers(), null, null);
		return tls;
	}

	/** Trusts these alone. */
	static X509ExtendedTrustManager trusting(KeyStore... all) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		for (int i = 0; i < all.length; i++) {
			trusted.setCertificateEntry("situs" + i, all[i].getCertificate("situs"));
		}
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
	}

	/** The key and certificate as PEM, as other programs read them. */
	static Path pem(KeyStore store, Path file) throws Exception {
		Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] { '\n' });
		String certificate = lines.encodeToString(store.getCertificate("situs").getEncoded());
		String key = lines.encodeToString(store.getKey("situs", PASSWORD).getEncoded());
		return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n"
				+ "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
	}
}
