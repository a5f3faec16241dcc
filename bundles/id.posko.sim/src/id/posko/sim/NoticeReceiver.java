package id.posko.sim;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import id.posko.kit.DataFolder.OpenFolder;
import id.posko.kit.Notices;

/**
 * Whoever is told in the demo: a webhook on loopback that writes what it gets to {@code received-notices.jsonl} of the
 * demo's data folder, one JSON object a line. It is set up as the webhook unless the demo has another one.
 */
@Component(service = NoticeReceiver.class, immediate = true, enabled = false)
public final class NoticeReceiver {

	private static final Logger LOG = System.getLogger(NoticeReceiver.class.getName());
	private static final String URL = "webhook.url";
	private static final String PATH = "/posko-demo";
	private static final int LONGEST_BODY = 1 << 20;
	private static final int LONGEST_FILE = 8 << 20;

	private final HttpServer server;
	private final Path file;

	@Activate
	public NoticeReceiver(@Reference Notices notices, @Reference OpenFolder folder) throws IOException {
		file = folder.path().resolve("received-notices.jsonl");
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext(PATH, this::receive);
		server.start();
		Map<String, String> settings = new HashMap<>(notices.settings());
		if (settings.getOrDefault(URL, PATH).endsWith(PATH)) {
			settings.put(URL, "http://127.0.0.1:" + server.getAddress().getPort() + PATH);
			if (notices.check(settings, Locale.ROOT).isEmpty()) {
				notices.keep(settings);
			}
		}
	}

	private void receive(HttpExchange exchange) {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
			try (FileOutputStream out = new FileOutputStream(file.toFile(),
					Files.exists(file) && Files.size(file) < LONGEST_FILE)) {
				out.write(body);
				out.write('\n');
			}
			exchange.sendResponseHeaders(204, -1);
		} catch (IOException e) {
			LOG.log(Level.WARNING, "a notice was not received", e);
		}
	}

	@Deactivate
	public void close() {
		server.stop(0);
	}
}
