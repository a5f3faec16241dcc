package id.posko.probe.icmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which slot is due next. Slots that wait equally long stand in one queue in the order of their start, so the order of
 * sending is the timer: adding, removing and asking cost the same for ten and for ten thousand.
 */
final class Deadlines {

	private static final int SPARE_QUEUES = 8;

	private static final class Queue {
		final long duration;
		int head = -1;
		int tail = -1;

		Queue(long duration) {
			this.duration = duration;
		}
	}

	private final List<Queue> queues = new ArrayList<>();
	private final Queue[] queue;
	private final int[] next;
	private final int[] previous;
	private final long[] start;

	Deadlines(int slots) {
		queue = new Queue[slots];
		next = new int[slots];
		previous = new int[slots];
		start = new long[slots];
		Arrays.fill(next, -1);
		Arrays.fill(previous, -1);
	}

	/** @param from not earlier than that of the slot added before with the same duration */
	void add(int slot, long from, long duration) {
		Queue to = queueOf(duration);
		queue[slot] = to;
		start[slot] = from;
		previous[slot] = to.tail;
		next[slot] = -1;
		if (to.tail < 0) {
			to.head = slot;
		} else {
			next[to.tail] = slot;
		}
		to.tail = slot;
	}

	private Queue queueOf(long duration) {
		for (int i = 0; i < queues.size(); i++) {
			if (queues.get(i).duration == duration) {
				return queues.get(i);
			}
		}
		if (queues.size() >= SPARE_QUEUES) {
			queues.removeIf(q -> q.head < 0);
		}
		Queue added = new Queue(duration);
		queues.add(added);
		return added;
	}

	boolean holds(int slot) {
		return queue[slot] != null;
	}

	void remove(int slot) {
		Queue from = queue[slot];
		if (previous[slot] < 0) {
			from.head = next[slot];
		} else {
			next[previous[slot]] = next[slot];
		}
		if (next[slot] < 0) {
			from.tail = previous[slot];
		} else {
			previous[next[slot]] = previous[slot];
		}
		queue[slot] = null;
	}

	/** A slot whose time is over, or −1; it stays until it is removed. */
	int due(long now) {
		for (int i = 0; i < queues.size(); i++) {
			Queue q = queues.get(i);
			if (q.head >= 0 && now - start[q.head] >= q.duration) {
				return q.head;
			}
		}
		return -1;
	}

	/** Nanoseconds until the next slot is due, {@link Long#MAX_VALUE} if none waits. */
	long remaining(long now) {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < queues.size(); i++) {
			Queue q = queues.get(i);
			if (q.head >= 0) {
				least = Math.min(least, q.duration - (now - start[q.head]));
			}
		}
		return least;
	}
}
