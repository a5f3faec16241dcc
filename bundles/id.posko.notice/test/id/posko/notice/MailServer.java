package id.posko.notice;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real mail server (aiosmtpd), a child process on loopback with a certificate of its own. */
final class MailServer implements AutoCloseable {

	private final Path folder;
	private final int port;
	private final Process process;

	/** @param name to which the certificate is made out */
	MailServer(Path folder, String security, String name) throws IOException, InterruptedException {
		assumeTrue(Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/aiosmtpd")), "no python3-aiosmtpd here");
		this.folder = folder;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
				"key.pem", "-out", "ca.pem", "-days", "2", "-subj", "/CN=mail", "-addext", "subjectAltName=" + name);
		try (InputStream script = MailServer.class.getResourceAsStream("mailserver.py")) {
			Files.copy(script, folder.resolve("mailserver.py"), StandardCopyOption.REPLACE_EXISTING);
		}
		process = new ProcessBuilder("/usr/bin/python3", "mailserver.py", String.valueOf(port), security, "ca.pem", "key.pem",
				folder.toString()).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(folder.resolve("out").toFile()).start();
		for (long left = 1_000; !log().contains("ready"); left--) {
			if (left == 0 || !process.isAlive()) {
				throw new IOException(Files.readString(folder.resolve("out")));
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	private void run(String... command) throws IOException, InterruptedException {
		Process made = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
				.redirectOutput(folder.resolve("openssl.log").toFile()).start();
		if (made.waitFor() != 0) {
			throw new IOException(Files.readString(folder.resolve("openssl.log")));
		}
	}

	int port() {
		return port;
	}

	/** {@code ready}, {@code login MECHANISM} for each try, {@code busy}. */
	List<String> log() {
		try {
			return Files.exists(folder.resolve("log")) ? Files.readAllLines(folder.resolve("log")) : List.of();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	long logins() {
		return log().stream().filter(line -> line.startsWith("login")).count();
	}

	void setBusy(boolean busy) throws IOException {
		Files.deleteIfExists(folder.resolve("busy"));
		if (busy) {
			Files.createFile(folder.resolve("busy"));
		}
	}

	/** Mails taken, from 1. */
	int mails() {
		int count = 0;
		while (Files.exists(folder.resolve("mail" + (count + 1)))) {
			count++;
		}
		return count;
	}

	/** As Python's mail library reads it: headers by name in small letters, {@code text}, {@code defects} … */
	Map<String, String> mail(int number) throws IOException {
		Map<String, String> mail = new TreeMap<>();
		for (String line : Files.readString(folder.resolve("mail" + number)).split("\n")) {
			String[] sides = line.split("\t", 2);
			mail.put(sides[0], sides[1].replace("\\n", "\n"));
		}
		return mail;
	}

	@Override
	public void close() {
		process.destroyForcibly();
		process.onExit().join();
	}
}
