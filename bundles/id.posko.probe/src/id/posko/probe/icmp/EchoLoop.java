package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import id.posko.health.Cause;

/**
 * The pinger's thread: sends what the feeds allow, receives until nothing is left, gives up what is due, and only if
 * nothing happened sleeps until the next of these.
 */
final class EchoLoop implements Runnable {

	private static final Logger LOG = System.getLogger(EchoLoop.class.getName());
	private static final Cause STOPPED = Cause.of("stopped");
	private static final Cause BUFFER_FULL = Cause.of("buffer_full");
	private static final Cause ANSWERS_LOST = Cause.of("answers_lost");
	private static final long MILLISECOND = 1_000_000;
	private static final long SECOND = 1_000_000_000;
	/**
	 * Pauses after ENOBUFS double up to the longest. All together are 13 s: a full neighbour table gets rid of dead
	 * neighbours every 3 s.
	 */
	private static final long RETRY = 20 * MILLISECOND;
	private static final int DOUBLINGS = 5;
	private static final int TRIES = 24;
	private static final int READS_PER_TURN = 64;
	private static final int ERRORS_PER_READ = 1024;
	private static final int RETRIES_AT_ERROR = 8;
	/** A packet passes the kernel's own stamp after about a third of its sending; measured by PingBench. */
	private static final int LEAVES = 3;
	private static final int MANY = 64;
	private static final short POLLIN = 1;
	private static final short POLLOUT = 4;
	private static final short POLLERR = 8;
	private static final int CLOCK_REALTIME = 0;

	private final Arena arena;
	private final Libc libc;
	private final Intake intake;
	private final long nonce;
	private final IcmpSocket[] sockets = new IcmpSocket[Family.values().length];
	private final Cause[] denied = new Cause[sockets.length];
	private final Slots slots = new Slots();
	private final Deadlines deadlines = new Deadlines(Slots.CAPACITY);
	private final Feed shared;
	private final List<Feed> feeds = new ArrayList<>();
	private final List<Run> waitedFor = new ArrayList<>();
	private final long[] overflowAt = new long[sockets.length];
	private final MemorySegment polled;
	private final MemorySegment timespec;
	private boolean toldFull;
	private boolean received;
	private boolean fullRate;
	private int safeInFlight;

	EchoLoop(Arena arena, Libc libc, Intake intake, long nonce, long sharedRate, IcmpSocket v4) {
		this.arena = arena;
		this.libc = libc;
		this.intake = intake;
		this.nonce = nonce;
		sockets[Family.V4.ordinal()] = v4;
		shared = new Feed(new Pace(sharedRate, System.nanoTime()));
		feeds.add(shared);
		polled = arena.allocate(8L * (1 + sockets.length), 8);
		timespec = arena.allocate(16, 8);
	}

	@Override
	public void run() {
		try (arena) {
			try {
				while (!intake.isClosed()) {
					turn();
				}
			} finally {
				intake.close();
				finish();
			}
		} finally {
			intake.release();
		}
	}

	private void turn() {
		long now = System.nanoTime();
		takeIn();
		boolean busy = send(now);
		received = false;
		for (IcmpSocket socket : sockets) {
			if (socket != null) {
				receive(socket);
			}
		}
		expire(now);
		endRuns();
		if (!busy && !received) {
			rest();
		} else if (received && !busy && slots.used() > MANY) {
			nap();
		}
	}

	private void takeIn() {
		for (Intake.Entry e = intake.poll(); e != null; e = intake.poll()) {
			if (e.feed() == null) {
				shared.add(e.run());
			} else {
				e.feed().add(e.run());
				feeds.add(e.feed());
				waitedFor.add(e.run());
			}
		}
	}

	private boolean send(long now) {
		boolean busy = false;
		fullRate = false;
		for (int i = 0; i < feeds.size(); i++) {
			Feed feed = feeds.get(i);
			fullRate |= feed.isUnlimited();
			int ready = feed.ready(now, safeInFlight());
			for (; ready > 0 && feed.continues(now) && hasRoom(); ready--) {
				int slot = slots.take();
				feed.take().take(slots, slot, now);
				busy = true;
				stage(slot);
			}
		}
		for (IcmpSocket socket : sockets) {
			if (socket != null) {
				flush(socket);
			}
		}
		return busy;
	}

	private int safeInFlight() {
		if (safeInFlight == 0) {
			safeInFlight = sockets[Family.V4.ordinal()].safeInFlight();
		}
		return safeInFlight;
	}

	private boolean hasRoom() {
		for (IcmpSocket socket : sockets) {
			if (socket != null && socket.sending.full()) {
				flush(socket);
				if (socket.sending.full()) {
					return false;
				}
			}
		}
		return !slots.full();
	}

	private void stage(int slot) {
		Family family = slots.family(slot);
		IcmpSocket socket = socketOf(family);
		if (socket == null) {
			notSent(slot, denied[family.ordinal()]);
		} else {
			socket.sending.stage(slot, slots);
		}
	}

	private IcmpSocket socketOf(Family family) {
		int i = family.ordinal();
		if (sockets[i] == null && denied[i] == null) {
			switch (IcmpSocket.open(libc, arena, family, nonce)) {
			case IcmpSocket.Opening.Opened(IcmpSocket socket) -> sockets[i] = socket;
			case IcmpSocket.Opening.Denied(Cause cause) -> denied[i] = cause;
			}
		}
		return sockets[i];
	}

	private void flush(IcmpSocket socket) {
		SendRing ring = socket.sending;
		int errors = 0;
		while (ring.waiting() > 0 && !socket.blocked) {
			// one by one the clock is looked at for each, which costs little where the pace leaves time
			int count = fullRate ? ring.waiting() : 1;
			long before = System.nanoTime();
			int sent = libc.sendmmsg(socket.fd, ring.address(), count, Libc.MSG_DONTWAIT);
			if (sent > 0) {
				long each = (System.nanoTime() - before) / sent;
				for (int i = 0; i < sent; i++) {
					onItsWay(ring.slot(i), before + i * each + each / LEAVES);
				}
				ring.taken(sent);
				errors = 0;
			} else if (sent == -Libc.EAGAIN) {
				socket.blocked = true;
			} else if (sent != -Libc.EINTR && !(errors++ < RETRIES_AT_ERROR && drainErrors(socket))) {
				int slot = ring.slot(0);
				ring.taken(1);
				failed(slot, -sent, socket.family);
				errors = 0;
			}
		}
	}

	private void onItsWay(int slot, long at) {
		slots.sent[slot] = true;
		slots.sentAt[slot] = at;
		deadlines.add(slot, at, slots.run[slot].timeout());
	}

	/** The kernel did not take a request, and it was no other request's error. */
	private void failed(int slot, int errno, Family family) {
		String code = Unreachable.ofErrno(errno);
		if (code != null) {
			refused(slot, new Unreachable(code, family.thisMachine));
		} else if (errno != Libc.ENOBUFS && errno != Libc.ENOMEM) {
			notSent(slot, Cause.of("check_failed", "errno " + errno));
		} else if (++slots.tries[slot] > TRIES) {
			notSent(slot, BUFFER_FULL);
		} else {
			deadlines.add(slot, System.nanoTime(), RETRY << Math.min(slots.tries[slot] - 1, DOUBLINGS));
			if (!toldFull) {
				toldFull = true;
				LOG.log(Level.WARNING, "The kernel has no room for more neighbours or packets (ENOBUFS): see "
						+ "net.ipv4.neigh.default.gc_thresh3; requests are sent again later.");
			}
		}
	}

	private void receive(IcmpSocket socket) {
		ReceiveRing ring = socket.receiving;
		for (int reads = 0; reads < READS_PER_TURN; reads++) {
			int got = libc.recvmmsg(socket.fd, ring.address(), ReceiveRing.SIZE, Libc.MSG_DONTWAIT);
			if (got < 0) {
				if (got == -Libc.EAGAIN || got != -Libc.EINTR && !drainErrors(socket)) {
					return;
				}
				continue;
			}
			received = true;
			long real = realTime();
			long now = System.nanoTime();
			for (int i = 0; i < got; i++) {
				int slot = ring.match(i, slots);
				if (slot >= 0) {
					replied(slot, now, real - ring.stamp(i));
				}
			}
			ring.reset(got);
			if (got < ReceiveRing.SIZE) {
				return;
			}
		}
	}

	private long realTime() {
		libc.clockGettime(CLOCK_REALTIME, timespec.address());
		return timespec.get(JAVA_LONG, 0) * SECOND + timespec.get(JAVA_LONG, 8);
	}

	/** @param age how long the reply lay in the buffer; not believed if the real-time clock was set meanwhile */
	private void replied(int slot, long now, long age) {
		long since = now - slots.sentAt[slot];
		long roundTrip = age < 0 || age > since + MILLISECOND ? since : Math.max(0, since - age);
		Run run = slots.run[slot];
		if (roundTrip <= run.timeout()) {
			int request = slots.request[slot];
			release(slot);
			run.replied(request, roundTrip);
		}
	}

	/** False if there was none. */
	private boolean drainErrors(IcmpSocket socket) {
		int count = 0;
		while (count < ERRORS_PER_READ && socket.errors.next(libc, socket.fd)) {
			count++;
			int slot = socket.errors.match(slots);
			Unreachable unreachable = slot < 0 ? null : socket.errors.unreachable();
			if (unreachable != null) {
				refused(slot, unreachable);
			}
		}
		return count > 0;
	}

	private void expire(long now) {
		int slot = deadlines.due(now);
		if (slot < 0) {
			return;
		}
		for (IcmpSocket socket : sockets) {
			if (socket != null && socket.hasOverflowed()) {
				overflowAt[socket.family.ordinal()] = now;
			}
		}
		for (; slot >= 0; slot = deadlines.due(now)) {
			if (slots.sent[slot]) {
				giveUp(slot);
			} else if (hasRoom()) {
				deadlines.remove(slot);
				stage(slot);
			} else {
				return;
			}
		}
	}

	private void giveUp(int slot) {
		long overflow = overflowAt[slots.family(slot).ordinal()];
		if (overflow != 0 && slots.sentAt[slot] - overflow < 0) {
			notSent(slot, ANSWERS_LOST);
		} else {
			Run run = slots.run[slot];
			int request = slots.request[slot];
			release(slot);
			run.silent(request);
		}
	}

	private void refused(int slot, Unreachable unreachable) {
		Run run = slots.run[slot];
		int request = slots.request[slot];
		release(slot);
		run.refused(request, unreachable);
	}

	private void notSent(int slot, Cause cause) {
		Run run = slots.run[slot];
		int request = slots.request[slot];
		release(slot);
		run.notSent(request, cause);
	}

	private void release(int slot) {
		if (deadlines.holds(slot)) {
			deadlines.remove(slot);
		}
		slots.release(slot);
	}

	private void endRuns() {
		for (int i = waitedFor.size() - 1; i >= 0; i--) {
			Run run = waitedFor.get(i);
			if (run.isOver()) {
				waitedFor.remove(i);
				feeds.removeIf(f -> f != shared && f.isEmpty());
				run.end();
			}
		}
	}

	/** Sleeps until a reply, a submission, the next due request or the next to be sent. */
	private void rest() {
		long now = System.nanoTime();
		long toSend = untilSending(now);
		boolean blocked = isBlocked();
		long wait = Math.min(deadlines.remaining(now), toSend);
		if (wait > 0 || blocked) {
			poll(blocked ? Math.max(wait, MILLISECOND) : wait, toSend > MILLISECOND || blocked);
		}
	}

	/** While many answers are out, takes them in by the millisecond: their stamps tell when they came. */
	private void nap() {
		long now = System.nanoTime();
		long wait = Math.min(deadlines.remaining(now), untilSending(now));
		if (wait > 0 && !isBlocked()) {
			poll(Math.min(wait, MILLISECOND), false);
		}
	}

	private long untilSending(long now) {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < feeds.size() && !slots.full(); i++) {
			long next = feeds.get(i).next(now);
			least = next == Long.MAX_VALUE ? least : Math.min(least, next - now);
		}
		return least;
	}

	private boolean isBlocked() {
		for (IcmpSocket socket : sockets) {
			if (socket != null && socket.blocked) {
				return true;
			}
		}
		return false;
	}

	private void poll(long nanos, boolean forReplies) {
		if (!intake.mayRest()) {
			return;
		}
		file(0, intake.eventFd(), POLLIN);
		for (int i = 0; i < sockets.length; i++) {
			IcmpSocket socket = sockets[i];
			boolean listen = socket != null && (forReplies || socket.blocked);
			file(1 + i, listen ? socket.fd : -1, socket != null && socket.blocked ? POLLIN | POLLOUT : POLLIN);
		}
		boolean forEver = nanos == Long.MAX_VALUE;
		timespec.set(JAVA_LONG, 0, nanos / SECOND);
		timespec.set(JAVA_LONG, 8, nanos % SECOND);
		libc.ppoll(polled.address(), 1 + sockets.length, forEver ? 0 : timespec.address());
		intake.rested();
		for (int i = 0; i < sockets.length; i++) {
			short happened = polled.get(JAVA_SHORT, 8L * (1 + i) + 6);
			if ((happened & POLLERR) != 0) {
				drainErrors(sockets[i]);
			}
			if ((happened & POLLOUT) != 0) {
				sockets[i].blocked = false;
			}
		}
	}

	private void file(int i, int fd, int events) {
		polled.set(JAVA_INT, 8L * i, fd);
		polled.set(JAVA_INT, 8L * i + 4, events);
	}

	/** Everything that still waits is answered: it says nothing about the targets. */
	private void finish() {
		takeIn();
		for (int slot = 0; slot < Slots.CAPACITY; slot++) {
			if (slots.run[slot] != null) {
				notSent(slot, STOPPED);
			}
		}
		for (Feed feed : feeds) {
			feed.runs().forEach(run -> run.abandon(STOPPED));
		}
		waitedFor.forEach(Run::end);
		for (IcmpSocket socket : sockets) {
			if (socket != null) {
				libc.close(socket.fd);
			}
		}
	}

	static Cause stopped() {
		return STOPPED;
	}
}
