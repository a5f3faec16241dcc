package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import id.posko.kit.Fleet;

/** One root with 1,000 children goes down and comes back: one notice each, whatever comes first. */
class OneCutOneNoticeTest {

	private static final int CHILDREN = 1_000;
	private static final int ORDERS = 1_000;

	private final Office office = new Office().with("root", "");
	private final List<String> children = new ArrayList<>();
	private final Fleet fleet;

	OneCutOneNoticeTest() {
		for (int i = 0; i < CHILDREN; i++) {
			children.add("c" + i);
			office.with("c" + i, "root");
		}
		fleet = office.fleet();
	}

	@Test
	void overAThousandRandomOrders() {
		for (int seed = 0; seed < ORDERS; seed++) {
			run(new Random(seed), seed);
		}
	}

	private void run(Random random, int seed) {
		HealthBoard board = new HealthBoard(Patience.DEFAULT);
		List<Notice> notices = new ArrayList<>();
		board.listen(new BoardListener() {
			@Override
			public void noticed(List<Notice> happened) {
				notices.addAll(happened);
			}
		});
		office.now = Office.START;
		board.adopt(fleet, Office.PING, office.now);
		List<String> all = new ArrayList<>(children);
		all.add("root");
		Collections.shuffle(all, random);
		all.forEach(name -> hear(board, name, Office.GOOD));
		List<String> lost = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			lost.addAll(all);
		}
		for (int rechecks = random.nextInt(200); rechecks > 0; rechecks--) {
			lost.add(all.get(random.nextInt(all.size())));
		}
		Collections.shuffle(lost, random);
		lost.forEach(name -> hear(board, name, Office.LOST));
		assertEquals(1, notices.size(), "seed " + seed);
		assertEquals(Notice.Kind.DOWN, notices.getFirst().kind());
		assertEquals(CHILDREN, notices.getFirst().behind());
		assertEquals(CHILDREN, board.healths().stream().filter(h -> h.state() == State.UNREACHABLE).count());

		Collections.shuffle(all, random);
		List<String> back = new ArrayList<>(all);
		back.forEach(name -> {
			if (!name.equals("root") && random.nextInt(4) == 0) {
				hear(board, name, Office.LOST);
			}
			hear(board, name, Office.GOOD);
		});
		assertEquals(2, notices.size(), "seed " + seed);
		assertEquals(Notice.Kind.BACK, notices.getLast().kind());
		assertEquals(CHILDREN, notices.getLast().behind());
		assertEquals(CHILDREN + 1, board.healths().stream().filter(h -> h.state() == State.UP).count());
	}

	private void hear(HealthBoard board, String name, Answer answer) {
		office.now = office.now.plusMillis(7);
		board.intake(Office.key(name)).answered("icmp", answer, office.now);
	}
}
