package id.posko.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.kit.Device;

/**
 * An AFIS server. A script is answered by the outputs of a real machine, recorded section by section, in which what
 * changes is put in; {@code ping} is answered as iputils writes it, and the NID Scheduler's log is read to its end.
 */
final class LinuxCommands implements Commands {

	private static final Pattern SECTION = Pattern.compile("@@posko (\\w+)");
	private static final Pattern PING = Pattern.compile(".*\\bping( -\\S+( \\d+)?)* ([\\d.]+)");
	private static final Map<String, String> RECORDED = recorded();
	private static final Duration UP_AT_START = Duration.ofDays(41);
	/** In KiB. */
	private static final long DISK = 106_390_912;
	private static final int FULL = 97;

	private final Device device;
	private final Faults faults;
	private final Predicate<String> answers;
	private final NidScheduler scheduler;
	private final InstantSource time;
	private final Instant booted;

	/** @param answers whether the device at an address answers an echo */
	LinuxCommands(Device device, Faults faults, Predicate<String> answers, InstantSource time) {
		this.device = device;
		this.faults = faults;
		this.answers = answers;
		this.time = time;
		booted = time.instant().minus(UP_AT_START);
		scheduler = new NidScheduler(device, faults, time);
	}

	@Override
	public Said run(String command, String input) {
		Matcher ping = PING.matcher(command);
		if (ping.matches()) {
			return ping(ping.group(3));
		}
		if (input.contains(Kabupaten.COUNTER_FILE)) {
			return new Said(scheduler.log());
		}
		StringBuilder output = new StringBuilder();
		SECTION.matcher(input).results().map(found -> found.group(1)).distinct().filter(RECORDED::containsKey)
				.forEach(section -> output.append("@@posko ").append(section).append('\n')
						.append(filled(RECORDED.get(section))));
		return new Said(output.toString());
	}

	private Said ping(String target) {
		if (!answers.test(target)) {
			return new Said("""
					PING %1$s (%1$s) 56(84) bytes of data.

					--- %1$s ping statistics ---
					1 packets transmitted, 0 received, 100%% packet loss, time 0ms
					""".formatted(target), 1);
		}
		return new Said("""
				PING %1$s (%1$s) 56(84) bytes of data.
				64 bytes from %1$s: icmp_seq=1 ttl=63 time=11.4 ms

				--- %1$s ping statistics ---
				1 packets transmitted, 1 received, 0%% packet loss, time 0ms
				rtt min/avg/max/mdev = 11.400/11.400/11.400/0.000 ms
				""".formatted(target));
	}

	private String filled(String recorded) {
		Instant now = time.instant();
		double wave = Math.sin(2 * Math.PI * (now.getEpochSecond() % 97) / 97.0);
		int percent = faults.has(device, Fault.Effect.DISK_FULL) ? FULL : 41;
		Duration up = Duration.between(faults.since(device, Fault.Effect.RESTARTED).orElse(booted), now);
		return recorded.replace("{now}", Long.toString(now.getEpochSecond()))
				.replace("{uptime}", Long.toString(up.toSeconds() + 1))
				.replace("{load}", String.format(Locale.ROOT, "%.2f", 0.9 + 0.4 * wave))
				.replace("{memory}", Long.toString(Math.round(15e6 + 1e6 * wave)))
				.replace("{used}", Long.toString(DISK * percent / 100))
				.replace("{free}", Long.toString(DISK * (100 - percent) / 100))
				.replace("{percent}", Integer.toString(percent));
	}

	private static Map<String, String> recorded() {
		Map<String, String> sections = new LinkedHashMap<>();
		try (InputStream in = LinuxCommands.class.getResourceAsStream("linux.outputs")) {
			String section = "";
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
				Matcher head = SECTION.matcher(line);
				if (head.matches()) {
					section = head.group(1);
					sections.put(section, "");
				} else {
					sections.merge(section, line + "\n", String::concat);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return sections;
	}
}
