package id.posko.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;
import id.posko.memory.Folder;
import id.posko.memory.Pocket;
import id.posko.probe.name.Names;
import id.posko.probe.ssh.Shell;
import id.posko.ssh.Connections;
import id.posko.ssh.HostKeys;

/** A machine to enter: OpenSSH's own server on loopback, and the shell that enters it by key. */
public final class Entrance implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

	public final Shell shell;
	private final Process process;
	private final int port;
	private final Names names = new Names(InetAddress::getByName, InstantSource.system());
	private final Connections connections;

	public static boolean isPossible() {
		return Files.isExecutable(PROGRAM);
	}

	/** @param settings lines of sshd_config */
	public Entrance(Path folder, String... settings) throws IOException, InterruptedException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		for (String key : List.of("host_key", "user_key")) {
			new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString()).start()
					.waitFor();
		}
		List<String> lines = new ArrayList<>(List.of(settings));
		lines.addAll(List.of("ListenAddress 127.0.0.1:" + port, "HostKey " + folder.resolve("host_key"), "PidFile none",
				"UsePAM no", "StrictModes no", "PermitRootLogin yes", "AuthorizedKeysFile " + folder.resolve("user_key.pub")));
		Files.write(folder.resolve("sshd_config"), lines);
		if (System.getProperty("user.name").equals("root")) {
			Files.createDirectories(Path.of("/run/sshd"));
		}
		Path log = Files.createFile(folder.resolve("log"));
		process = new ProcessBuilder(PROGRAM.toString(), "-D", "-f", folder.resolve("sshd_config").toString(), "-E",
				log.toString()).start();
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!Files.readString(log).contains("Server listening")) {
			if (!process.isAlive() || System.nanoTime() > deadline) {
				throw new IOException("sshd did not start: " + Files.readString(log));
			}
			process.waitFor(20, TimeUnit.MILLISECONDS);
		}
		connections = new Connections(new HostKeys(new Folder(folder)), new Pocket().with("key", Files.readString(folder.resolve("user_key"))));
		shell = new Shell(connections, names);
	}

	/** A device of that kind that stands for this machine. */
	public Device device(DeviceKind kind, String name, Map<String, String> access) {
		Map<String, String> settings = new HashMap<>(access);
		settings.put("ssh.user", System.getProperty("user.name"));
		settings.put("ssh.key", "key");
		settings.put("ssh.port", Integer.toString(port));
		return new Device(new DeviceKey(new RegionCode("35.03.01"), name), kind, Address.tryParse("127.0.0.1"), "", "", 0,
				Optional.empty(), "", new Access(settings));
	}

	/** Instead of any command, this text is what the machine says. */
	public static String says(Path folder, String text, int exit) {
		try {
			Path said = Files.createTempFile(folder, "said", ".txt");
			Files.writeString(said, text);
			return "ForceCommand cat " + said + "; exit " + exit;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		connections.close();
		names.close();
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().onExit().join();
	}

}
