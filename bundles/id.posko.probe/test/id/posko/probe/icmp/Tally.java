package id.posko.probe.icmp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import id.posko.health.Cause;

/** Keeps the outcomes of a sweep and counts how often each request had one. */
final class Tally implements Outcomes {

	record Refusal(String code, String responder) {
	}

	final BitSet up = new BitSet();
	final BitSet silent = new BitSet();
	final Map<Integer, Refusal> refused = new HashMap<>();
	final Map<Integer, String> notSent = new HashMap<>();
	final long[] roundTrips;
	private final int[] told;

	Tally(int requests) {
		told = new int[requests];
		roundTrips = new long[requests];
	}

	@Override
	public void replied(int request, long roundTripNanos) {
		told[request]++;
		up.set(request);
		roundTrips[request] = roundTripNanos;
	}

	@Override
	public void silent(int request) {
		told[request]++;
		silent.set(request);
	}

	@Override
	public void refused(int request, InetAddress responder, String code) {
		told[request]++;
		refused.put(request, new Refusal(code, responder.getHostAddress()));
	}

	@Override
	public void notSent(int request, Cause cause) {
		told[request]++;
		notSent.put(request, cause.code());
	}

	boolean eachOnce() {
		return Arrays.stream(told).allMatch(n -> n == 1);
	}

	/** {@code count} addresses from that one on. */
	static List<InetAddress> hosts(String first, int count) {
		int from = ByteBuffer.wrap(InetAddress.ofLiteral(first).getAddress()).getInt();
		return IntStream.range(from, from + count).mapToObj(a -> Targets.address(0, Targets.mapped(a))).toList();
	}
}
