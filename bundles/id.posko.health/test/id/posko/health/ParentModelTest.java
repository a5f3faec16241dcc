package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import id.posko.kit.LinkKind;

/** The board against a slow model that remembers every answer and reads the parent rule off them anew each time. */
class ParentModelTest {

	private static final Patience NO_FLAPPING = new Patience(3, 1, 20, 10, 101, 101);
	private static final int SEEDS = Boolean.getBoolean("posko.long") ? 20_000 : 5_000;
	private static final int ANSWERS = 300;

	private enum Heard {
		GOOD, LOST, BROKEN
	}

	private record Entry(Instant at, Heard heard) {
	}

	private static final class Model {
		final List<Model> ancestors = new ArrayList<>();
		final List<Model> behind = new ArrayList<>();
		final List<Entry> all = new ArrayList<>();
		int countedFrom;
		State shown = State.NOT_MEASURED;
		/** While down: who answered first behind it, until that one fails. */
		Model witness;

		boolean cuts() {
			return shown == State.DOWN && witness == null;
		}

		void hear(Entry entry) {
			all.add(entry);
			if (entry.heard() == Heard.LOST) {
				ancestors.stream().filter(a -> a.witness == this).forEach(a -> a.witness = null);
			}
		}

		void bearWitness() {
			if (all.getLast().heard() == Heard.GOOD) {
				ancestors.stream().filter(Model::cuts).forEach(a -> {
					a.witness = this;
					askAnewBehind(a);
				});
			}
		}

		List<Entry> counted() {
			return all.subList(countedFrom, all.size());
		}

		/** The answers that told something, newest first. */
		List<Entry> told() {
			return counted().stream().filter(e -> e.heard() != Heard.BROKEN).toList().reversed();
		}

		List<Entry> leading(Heard heard) {
			return told().stream().takeWhile(e -> e.heard() == heard).toList();
		}

		State own() {
			State state = State.NOT_MEASURED;
			int lost = 0;
			int broken = 0;
			for (Entry entry : counted()) {
				lost = entry.heard() == Heard.LOST ? lost + 1 : entry.heard() == Heard.GOOD ? 0 : lost;
				broken = entry.heard() == Heard.BROKEN ? broken + 1 : 0;
				state = entry.heard() == Heard.GOOD ? State.UP
						: entry.heard() == Heard.LOST && lost >= 3 ? State.DOWN
								: broken >= 3 ? State.UNKNOWN : state;
			}
			return state;
		}

		/** The instant at which the present outage was confirmed. */
		Instant confirmed() {
			Instant confirmed = null;
			State before = State.NOT_MEASURED;
			int keep = countedFrom;
			List<Entry> now = new ArrayList<>(all);
			for (int end = keep; end < now.size(); end++) {
				Model prefix = new Model();
				prefix.all.addAll(now.subList(keep, end + 1));
				State state = prefix.own();
				if (state == State.DOWN && before != State.DOWN) {
					confirmed = now.get(end).at();
				}
				before = state;
			}
			return confirmed;
		}

		boolean provenWellFor(Model child) {
			Instant confirmed = child.confirmed();
			Instant last = child.leading(Heard.LOST).getFirst().at();
			boolean broken = !counted().isEmpty() && counted().getLast().heard() == Heard.BROKEN
					&& counted().getLast().at().isAfter(confirmed)
					&& (leading(Heard.LOST).isEmpty() || own() == State.UNKNOWN);
			List<Entry> goods = leading(Heard.GOOD);
			boolean good = !goods.isEmpty() && goods.getFirst().at().isAfter(confirmed);
			return good ? goods.getLast().at().isBefore(last) : broken;
		}

		State next() {
			State own = own();
			if (own == State.UP || own == State.UNKNOWN) {
				return own;
			}
			if (own == State.NOT_MEASURED || shown == State.DOWN) {
				return shown;
			}
			if (ancestors.stream().anyMatch(Model::cuts)) {
				return State.UNREACHABLE;
			}
			return ancestors.stream().allMatch(a -> (a.witness == null ? a : a.witness).provenWellFor(this)) ? State.DOWN : shown;
		}
	}

	@Test
	void agreesOnRandomAnswersOfRandomTrees() {
		long outages = 0;
		long cuts = 0;
		for (int seed = 0; seed < SEEDS; seed++) {
			Random random = new Random(seed);
			int size = 2 + random.nextInt(6);
			Office office = new Office(NO_FLAPPING, LinkKind.VSAT);
			List<Model> models = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				Model model = new Model();
				int parent = i == 0 ? -1 : random.nextInt(i);
				office.with("d" + i, parent < 0 ? "" : "d" + parent);
				if (parent >= 0) {
					model.ancestors.add(models.get(parent));
					model.ancestors.addAll(models.get(parent).ancestors);
					model.ancestors.forEach(a -> a.behind.add(model));
				}
				models.add(model);
			}
			office.opened();
			int mood = 50;
			for (int i = 0; i < ANSWERS; i++) {
				mood = random.nextInt(20) == 0 ? 5 + random.nextInt(90) : mood;
				int which = random.nextInt(size);
				int dice = random.nextInt(100);
				Heard heard = dice < mood ? Heard.LOST : dice < mood + 5 ? Heard.BROKEN : Heard.GOOD;
				office.hears("d" + which, switch (heard) {
					case GOOD -> Office.GOOD;
					case LOST -> Office.LOST;
					case BROKEN -> Office.BROKEN;
				});
				models.get(which).hear(new Entry(office.now, heard));
				settle(models);
				models.get(which).bearWitness();
				settle(models);
				for (int d = 0; d < size; d++) {
					State shown = office.state("d" + d);
					assertEquals(models.get(d).shown, shown == State.DEGRADED ? State.UP : shown,
							"seed " + seed + " answer " + i + " device " + d);
				}
			}
			outages += office.notices.stream().filter(n -> n.kind() == Notice.Kind.DOWN).count();
			cuts += office.transitions.stream().filter(t -> t.to() == State.UNREACHABLE).count();
			assertNoticesAlternate(office, size);
		}
		assertEquals(true, outages > SEEDS && cuts > SEEDS, outages + " outages, " + cuts + " behind cuts");
	}

	/** Until nothing changes any more. */
	private static void settle(List<Model> models) {
		boolean changed = true;
		for (int i = 0; changed && i < 100; i++) {
			changed = false;
			for (Model model : models) {
				State before = model.shown;
				model.shown = model.next();
				model.witness = model.shown == State.DOWN ? model.witness : null;
				if (before == State.DOWN && model.shown != State.DOWN) {
					askAnewBehind(model);
				}
				changed |= before != model.shown;
			}
		}
	}

	private static void askAnewBehind(Model ended) {
		for (Model model : ended.behind) {
			boolean stillCut = model.ancestors.stream().anyMatch(Model::cuts);
			boolean silent = !model.leading(Heard.LOST).isEmpty();
			if (!stillCut && silent && model.shown != State.DOWN) {
				model.countedFrom = model.all.size();
			}
		}
	}

	private static void assertNoticesAlternate(Office office, int size) {
		for (int d = 0; d < size; d++) {
			String name = "d" + d;
			List<Notice.Kind> kinds = office.notices.stream().filter(n -> n.device().name().equals(name))
					.map(Notice::kind).toList();
			for (int i = 0; i < kinds.size(); i++) {
				assertEquals(i % 2 == 0 ? Notice.Kind.DOWN : Notice.Kind.BACK, kinds.get(i));
			}
		}
	}
}
