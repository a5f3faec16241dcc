package id.posko.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import id.posko.memory.Pocket;
import id.posko.ssh.RemoteFiles.Copied;

/** Files over OpenSSH's own SFTP server, cut, stalled, changed and without room. */
@Timeout(120)
class RemoteFilesTest {

	private static final Duration LONG = Duration.ofSeconds(30);
	private static final LongConsumer NOBODY = _ -> {
	};
	private static final int SIZE = 3_000_000;

	@TempDir
	Path temp;
	private final Pocket pocket = new Pocket();
	private final Random random = new Random(4);
	private Sshd sshd;
	private Connections connections;
	private RemoteFiles files;
	private Path there;
	private Path here;
	private byte[] content;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		assumeTrue(Sshd.isHere(), "no OpenSSH server: apt-get install openssh-server");
		sshd = new Sshd(temp, "Subsystem sftp internal-sftp");
		pocket.with("key", sshd.userKey());
		connections = new Connections(new HostKeys(temp.resolve(HostKeys.FILE)), pocket, Limits.DEFAULT,
				InstantSource.system());
		files = new RemoteFiles(connections);
		there = Files.createDirectory(temp.resolve("there"));
		here = Files.createDirectory(temp.resolve("here"));
		content = new byte[SIZE];
		random.nextBytes(content);
	}

	@AfterEach
	void end() {
		if (sshd != null) {
			connections.close();
			sshd.close();
		}
	}

	private Path dump() throws IOException {
		return Files.write(there.resolve("siak's dump.dmp"), content);
	}

	private static <T> T got(Remote<T> remote) {
		return ((Remote.Got<T>) assertInstanceOf(Remote.Got.class, remote, remote.toString())).value();
	}

	private String sha256(Path file) throws InterruptedException {
		return got(files.sha256(sshd.byKey(), RemoteShell.POSIX, file.toString(), LONG));
	}

	private Target through(StallingProxy proxy) {
		return Sshd.target(proxy.port(), System.getProperty("user.name"), Optional.empty(), Optional.of("key"));
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void aFileIsListedHashedAndFetchedWhole() throws IOException, InterruptedException {
		Path dump = dump();
		Files.createDirectory(there.resolve("folder"));
		List<RemoteFiles.Found> found = got(files.list(sshd.byKey(), there.toString(), LONG));
		assertEquals(List.of(new RemoteFiles.Found("siak's dump.dmp", SIZE,
				Files.getLastModifiedTime(dump).toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))), found);
		String sha256 = sha256(dump);
		assertEquals(Sha256.of(dump, SIZE), sha256);
		Copied copied = got(files.fetch(sshd.byKey(), dump.toString(), here.resolve("a.dmp"), sha256, LONG, NOBODY));
		assertEquals(new Copied(SIZE, 0, sha256), copied);
		assertArrayEquals(content, Files.readAllBytes(here.resolve("a.dmp")));
		assertEquals(List.of("a.dmp"), names(here));
	}

	@Test
	void headAndTailAreRead() throws IOException, InterruptedException {
		Path log = Files.writeString(there.resolve("a.log"), "first\nlast\n");
		assertEquals("fir", new String(got(files.head(sshd.byKey(), log.toString(), 3, LONG))));
		assertEquals("last\n", new String(got(files.tail(sshd.byKey(), log.toString(), 5, LONG))));
		assertEquals("first\nlast\n", new String(got(files.tail(sshd.byKey(), log.toString(), 500, LONG))));
	}

	@Test
	void whatIsMissingOrForbiddenIsSaid() throws IOException, InterruptedException {
		String nothing = there.resolve("nothing").toString();
		assertInstanceOf(Remote.Missing.class, files.list(sshd.byKey(), nothing, LONG));
		assertInstanceOf(Remote.Missing.class, files.head(sshd.byKey(), nothing, 1, LONG));
		assertInstanceOf(Remote.Missing.class,
				files.fetch(sshd.byKey(), nothing, here.resolve("a"), "0".repeat(64), LONG, NOBODY));
		assertInstanceOf(Remote.Refused.class, files.sha256(sshd.byKey(), RemoteShell.POSIX, nothing, LONG));
		assertInstanceOf(Remote.Refused.class, files.send(sshd.byKey(), RemoteShell.POSIX, dump(), there.toString(), LONG,
				LONG, NOBODY));
		assertEquals(List.of(), names(here));
	}

	@Test
	void aFetchThatIsCutAtRandomBytesGoesOnWhereItEnded() throws IOException, InterruptedException {
		Path dump = dump();
		String sha256 = sha256(dump);
		for (int round = 0; round < 6; round++) {
			Path to = here.resolve(round + ".dmp");
			long[] there = new long[1];
			try (StallingProxy proxy = new StallingProxy(sshd.port, 6000 + random.nextInt(SIZE))) {
				Remote<Copied> cut = files.fetch(through(proxy), dump.toString(), to, sha256, Duration.ofMillis(400),
						bytes -> there[0] = bytes);
				assertInstanceOf(Remote.Failed.class, cut, cut.toString());
			}
			assertFalse(Files.exists(to));
			Copied copied = got(files.fetch(sshd.byKey(), dump.toString(), to, sha256, LONG, NOBODY));
			assertEquals(there[0], copied.resumedAt());
			assertArrayEquals(content, Files.readAllBytes(to));
		}
	}

	@Test
	void aLineThatBreaksIsNoWholeFile() throws IOException, InterruptedException {
		Path dump = dump();
		try (StallingProxy proxy = new StallingProxy(sshd.port, Long.MAX_VALUE)) {
			Remote<Copied> broken = files.fetch(through(proxy), dump.toString(), here.resolve("a.dmp"), sha256(dump), LONG,
					bytes -> {
						if (bytes > SIZE / 3) {
							close(proxy);
						}
					});
			assertInstanceOf(Remote.Failed.class, broken, broken.toString());
		}
		assertFalse(Files.exists(here.resolve("a.dmp")));
	}

	private static void close(StallingProxy proxy) {
		try {
			proxy.close();
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void aFileThatChangedInBetweenIsNotTakenAndWhatIsLeftOfItIsNotGoneOnWith() throws IOException, InterruptedException {
		Path dump = dump();
		String before = sha256(dump);
		content[SIZE / 2]++;
		dump();
		Remote<Copied> changed = files.fetch(sshd.byKey(), dump.toString(), here.resolve("a.dmp"), before, LONG, NOBODY);
		assertEquals(new Remote.Differs<>(before, sha256(dump)), changed);
		assertEquals(List.of(), names(here));
		Path part = here.resolve("a.dmp." + before.substring(0, 16) + ".part");
		Files.write(part, content);
		assertEquals(0, got(files.fetch(sshd.byKey(), dump.toString(), here.resolve("a.dmp"), sha256(dump), LONG, NOBODY))
				.resumedAt());
	}

	@Test
	void whatIsLeftButDamagedIsFoundOutAndTheNextTimeItIsFetchedAnew() throws IOException, InterruptedException {
		Path dump = dump();
		String sha256 = sha256(dump);
		Path part = here.resolve("a.dmp." + sha256.substring(0, 16) + ".part");
		Files.write(part, new byte[1000]);
		assertInstanceOf(Remote.Differs.class,
				files.fetch(sshd.byKey(), dump.toString(), here.resolve("a.dmp"), sha256, LONG, NOBODY));
		Files.write(part, new byte[SIZE + 1]);
		assertEquals(0, got(files.fetch(sshd.byKey(), dump.toString(), here.resolve("a.dmp"), sha256, LONG, NOBODY))
				.resumedAt());
	}

	@Test
	void aFullDiskHereIsThrownAndWhatHasComeStays() throws IOException, InterruptedException {
		Path small = disk();
		try {
			Path dump = dump();
			IOException full = assertThrows(IOException.class, () -> files.fetch(sshd.byKey(), dump.toString(),
					small.resolve("a.dmp"), sha256(dump), LONG, NOBODY));
			assertTrue(full.getMessage().contains("No space"), full.toString());
			assertEquals(1, names(small).size());
		} finally {
			unmount(small);
		}
	}

	@Test
	void aFullDiskThereIsRefused() throws IOException, InterruptedException {
		Path small = disk();
		sshd.close();
		sshd = new Sshd(temp, "Subsystem sftp internal-sftp");
		try {
			Remote<Copied> full = files.send(sshd.byKey(), RemoteShell.POSIX, dump(), small.resolve("a.dmp").toString(),
					LONG, LONG, NOBODY);
			assertInstanceOf(Remote.Refused.class, full, full.toString());
			assertFalse(Files.exists(small.resolve("a.dmp")));
		} finally {
			unmount(small);
		}
	}

	private Path disk() throws IOException, InterruptedException {
		Path small = Files.createDirectory(temp.resolve("small"));
		assumeTrue(Sshd.isRoot() && run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()) == 0,
				"a small disk needs root");
		return small;
	}

	private static void unmount(Path small) throws IOException, InterruptedException {
		assertEquals(0, run("umount", "-l", small.toString()));
	}

	private static int run(String... command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).start().waitFor();
	}

	@Test
	void aSendingThatIsCutAtRandomBytesGoesOnWhereItEnded() throws IOException, InterruptedException {
		Path dump = dump();
		for (int round = 0; round < 3; round++) {
			Path to = there.resolve("to-" + round);
			try (StallingProxy proxy = new StallingProxy(sshd.port, Long.MAX_VALUE)) {
				int most = 20_000 + random.nextInt(SIZE - 20_000);
				Remote<Copied> cut = files.send(through(proxy), RemoteShell.POSIX, dump, to.toString(),
						Duration.ofMillis(400), LONG, _ -> proxy.mostAsked = most);
				assertInstanceOf(Remote.Failed.class, cut, cut.toString());
			}
			assertFalse(Files.exists(to));
			Copied copied = got(files.send(sshd.byKey(), RemoteShell.POSIX, dump, to.toString(), LONG, LONG, NOBODY));
			assertTrue(copied.resumedAt() <= SIZE);
			assertArrayEquals(content, Files.readAllBytes(to));
		}
	}

	@Test
	void aSentFileThatIsThereIsNotSentAgainAndAnotherOneIsNotOverwritten() throws IOException, InterruptedException {
		Path dump = dump();
		String to = there.resolve("to").toString();
		assertEquals(0, got(files.send(sshd.byKey(), RemoteShell.POSIX, dump, to, LONG, LONG, NOBODY)).resumedAt());
		assertEquals(SIZE, got(files.send(sshd.byKey(), RemoteShell.POSIX, dump, to, LONG, LONG, NOBODY)).resumedAt());
		Files.write(Path.of(to), new byte[] { 1 }, StandardOpenOption.APPEND);
		assertInstanceOf(Remote.Refused.class,
				files.send(sshd.byKey(), RemoteShell.POSIX, dump, to, LONG, LONG, NOBODY));
		assertEquals(SIZE + 1, Files.size(Path.of(to)));
	}

	@Test
	void whatIsLeftThereOfAnotherSendingIsNotGoneOnWith() throws IOException, InterruptedException {
		Path dump = dump();
		Path to = there.resolve("to");
		Files.write(to.resolveSibling("to." + sha256(dump).substring(0, 16) + ".part"), new byte[1000]);
		assertEquals(0, got(files.send(sshd.byKey(), RemoteShell.POSIX, dump, to.toString(), LONG, LONG, NOBODY))
				.resumedAt());
		assertArrayEquals(content, Files.readAllBytes(to));
	}

	@Test
	void anInterruptEndsAFetchThatHangs() throws IOException, InterruptedException {
		Path dump = dump();
		String sha256 = sha256(dump);
		try (StallingProxy proxy = new StallingProxy(sshd.port, 500_000)) {
			CompletableFuture<Throwable> ended = new CompletableFuture<>();
			CompletableFuture<Boolean> begun = new CompletableFuture<>();
			Thread fetching = Thread.ofVirtual().start(() -> ended.complete(assertThrows(InterruptedException.class,
					() -> files.fetch(through(proxy), dump.toString(), here.resolve("a"), sha256, Duration.ofMinutes(5),
							bytes -> begun.complete(true)))));
			begun.orTimeout(20, TimeUnit.SECONDS).join();
			fetching.interrupt();
			ended.orTimeout(20, TimeUnit.SECONDS).join();
		}
	}

	@Test
	void anotherHostKeyIsAnAlarmForFilesToo() throws IOException, InterruptedException {
		Path dump = dump();
		String sha256 = sha256(dump);
		Path known = temp.resolve(HostKeys.FILE);
		Path other = Files.createDirectory(temp.resolve("other"));
		try (Sshd second = new Sshd(other, "Subsystem sftp internal-sftp")) {
			Files.writeString(known, Files.readString(known).replace(":" + sshd.port, ":" + second.port));
			Remote<Copied> refused = files.fetch(second.byKey(), dump.toString(), here.resolve("a"), sha256, LONG, NOBODY);
			assertInstanceOf(Outcome.HostKeyChanged.class,
					assertInstanceOf(Remote.Failed.class, refused, refused.toString()).why());
		}
		assertEquals(List.of(), names(here));
	}
}
