package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where any thread hands runs to the pinger's thread, and wakes it by an eventfd if it sleeps. */
final class Intake {

	/** @param feed null: the run shares the pace of single requests */
	record Entry(Run run, Feed feed) {
	}

	private static final int EFD_NONBLOCK_CLOEXEC = 0x80800;

	private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
	private final Libc libc;
	private final MemorySegment one;
	private final MemorySegment eight;
	private final int eventFd;
	private boolean closed;
	private boolean asleep;

	Intake() {
		Arena arena = Arena.ofAuto();
		libc = new Libc(arena);
		one = arena.allocateFrom(JAVA_LONG, 1);
		eight = arena.allocate(JAVA_LONG);
		eventFd = libc.eventfd(EFD_NONBLOCK_CLOEXEC);
	}

	int eventFd() {
		return eventFd;
	}

	/** False if the pinger is closed: nobody will take the entry. */
	synchronized boolean offer(Entry entry) {
		if (closed) {
			return false;
		}
		entries.add(entry);
		wake();
		return true;
	}

	Entry poll() {
		return entries.poll();
	}

	synchronized void wake() {
		if (asleep && !closed) {
			asleep = false;
			libc.write(eventFd, one);
		}
	}

	/** Called before sleeping: false if there is something to do. */
	synchronized boolean mayRest() {
		asleep = entries.isEmpty() && !closed;
		return asleep;
	}

	/** Called after sleeping. */
	synchronized void rested() {
		if (!asleep) {
			libc.read(eventFd, eight);
		}
		asleep = false;
	}

	/** From here on nothing is taken in; the pinger's thread ends soon. */
	synchronized void close() {
		wake();
		closed = true;
	}

	synchronized boolean isClosed() {
		return closed;
	}

	/** Called once, by the pinger's thread at its end. */
	synchronized void release() {
		closed = true;
		libc.close(eventFd);
	}
}
