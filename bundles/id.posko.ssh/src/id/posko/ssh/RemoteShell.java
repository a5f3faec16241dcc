package id.posko.ssh;

import java.util.List;
import java.util.stream.Collectors;

/** What reads the commands on a machine that is entered over SSH. */
public enum RemoteShell {
	/** Any shell of POSIX.1-2017. */
	POSIX {
		@Override
		public String command(List<String> words) {
			return words.stream().map(RemoteShell::quoted).collect(Collectors.joining(" "));
		}

		@Override
		String sha256(String path) {
			return "sha256sum -b -- " + quoted(path) + " || shasum -a 256 -b -- " + quoted(path);
		}
	},
	/** cmd.exe or PowerShell, whichever the server is set to. */
	WINDOWS {
		@Override
		public String command(List<String> words) {
			return words.stream().map(word -> word.isEmpty() || word.contains(" ") ? '"' + word + '"' : word)
					.collect(Collectors.joining(" "));
		}

		@Override
		String sha256(String path) {
			return "powershell -NoProfile -NonInteractive -Command \"(Get-FileHash -Algorithm SHA256 -LiteralPath '"
					+ path.replace("'", "''") + "').Hash\"";
		}
	};

	/** One line of which each word stays what it is. */
	public abstract String command(List<String> words);

	/** What prints the file's SHA-256 as the first 64 hexadecimal digits; GNU puts a backslash before odd names. */
	abstract String sha256(String path);

	private static String quoted(String word) {
		return "'" + word.replace("'", "'\\''") + "'";
	}
}
