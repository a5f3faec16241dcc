package id.posko.probe.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.health.Cause;
import id.posko.health.EchoAnswer;

/**
 * Judges what a system's {@code ping} wrote about one request, in any language: a line passes if it carries the
 * target's own address and a TTL (or, as Windows writes for IPv6, a time). A line in which an address only says
 * something is a refusal by that address, even if it begins with "Reply from".
 */
public final class PingOutput {

	private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.:])(?=[^\\s]*[.:])[0-9A-Fa-f:.]+(%\\w+)?");
	private static final Pattern TTL = Pattern.compile("(?i)\\b(ttl|hlim)\\s*=\\s*\\d+");
	private static final Pattern TIME = Pattern.compile("[=<]\\s*(\\d+(?:[.,]\\d+)?)\\s*ms\\b");
	private static final Pattern SEQUENCE = Pattern.compile("\\b(icmp_)?seq=\\d+");
	private static final Pattern SAYS = Pattern.compile("^:\\s+\\S.*|^:?\\s+(icmp_)?seq=\\d+\\s+\\S.*");
	/** Of iputils: the question could not be asked; Windows writes a line that begins with "PING: " instead. */
	private static final int NOT_RUN = 2;

	private final InetAddress target;
	private final Duration timeout;
	private final InetAddress here;

	PingOutput(InetAddress target, Duration timeout) {
		this(target, timeout, (target.getAddress().length == 4 ? Family.V4 : Family.V6).thisMachine);
	}

	/** @param here the machine that the program ran on */
	public PingOutput(InetAddress target, Duration timeout, InetAddress here) {
		this.target = target;
		this.timeout = timeout;
		this.here = here;
	}

	/** One request. iputils takes whole seconds everywhere, Windows milliseconds; the judge keeps to the time-out. */
	public static List<String> command(InetAddress target, Duration timeout, boolean windows) {
		String address = target.getHostAddress();
		if (windows) {
			return List.of("ping", "-n", "1", "-w", Long.toString(Math.max(1, timeout.toMillis())), address);
		}
		long seconds = Math.max(1, timeout.plusNanos(999_999_999).toSeconds());
		return List.of("ping", "-n", "-c", "1", "-W", Long.toString(seconds), address);
	}

	/** @param exit exit status of the program */
	public EchoAnswer judge(List<String> lines, int exit) {
		for (String line : lines) {
			Optional<EchoAnswer> answer = judge(line);
			if (answer.isPresent()) {
				return answer.get();
			}
		}
		boolean notSent = lines.stream().anyMatch(l -> l.startsWith("PING: "));
		if (lines.isEmpty() || notSent || exit >= NOT_RUN || exit < 0) {
			return local(String.join(" ", lines).strip());
		}
		return new EchoAnswer.Silent(timeout, PingProgram.METHOD);
	}

	private Optional<EchoAnswer> judge(String line) {
		Matcher found = ADDRESS.matcher(line);
		while (found.find()) {
			Optional<InetAddress> address = literal(found.group());
			if (address.isPresent()) {
				return judge(line, address.get(), line.substring(found.end()), found.group().endsWith(":"));
			}
		}
		return Optional.empty();
	}

	private Optional<EchoAnswer> judge(String line, InetAddress from, String after, boolean colonTaken) {
		Matcher time = TIME.matcher(line);
		boolean timed = time.find();
		boolean v6 = target.getAddress().length == 16;
		if (TTL.matcher(line).find() || v6 && timed && !SEQUENCE.matcher(line).find()) {
			return from.equals(target) && timed ? Optional.of(replied(from, time.group(1))) : Optional.empty();
		}
		String said = colonTaken ? ":" + after : after;
		if (timed || !SAYS.matcher(said).matches()) {
			return Optional.empty();
		}
		Cause cause = Cause.of(code(said.toLowerCase(Locale.ROOT)), from.getHostAddress());
		return Optional.of(new EchoAnswer.Refused(from, cause, PingProgram.METHOD));
	}

	private EchoAnswer replied(InetAddress from, String milliseconds) {
		long nanos = (long) (Double.parseDouble(milliseconds.replace(',', '.')) * 1e6);
		Duration roundTrip = Duration.ofNanos(nanos);
		return roundTrip.compareTo(timeout) > 0 ? new EchoAnswer.Silent(timeout, PingProgram.METHOD)
				: new EchoAnswer.Replied(roundTrip, from, PingProgram.METHOD);
	}

	/** What iputils, Windows and their Indonesian texts say; anything else means that the host is not reached. */
	private static String code(String said) {
		if (said.matches(".*(ttl|time to live|hop limit|time exceeded|waktu hidup).*")) {
			return "ttl_exceeded";
		}
		if (said.matches(".*(prohibited|filtered|dilarang|disaring).*")) {
			return "prohibited";
		}
		if (said.matches(".*(protocol|protokol|parameter).*")) {
			return "protocol_unreachable";
		}
		if (said.matches(".*\\bport\\b.*")) {
			return "port_unreachable";
		}
		return said.matches(".*(\\bnet\\b|network|no route|jaringan|rute).*") ? "net_unreachable" : "host_unreachable";
	}

	/** What the program says about this machine; it runs with the C locale, so these are the C library's words. */
	private EchoAnswer local(String said) {
		String words = said.toLowerCase(Locale.ROOT);
		boolean atSocket = words.contains("socket");
		String code = words.contains("network is unreachable") || words.contains("invalid argument")
				? "net_unreachable"
				: words.contains("no route to host") ? "host_unreachable"
				: words.contains("local firewall") || words.contains("permission denied") && !atSocket
				? "prohibited" : "";
		if (!code.isEmpty()) {
			return new EchoAnswer.Refused(here, Cause.of(code, here.getHostAddress()), PingProgram.METHOD);
		}
		boolean forbidden = words.contains("not permitted") || words.contains("permission denied");
		return new EchoAnswer.NotSent(Cause.of(forbidden ? "not_permitted" : "check_failed", said),
				PingProgram.METHOD);
	}

	private static Optional<InetAddress> literal(String text) {
		String bare = text.endsWith(":") && !text.endsWith("::") || text.endsWith(":::")
				? text.substring(0, text.length() - 1) : text;
		if (bare.chars().filter(c -> c == ':').count() < 2 && !bare.matches("\\d+(\\.\\d+){3}")) {
			return Optional.empty();
		}
		try {
			return Optional.of(InetAddress.ofLiteral(bare));
		} catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}
}
