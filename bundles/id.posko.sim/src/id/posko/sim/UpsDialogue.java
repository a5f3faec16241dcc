package id.posko.sim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What {@code upsd} of Network UPS Tools answers, line by line (docs/net-protocol); nothing can be set. When it is mute
 * or its line is cut, it takes connections and never answers.
 */
final class UpsDialogue implements TcpPort.Dialogue {

	private static final String VERSION = "Network UPS Tools upsd of Posko's simulation\n";

	private final SimulatedUps ups;

	private final Lines lines;

	UpsDialogue(SimulatedUps ups, Lines lines) {
		this.ups = ups;
		this.lines = lines;
	}

	@Override
	public void talk(Socket socket) throws IOException, InterruptedException {
		InputStream in = new BufferedInputStream(socket.getInputStream());
		for (Optional<String> line = TextLine.read(in); line.isPresent(); line = TextLine.read(in)) {
			if (!ups.isMute() && !lines.isCut(ups.device())) {
				String answer = answer(line.get());
				TimeUnit.NANOSECONDS.sleep(lines.delay(ups.device()).toNanos());
				socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	/** With the ends of its lines. */
	String answer(String command) {
		String[] words = command.strip().split(" +");
		return switch (words[0]) {
		case "LIST" -> words.length < 2 ? "ERR INVALID-ARGUMENT\n" : list(words);
		case "GET" -> words.length < 3 ? "ERR INVALID-ARGUMENT\n" : get(words);
		case "VER" -> VERSION;
		case "NETVER", "PROTVER" -> "1.3\n";
		case "HELP" -> "Commands: HELP VER NETVER PROTVER GET LIST LOGOUT\n";
		case "LOGOUT" -> "OK Goodbye\n";
		case "STARTTLS" -> "ERR FEATURE-NOT-CONFIGURED\n";
		case "USERNAME", "PASSWORD", "LOGIN", "SET", "INSTCMD", "FSD", "MASTER", "PRIMARY" -> "ERR ACCESS-DENIED\n";
		default -> "ERR UNKNOWN-COMMAND\n";
		};
	}

	private String list(String[] words) {
		if (words[1].equals("UPS")) {
			return "BEGIN LIST UPS\nUPS " + Kabupaten.UPS + " \"" + description() + "\"\nEND LIST UPS\n";
		}
		if (words.length < 3 || !words[2].equals(Kabupaten.UPS)) {
			return words.length < 3 ? "ERR INVALID-ARGUMENT\n" : "ERR UNKNOWN-UPS\n";
		}
		String what = words[1] + " " + Kabupaten.UPS;
		return switch (words[1]) {
		case "VAR" -> UpsVariables.of(ups.state()).entrySet().stream().map(UpsDialogue::line)
				.collect(Collectors.joining("", "BEGIN LIST " + what + "\n", "END LIST " + what + "\n"));
		case "RW", "CMD", "CLIENT" -> "BEGIN LIST " + what + "\nEND LIST " + what + "\n";
		default -> "ERR INVALID-ARGUMENT\n";
		};
	}

	private String get(String[] words) {
		if (!words[2].equals(Kabupaten.UPS)) {
			return "ERR UNKNOWN-UPS\n";
		}
		if (words[1].equals("VAR") && words.length > 3) {
			Map<String, String> variables = UpsVariables.of(ups.state());
			return variables.containsKey(words[3]) ? line(Map.entry(words[3], variables.get(words[3])))
					: "ERR VAR-NOT-SUPPORTED\n";
		}
		return switch (words[1]) {
		case "UPSDESC" -> "UPSDESC " + Kabupaten.UPS + " \"" + description() + "\"\n";
		case "NUMLOGINS" -> "NUMLOGINS " + Kabupaten.UPS + " 0\n";
		default -> "ERR INVALID-ARGUMENT\n";
		};
	}

	private static String line(Map.Entry<String, String> variable) {
		return "VAR " + Kabupaten.UPS + " " + variable.getKey() + " \"" + variable.getValue() + "\"\n";
	}

	private String description() {
		return ups.device().name();
	}
}
