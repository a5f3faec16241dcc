package id.posko.health;

import static id.posko.health.Office.BROKEN;
import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static id.posko.health.Office.PLACE;
import static id.posko.health.Office.START;
import static id.posko.health.Office.good;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import id.posko.kit.Device;
import id.posko.kit.Words;

class HealthBoardTest {

	private final Office office = new Office();

	private Office single() {
		return office.with("modem", "").opened();
	}

	@Test
	void aNewDeviceIsNotMeasured() {
		single();
		assertEquals(State.NOT_MEASURED, office.state("modem"));
		assertEquals("not_yet", office.health("modem").verdict().cause().code());
	}

	@Test
	void aDeviceWithoutAddressSaysSo() {
		office.with("scanner", "", "").opened();
		assertEquals("no_address", office.health("scanner").verdict().cause().code());
	}

	@Test
	void anIntakeFollowsItsDeviceThroughChangesOfTheFleet() {
		HealthBoard.Intake intake = office.opened().board.intake(key("modem"));
		intake.answered("icmp", GOOD, START);
		single();
		intake.answered("icmp", GOOD, START.plusSeconds(1));
		office.opened();
		intake.answered("icmp", LOST, START.plusSeconds(2));
		assertEquals(1, office.health("modem").checks().getFirst().course().lost(), "heard by the node shown now");
		office.devices.clear();
		office.opened();
		intake.answered("icmp", LOST, START.plusSeconds(3));
		assertEquals(2, office.samples.size(), "only while the device is there");
	}

	@Test
	void anOutageIsToldOnceAndItsEndOnce() {
		single().hears("modem", GOOD, LOST, LOST, LOST, LOST, LOST, GOOD, GOOD);
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
		assertEquals(Duration.ofSeconds(5), office.notices.get(1).lasted());
		assertEquals(START.plusSeconds(2), office.notices.get(0).at(), "since its first lost answer");
	}

	@Test
	void transitionsAreChangesOfStateInOrder() {
		single().hears("modem", GOOD, GOOD, LOST, LOST, LOST, GOOD);
		assertEquals(List.of(State.UP, State.DOWN, State.UP), office.transitions.stream().map(Transition::to).toList());
		assertEquals(List.of(START.plusSeconds(1), START.plusSeconds(3), START.plusSeconds(6)),
				office.transitions.stream().map(Transition::at).toList());
	}

	@Test
	void anUpDeviceKeepsItsBeginningAndShowsItsLastRoundTrip() {
		single().hears("modem", GOOD, GOOD, good(31));
		assertEquals(START.plusSeconds(1), office.health("modem").verdict().since());
		assertEquals(Optional.of(Duration.ofMillis(31)), office.health("modem").roundTrip());
		assertEquals(Optional.of(office.now), office.health("modem").lastAnswer());
	}

	@Test
	void brokenQuestionsAreNoOutageAndNoSample() {
		single().hears("modem", GOOD, BROKEN, BROKEN, BROKEN, BROKEN);
		assertEquals(State.UNKNOWN, office.state("modem"));
		assertEquals(List.of(), office.told());
		assertEquals(1, office.samples.size());
	}

	@Test
	void anOutageToldBeforeTheCheckBrokeIsEndedByTheNextAnswer() {
		single().hears("modem", GOOD, LOST, LOST, LOST, BROKEN, BROKEN, BROKEN, GOOD);
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
	}

	@Test
	void oneCheckDownWhileAnotherAnswersIsDegraded() {
		office.with("afis", "", "127.0.0.1:22").opened();
		for (int i = 0; i < 4; i++) {
			office.hearsFrom("afis", "icmp", LOST).hearsFrom("afis", "tcp", GOOD);
		}
		assertEquals(State.DEGRADED, office.state("afis"));
		Cause cause = office.health("afis").verdict().cause();
		assertEquals("ping tidak dijawab, TCP dijawab.", cause.sentence(Words.INDONESIAN));
		assertEquals("ping is not answered, TCP is.", cause.sentence(Locale.ENGLISH));
		assertEquals(List.of(), office.told());
	}

	@Test
	void anAnswerFromBeforeTheOutageDoesNotMakeItDegraded() {
		office.with("afis", "", "127.0.0.1:22").opened();
		office.hearsFrom("afis", "icmp", GOOD).hearsFrom("afis", "tcp", GOOD);
		office.hears("afis", LOST, LOST, LOST);
		assertEquals(State.UP, office.state("afis"));
		assertTrue(office.health("afis").confirming());
		for (int i = 0; i < 3; i++) {
			office.hearsFrom("afis", "tcp", LOST);
		}
		assertEquals(State.DOWN, office.state("afis"));
		assertEquals(List.of(State.UP, State.DOWN), office.transitions.stream().map(Transition::to).toList());
	}

	@Test
	void aBrokenCheckDoesNotHideThatAnotherIsAnswered() {
		office.with("afis", "", "127.0.0.1:22").opened();
		for (int i = 0; i < 3; i++) {
			office.hearsFrom("afis", "icmp", BROKEN).hearsFrom("afis", "tcp", GOOD);
		}
		assertEquals(State.UP, office.state("afis"));
	}

	@Test
	void anAnswerOlderThanTheLastOneSaysNothingNew() {
		single().hears("modem", GOOD, GOOD);
		Instant late = START.plusMillis(500);
		for (int i = 0; i < 3; i++) {
			office.board.intake(key("modem")).answered("icmp", LOST, late);
		}
		assertFalse(office.health("modem").confirming());
	}

	@Test
	void maintenanceIsSilentAndEndsByItself() {
		single().hears("modem", GOOD);
		office.board.maintain(key("modem"), office.now.plusSeconds(60), "ganti baterai", office.now);
		office.hears("modem", LOST, LOST, LOST, LOST);
		Verdict verdict = office.health("modem").verdict();
		assertInstanceOf(Verdict.Maintenance.class, verdict);
		assertTrue(verdict.cause().sentence(Words.INDONESIAN).endsWith("ganti baterai"));
		assertEquals(Optional.of(START.plusSeconds(61)), office.board.tick(office.now));
		office.takeWanted();
		assertEquals(Optional.empty(), office.board.tick(START.plusSeconds(61)));
		assertEquals(State.NOT_MEASURED, office.state("modem"), "not measured since the maintenance");
		assertEquals(List.of("modem"), office.takeWanted());
		office.after(60).hears("modem", GOOD);
		assertEquals(State.UP, office.state("modem"));
		assertEquals(office.now, office.health("modem").verdict().since());
		assertEquals(List.of(), office.told());
	}

	@Test
	void whatIsStillDownAfterMaintenanceIsToldAnew() {
		single().hears("modem", GOOD, LOST, LOST, LOST);
		office.board.maintain(PLACE, office.now.plusSeconds(60), "", office.now);
		office.hears("modem", LOST);
		office.board.resume(PLACE, office.now);
		office.hears("modem", LOST, LOST, LOST);
		assertEquals(List.of("DOWN modem", "DOWN modem"), office.told());
	}

	@Test
	void anExtendedMaintenanceDoesNotEndAtItsFirstTime() {
		single().hears("modem", GOOD);
		office.board.maintain(key("modem"), START.plusSeconds(60), "", office.now);
		office.board.maintain(key("modem"), START.plusSeconds(600), "", office.now);
		assertEquals(Optional.of(START.plusSeconds(600)), office.board.tick(START.plusSeconds(60)));
		assertEquals(State.MAINTENANCE, office.state("modem"));
	}

	@Test
	void aRestartKeepsSinceAndRepeatsNoNotice() {
		Instant before = START.minusSeconds(3600);
		Evidence none = Evidence.NONE;
		office.with("modem", "").with("afis", "").opened();
		office.board.restore(Map.of(key("modem"), new Verdict.Down(Cause.of("silent", "PT4S"), none, before),
				key("afis"), new Verdict.Up(Cause.ANSWERED, none, before)), office.now);
		office.hears("modem", LOST, LOST, LOST, LOST).hears("afis", GOOD);
		assertEquals(before, office.health("modem").verdict().since());
		assertEquals(before, office.health("afis").verdict().since());
		assertEquals(List.of(), office.transitions);
		office.hears("modem", GOOD);
		assertEquals(List.of("BACK modem"), office.told());
	}

	@Test
	void aMaintenanceThatEndedWhileTheConsoleWasClosedIsOver() {
		single();
		Cause cause = Cause.of("maintenance", START.minusSeconds(1), "x");
		office.board.restore(Map.of(key("modem"),
				new Verdict.Maintenance(START.minusSeconds(1), cause, Evidence.NONE, START.minusSeconds(9))), START);
		assertEquals(State.NOT_MEASURED, office.state("modem"));
	}

	@Test
	void aChangeOfTheFleetKeepsWhatIsKnown() {
		single().hears("modem", GOOD, LOST, LOST, LOST);
		office.with("afis", "modem").opened();
		assertEquals(State.DOWN, office.state("modem"));
		assertEquals(State.NOT_MEASURED, office.state("afis"));
		office.hears("modem", GOOD);
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
	}

	@Test
	void anotherAddressIsMeasuredAnew() {
		single().hears("modem", GOOD);
		office.devices.clear();
		office.with("modem", "", "127.9.9.9").opened();
		assertEquals(State.NOT_MEASURED, office.state("modem"));
	}

	@Test
	void aRemovedDeviceIsForgotten() {
		single().hears("modem", GOOD);
		office.devices.clear();
		office.with("afis", "").opened();
		office.hears("modem", LOST);
		assertEquals(Optional.empty(), office.board.health(key("modem")));
		assertEquals(1, office.board.healths().size());
	}

	@Test
	void aClockSetBackDoesNotStopTheJudgement() {
		single().hears("modem", GOOD, GOOD);
		office.now = START.minusSeconds(3600);
		office.board.clockSetBack(office.now);
		office.hears("modem", LOST, LOST, LOST);
		assertEquals(State.DOWN, office.state("modem"));
		assertEquals(List.of("DOWN modem"), office.told());
	}

	@Test
	void listenersAreToldOutsideTheLockAndInOrder() throws InterruptedException {
		office.with("a", "").with("b", "").opened();
		List<Device> heard = new ArrayList<>();
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		office.board.listen(new BoardListener() {
			@Override
			public void changed(List<DeviceHealth> healths) {
				heard.addAll(healths.stream().map(DeviceHealth::device).toList());
				inside.countDown();
				try {
					answered.await();
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			}
		});
		Thread first = Thread.startVirtualThread(() -> office.board.intake(key("a")).answered("icmp", GOOD, START));
		inside.await();
		office.board.intake(key("b")).answered("icmp", GOOD, START);
		assertEquals(State.UP, office.state("b"), "the board goes on while a listener is slow");
		answered.countDown();
		first.join();
		assertEquals(List.of(key("a"), key("b")), heard.stream().map(Device::key).toList());
	}

	@Test
	void answersOfManyThreadsAreAllToldOneAfterTheOther() throws InterruptedException {
		int threads = 8;
		int answers = 2_000;
		for (int i = 0; i < threads; i++) {
			office.with("d" + i, "");
		}
		office.opened();
		AtomicInteger inside = new AtomicInteger();
		List<Integer> most = new ArrayList<>();
		office.board.listen(new BoardListener() {
			@Override
			public void answered(List<Sample> samples) {
				most.add(inside.incrementAndGet());
				inside.decrementAndGet();
			}
		});
		List<Thread> all = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			String name = "d" + i;
			all.add(Thread.startVirtualThread(() -> {
				for (int n = 1; n <= answers; n++) {
					office.board.intake(key(name)).answered("icmp", n / 5 % 2 == 0 ? GOOD : LOST, START.plusSeconds(n));
				}
			}));
		}
		for (Thread thread : all) {
			thread.join();
		}
		assertEquals(threads * answers, office.samples.size());
		assertTrue(most.stream().allMatch(many -> many == 1), "never on two threads at once");
		for (int i = 0; i < threads; i++) {
			String name = "d" + i;
			List<Instant> times = office.samples.stream().filter(s -> s.device().equals(key(name))).map(Sample::at)
					.toList();
			assertEquals(times.stream().sorted().toList(), times);
			List<Transition> turns = office.transitions.stream().filter(t -> t.device().equals(key(name))).toList();
			assertTrue(turns.size() > 100, turns.size() + " transitions");
			for (int t = 1; t < turns.size(); t++) {
				assertEquals(turns.get(t - 1).to(), turns.get(t).from());
			}
		}
	}

	@Test
	void aListenerWithABugDoesNotKeepTheOthersFromHearing() {
		Office two = new Office().with("a", "");
		List<Sample> heard = new ArrayList<>();
		two.board.listen(new BoardListener() {
			@Override
			public void answered(List<Sample> samples) {
				throw new IllegalStateException("a bug");
			}
		});
		two.board.listen(new BoardListener() {
			@Override
			public void answered(List<Sample> samples) {
				heard.addAll(samples);
			}
		});
		try (Logs logs = new Logs(Outbox.class)) {
			two.opened().hears("a", GOOD, GOOD);
			assertEquals(2, logs.records.size());
		}
		assertEquals(2, heard.size());
	}

	@Test
	void aListenerThatAnswersIsNotCalledInsideItself() {
		office.with("a", "").with("b", "").opened();
		List<String> order = new ArrayList<>();
		office.board.listen(new BoardListener() {
			@Override
			public void turned(List<Transition> transitions) {
				String name = transitions.getFirst().device().name();
				order.add("in " + name);
				if (name.equals("a")) {
					office.board.intake(key("b")).answered("icmp", GOOD, START);
				}
				order.add("out " + name);
			}
		});
		office.hears("a", GOOD);
		assertEquals(List.of("in a", "out a", "in b", "out b"), order);
	}
}
