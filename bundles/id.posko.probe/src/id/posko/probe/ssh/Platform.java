package id.posko.probe.ssh;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** What a machine runs, and how a script is run there over SSH whatever the login shell is. */
public enum Platform {

	/** The script is the input of {@code sh}, so nothing has to be quoted for the login shell. */
	LINUX {
		@Override
		public Task task(String script) {
			return new Task("sh", ("LC_ALL=C; export LC_ALL\n" + script).getBytes(StandardCharsets.UTF_8));
		}

		@Override
		String quoted(List<String> names) {
			return names.stream().map(name -> "'" + name.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
		}
	},

	/** PowerShell takes a script as Base64 of UTF-16LE; cmd.exe's line ends at 8191 characters. */
	WINDOWS {
		@Override
		public Task task(String script) {
			String all = "$ProgressPreference='SilentlyContinue';$ErrorActionPreference='SilentlyContinue'\n"
					+ "[Console]::OutputEncoding=[Text.Encoding]::UTF8\n" + script;
			return new Task("powershell -NoProfile -NonInteractive -EncodedCommand "
					+ Base64.getEncoder().encodeToString(all.getBytes(StandardCharsets.UTF_16LE)), new byte[0]);
		}

		/** PowerShell takes the typographic quotes for plain ones. */
		@Override
		String quoted(List<String> names) {
			return names.stream().map(name -> "'" + name.replaceAll("['\u2018\u2019\u201A\u201B]", "$0$0") + "'")
					.collect(Collectors.joining(",", "@(", ")"));
		}
	};

	/** A command for the login shell and its standard input. */
	public record Task(String command, byte[] input) {
	}

	public abstract Task task(String script);

	/** A list of words for a script. */
	abstract String quoted(List<String> names);
}
