package id.posko.health;

import static id.posko.health.Office.BROKEN;
import static id.posko.health.Office.GOOD;
import static id.posko.health.Office.LOST;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.kit.LinkKind;

class AcknowledgementTest {

	private final Office office = new Office();
	private final List<Acknowledged> changes = new ArrayList<>();

	private Office office(Office over) {
		over.board.listen(new BoardListener() {
			@Override
			public void acknowledged(List<Acknowledged> happened) {
				changes.addAll(happened);
			}
		});
		return over;
	}

	private Office down() {
		return office(office).with("modem", "").with("pc", "modem").opened().hears("modem", GOOD).hears("pc", GOOD)
				.hears("modem", LOST, LOST, LOST);
	}

	private static Acknowledgement until(Instant now, long seconds) {
		return new Acknowledgement("Sri", "tiang roboh", now, now.plusSeconds(seconds));
	}

	private static boolean acknowledge(Office at, long seconds) {
		return at.board.acknowledge(key("modem"), until(at.now, seconds));
	}

	@Test
	void theStateStaysAndTheReturnIsToldOnceAndEndsIt() {
		down();
		assertTrue(acknowledge(office, 3600));
		assertEquals(State.DOWN, office.state("modem"));
		assertEquals("tiang roboh", office.health("modem").acknowledged().orElseThrow().note());
		office.hears("modem", LOST, LOST, LOST, GOOD, GOOD);
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
		assertEquals(Optional.empty(), office.health("modem").acknowledged());
		assertEquals(List.of(true, false), changes.stream().map(c -> c.now().isPresent()).toList());
		office.hears("modem", LOST, LOST, LOST);
		assertEquals(List.of("DOWN modem", "BACK modem", "DOWN modem"), office.told());
	}

	@Test
	void whatEndsWhileItIsStillDownIsToldOnceMore() {
		down();
		acknowledge(office, 60);
		office.hears("modem", LOST, LOST);
		assertEquals(Optional.of(office.health("modem").acknowledged().orElseThrow().until()),
				office.board.tick(office.now));
		office.board.tick(office.after(60).now);
		office.board.tick(office.after(60).now);
		office.hears("modem", LOST, LOST);
		assertEquals(List.of("DOWN modem", "DOWN modem"), office.told());
		assertEquals(office.notices.get(0).at(), office.notices.get(1).at(), "the same outage");
		assertEquals(Optional.empty(), office.health("modem").acknowledged());
		office.hears("modem", GOOD);
		assertEquals(List.of("DOWN modem", "DOWN modem", "BACK modem"), office.told());
	}

	@Test
	void goingDownAgainMeanwhileIsNotTold() {
		down();
		acknowledge(office, 3600);
		office.hears("modem", BROKEN, BROKEN, BROKEN);
		assertEquals(State.UNKNOWN, office.state("modem"));
		office.hears("modem", LOST, LOST, LOST);
		assertEquals(State.DOWN, office.state("modem"));
		office.board.maintain(key("modem"), office.now.plusSeconds(30), "", office.now);
		office.board.tick(office.after(31).now);
		office.hears("modem", LOST, LOST, LOST);
		assertEquals(State.DOWN, office.state("modem"));
		assertEquals(List.of("DOWN modem"), office.told());
		office.hears("modem", GOOD);
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
	}

	@Test
	void anOutageThatIsUnknownWhenTheTimeEndsIsToldWhenItGoesOn() {
		down();
		acknowledge(office, 60);
		office.hears("modem", BROKEN, BROKEN, BROKEN);
		office.board.tick(office.after(60).now);
		assertEquals(List.of("DOWN modem"), office.told());
		office.hears("modem", LOST, LOST, LOST);
		assertEquals(List.of("DOWN modem", "DOWN modem"), office.told());
	}

	@Test
	void flappingAndItsEndAreNotToldAndTheReturnIs() {
		Office quick = office(new Office(new Patience(1, 1, 20, 10, 50, 25), LinkKind.VSAT)).with("modem", "").opened()
				.hears("modem", GOOD);
		flap(quick);
		for (int i = 0; i < 21; i++) {
			quick.hears("modem", LOST);
		}
		Instant outage = quick.health("modem").verdict().since();
		quick.notices.clear();
		acknowledge(quick, 36_000);
		flap(quick);
		acknowledge(quick, 36_000);
		assertTrue(quick.health("modem").flapping());
		quick.notices.clear();
		flap(quick);
		for (int i = 0; i < 21; i++) {
			quick.hears("modem", LOST);
		}
		assertFalse(quick.health("modem").flapping());
		assertEquals(List.of(), quick.told(), "neither flapping nor its end");
		flap(quick);
		assertTrue(quick.health("modem").flapping());
		quick.notices.clear();
		acknowledge(quick, 36_000);
		for (int i = 0; i < 21; i++) {
			quick.hears("modem", GOOD);
		}
		assertEquals(1, quick.notices.size(), quick.told().toString());
		assertTrue(quick.notices.getFirst().at().isAfter(outage));
		assertEquals(Optional.empty(), quick.health("modem").acknowledged());
	}

	private static void flap(Office quick) {
		for (int i = 0; i < 20; i++) {
			quick.hears("modem", i % 2 == 0 ? GOOD : LOST);
		}
	}

	@Test
	void ifItFlapsWhenTheTimeEndsThatIsTold() {
		Office quick = new Office(new Patience(1, 1, 20, 10, 50, 25), LinkKind.VSAT).with("modem", "").opened()
				.hears("modem", GOOD);
		flap(quick);
		acknowledge(quick, 60);
		quick.notices.clear();
		quick.board.tick(quick.after(60).now);
		assertEquals(List.of("FLAPPING modem"), quick.told());
		for (int i = 0; i < 21; i++) {
			quick.hears("modem", GOOD);
		}
		assertEquals(List.of("FLAPPING modem", "STEADY modem"), quick.told());
	}

	@Test
	void whatAnswersOrIsNotAskedHasNoOutageToAcknowledge() {
		office.with("modem", "").with("scanner", "", "").opened();
		assertFalse(acknowledge(office, 60));
		office.hears("modem", GOOD);
		assertFalse(acknowledge(office, 60));
		assertFalse(office.board.acknowledge(key("scanner"), until(office.now, 60)));
		assertFalse(office.board.acknowledge(key("nobody"), until(office.now, 60)));
	}

	@Test
	void endedByHandNothingIsToldButWhatComes() {
		down();
		acknowledge(office, 3600);
		office.board.endAcknowledgement(key("modem"));
		office.hears("modem", LOST);
		assertEquals(List.of("DOWN modem"), office.told());
		office.board.tick(office.after(3600).now);
		office.hears("modem", GOOD);
		assertEquals(List.of("DOWN modem", "BACK modem"), office.told());
	}

	@Test
	void aChangeOfTheListLeavesIt() {
		down();
		acknowledge(office, 60);
		office.with("pc 2", "modem").opened();
		assertTrue(office.health("modem").acknowledged().isPresent());
		office.board.tick(office.after(60).now);
		assertEquals(List.of("DOWN modem", "DOWN modem"), office.told());
	}

	@Test
	void itOutlivesARestartAndWhatEndedMeanwhileIsTold() throws IOException {
		down();
		acknowledge(office, 3600);
		Memory memory = new Memory();
		Recorder recorder = new Recorder(memory, Retention.DEFAULT, () -> office.now, 10);
		recorder.acknowledged(changes);
		recorder.close();
		for (long later : List.of(60L, 7200L)) {
			Office again = new Office().with("modem", "").with("pc", "modem");
			again.now = office.now.plusSeconds(later);
			again.opened();
			again.board.restore(Map.of(key("modem"), office.health("modem").verdict()), again.now);
			again.board.restoreAcknowledged(memory.acknowledgements());
			again.board.tick(again.now);
			again.hears("modem", LOST, LOST, LOST);
			assertEquals(later > 3600 ? List.of("DOWN modem") : List.of(), again.told());
			again.hears("modem", GOOD);
			assertEquals(later > 3600 ? List.of("DOWN modem", "BACK modem") : List.of("BACK modem"), again.told());
		}
	}
}
