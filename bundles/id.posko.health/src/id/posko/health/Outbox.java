package id.posko.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

import id.posko.kit.DeviceKey;
import id.posko.kit.Inventory.Subscription;

/** What happened on the board and is not yet told; filled under its lock. */
final class Outbox {

	private static final Logger LOG = System.getLogger(Outbox.class.getName());

	private final ReentrantLock board;
	private final ReentrantLock telling = new ReentrantLock();
	private final List<BoardListener> listeners = new CopyOnWriteArrayList<>();
	private final List<Node> changed = new ArrayList<>();
	private List<Sample> samples = List.of();
	private List<Transition> transitions = List.of();
	private List<Notice> notices = List.of();
	private List<Acknowledged> acknowledged = List.of();
	private List<DeviceKey> wanted = List.of();
	private volatile boolean news;

	Outbox(ReentrantLock board) {
		this.board = board;
	}

	Subscription listen(BoardListener listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	void changed(Node node) {
		if (!node.changed) {
			node.changed = true;
			changed.add(node);
			news = true;
		}
	}

	void sample(Sample sample) {
		samples = with(samples, sample);
	}

	void transition(Transition transition) {
		transitions = with(transitions, transition);
	}

	void notice(Notice notice) {
		notices = with(notices, notice);
	}

	void acknowledged(Acknowledged change) {
		acknowledged = with(acknowledged, change);
	}

	void want(Node node) {
		if (!node.wanted && node.measurable()) {
			node.wanted = true;
			wanted = with(wanted, node.key);
		}
	}

	/** Mostly there is one of each, so a list grows only when it must. */
	private <T> List<T> with(List<T> list, T one) {
		news = true;
		if (list.isEmpty()) {
			return List.of(one);
		}
		List<T> all = list.size() == 1 ? new ArrayList<>(list) : list;
		all.add(one);
		return all;
	}

	/**
	 * Lets go of the board and tells the listeners. One thread tells what all have put out; it looks again after it
	 * has let go of the telling, so that nothing stays behind.
	 */
	void unlockAndTell() {
		boolean inside = board.getHoldCount() > 1 || telling.isHeldByCurrentThread();
		boolean tells = news && !inside && telling.tryLock();
		Letter letter = tells ? take() : null;
		board.unlock();
		while (tells) {
			try {
				for (BoardListener listener : listeners) {
					tell(listener, letter);
				}
			} finally {
				telling.unlock();
			}
			tells = news && telling.tryLock();
			if (tells) {
				board.lock();
				letter = take();
				board.unlock();
			}
		}
	}

	/** A listener with a bug must not keep the others from hearing. */
	private static void tell(BoardListener listener, Letter letter) {
		try {
			letter.tell(listener);
		} catch (RuntimeException bug) {
			LOG.log(Level.ERROR, "A listener of the board failed", bug);
		}
	}

	private Letter take() {
		List<DeviceHealth> healths = List.of();
		for (int i = 0; i < changed.size(); i++) {
			changed.get(i).changed = false;
			healths = with(healths, changed.get(i).health());
		}
		Letter letter = new Letter(healths, samples, transitions, notices, acknowledged, wanted);
		changed.clear();
		samples = List.of();
		transitions = List.of();
		notices = List.of();
		acknowledged = List.of();
		wanted = List.of();
		news = false;
		return letter;
	}

	private record Letter(List<DeviceHealth> healths, List<Sample> samples, List<Transition> transitions,
			List<Notice> notices, List<Acknowledged> acknowledged, List<DeviceKey> wanted) {

		void tell(BoardListener listener) {
			tell(listener, BoardListener::answered, samples);
			tell(listener, BoardListener::turned, transitions);
			tell(listener, BoardListener::changed, healths);
			tell(listener, BoardListener::noticed, notices);
			tell(listener, BoardListener::acknowledged, acknowledged);
			tell(listener, BoardListener::wanted, wanted);
		}

		private static <T> void tell(BoardListener listener, BiConsumer<BoardListener, List<T>> how, List<T> what) {
			if (!what.isEmpty()) {
				how.accept(listener, what.size() == 1 ? what : Collections.unmodifiableList(what));
			}
		}
	}
}
