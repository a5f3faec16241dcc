package id.posko.health;

import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import id.posko.kit.Access;
import id.posko.kit.Device;
import id.posko.kit.LinkKind;

/** The clock is moved by hand, and questions are answered when the test says so. */
class RoundsTest {

	private final Office office = new Office(Patience.DEFAULT, LinkKind.FIBRE);
	private final Deque<Runnable> started = new ArrayDeque<>();
	private final List<String> asked = new ArrayList<>();
	private final List<Instant> askedAt = new ArrayList<>();
	private final Set<String> silent = new HashSet<>();
	private Function<Device, Answer> answer = device -> silent.contains(device.name()) ? LOST : GOOD;
	private Executor executor = started::add;
	private final Checks checks = new Checks(List.of(new Check() {
		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return device.address().isPresent();
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			assertEquals(Duration.ofSeconds(2), timeout, "fibre");
			asked.add(device.name());
			askedAt.add(office.now);
			return answer.apply(device);
		}
	}));
	private Rounds rounds;

	private Rounds open(Pace pace) {
		office.board.adopt(office.fleet(), checks, office.now);
		rounds = new Rounds(office.board, pace, () -> office.now, task -> executor.execute(task));
		rounds.adopt(office.fleet(), checks);
		return rounds;
	}

	private Rounds open() {
		return open(Pace.DEFAULT);
	}

	private void answerAll() {
		while (!started.isEmpty()) {
			started.remove().run();
		}
	}

	/** Ticks whenever something is due, as the driver does, and answers at once. */
	private void run(Duration time) {
		Instant end = office.now.plus(time);
		for (int i = 0; i < 100_000; i++) {
			Instant next = rounds.tick(office.now);
			boolean busy = !started.isEmpty();
			answerAll();
			if (!busy) {
				if (next.isAfter(end)) {
					office.now = end;
					return;
				}
				office.now = next.isAfter(office.now) ? next : office.now.plusMillis(1);
			}
		}
		throw new AssertionError("never idle");
	}

	private Duration gap(int from) {
		return Duration.between(askedAt.get(from), askedAt.get(from + 1));
	}

	@Test
	void nothingIsAskedBeforeTheStart() {
		office.with("modem", "");
		open();
		assertEquals(Instant.MAX, rounds.tick(office.now));
		assertEquals(0, rounds.underWay());
	}

	@Test
	void everyDeviceIsAskedOnceInEachInterval() {
		for (int i = 0; i < 200; i++) {
			office.with("d" + i, "");
		}
		open().start();
		run(Duration.ofSeconds(10));
		assertEquals(200, new HashSet<>(asked).size(), "the first round is quick");
		run(Duration.ofSeconds(60));
		asked.clear();
		run(Duration.ofMinutes(10));
		assertEquals(2_000, asked.size());
		assertEquals(200, new HashSet<>(asked).size());
	}

	@Test
	void aRoundIsSpreadOverTheInterval() {
		for (int i = 0; i < 600; i++) {
			office.with("d" + i, "");
		}
		open().start();
		run(Duration.ofSeconds(120));
		askedAt.clear();
		run(Duration.ofSeconds(60));
		int[] perTen = new int[6];
		askedAt.forEach(at -> perTen[(int) (at.getEpochSecond() % 60 / 10)]++);
		for (int many : perTen) {
			assertTrue(many > 70 && many < 130, many + " of 600 in ten seconds");
		}
	}

	@Test
	void theFirstLostAnswerIsConfirmedWithinSeconds() {
		office.with("modem", "");
		open().start();
		run(Duration.ofSeconds(100));
		silent.add("modem");
		askedAt.clear();
		run(Duration.ofSeconds(75));
		assertEquals(List.of("DOWN modem"), office.told());
		assertEquals(Duration.ofSeconds(5), gap(0));
		assertEquals(Duration.ofSeconds(5), gap(1));
		assertEquals(Duration.ofSeconds(15), gap(2), "while the outage is fresh");
	}

	@Test
	void aLastingOutageIsAskedAboutMoreSeldom() {
		office.with("modem", "");
		silent.add("modem");
		open().start();
		run(Duration.ofMinutes(10));
		askedAt.clear();
		run(Duration.ofMinutes(10));
		assertEquals(10, askedAt.size());
		run(Duration.ofMinutes(60));
		askedAt.clear();
		run(Duration.ofMinutes(10));
		assertEquals(5, askedAt.size());
	}

	@Test
	void theParentIsAskedFirstAndOneCutIsOneNotice() {
		office.with("modem", "");
		for (int i = 0; i < 50; i++) {
			office.with("pc" + i, "modem");
		}
		open().start();
		run(Duration.ofSeconds(120));
		office.devices.forEach(device -> silent.add(device.name()));
		run(Duration.ofSeconds(90));
		assertEquals(List.of("DOWN modem"), office.told());
		assertEquals(50, office.board.healths().stream().filter(h -> h.state() == State.UNREACHABLE).count());
		silent.clear();
		Instant back = office.now;
		run(Duration.ofSeconds(20));
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
		assertEquals(51, office.board.healths().stream().filter(h -> h.state() == State.UP).count(),
				"all are asked again as soon as the modem is back, " + Duration.between(back, office.now));
	}

	@Test
	void oneHostIsNeverAskedTwiceAtOnce() {
		office.with("afis", "", "10.0.0.1:22").with("nid", "", "10.0.0.1:1521").with("pc", "", "10.0.0.2");
		open().start();
		office.after(10);
		rounds.tick(office.now);
		assertEquals(2, started.size(), "one of afis and nid, and pc");
		started.remove().run();
		started.remove().run();
		rounds.tick(office.now);
		assertEquals(1, started.size());
		answerAll();
		assertEquals(3, new HashSet<>(asked).size());
	}

	@Test
	void noMoreQuestionsAreUnderWayThanAllowed() {
		for (int i = 0; i < 20; i++) {
			office.with("d" + i, "");
		}
		Pace pace = Pace.DEFAULT;
		open(new Pace(pace.interval(), pace.firstRound(), pace.recheck(), pace.checkNow(), pace.outage(), pace.fresh(),
				pace.lasting(), pace.longest(), 3, pace.grace())).start();
		office.after(10);
		rounds.tick(office.now);
		assertEquals(3, rounds.underWay());
		started.remove().run();
		rounds.tick(office.now);
		assertEquals(3, rounds.underWay());
		run(Duration.ofSeconds(5));
		assertEquals(20, new HashSet<>(asked).size());
	}

	@Test
	void aCheckThatThrowsIsUnknownNotDown() {
		office.with("modem", "");
		answer = _ -> {
			throw new IllegalStateException("a bug");
		};
		open().start();
		try (Logs logs = new Logs(Asking.class)) {
			run(Duration.ofSeconds(60));
			assertEquals(1, logs.records.size(), "logged once, however often it fails");
			assertEquals("a bug", logs.records.getFirst().getThrown().getMessage());
		}
		assertTrue(asked.size() > 3);
		assertEquals(State.UNKNOWN, office.state("modem"));
		assertEquals("check_failed", office.health("modem").verdict().cause().code());
		assertEquals(List.of(), office.told());
	}

	@Test
	void aCheckThatHangsIsGivenUpAndItsLateAnswerIsNotHeard() {
		office.with("modem", "");
		open().start();
		office.after(10);
		rounds.tick(office.now);
		Runnable hanging = started.remove();
		Instant deadline = rounds.tick(office.now);
		assertEquals(office.now.plusSeconds(3), deadline, "time-out and one second");
		office.after(3);
		try (Logs logs = new Logs(Rounds.class)) {
			rounds.tick(office.now);
			assertEquals(1, logs.records.size());
		}
		assertEquals(0, rounds.underWay());
		assertEquals(1, office.health("modem").checks().getFirst().course().broken());
		hanging.run();
		assertEquals(List.of(), asked, "it is not even asked any more");
		run(Duration.ofSeconds(20));
		assertEquals(State.UP, office.state("modem"), "the host is asked again");
	}

	@Test
	void aBlockedThreadIsInterruptedWhenItsQuestionIsGivenUp() throws InterruptedException {
		office.with("modem", "");
		Deque<Thread> threads = new ArrayDeque<>();
		executor = task -> threads.add(Thread.ofVirtual().unstarted(task));
		CountDownLatch blocked = new CountDownLatch(1);
		answer = _ -> {
			blocked.countDown();
			LockSupport.park();
			return GOOD;
		};
		open().start();
		office.after(10);
		rounds.tick(office.now);
		Thread asking = threads.remove();
		asking.start();
		blocked.await();
		rounds.stop();
		asking.join();
		assertEquals(0, rounds.underWay());
		assertEquals(List.of(), office.samples, "no answer is heard after the stop");
	}

	@Test
	void afterAStopItCanStartAgain() {
		office.with("modem", "");
		open().start();
		office.after(10);
		rounds.tick(office.now);
		rounds.stop();
		answerAll();
		assertEquals(List.of(), asked);
		assertEquals(Instant.MAX, rounds.tick(office.now));
		rounds.start();
		run(Duration.ofSeconds(10));
		assertEquals(List.of("modem"), asked);
	}

	@Test
	void devicesComeAndGoWithoutARestart() {
		office.with("modem", "");
		open().start();
		run(Duration.ofSeconds(60));
		asked.clear();
		office.devices.clear();
		office.with("afis", "");
		office.board.adopt(office.fleet(), checks, office.now);
		rounds.adopt(office.fleet(), checks);
		run(Duration.ofSeconds(120));
		assertEquals(Set.of("afis"), new HashSet<>(asked));
	}

	@Test
	void aDeviceRemovedWhileItsHostIsKeptForItFreesTheHost() {
		office.with("afis", "", "10.0.0.1:22").with("nid", "", "10.0.0.1:23").with("pc", "", "10.0.0.1:24");
		open().start();
		office.after(10);
		rounds.tick(office.now);
		started.remove().run();
		String first = asked.getFirst();
		office.devices.removeIf(device -> !device.name().equals(first));
		office.board.adopt(office.fleet(), checks, office.now);
		rounds.adopt(office.fleet(), checks);
		asked.clear();
		run(Duration.ofSeconds(120));
		assertEquals(Set.of(first), new HashSet<>(asked));
	}

	@Test
	void aClockSetBackDoesNotStopTheRounds() {
		office.with("modem", "");
		open().start();
		run(Duration.ofSeconds(100));
		office.now = office.now.minusSeconds(7200);
		asked.clear();
		silent.add("modem");
		run(Duration.ofSeconds(60));
		assertEquals(State.DOWN, office.state("modem"));
	}

	@Test
	void checkNowAsksUntilTheVerdictIsSettledWithoutRounds() {
		office.with("modem", "").with("pc", "modem").with("other", "");
		silent.add("pc");
		open();
		List<DeviceHealth> settled = new ArrayList<>();
		Request request = rounds.ask(office.devices.subList(1, 2), settled::add);
		run(Duration.ofSeconds(10));
		assertEquals(0, request.left());
		assertEquals(State.DOWN, settled.getFirst().state());
		assertTrue(asked.contains("modem"), "its parent was asked too");
		assertFalse(asked.contains("other"));
		int before = asked.size();
		run(Duration.ofSeconds(600));
		assertEquals(before, asked.size(), "nothing goes on once it is settled");
	}

	@Test
	void checkNowSettlesThoseBehindACut() {
		office.with("modem", "").with("afis", "modem").with("pc", "afis");
		silent.addAll(List.of("modem", "afis", "pc"));
		open();
		List<DeviceHealth> settled = new ArrayList<>();
		Instant begin = office.now;
		rounds.ask(office.devices, settled::add);
		run(Duration.ofSeconds(10));
		assertEquals(3, settled.size());
		assertEquals(2, settled.stream().filter(h -> h.state() == State.UNREACHABLE).count());
		assertTrue(Duration.between(begin, askedAt.getLast()).toSeconds() <= 3, "asked again every second");
		assertEquals(List.of("DOWN modem"), office.told());
	}

	@Test
	void checkNowGivesWhatCanNotBeAskedAsItIs() throws InterruptedException {
		office.with("scanner", "", "");
		open();
		List<DeviceHealth> settled = new ArrayList<>();
		assertTrue(rounds.ask(office.devices, settled::add).await());
		assertEquals(State.NOT_MEASURED, settled.getFirst().state());
		assertTrue(rounds.ask(List.of(), settled::add).await());
	}

	@Test
	void checkNowEndsWhenItsDeviceIsRemoved() throws InterruptedException {
		office.with("modem", "");
		open();
		Request request = rounds.ask(office.devices, _ -> {
		});
		office.devices.clear();
		office.board.adopt(office.fleet(), checks, office.now);
		rounds.adopt(office.fleet(), checks);
		assertTrue(request.await());
	}

	@Test
	void aStopEndsCheckNowUnsettled() throws InterruptedException {
		office.with("modem", "");
		open();
		Request request = rounds.ask(office.devices, _ -> {
		});
		rounds.tick(office.now);
		rounds.stop();
		assertFalse(request.await());
	}

	@Test
	void inARunningConsoleCheckNowLeavesTheRoundAsItIs() {
		office.with("modem", "");
		open().start();
		run(Duration.ofSeconds(100));
		rounds.ask(office.devices, _ -> {
		});
		asked.clear();
		run(Duration.ofMinutes(10));
		assertTrue(asked.size() == 10 || asked.size() == 11, asked.size() + " questions in ten minutes");
	}

	@Test
	void aPaceThatCanNotBeKeptIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> Pace.DEFAULT.withInterval(Duration.ZERO));
	}

	@Test
	void anExecutorThatRefusesIsNotHidden() {
		office.with("modem", "");
		executor = _ -> {
			throw new RejectedExecutionException();
		};
		open().start();
		office.after(10);
		assertThrows(RejectedExecutionException.class, () -> rounds.tick(office.now));
		assertEquals(key("modem"), office.devices.getFirst().key());
	}

	@Test
	void aCheckMayTakeLongerThanAnEcho() {
		office.with("pc", "");
		List<Duration> given = new ArrayList<>();
		Checks slow = new Checks(List.of(new Check() {
			@Override
			public String id() {
				return "ssh";
			}

			@Override
			public boolean suits(Device device) {
				return true;
			}

			@Override
			public Duration timeout(Duration line) {
				return line.multipliedBy(5);
			}

			@Override
			public Answer ask(Device device, Duration timeout) {
				given.add(timeout);
				return GOOD;
			}
		}));
		office.board.adopt(office.fleet(), slow, office.now);
		rounds = new Rounds(office.board, Pace.DEFAULT, () -> office.now, task -> executor.execute(task));
		rounds.adopt(office.fleet(), slow);
		rounds.start();
		office.after(Pace.DEFAULT.firstRound().toSeconds());
		rounds.tick(office.now);
		assertEquals(office.now.plusSeconds(11), rounds.tick(office.now), "given up one second later");
		answerAll();
		assertEquals(List.of(Duration.ofSeconds(10)), given);
	}

	@Test
	void aDeviceWhoseAccessChangesIsAskedByTheNewOne() {
		office.with("pc", "");
		List<Device> seen = new ArrayList<>();
		answer = device -> {
			seen.add(device);
			return GOOD;
		};
		open().start();
		run(Duration.ofSeconds(60));
		Device old = office.devices.getFirst();
		office.devices.set(0, new Device(old.key(), old.kind(), old.address(), "", "", 0, old.parent(), "",
				Access.tryParse("ssh.user=posko").orElseThrow()));
		rounds.adopt(office.fleet(), checks);
		run(Duration.ofSeconds(60));
		assertEquals(Optional.of("posko"), seen.getLast().access().get("ssh.user"));
	}
}
