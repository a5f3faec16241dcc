package id.posko.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import id.posko.memory.Pocket;

/** Long commands on OpenSSH's own server, told line by line. */
@Timeout(90)
class FollowingTest {

	private static final Duration LONG = Duration.ofSeconds(30);
	private static final Limits LIMITS = new Limits(LONG, LONG, LONG, LONG, LONG, 10, LONG, 256 * 1024,
			Duration.ofMillis(300));

	@TempDir
	Path folder;
	private final Pocket pocket = new Pocket();
	private Sshd sshd;
	private Connections connections;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		assumeTrue(Sshd.isHere(), "no OpenSSH server: apt-get install openssh-server");
		sshd = new Sshd(folder);
		pocket.with("key", sshd.userKey());
		connections = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, LIMITS, InstantSource.system());
	}

	@AfterEach
	void end() {
		if (sshd != null) {
			connections.close();
			sshd.close();
		}
	}

	private Outcome follow(String command, String input, Duration timeout, Consumer<String> told)
			throws InterruptedException {
		return connections.follow(sshd.byKey(), RemoteShell.POSIX, command, input.getBytes(StandardCharsets.UTF_8), timeout, told);
	}

	@Test
	void bothOutputsAreToldAndTheExitStatusComesBack() throws InterruptedException {
		List<String> lines = new ArrayList<>();
		Outcome outcome = follow("cat; echo wrong >&2; printf 'no end'; exit 5", "in\n", LONG, lines::add);
		assertEquals(5, assertInstanceOf(Outcome.Ran.class, outcome).exit());
		assertEquals(List.of("in", "no end", "wrong"), lines.stream().sorted().toList());
	}

	@Test
	void aLineIsToldWhileTheCommandStillRuns() throws InterruptedException, ExecutionException {
		BlockingQueue<String> lines = new LinkedBlockingQueue<>();
		CompletableFuture<Outcome> outcome = new CompletableFuture<>();
		Path pipe = folder.resolve("go");
		Thread.ofVirtual().start(() -> {
			try {
				outcome.complete(follow("mkfifo " + pipe + "; echo first; cat " + pipe + "; exit 0", "", LONG, lines::add));
			} catch (InterruptedException e) {
				outcome.completeExceptionally(e);
			}
		});
		assertEquals("first", lines.poll(20, TimeUnit.SECONDS));
		assertFalse(outcome.isDone());
		assertInstanceOf(Outcome.Ran.class, connections.run(sshd.byKey(), "echo second >" + pipe, new byte[0], LONG));
		assertEquals("second", lines.poll(20, TimeUnit.SECONDS));
		assertEquals(0, assertInstanceOf(Outcome.Ran.class, outcome.get()).exit());
	}

	@Test
	void muchMoreThanIsKeptOfAShortCommandIsToldAndALongLineComesInPieces() throws InterruptedException {
		AtomicInteger letters = new AtomicInteger();
		AtomicInteger longest = new AtomicInteger();
		Outcome outcome = follow("head -c 3000000 /dev/zero | tr '\\0' x", "", LONG, line -> {
			letters.addAndGet(line.length());
			longest.accumulateAndGet(line.length(), Math::max);
		});
		assertEquals(0, assertInstanceOf(Outcome.Ran.class, outcome, outcome.toString()).exit());
		assertEquals(3_000_000, letters.get());
		assertEquals(OutputLines.LONGEST, longest.get());
	}

	@Test
	void anInterruptEndsTheCommandAndItsChildrenOnTheOtherMachine() throws InterruptedException, IOException {
		BlockingQueue<String> lines = new LinkedBlockingQueue<>();
		CompletableFuture<Throwable> ended = new CompletableFuture<>();
		Thread asking = Thread.ofVirtual().start(() -> ended.complete(assertThrows(InterruptedException.class,
				() -> follow("sh -c 'echo $$; sleep 600; true'; true", "", LONG, lines::add))));
		long pid = Long.parseLong(lines.poll(20, TimeUnit.SECONDS));
		ProcessHandle remote = ProcessHandle.of(pid).orElseThrow();
		asking.interrupt();
		ended.join();
		remote.onExit().orTimeout(20, TimeUnit.SECONDS).join();
	}

	@Test
	void aCommandThatHangsIsEndedByTheTimeOut() throws InterruptedException {
		BlockingQueue<String> lines = new LinkedBlockingQueue<>();
		assertInstanceOf(Outcome.Silent.class, follow("echo $$; exec sleep 600", "", Duration.ofSeconds(2), lines::add));
		ProcessHandle.of(Long.parseLong(lines.take())).ifPresent(
				hanging -> hanging.onExit().orTimeout(20, TimeUnit.SECONDS).join());
	}

	@Test
	void aLineThatDiesUnderASilentCommandIsNoticedLongBeforeTheTimeOut() throws IOException, InterruptedException {
		try (StallingProxy proxy = new StallingProxy(sshd.port, Long.MAX_VALUE)) {
			Target target = Sshd.target(proxy.port(), System.getProperty("user.name"), java.util.Optional.empty(),
					java.util.Optional.of("key"));
			Outcome outcome = connections.follow(target, RemoteShell.POSIX, "echo one; exec sleep 600", new byte[0], Duration.ofMinutes(10),
					_ -> proxy.most = proxy.passed.get());
			assertInstanceOf(Outcome.Silent.class, outcome, outcome.toString());
		}
	}

	@Test
	void aServerThatStaysSilentForLongButAnswersIsWaitedFor() throws InterruptedException {
		List<String> lines = new ArrayList<>();
		Outcome outcome = follow("sleep 2; echo done", "", LONG, lines::add);
		assertEquals(0, assertInstanceOf(Outcome.Ran.class, outcome).exit());
		assertEquals(List.of("done"), lines);
		assertTrue(connections.open() == 1);
	}
}
