package id.posko.transfer.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.DataFolder;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.memory.Folder;
import id.posko.memory.Somebody;
import id.posko.memory.UsualHours;
import id.posko.ssh.Connections;
import id.posko.ssh.Entry;
import id.posko.ssh.HostKeys;
import id.posko.ssh.RemoteFiles;
import id.posko.transfer.backup.Backups.Beginning;

/** A console with backups to make: here, and on OpenSSH's own server; a script prints what Data Pump prints. */
final class Station implements AutoCloseable, InstantSource {

	static final String SECRET = "rahasia-Sekali";
	static final Path SSHD = Path.of("/usr/sbin/sshd");
	private static final RegionCode OFFICE = new RegionCode("35.03");

	/** What Oracle's manual shows; it tells what it was told by standard input, which no program should. */
	private static final String EXPDP = """
			#!/bin/sh
			for word; do case $word in mode=*) mode=${word#*=};; dumpfile=*) dump=${word#*=};; logfile=*) log=${word#*=};;
			  size=*) size=${word#*=};; esac; done
			say() { echo "$1" >&2; echo "$1" >>"$log"; }
			echo $$ >"$dump.pid"
			read -r password
			say "Export: Release 19.0.0.0.0 - Production on Mon Mar 2 19:00:05 2026"
			say "connected as siak/$password$ORACLE_PASSWORD"
			say 'Starting "SIAK"."SYS_EXPORT_SCHEMA_01":  siak/******** directory=DUMP'
			[ "$mode" = fatal ] && { say 'ORA-39095: Dump file space has been exhausted'
			  say 'Job "SIAK"."SYS_EXPORT_SCHEMA_01" stopped due to fatal error at Mon Mar 2 19:03:11 2026'; exit 1; }
			say '. . exported "SIAK"."BIODATA_WNI"                      1.21 GB 4811234 rows'
			[ "$mode" = absent ] || head -c "${size:-300000}" /dev/urandom >"$dump"
			[ "$mode" = hang ] && { sleep 600; exit 9; }
			[ "$mode" = cut ] && exit 0
			[ "$mode" = warned ] && { say 'Job "SIAK"."SYS_EXPORT_SCHEMA_01" completed with 2 error(s) at Mon Mar 2 19:14:55 2026'
			  exit 5; }
			[ "$mode" = lies ] && { say 'Job "SIAK"."SYS_EXPORT_SCHEMA_01" stopped due to fatal error at 19:14:55'; exit 0; }
			say 'Job "SIAK"."SYS_EXPORT_SCHEMA_01" successfully completed at Mon Mar 2 19:14:55 2026 elapsed 0 00:14:50'
			""";
	private static final String IMPDP = """
			#!/bin/sh
			for word; do case $word in path=*) path=${word#*=};; sqlfile=*) sql=${word#*=};; esac; done
			read -r password
			echo "CREATE TABLE BIODATA_WNI" >"$sql"
			[ -s "$path" ] || { echo 'ORA-39000: bad dump file specification' >&2; exit 1; }
			[ -e "$path.bad" ] && { echo 'Job "SIAK"."SYS_SQL_FILE_FULL_01" stopped due to fatal error at 20:00:00' >&2; exit 1; }
			echo 'Job "SIAK"."SYS_SQL_FILE_FULL_01" successfully completed at Mon Mar 2 20:01:00 2026 elapsed 0 00:00:51' >&2
			""";

	final Path folder;
	final Path dumps;
	final Path fetched;
	final Somebody somebody;
	final RunsInMemory runs = new RunsInMemory();
	final Definitions definitions;
	final Backups backups;
	final Timetable timetable;
	final UsualHours hours = new UsualHours();
	private final Connections connections;
	private Optional<Process> sshd = Optional.empty();
	private int port;
	private volatile Instant now = Instant.parse("2026-03-02T12:00:00Z");

	Station(Path temp) throws IOException {
		folder = Files.createDirectories(temp.resolve("data"));
		dumps = Files.createDirectories(temp.resolve("dumps"));
		fetched = temp.resolve("fetched");
		script("expdp", EXPDP);
		script("impdp", IMPDP);
		somebody = new Somebody(folder);
		somebody.with("oracle.siak", SECRET);
		DataFolder.OpenFolder data = () -> folder;
		definitions = new Definitions(data, somebody.acts);
		connections = new Connections(new HostKeys(new Folder(folder)), somebody);
		backups = new Backups(definitions, runs,
				new Machines(inventory, connections, new RemoteFiles(connections), somebody), somebody.acts, hours, this);
		timetable = new Timetable(definitions, runs, backups, hours, this);
	}

	private void script(String name, String text) throws IOException {
		Files.setPosixFilePermissions(Files.writeString(dumps.resolve(name), text),
				PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(OFFICE, "Dinas", SiteKind.DINAS, LinkKind.FIBRE)),
					List.of(device("Server SIAK", Map.of("ssh.user", System.getProperty("user.name"), "ssh.key", "key",
							"ssh.port", Integer.toString(Math.max(1, port)))), device("Printer", Map.of())));
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	};

	private static Device device(String name, Map<String, String> access) {
		return new Device(new DeviceKey(OFFICE, name), DeviceKind.NID_SERVER, Address.tryParse("127.0.0.1"), "", "", 0,
				Optional.empty(), "", new Access(access));
	}

	/** Starts a server that the device "Server SIAK" stands for. */
	Station withServer() throws IOException, InterruptedException {
		Path server = Files.createDirectories(folder.resolveSibling("sshd"));
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		for (String key : List.of("host_key", "user_key")) {
			new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", server.resolve(key).toString()).start()
					.waitFor();
		}
		Path config = Files.write(server.resolve("sshd_config"), List.of("ListenAddress 127.0.0.1:" + port,
				"HostKey " + server.resolve("host_key"), "PidFile none", "UsePAM no", "StrictModes no", "PermitRootLogin yes",
				"Subsystem sftp internal-sftp", "AuthorizedKeysFile " + server.resolve("user_key.pub")));
		if (System.getProperty("user.name").equals("root")) {
			Files.createDirectories(Path.of("/run/sshd"));
		}
		Path log = Files.createFile(server.resolve("log"));
		Process process = new ProcessBuilder(SSHD.toString(), "-D", "-f", config.toString(), "-E", log.toString()).start();
		sshd = Optional.of(process);
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!Files.readString(log).contains("Server listening")) {
			if (!process.isAlive() || System.nanoTime() > deadline) {
				throw new IOException("sshd did not start: " + Files.readString(log));
			}
			process.waitFor(20, TimeUnit.MILLISECONDS);
		}
		somebody.with("key", Files.readString(server.resolve("user_key")));
		return this;
	}

	/** The server, as a place that is asked again at once when it is cut off. */
	OverSsh server() throws Unreached {
		return new OverSsh(connections, new RemoteFiles(connections), Entry.of(inventory.fleet().devices().stream()
				.filter(device -> device.name().equals("Server SIAK")).findFirst().orElseThrow()).orElseThrow(),
				Duration.ofMinutes(1), Duration.ofMillis(50));
	}

	/** Every connection to the server breaks. */
	void cut() {
		sshd.orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
	}

	/** The lines of a definition that runs here; whatever it is told comes last. */
	String here(String mode, String... more) {
		return text(mode, more);
	}

	/** The same on the server. */
	String there(String mode, String... more) {
		List<String> lines = new ArrayList<>(List.of(more));
		lines.add("device=35.03/Server SIAK");
		lines.add("folder=" + fetched);
		return text(mode, lines.toArray(String[]::new));
	}

	private String text(String mode, String... more) {
		return """
				kind=SIAK
				tool=expdp
				command=%1$s/expdp mode=%2$s "dumpfile=%1$s/siak {stamp}.dmp" logfile=%1$s/siak_{stamp}.log
				secret=oracle.siak
				files=%1$s/siak {stamp}*.dmp
				log=%1$s/siak_{stamp}.log
				drill.tool=impdp
				drill.command=%1$s/impdp "path={path}" sqlfile=%1$s/uji.sql
				""".formatted(dumps, mode) + String.join("\n", more);
	}

	void define(String name, String text) throws IOException {
		DefinitionText.Read read = definitions.put(Somebody.ADB, name, text);
		if (read instanceof DefinitionText.Read.Wrong wrong) {
			throw new IllegalArgumentException(wrong.toString());
		}
	}

	Working begin(String name, Listener listener) throws IOException {
		return switch (backups.begin(Somebody.ADB, name, listener)) {
		case Beginning.Began(Working working) -> working;
		case Beginning.Refused(Reason why) -> throw new IllegalStateException(why.toString());
		};
	}

	/** Runs it to its end. */
	BackupRun run(String name) throws IOException, InterruptedException {
		return begin(name, Listener.NOBODY).await();
	}

	BackupRun drill(String name) throws IOException, InterruptedException {
		return ((Beginning.Began) backups.drill(Somebody.ADB, name, Listener.NOBODY)).working().await();
	}

	void later(Duration time) {
		now = now.plus(time);
	}

	@Override
	public Instant instant() {
		return now;
	}

	@Override
	public void close() {
		timetable.close();
		backups.close();
		connections.close();
		sshd.ifPresent(process -> {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().onExit().join();
		});
	}
}
