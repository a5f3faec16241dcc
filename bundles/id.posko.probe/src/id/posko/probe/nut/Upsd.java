package id.posko.probe.nut;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.health.Cause;
import id.posko.probe.line.Conversation;
import id.posko.probe.line.Report;

/** Asks {@code upsd} of Network UPS Tools for all variables of a UPS (its network protocol 1.3, {@code LIST VAR}). */
public final class Upsd {

	public static final int PORT = 3493;

	/** In octets. */
	private static final int MOST_OF_LIST = 16 << 10;
	private static final Pattern VARIABLE = Pattern.compile("VAR \\S+ (\\S{1,100}) \"(.{0,2000})\"");
	private static final Pattern UPS = Pattern.compile("UPS (\\S{1,100})( .*)?");
	private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");

	private Upsd() {
	}

	/** Whether a UPS can bear this name. */
	public static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

	/** @param name of the UPS; empty: the first that the server lists */
	public static Report ask(InetSocketAddress server, String name, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		return Conversation.with(server, timeout, conversation -> {
			String ups = name.isEmpty() ? first(conversation) : name;
			return ups.isEmpty() ? new Report.Refused(Cause.of("nut_no_ups")) : variables(conversation, ups, start);
		});
	}

	/** The UPSs of the server by name, with what it says of each ({@code LIST UPS}); a few octets. */
	public static Report list(InetSocketAddress server, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		return Conversation.with(server, timeout, MOST_OF_LIST, conversation -> {
			Map<String, String> names = names(conversation);
			return names.isEmpty() ? new Report.Refused(Cause.of("nut_no_ups"))
					: new Report.Told(names, Duration.ofNanos(System.nanoTime() - start));
		});
	}

	private static String first(Conversation conversation) throws IOException {
		return names(conversation).keySet().stream().findFirst().orElse("");
	}

	private static Map<String, String> names(Conversation conversation) throws IOException {
		send(conversation, "LIST UPS");
		Map<String, String> names = new LinkedHashMap<>();
		for (String line = conversation.line(); !isEnd(line); line = conversation.line()) {
			Matcher ups = UPS.matcher(line);
			if (ups.matches() && isName(ups.group(1))) {
				names.putIfAbsent(ups.group(1), ups.group(2) == null ? "" : ups.group(2).strip().replace("\"", ""));
			}
		}
		return names;
	}

	private static Report variables(Conversation conversation, String ups, long start) throws IOException {
		send(conversation, "LIST VAR " + ups);
		Map<String, String> values = new LinkedHashMap<>();
		String line = conversation.line();
		Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
		for (; !isEnd(line); line = conversation.line()) {
			Matcher variable = VARIABLE.matcher(line);
			if (variable.matches()) {
				values.putIfAbsent(variable.group(1), variable.group(2).replaceAll("\\\\(.)", "$1"));
			}
		}
		return line.startsWith("ERR ") ? new Report.Refused(refusal(line.substring(4), ups))
				: new Report.Told(values, roundTrip);
	}

	private static Cause refusal(String error, String ups) {
		return switch (error.split(" ")[0]) {
		case "UNKNOWN-UPS" -> Cause.of("nut_unknown_ups", ups);
		case "DATA-STALE", "DRIVER-NOT-CONNECTED" -> Cause.of("ups_not_connected");
		case "ACCESS-DENIED" -> Cause.of("nut_denied");
		default -> Cause.of("check_failed", error.length() > 100 ? error.substring(0, 100) : error);
		};
	}

	private static boolean isEnd(String line) {
		return line.startsWith("END LIST ") || line.startsWith("ERR ");
	}

	private static void send(Conversation conversation, String command) throws IOException {
		conversation.send((command + "\n").getBytes(StandardCharsets.US_ASCII));
	}
}
