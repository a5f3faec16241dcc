package id.posko.probe.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import id.posko.probe.line.Conversation;

/** What servers say before anybody logs in. */
final class Greetings {

	/** In octets. */
	static final int MOST = 4 << 10;

	private static final int MOST_LINES = 40;
	private static final Pattern RTSP = Pattern.compile("RTSP/\\d\\.\\d \\d{3}( .*)?");

	private Greetings() {
	}

	/** The version line of SSH; other lines may come before it (RFC 4253, 4.2). */
	static Optional<String> ssh(Conversation conversation) throws IOException {
		for (int i = 0; i < MOST_LINES; i++) {
			String line = conversation.line();
			if (line.startsWith("SSH-")) {
				return Optional.of(line);
			}
		}
		return Optional.empty();
	}

	/** The name of an RTSP server, or its status line, as its answer to OPTIONS (RFC 2326, 10.1) tells. */
	static Optional<String> rtsp(Conversation conversation, String host) throws IOException {
		conversation.send(("OPTIONS rtsp://" + host + "/ RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: Posko\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		String status = conversation.line();
		if (!RTSP.matcher(status).matches()) {
			return Optional.empty();
		}
		String server = "";
		String line = conversation.line();
		for (int i = 0; i < MOST_LINES && !line.isEmpty(); i++) {
			if (line.toLowerCase(Locale.ROOT).startsWith("server:")) {
				server = line.substring("server:".length()).strip();
			}
			line = conversation.line();
		}
		return Optional.of(server.isEmpty() ? status : server);
	}
}
