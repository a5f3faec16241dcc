package id.posko.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.memory.Pocket;

/** Against OpenSSH's own server. */
class ConnectionsTest {

	private static final Duration LONG = Duration.ofSeconds(20);
	private static final byte[] NOTHING = {};

	@TempDir
	Path folder;
	private final Pocket pocket = new Pocket();
	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T01:00:00Z"));
	private Sshd sshd;
	private Connections connections;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		assumeTrue(Sshd.isHere(), "no OpenSSH server: apt-get install openssh-server");
		sshd = new Sshd(folder);
		pocket.with("key", sshd.userKey());
		connections = connections();
	}

	@AfterEach
	void end() {
		if (sshd != null) {
			connections.close();
			sshd.close();
		}
	}

	private Connections connections() {
		return new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, Limits.DEFAULT, now::get);
	}

	private void restart(String... settings) throws IOException, InterruptedException {
		connections.close();
		sshd.close();
		sshd = new Sshd(folder, settings);
		connections = connections();
	}

	private Outcome run(Target target, String command) throws InterruptedException {
		return connections.run(target, command, NOTHING, LONG);
	}

	private static String output(Outcome outcome) {
		return new String(assertInstanceOf(Outcome.Ran.class, outcome, outcome.toString()).output(), StandardCharsets.UTF_8);
	}

	@Test
	void aCommandRunsAndItsInputOutputsAndExitStatusComeBack() throws InterruptedException {
		Outcome.Ran ran = assertInstanceOf(Outcome.Ran.class, connections.run(sshd.byKey(), "cat; echo wrong >&2; exit 7",
				"in\n".getBytes(StandardCharsets.UTF_8), LONG));
		assertEquals("in\n", new String(ran.output(), StandardCharsets.UTF_8));
		assertEquals("wrong\n", new String(ran.errors(), StandardCharsets.UTF_8));
		assertEquals(7, ran.exit());
		assertEquals(now.get(), ran.began());
		assertTrue(ran.took().compareTo(LONG) < 0);
	}

	@Test
	void aCommandThatASignalEndsHasNoExitStatus() throws InterruptedException {
		assertEquals(-1, assertInstanceOf(Outcome.Ran.class, run(sshd.byKey(), "kill -9 $$")).exit());
	}

	@Test
	void allThatAskAMachineShareOneConnection() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Outcome>> asks = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				int number = i;
				asks.add(() -> run(sshd.byKey(), "echo " + number));
			}
			List<Future<Outcome>> answers = threads.invokeAll(asks);
			for (int i = 0; i < 20; i++) {
				assertEquals(i + "\n", output(answers.get(i).get()));
			}
		}
		assertEquals(1, sshd.said("Accepted publickey", 1));
		assertEquals(1, connections.open());
	}

	@Test
	void anIdleConnectionIsClosedAndOpenedAnewWhenItIsNeeded() throws InterruptedException, IOException {
		run(sshd.byKey(), "true");
		now.updateAndGet(t -> t.plus(Limits.DEFAULT.idle()).minusSeconds(1));
		connections.closeIdle();
		assertEquals(1, connections.open());
		now.updateAndGet(t -> t.plusSeconds(1));
		connections.closeIdle();
		assertEquals(0, connections.open());
		assertEquals("again\n", output(run(sshd.byKey(), "echo again")));
		assertEquals(2, sshd.said("Accepted publickey", 2));
	}

	@Test
	void onlySoManyAreKeptTheLastUsedOnes() throws InterruptedException, IOException {
		Limits few = new Limits(LONG, LONG, LONG, LONG, LONG, 2, LONG, 1000, LONG);
		try (Connections kept = new Connections(new HostKeys(folder.resolve(HostKeys.FILE)), pocket, few, now::get)) {
			for (int i = 0; i < 5; i++) {
				Target one = sshd.byKey();
				now.updateAndGet(t -> t.plusSeconds(1));
				output(kept.run(new Target("pc-" + i, one.address(), one.port(), one.user(), one.secret(), one.key()), "true",
						NOTHING, LONG));
			}
			assertEquals(2, kept.open());
		}
	}

	@Test
	void aConnectionThatTheServerEndedIsOpenedAnew() throws InterruptedException, IOException {
		run(sshd.byKey(), "true");
		run(sshd.byKey(), "kill -9 $PPID");
		assertEquals("again\n", output(run(sshd.byKey(), "echo again")));
	}

	@Test
	void theFirstHostKeyIsPinnedAndAnotherOneIsAnAlarmAndNothingIsSent() throws Exception {
		assertEquals("", output(run(sshd.byKey(), "true")));
		String pinned = Files.readString(folder.resolve("known_hosts"));
		assertTrue(pinned.startsWith("[127.0.0.1]:" + sshd.port + " ssh-ed25519 "), pinned);

		Target before = sshd.byKey();
		Path other = Files.createDirectory(folder.resolve("other"));
		try (Sshd second = new Sshd(other)) {
			Files.writeString(folder.resolve("known_hosts"), pinned.replace(":" + before.port(), ":" + second.port));
			Outcome.HostKeyChanged changed = assertInstanceOf(Outcome.HostKeyChanged.class, run(second.byKey(), "true"));
			assertTrue(changed.known().startsWith("SHA256:") && changed.shown().startsWith("SHA256:"));
			assertNotEquals(changed.known(), changed.shown());
			assertEquals(fingerprint(other), changed.shown());
			assertEquals(fingerprint(folder), changed.known());
			assertEquals(0, second.said("userauth-request"));
		}
	}

	@Test
	void aReplacedMachineIsEnteredOnceItsKeyIsAccepted() throws Exception {
		HostKeys known = new HostKeys(folder.resolve(HostKeys.FILE));
		Files.writeString(folder.resolve("known_hosts"), "# ours\n[10.0.0.1]:22 ssh-ed25519 AAAA");
		run(sshd.byKey(), "true");
		String old = fingerprint(folder);
		String port = ":" + sshd.port + " ";
		sshd.generate("host_key", "ecdsa", "");
		restart();
		String text = Files.readString(folder.resolve("known_hosts")).replace(port, ":" + sshd.port + " ");
		Files.writeString(folder.resolve("known_hosts"), text);
		String place = sshd.byKey().place();

		Look.Shown look = assertInstanceOf(Look.Shown.class, connections.look(sshd.byKey(), LONG));
		assertEquals(fingerprint(folder), look.key().fingerprint());
		assertEquals(List.of(old), known.of(place).stream().map(HostKey::fingerprint).toList());
		assertEquals(text, Files.readString(folder.resolve("known_hosts")), "looking pins nothing");
		assertEquals(0, sshd.said("userauth-request"));

		known.accept(look.key());
		assertEquals("in\n", output(run(sshd.byKey(), "echo in")));
		assertEquals(List.of(fingerprint(folder)), known.of(place).stream().map(HostKey::fingerprint).toList());
		assertTrue(Files.readString(folder.resolve("known_hosts")).startsWith("# ours\n[10.0.0.1]:22 ssh-ed25519 AAAA\n"));
	}

	@Test
	void aForgottenKeyIsPinnedAnew() throws Exception {
		HostKeys known = new HostKeys(folder.resolve(HostKeys.FILE));
		run(sshd.byKey(), "true");
		assertTrue(known.forget(sshd.byKey().place()));
		assertEquals(List.of(), known.all());
		assertEquals(false, known.forget(sshd.byKey().place()));
		connections.close();
		connections = connections();
		run(sshd.byKey(), "true");
		assertEquals(1, known.all().size());
	}

	@Test
	void aDamagedFileIsNotRewritten() throws Exception {
		HostKeys known = new HostKeys(folder.resolve(HostKeys.FILE));
		HostKey key = assertInstanceOf(Look.Shown.class, connections.look(sshd.byKey(), LONG)).key();
		Files.writeString(folder.resolve("known_hosts"), "[10.0.0.1]:22 ssh-ed25519 %%%\n");
		assertThrows(IOException.class, () -> known.accept(key));
		assertEquals("[10.0.0.1]:22 ssh-ed25519 %%%\n", Files.readString(folder.resolve("known_hosts")));
	}

	@Test
	void aMachineThatIsNotThereShowsNoKey() throws Exception {
		Target nobody = sshd.byKey();
		sshd.close();
		assertInstanceOf(Outcome.NotListening.class,
				assertInstanceOf(Look.Failed.class, connections.look(nobody, LONG)).why());
	}

	private static String fingerprint(Path of) throws IOException {
		Process process = new ProcessBuilder("ssh-keygen", "-l", "-f", of.resolve("host_key.pub").toString()).start();
		return new String(process.getInputStream().readAllBytes()).split(" ")[1];
	}

	@Test
	void aKeyOfAnotherTypeIsAnotherKey() throws Exception {
		run(sshd.byKey(), "true");
		String pinned = Files.readString(folder.resolve("known_hosts"));
		sshd.generate("rsa_key", "rsa", "");
		String port = ":" + sshd.port + " ";
		restart("HostKey " + folder.resolve("rsa_key"));
		Files.writeString(folder.resolve("known_hosts"), pinned.replace(port, ":" + sshd.port + " "));
		Outcome outcome = run(sshd.byKey(), "true");
		assertTrue(outcome instanceof Outcome.HostKeyChanged || outcome instanceof Outcome.NothingInCommon,
				outcome.toString());
		assertEquals(0, sshd.said("userauth-request"));
	}

	@Test
	void aDamagedLineOfKnownHostsUnpinsNothing() throws Exception {
		Files.writeString(folder.resolve("known_hosts"), "# ours\n\n[127.0.0.1]:22 ssh-ed25519 %%%\n");
		assertInstanceOf(Outcome.Unready.class, run(sshd.byKey(), "true"));
		assertEquals(0, sshd.said("Connection from"));
	}

	@Test
	void everyTypeOfHostKeyAndUserKeyOfOurDayWorks() throws Exception {
		for (String type : List.of("ed25519", "ecdsa", "rsa")) {
			sshd.generate("host_key", type, "");
			sshd.generate("user_key", type, "");
			restart();
			pocket.with("key", sshd.userKey());
			assertEquals(type + "\n", output(run(sshd.byKey(), "echo " + type)));
		}
	}

	@Test
	void aServerOf2011IsSpokenTo() throws Exception {
		sshd.generate("host_key", "rsa", "");
		restart("KexAlgorithms diffie-hellman-group14-sha1", "Ciphers aes128-ctr", "MACs hmac-sha1",
				"HostKeyAlgorithms ssh-rsa");
		assertEquals("old\n", output(run(sshd.byKey(), "echo old")));
	}

	@Test
	void aServerThatKnowsOnlyBrokenAlgorithmsIsNotSpokenTo() throws Exception {
		restart("Ciphers 3des-cbc");
		Outcome.NothingInCommon outcome = assertInstanceOf(Outcome.NothingInCommon.class, run(sshd.byKey(), "true"));
		assertTrue(outcome.said().contains("3des-cbc"), outcome.said());
		sshd.generate("host_key", "ed25519", "");
		restart("KexAlgorithms diffie-hellman-group1-sha1");
		assertInstanceOf(Outcome.NothingInCommon.class, run(sshd.byKey(), "true"));
	}

	@Test
	void theRightPasswordOpensByPassword() throws Exception {
		assumeTrue(Sshd.knowsAccounts(), "no mount namespace: the server has no account with a known password");
		pocket.with("afis", Sshd.PASSWORD);
		assertEquals("in\n", output(run(sshd.byPassword("afis"), "echo in")));
		assertEquals(1, sshd.said("Accepted password", 1));
	}

	@Test
	void aServerThatAsksForThePasswordByPromptGetsItOnce() throws Exception {
		assumeTrue(Sshd.knowsAccounts(), "no mount namespace: the server has no account with a known password");
		restart("PasswordAuthentication no", "KbdInteractiveAuthentication yes", "UsePAM yes");
		pocket.with("afis", Sshd.PASSWORD).with("wrong", "wrong");
		assertEquals("in\n", output(run(sshd.byPassword("afis"), "echo in")));
		assertEquals(1, sshd.said("Accepted keyboard-interactive", 1));
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, true), run(sshd.byPassword("wrong"), "true"));
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, false), run(sshd.byPassword("wrong"), "true"));
		assertEquals(1, sshd.said("Failed keyboard-interactive", 1));
	}

	@Test
	void aWrongPasswordIsSentExactlyOnce() throws Exception {
		pocket.with("afis", "wrong");
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, true), run(sshd.byPassword("afis"), "true"));
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, false), run(sshd.byPassword("afis"), "true"));
		connections.close();
		connections = connections();
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, false), run(sshd.byPassword("afis"), "true"));
		assertEquals(1, sshd.said("Failed password", 1));
		assertEquals(1, sshd.said("Connection from", 1));
	}

	@Test
	void manyThatAskAtOnceSendAWrongPasswordOnceToo() throws Exception {
		pocket.with("afis", "wrong");
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Outcome> ask = () -> run(sshd.byPassword("afis"), "true");
			for (Future<Outcome> answer : threads.invokeAll(Collections.nCopies(12, ask))) {
				assertInstanceOf(Outcome.LoginRefused.class, answer.get());
			}
		}
		assertEquals(1, sshd.said("Failed password", 1));
	}

	@Test
	void anotherPasswordIsTriedAfterARefusal() throws Exception {
		assumeTrue(Sshd.knowsAccounts(), "no mount namespace: the server has no account with a known password");
		pocket.with("afis", "wrong");
		run(sshd.byPassword("afis"), "true");
		pocket.with("afis", Sshd.PASSWORD);
		assertEquals("in\n", output(run(sshd.byPassword("afis"), "echo in")));
		assertEquals(List.of("afis", "key"), pocket.names());
	}

	@Test
	void theSamePasswordIsTriedAgainWhenTheRefusalIsForgotten() throws Exception {
		pocket.with("afis", "wrong");
		run(sshd.byPassword("afis"), "true");
		pocket.forget("ssh.refused/" + Sshd.ACCOUNT + "@[127.0.0.1]:" + sshd.port);
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, true), run(sshd.byPassword("afis"), "true"));
		assertEquals(2, sshd.said("Failed password", 2));
	}

	@Test
	void aServerThatHangsUpOnAWrongPasswordHasRefusedIt() throws Exception {
		restart("MaxAuthTries 1");
		pocket.with("afis", "wrong");
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, true), run(sshd.byPassword("afis"), "true"));
		assertEquals(new Outcome.LoginRefused(Sshd.ACCOUNT, false), run(sshd.byPassword("afis"), "true"));
		assertEquals(1, sshd.said("Connection from", 1));
	}

	@Test
	void aServerThatTakesNoPasswordsIsNotSentOne() throws Exception {
		restart("PasswordAuthentication no", "KbdInteractiveAuthentication no");
		pocket.with("afis", "wrong");
		Outcome.OtherLogin outcome = assertInstanceOf(Outcome.OtherLogin.class, run(sshd.byPassword("afis"), "true"));
		assertEquals("publickey", outcome.offered());
		assertEquals(0, sshd.said("method password"));
	}

	@Test
	void aPassphraseOpensTheKeyAndAWrongOneIsNotSentAnywhere() throws Exception {
		sshd.generate("user_key", "ed25519", "kata sandi");
		pocket.with("key", sshd.userKey()).with("phrase", "kata sandi").with("other", "salah");
		Target target = sshd.byKey();
		Target good = Sshd.target(target.port(), target.user(), Optional.of("phrase"), Optional.of("key"));
		assertEquals("in\n", output(run(good, "echo in")));
		Target bad = Sshd.target(target.port(), target.user(), Optional.of("other"), Optional.of("key"));
		assertEquals("key", assertInstanceOf(Outcome.BadKey.class, run(bad, "true")).name());
		assertEquals("key", assertInstanceOf(Outcome.BadKey.class, run(target, "true")).name());
		pocket.with("key", "no key at all");
		assertInstanceOf(Outcome.BadKey.class, run(bad, "true"));
		assertEquals(1, sshd.said("Connection from", 1));
	}

	@Test
	void withoutItsSecretAMachineIsNotEntered() throws Exception {
		assertEquals(new Outcome.NoSecret("afis"), run(sshd.byPassword("afis"), "true"));
		assertEquals(new Outcome.NoSecret("ssh.secret"),
				run(Sshd.target(sshd.port, "x", Optional.empty(), Optional.empty()), "true"));
		assertEquals(0, sshd.said("Connection from"));
	}

	@Test
	void endlessOutputIsCut() throws Exception {
		Outcome.TooMuch outcome = assertInstanceOf(Outcome.TooMuch.class, run(sshd.byKey(), "yes 0123456789"));
		assertEquals(Limits.DEFAULT.output(), outcome.output().length);
		assertInstanceOf(Outcome.TooMuch.class, run(sshd.byKey(), "yes 0123456789 >&2"));
		assertEquals("well\n", output(run(sshd.byKey(), "echo well")));
		assertEquals(1, sshd.said("Accepted publickey", 1));
	}

	@Test
	void aCommandThatHangsIsGivenUpAndTheConnectionServesOn() throws Exception {
		run(sshd.byKey(), "true");
		assertEquals(Stage.COMMAND, assertInstanceOf(Outcome.Silent.class,
				connections.run(sshd.byKey(), "sleep 60", NOTHING, Duration.ofMillis(300))).stage());
		assertEquals("well\n", output(run(sshd.byKey(), "echo well")));
		assertEquals(1, sshd.said("Accepted publickey", 1));
	}

	@Test
	void anInterruptEndsACommandAtOnce() throws Exception {
		run(sshd.byKey(), "true");
		CountDownLatch began = new CountDownLatch(1);
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread asking = Thread.ofVirtual().start(() -> {
			began.countDown();
			thrown.set(assertThrows(InterruptedException.class, () -> run(sshd.byKey(), "sleep 60")));
		});
		began.await();
		asking.interrupt();
		assertTrue(asking.join(Duration.ofSeconds(2)));
		assertInstanceOf(InterruptedException.class, thrown.get());
	}

	@Test
	void aPortWhereNobodyListensSaysSo() throws Exception {
		Target target = sshd.byKey();
		sshd.close();
		assertEquals(new Outcome.NotListening(target.port()), run(target, "true"));
	}
}
