package id.posko.probe.web;

import static id.posko.probe.web.Site.said;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.probe.Peer;

/** nginx as the website. */
@Timeout(60)
class NginxTest {

	private static final String CONFIGURATION = """
			daemon off; master_process off; pid FOLDER/pid; error_log FOLDER/error.log;
			events { worker_connections 64; }
			http {
				access_log off; types { text/html html; } default_type text/html; charset utf-8;
				client_body_temp_path FOLDER/a; proxy_temp_path FOLDER/b; fastcgi_temp_path FOLDER/c;
				uwsgi_temp_path FOLDER/d; scgi_temp_path FOLDER/e;
				server {
					listen 127.0.0.1:PLAIN;
					listen 127.0.0.1:SECURE ssl;
					ssl_certificate FOLDER/situs.pem; ssl_certificate_key FOLDER/situs.pem;
					root FOLDER/situs;
					location /rusak { return 503; }
					location /pindah { return 301 /; }
					location /keluar { return 302 https://dukcapil.example/; }
					location /padat { gzip on; gzip_proxied any; gzip_min_length 1; alias FOLDER/situs/index.html; }
					location /lambat { limit_rate 2k; alias FOLDER/situs/besar.html; }
				}
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void nginxIsWatched() throws Exception {
		int plain = Peer.freeTcpPort();
		int secure = Peer.freeTcpPort();
		KeyStore store = Certificates.of(folder, "dns:localhost,ip:127.0.0.1", "-1d", 90);
		Certificates.pem(store, folder.resolve("situs.pem"));
		Files.createDirectory(folder.resolve("situs"));
		Files.writeString(folder.resolve("situs/index.html"), "<h1>Dinas Dukcapil</h1>");
		Files.writeString(folder.resolve("situs/besar.html"), "<p>Dukcapil</p>\n".repeat(8000));
		Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.replace("FOLDER", folder.toString())
				.replace("PLAIN", Integer.toString(plain)).replace("SECURE", Integer.toString(secure)));
		try (Peer _ = Peer.start(folder, Map.of(), List.of("/usr/sbin/nginx", "-e", folder.resolve("start.log").toString(), "-p",
				folder.toString(), "-c", folder.resolve("nginx.conf").toString())).until(() -> isOpen(secure))) {
			WebCheck check = new WebCheck(WebCheckTest.NAMES, Optional.of(Certificates.trusting(store)),
					InstantSource.system());
			for (String site : new String[] { "127.0.0.1:" + plain + " web.scheme=http", "127.0.0.1:" + secure + " web.scheme=https",
					"localhost:" + secure + " web.scheme=https" }) {
				String access = site.split(" ")[1] + "; web.text=Dinas Dukcapil; web.path=";
				String address = site.split(" ")[0];
				for (String path : new String[] { "/", "/pindah", "/padat" }) {
					Answer answer = check.ask(Site.device(address, access + path), WebCheckTest.LONG);
					assertEquals("Answered answered", said(answer), site + path);
					assertEquals(address.endsWith(":" + secure), Site.find(answer, "web.certificate").isPresent());
				}
				for (String[] bad : new String[][] { { "/rusak", "Failed web_status 503" }, { "/tiada", "Failed web_status 404" },
						{ "/keluar", "Impaired web_elsewhere https://dukcapil.example/" } }) {
					assertEquals(bad[1], said(check.ask(Site.device(address, access + bad[0]), WebCheckTest.LONG)));
				}
			}
			assertEquals("Failed web_unfinished PT2S", said(check.ask(Site.device("127.0.0.1:" + plain,
					"web.scheme=http; web.path=/lambat"), Duration.ofSeconds(2))));
		}
	}

	private static boolean isOpen(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		} catch (IOException _) { // not yet
			return false;
		}
	}
}
