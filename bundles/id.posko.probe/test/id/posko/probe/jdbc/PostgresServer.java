package id.posko.probe.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import id.posko.probe.Peer;

/** A real PostgreSQL on a port of loopback that asks for passwords; its user is {@code posko}, password {@code rahasia}. */
final class PostgresServer implements AutoCloseable {

	static final String PASSWORD = "rahasia";

	private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

	final int port = Peer.freeTcpPort();
	private final Path programs;
	private final Path home = Files.createTempDirectory("posko-postgres");

	/** The programs of the newest version installed on this machine. */
	static Optional<Path> programs() throws IOException {
		if (!Files.isDirectory(INSTALLED)) {
			return Optional.empty();
		}
		try (Stream<Path> versions = Files.list(INSTALLED)) {
			return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb")))
					.max(Comparator.naturalOrder());
		}
	}

	PostgresServer(Path programs) throws IOException, InterruptedException {
		this.programs = programs;
		Path password = Files.writeString(home.resolve("password"), PASSWORD);
		if (isRoot()) {
			var nobody = home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
			Files.setOwner(home, nobody);
			Files.setOwner(password, nobody);
		}
		run("initdb", "-D", home.resolve("data").toString(), "-U", "posko", "-A", "scram-sha-256", "--pwfile=" + password,
				"-E", "UTF8", "--no-sync");
		run("pg_ctl", "-D", home.resolve("data").toString(), "-w", "-t", "60", "-l", home.resolve("log").toString(), "-o",
				"-F -c listen_addresses=127.0.0.1 -p " + port + " -k " + home, "start");
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	/** PostgreSQL refuses to run as root. */
	private void run(String program, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
		}
		command.add(programs.resolve(program).toString());
		command.addAll(List.of(arguments));
		Path output = home.resolveSibling(home.getFileName() + ".out");
		int code = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true)
				.redirectOutput(output.toFile()).start().waitFor();
		String said = Files.readString(output);
		Files.delete(output);
		if (code != 0) {
			throw new IOException(program + " ended with " + code + ": " + said);
		}
	}

	/** What it wrote. */
	String log() throws IOException {
		return Files.readString(home.resolve("log"));
	}

	@Override
	public void close() throws IOException, InterruptedException {
		run("pg_ctl", "-D", home.resolve("data").toString(), "-m", "immediate", "stop");
		try (Stream<Path> files = Files.walk(home)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
