package id.posko.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL on a port of loopback, with its data in a folder that goes away when it stops. */
final class PostgresServer {

	private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

	private final Path programs;
	private final Path home;
	private final int port;

	private PostgresServer(Path programs, Path home, int port) {
		this.programs = programs;
		this.home = home;
		this.port = port;
	}

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

	static PostgresServer start(Path programs) throws IOException, InterruptedException {
		Path home = Files.createTempDirectory("posko-postgres");
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		PostgresServer server = new PostgresServer(programs, home, port);
		if (isRoot()) {
			Files.setOwner(home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
		}
		server.run("initdb", "-D", home.resolve("data").toString(), "-U", "posko", "-A", "trust", "-E", "UTF8", "--no-sync");
		server.run("pg_ctl", "-D", home.resolve("data").toString(), "-w", "-t", "60", "-l", home.resolve("log").toString(),
				"-o", "-F -c listen_addresses=127.0.0.1 -p " + port + " -k " + home, "start");
		return server;
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
		if (code != 0) {
			throw new IOException(program + " ended with " + code + ": " + Files.readString(output));
		}
		Files.delete(output);
	}

	DataSource source() {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setServerNames(new String[] { "127.0.0.1" });
		source.setPortNumbers(new int[] { port });
		source.setUser("posko");
		source.setDatabaseName("postgres");
		return source;
	}

	void stop() throws IOException, InterruptedException {
		run("pg_ctl", "-D", home.resolve("data").toString(), "-m", "immediate", "stop");
		try (Stream<Path> files = Files.walk(home)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
