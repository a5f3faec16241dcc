package id.posko.transfer.media;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The volumes as the system lists them: on Linux by {@code lsblk} of util-linux, on Windows by
 * PowerShell. The list is made by another process, so that a medium that hangs hangs that one, which is given up.
 */
@Component
public final class SystemVolumes implements Volumes {

	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final int MOST_BYTES = 1 << 20;

	private final List<String> command;

	@Activate
	public SystemVolumes() throws IOException {
		this(System.getProperty("os.name").startsWith("Windows") ? windows() : List.of("lsblk", "--pairs", "--bytes",
				"--output", "NAME,PKNAME,UUID,LABEL,FSTYPE,SIZE,MOUNTPOINT,RM,HOTPLUG,TRAN,MODEL,RO"));
	}

	/** @param command prints the volumes in the form of {@code lsblk --pairs}, sizes in bytes, in UTF-8 */
	public SystemVolumes(List<String> command) {
		this.command = command;
	}

	private static List<String> windows() throws IOException {
		try (InputStream script = SystemVolumes.class.getResourceAsStream("volumes.ps1")) {
			String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
			return List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand",
					Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE)));
		}
	}

	/** At most 10 s. */
	@Override
	public Found find() throws InterruptedException {
		return find(PATIENCE);
	}

	Found find(Duration patience) throws InterruptedException {
		try {
			Path output = Files.createTempFile("posko-volumes", ".txt");
			try {
				return find(output, patience);
			} finally {
				Files.deleteIfExists(output);
			}
		} catch (IOException e) {
			return new Found.Unlisted(String.valueOf(e.getMessage()));
		}
	}

	private Found find(Path output, Duration patience) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
				.redirectInput(ProcessBuilder.Redirect.from(nothing()));
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process process = builder.start();
		try {
			boolean isDone = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
			String said = text(output);
			return !isDone ? new Found.Unlisted(command.getFirst() + ": > " + patience.toSeconds() + " s")
					: process.exitValue() != 0 ? new Found.Unlisted(command.getFirst() + ": " + said.strip())
							: new Found.Listed(VolumeRows.read(said.lines().toList()));
		} finally {
			process.destroyForcibly();
		}
	}

	private static File nothing() {
		return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
	}

	private static String text(Path output) throws IOException {
		try (InputStream in = Files.newInputStream(output)) {
			return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
		}
	}
}
