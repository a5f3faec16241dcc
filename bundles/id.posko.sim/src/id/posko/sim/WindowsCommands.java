package id.posko.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client PC with its OpenSSH server. Its outputs are constructed from the documentation of PowerShell, not recorded:
 * the measures as JSON, the USB devices by their instance ids, and {@code ping} as Windows writes it.
 */
final class WindowsCommands implements Commands {

	private static final Pattern ENCODED = Pattern.compile("powershell .*-EncodedCommand ([A-Za-z0-9+/=]+)");
	private static final Pattern PING = Pattern.compile("ping( -\\S+ \\d+)* ([\\d.]+)");
	private static final Duration UP_AT_START = Duration.ofHours(5);
	private static final long MEMORY = 8_466_092_032L;

	private final UsbPorts ports;
	private final Predicate<String> answers;
	private final InstantSource time;
	private final Instant booted;

	/** @param answers whether the device at an address answers an echo */
	WindowsCommands(UsbPorts ports, Predicate<String> answers, InstantSource time) {
		this.ports = ports;
		this.answers = answers;
		this.time = time;
		booted = time.instant().minus(UP_AT_START);
	}

	@Override
	public Said run(String command, String input) {
		Matcher ping = PING.matcher(command);
		if (ping.matches()) {
			return ping(ping.group(2));
		}
		Matcher encoded = ENCODED.matcher(command);
		if (!encoded.matches()) {
			return new Said("", 1);
		}
		String script = new String(Base64.getDecoder().decode(encoded.group(1)), StandardCharsets.UTF_16LE);
		return new Said(script.contains("Get-PnpDevice") ? plugged() : script.contains("Win32_OperatingSystem") ? measures()
				: "");
	}

	private static String line(String text) {
		return text + "\r\n";
	}

	private Said ping(String target) {
		boolean isThere = answers.test(target);
		return new Said(line("") + line("Pinging " + target + " with 32 bytes of data:")
				+ line(isThere ? "Reply from " + target + ": bytes=32 time=1ms TTL=64" : "Request timed out.") + line("")
				+ line("Ping statistics for " + target + ":")
				+ line("    Packets: Sent = 1, Received = " + (isThere ? "1, Lost = 0 (0% loss)," : "0, Lost = 1 (100% loss),")),
				isThere ? 0 : 1);
	}

	private String plugged() {
		return line("USB\\ROOT_HUB30\\4&11A2B3C4&0&0") + ports.ids().stream().map(id -> id.toUpperCase(Locale.ROOT)
				.split(":")).map(id -> line("USB\\VID_" + id[0] + "&PID_" + id[1] + "\\5&1F2E3D4C&0&3"))
				.collect(Collectors.joining());
	}

	private String measures() {
		Instant now = time.instant();
		double wave = Math.sin(2 * Math.PI * (now.getEpochSecond() % 89) / 89.0);
		return line("[" + String.join(",", tell("clock.now", now.getEpochSecond(), ""),
				"{\"q\":\"system\",\"v\":\"Microsoft Windows 10 Pro\",\"n\":null}",
				tell("uptime", Duration.between(booted, now).toSeconds(), ""), tell("memory.total", MEMORY, ""),
				tell("memory.available", Math.round(MEMORY * (0.45 + 0.05 * wave)), ""),
				tell("disk.free", 171_798_691_840L, "C:"), tell("disk.used", 31, "C:"),
				tell("cpu.load", Math.round(12 + 8 * wave), ""), tell("antivirus.age", 1, ""),
				"{\"q\":\"antivirus.guard\",\"v\":\"True\",\"n\":null}") + "]");
	}

	private static String tell(String quantity, long value, String name) {
		return "{\"q\":\"" + quantity + "\",\"v\":" + value + ",\"n\":" + (name.isEmpty() ? "null" : "\"" + name + "\"") + "}";
	}
}
