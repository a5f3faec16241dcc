package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import id.posko.kit.DeviceKind;
import id.posko.kit.Notices.Message;
import id.posko.kit.Words;

/** What people beyond the window are told of the board. */
class AnnouncerTest {

	private final Office office = new Office().with("modem", "").with("pc", "modem").opened();
	private final List<Message> told = new ArrayList<>();

	private void listen() {
		office.board.listen(new Announcer(told::add, Words.INDONESIAN));
	}

	private void goDown() {
		office.hears("modem", Office.LOST, Office.LOST, Office.LOST);
	}

	private void comeBack() {
		office.hears("modem", Office.GOOD, Office.GOOD, Office.GOOD);
	}

	@Test
	void anOutageAndItsEndAreOneCauseTheNextOutageIsAnother() {
		listen();
		office.hears("modem", Office.GOOD).hears("pc", Office.GOOD);
		goDown();
		comeBack();
		goDown();
		assertEquals(List.of("down", "back", "down"), told.stream().map(Message::event).toList());
		Message down = told.getFirst();
		assertEquals("35.03.01/modem 2026-03-02T01:00:03Z", down.cause());
		assertEquals(down.cause(), told.get(1).cause());
		assertNotEquals(down.cause(), told.get(2).cause());
		assertEquals(DeviceKind.CLIENT_PC, down.kind());
		assertEquals("modem", down.device());
		assertEquals("Panggul", down.site());
		assertEquals(Office.PLACE, down.siteCode());
		assertEquals(1, down.behind());
		assertEquals(office.notices.getFirst().sentence(Words.INDONESIAN), down.sentence());
	}

	@Test
	void anOutageThatBeganBeforeTheConsoleWasStartedKeepsItsCause() {
		listen();
		office.hears("modem", Office.GOOD);
		goDown();
		Verdict last = office.health("modem").verdict();
		Office later = new Office().with("modem", "").with("pc", "modem").opened();
		later.now = office.now;
		later.board.restore(Map.of(Office.key("modem"), last), later.now);
		later.board.listen(new Announcer(told::add, Words.INDONESIAN));
		later.hears("modem", Office.GOOD, Office.GOOD, Office.GOOD);
		assertEquals(List.of("down", "back"), told.stream().map(Message::event).toList());
		assertEquals(told.getFirst().cause(), told.getLast().cause());
	}

	@Test
	void flappingIsACauseOfItsOwn() {
		listen();
		for (int i = 0; i < 21; i++) {
			office.hears("modem", Office.GOOD, Office.LOST);
		}
		for (int i = 0; i < 42; i++) {
			office.hears("modem", Office.GOOD);
		}
		List<Message> flapping = told.stream().filter(m -> List.of("flapping", "steady").contains(m.event())).toList();
		assertEquals(List.of("flapping", "steady"), flapping.stream().map(Message::event).toList());
		assertEquals(flapping.getFirst().cause(), flapping.getLast().cause());
	}
}
