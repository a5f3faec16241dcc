package id.posko.probe.icmp;

import java.util.Arrays;

/**
 * The requests under way, as arrays: no object per request. A slot is used again as late as possible, and each use has
 * its own generation, so that a late answer to an earlier use counts for nothing.
 */
final class Slots {

	static final int CAPACITY = EchoPacket.SLOTS;

	final long[] high = new long[CAPACITY];
	final long[] low = new long[CAPACITY];
	final int[] scope = new int[CAPACITY];
	final int[] generation = new int[CAPACITY];
	final long[] sentAt = new long[CAPACITY];
	final Run[] run = new Run[CAPACITY];
	final int[] request = new int[CAPACITY];
	/** How often the kernel had no room for it. */
	final byte[] tries = new byte[CAPACITY];
	/** On its way; else it waits to be sent. */
	final boolean[] sent = new boolean[CAPACITY];

	private final int[] free = new int[CAPACITY];
	private int head;
	private int used;

	Slots() {
		Arrays.setAll(free, i -> i);
	}

	boolean full() {
		return used == CAPACITY;
	}

	int used() {
		return used;
	}

	int take() {
		int slot = free[head];
		head = (head + 1) % CAPACITY;
		used++;
		generation[slot]++;
		tries[slot] = 0;
		return slot;
	}

	void release(int slot) {
		run[slot] = null;
		sent[slot] = false;
		used--;
		free[(head + CAPACITY - used - 1) % CAPACITY] = slot;
	}

	Family family(int slot) {
		return Targets.family(high[slot], low[slot]);
	}

	/** Whether this answer belongs to a request that waits for one. */
	boolean waits(int slot, int ofGeneration, long fromHigh, long fromLow) {
		return ofGeneration == generation[slot] && waits(slot, fromHigh, fromLow);
	}

	boolean waits(int slot, long fromHigh, long fromLow) {
		return sent[slot] && low[slot] == fromLow && high[slot] == fromHigh;
	}
}
