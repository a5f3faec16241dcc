package id.posko.probe.apcupsd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import id.posko.probe.line.Conversation;
import id.posko.probe.line.Report;

/**
 * Asks the network information server of apcupsd for its status report: a command and the report's lines, each behind
 * its length in two octets; a length of 0 ends the report.
 */
public final class InformationServer {

	public static final int PORT = 3551;

	private static final byte[] STATUS = "\0\6status".getBytes(StandardCharsets.US_ASCII);
	private static final int LONGEST_LINE = 1024;

	private InformationServer() {
	}

	public static Report ask(InetSocketAddress server, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		return Conversation.with(server, timeout, conversation -> {
			conversation.send(STATUS);
			int length = length(conversation);
			Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
			Map<String, String> values = new LinkedHashMap<>();
			for (; length > 0; length = length(conversation)) {
				if (length > LONGEST_LINE) {
					throw new IOException("a line of " + length + " octets");
				}
				String line = conversation.text(length);
				int colon = line.indexOf(':');
				if (colon > 0) {
					values.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
				}
			}
			return new Report.Told(values, roundTrip);
		});
	}

	private static int length(Conversation conversation) throws IOException {
		return conversation.octet() << 8 | conversation.octet();
	}
}
