package id.posko.ssh;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real OpenSSH server on a free loopback port, with keys and settings of its own. Runs as root or any other user. */
final class Sshd implements AutoCloseable {

	static final Path PROGRAM = Path.of("/usr/sbin/sshd");
	/** Known to the server only where {@link #knowsAccounts}. */
	static final String ACCOUNT = "posko-test";
	static final String PASSWORD = "rahasia-1";

	private final Path folder;
	private final Path log;
	private final Process process;
	final int port;

	static boolean isHere() {
		return Files.isExecutable(PROGRAM);
	}

	static boolean isRoot() {
		return System.getProperty("user.name").equals("root");
	}

	/** @param settings further lines of sshd_config, which come first and so win */
	Sshd(Path folder, String... settings) throws IOException, InterruptedException {
		this.folder = folder;
		log = folder.resolve("log");
		port = freePort();
		if (Files.notExists(folder.resolve("host_key"))) {
			generate("host_key", "ed25519", "");
		}
		if (Files.notExists(folder.resolve("user_key"))) {
			generate("user_key", "ed25519", "");
		}
		List<String> lines = new ArrayList<>(List.of(settings));
		lines.addAll(List.of("ListenAddress 127.0.0.1:" + port, "PidFile none", "UsePAM no", "StrictModes no",
				"LogLevel DEBUG1", "PermitRootLogin yes", "AuthorizedKeysFile " + folder.resolve("user_key.pub")));
		if (lines.stream().noneMatch(line -> line.startsWith("HostKey "))) {
			lines.add("HostKey " + folder.resolve("host_key"));
		}
		Files.write(folder.resolve("sshd_config"), lines);
		if (isRoot()) {
			Files.createDirectories(Path.of("/run/sshd"));
		}
		Files.deleteIfExists(log);
		List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-D", "-f",
				folder.resolve("sshd_config").toString(), "-E", log.toString()));
		process = new ProcessBuilder(isRoot() ? withAccount(command) : command).redirectErrorStream(true).start();
		awaitLog("Server listening on");
	}

	/** In a mount namespace of its own the server sees an account that the machine does not have. */
	private List<String> withAccount(List<String> command) throws IOException, InterruptedException {
		Path passwd = folder.resolve("passwd");
		Path shadow = folder.resolve("shadow");
		String hash = output("openssl", "passwd", "-6", PASSWORD);
		Files.writeString(passwd, Files.readString(Path.of("/etc/passwd")) + ACCOUNT + ":x:0:0::/tmp:/bin/sh\n");
		Files.writeString(shadow, Files.readString(Path.of("/etc/shadow")) + ACCOUNT + ":" + hash + ":19000:0:99999:7:::\n");
		String script = "mount --bind " + passwd + " /etc/passwd && mount --bind " + shadow + " /etc/shadow && exec "
				+ String.join(" ", command);
		return List.of("unshare", "-m", "sh", "-c", script);
	}

	/** Whether a mount namespace can be made, so that the server knows {@link #ACCOUNT}. */
	static boolean knowsAccounts() throws IOException, InterruptedException {
		return isRoot() && new ProcessBuilder("unshare", "-m", "true").start().waitFor() == 0;
	}

	void generate(String name, String type, String passphrase) throws IOException, InterruptedException {
		Files.deleteIfExists(folder.resolve(name));
		output("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", folder.resolve(name).toString());
	}

	private static String output(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes()).strip();
		if (process.waitFor() != 0) {
			throw new IOException(Arrays.toString(command) + ": " + output);
		}
		return output;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void awaitLog(String words) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (Files.notExists(log) || !log().contains(words)) {
			if (!process.isAlive() || System.nanoTime() > deadline) {
				process.destroyForcibly();
				try (BufferedReader said = process.inputReader()) {
					throw new IOException("sshd did not start: " + said.lines().toList() + log());
				}
			}
			process.waitFor(20, TimeUnit.MILLISECONDS);
		}
	}

	String log() throws IOException {
		return Files.exists(log) ? Files.readString(log) : "";
	}

	/** How often these words stand in the server's log. */
	long said(String words) throws IOException {
		return log().lines().filter(line -> line.contains(words)).count();
	}

	/** The server writes its log after its answer: waits for so many, a while. */
	long said(String words, long expected) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
		while (said(words) < expected && System.nanoTime() < deadline && process.isAlive()) {
			process.waitFor(20, TimeUnit.MILLISECONDS);
		}
		return said(words);
	}

	String userKey() throws IOException {
		return Files.readString(folder.resolve("user_key"));
	}

	/** As the user who runs the tests, by key. */
	Target byKey() {
		return target(port, System.getProperty("user.name"), Optional.empty(), Optional.of("key"));
	}

	/** By a password of that name. */
	Target byPassword(String secret) {
		return target(port, ACCOUNT, Optional.of(secret), Optional.empty());
	}

	static Target target(int port, String user, Optional<String> secret, Optional<String> key) {
		return new Target("127.0.0.1", InetAddress.getLoopbackAddress(), port, user, secret, key);
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().onExit().join();
	}
}
