package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import id.posko.health.Cause;

/** One socket of one family: the kernel's ping socket where it may be used, else a raw one. */
final class IcmpSocket {

	/** What came of trying to open one. */
	sealed interface Opening {

		record Opened(IcmpSocket socket) implements Opening {
		}

		record Denied(Cause cause) implements Opening {
		}
	}

	private static final int SOCK_DGRAM = 2;
	private static final int SOCK_RAW = 3;
	private static final int SOCK_CLOEXEC = 0x80000;
	private static final int SOL_SOCKET = 1;
	private static final int SO_SNDBUF = 7;
	private static final int SO_RCVBUF = 8;
	private static final int SO_ATTACH_FILTER = 26;
	private static final int SO_SNDBUFFORCE = 32;
	private static final int SO_RCVBUFFORCE = 33;
	private static final int SO_TIMESTAMPNS = 35;
	private static final int SO_MEMINFO = 55;
	private static final int MEMINFO_DROPS = 8;
	private static final int MEMINFO_SIZE = 9;
	private static final int SOL_IP = 0;
	/** So small a packet is never cut up; told so, the kernel need not number it (RFC 6864): 4 % less CPU. */
	private static final int IP_MTU_DISCOVER = 10;
	private static final int IP_PMTUDISC_DO = 2;
	private static final int SOL_RAW = 255;
	private static final int ICMP_FILTER = 1;
	private static final int BUFFER = 4 << 20;
	/** Of the kernel's memory per small packet. */
	private static final int PACKET_COST = 768;

	final Family family;
	final String method;
	final SendRing sending;
	final ReceiveRing receiving;
	final ErrorQueue errors;
	final int fd;
	/** The kernel takes no more until the socket is writable again. */
	boolean blocked;

	private final Libc libc;
	private final MemorySegment four;
	private final MemorySegment memInfo;
	private long drops;

	private IcmpSocket(Libc libc, Arena arena, Family family, int fd, boolean raw, long nonce) {
		this.libc = libc;
		this.family = family;
		this.fd = fd;
		method = raw ? "icmp-raw" : "icmp-dgram";
		four = arena.allocate(4, 4);
		memInfo = arena.allocate(4 * MEMINFO_SIZE, 4);
		EchoPacket packet = new EchoPacket(family, (int) nonce & 0xffff, nonce);
		sending = new SendRing(arena, packet);
		receiving = new ReceiveRing(arena, packet, raw && family == Family.V4);
		errors = new ErrorQueue(arena, packet, raw);
		set(SOL_SOCKET, SO_TIMESTAMPNS, 1);
		set(family.errorLevel, family.errorOption, 1);
		if (family == Family.V4) {
			set(SOL_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO);
		}
		buffer(SO_SNDBUFFORCE, SO_SNDBUF);
		buffer(SO_RCVBUFFORCE, SO_RCVBUF);
		if (raw) {
			repliesOnly(arena);
			ownRepliesOnly(arena, nonce);
		}
	}

	/** @param nonce tells the requests of this run from all others on this machine */
	static Opening open(Libc libc, Arena arena, Family family, long nonce) {
		int dgram = libc.socket(family.domain, SOCK_DGRAM | SOCK_CLOEXEC, family.protocol);
		if (dgram >= 0) {
			return new Opening.Opened(new IcmpSocket(libc, arena, family, dgram, false, nonce));
		}
		int raw = libc.socket(family.domain, SOCK_RAW | SOCK_CLOEXEC, family.protocol);
		if (raw >= 0) {
			return new Opening.Opened(new IcmpSocket(libc, arena, family, raw, true, nonce));
		}
		return new Opening.Denied(switch (raw) {
		case -Libc.EPERM, -Libc.EACCES -> Cause.of("not_permitted", dgram == -Libc.EACCES
				? "sysctl -w net.ipv4.ping_group_range=\"0 2147483647\" / AmbientCapabilities=CAP_NET_RAW"
				: "AmbientCapabilities=CAP_NET_RAW");
		case -Libc.EAFNOSUPPORT -> Cause.of("no_family", family == Family.V4 ? "IPv4" : "IPv6");
		default -> Cause.of("check_failed", "socket: errno " + -raw);
		});
	}

	private int set(int level, int option, int value) {
		four.set(JAVA_INT, 0, value);
		return libc.setsockopt(fd, level, option, four);
	}

	private void buffer(int force, int plain) {
		if (set(SOL_SOCKET, force, BUFFER) < 0) {
			set(SOL_SOCKET, plain, BUFFER);
		}
	}

	/** ICMP_FILTER of raw(7) and ICMP6_FILTER of RFC 3542 3.2: a set bit keeps the type out. */
	private void repliesOnly(Arena arena) {
		if (family == Family.V4) {
			set(SOL_RAW, ICMP_FILTER, ~(1 << family.reply));
			return;
		}
		MemorySegment types = arena.allocate(32, 4).fill((byte) 0xff);
		types.set(JAVA_INT, family.reply / 32 * 4L, ~(1 << family.reply % 32));
		libc.setsockopt(fd, family.protocol, ICMP_FILTER, types);
	}

	/**
	 * A classic BPF program that lets in what carries our nonce, so that other programs' replies neither wake us nor
	 * fill the buffer. What comes in is checked again by us; so a kernel without filters does no harm.
	 */
	private void ownRepliesOnly(Arena arena, long nonce) {
		int ldxIhl = 0xb1;
		int ldxImmediate = 0x01;
		int loadWord = 0x40;
		int jumpIfEqual = 0x15;
		int give = 0x06;
		long[] program = { family == Family.V4 ? statement(ldxIhl, 0) : statement(ldxImmediate, 0),
				statement(loadWord, 8), jump(jumpIfEqual, (int) (nonce >>> 32), 3), statement(loadWord, 12),
				jump(jumpIfEqual, (int) nonce, 1), statement(give, -1), statement(give, 0) };
		MemorySegment filter = arena.allocateFrom(JAVA_LONG, program);
		MemorySegment head = arena.allocate(16, 8);
		head.set(JAVA_INT, 0, program.length);
		head.set(JAVA_LONG, 8, filter.address());
		libc.setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, head);
	}

	/** struct sock_filter {u16 code, u8 jt, u8 jf, u32 k}, little-endian. */
	private static long statement(int code, int k) {
		return Integer.toUnsignedLong(k) << 32 | code;
	}

	private static long jump(int code, int k, int orElse) {
		return statement(code, k) | (long) orElse << 24;
	}

	/** How many replies the receive buffer bears at once. */
	int safeInFlight() {
		int got = libc.getsockopt(fd, SOL_SOCKET, SO_RCVBUF, memInfo.asSlice(0, 4), four);
		return got < 0 ? SendRing.SIZE : Math.max(SendRing.SIZE, memInfo.get(JAVA_INT, 0) / PACKET_COST);
	}

	/** Whether the receive buffer has overflowed since this was asked last, so that silence proves nothing. */
	boolean hasOverflowed() {
		if (libc.getsockopt(fd, SOL_SOCKET, SO_MEMINFO, memInfo, four) < 0) {
			return false;
		}
		long before = drops;
		drops = Integer.toUnsignedLong(memInfo.get(JAVA_INT, MEMINFO_DROPS * 4L));
		return drops != before;
	}
}
