package id.posko.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where somebody sits, as the journal says it: {@code user@machine}, as the operating system calls them. */
public final class Workstation {

	private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");
	private static final int LONGEST = 100;

	private Workstation() {
	}

	/** This one; asks no name server. */
	public static String here() {
		Map<String, String> environment = System.getenv();
		String machine = Optional.ofNullable(environment.get("COMPUTERNAME")).or(Workstation::hostName)
				.orElse(environment.getOrDefault("HOSTNAME", ""));
		String name = System.getProperty("user.name", "") + (machine.isBlank() ? "" : "@" + machine.strip());
		return name.substring(0, Math.min(LONGEST, name.length()));
	}

	private static Optional<String> hostName() {
		try {
			return Files.isReadable(LINUX_NAME) ? Optional.of(Files.readString(LINUX_NAME)) : Optional.empty();
		} catch (IOException _) { // then the environment says it, or nobody
			return Optional.empty();
		}
	}
}
