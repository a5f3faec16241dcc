package id.posko.kit.discovery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import id.posko.kit.Labels;
import id.posko.kit.Words;

/** Neighbouring addresses that share their first bits (RFC 4632, RFC 4291 2.3), few enough to ask each. */
public final class Range {

	/** Bits that may differ: 4,096 addresses. */
	public static final int USUAL_BITS = 12;
	/** Bits that may differ where somebody insists: 65,536 addresses. */
	public static final int MOST_BITS = 16;

	private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
	private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

	/** RFC 1918, RFC 6598, RFC 3927, RFC 1122; RFC 4193, RFC 4291. */
	private static final List<Range> PRIVATE = List.of(block("10.0.0.0", 8), block("172.16.0.0", 12),
			block("192.168.0.0", 16), block("100.64.0.0", 10), block("169.254.0.0", 16), block("127.0.0.0", 8),
			block("fc00::", 7), block("fe80::", 10), block("::1", 128));
	/** No device has an address in these: RFC 1122 (this network), RFC 5771, RFC 1112; RFC 4291. */
	private static final List<Range> NOBODY = List.of(block("0.0.0.0", 8), block("224.0.0.0", 4),
			block("240.0.0.0", 4), block("::", 128), block("ff00::", 8));

	private final InetAddress network;
	private final int prefix;

	/** Why a range is not swept. */
	public enum Refusal {
		NO_RANGE, TOO_LARGE, FAR_TOO_LARGE, PUBLIC, NOBODY;

		/** @param text what was given as a range */
		public String sentence(String text, Locale locale) {
			return Words.of(Labels.class, locale).say("range." + name(), text, 1 << USUAL_BITS, 1 << MOST_BITS);
		}
	}

	/** What a text came to. */
	public sealed interface Reading {

		record Right(Range range) implements Reading {
		}

		record Refused(Refusal why) implements Reading {
		}
	}

	private Range(InetAddress within, int prefix) {
		network = masked(within, prefix);
		this.prefix = prefix;
	}

	private static Range block(String first, int prefix) {
		return new Range(InetAddress.ofLiteral(first), prefix);
	}

	/**
	 * {@code 10.1.2.0/24}, {@code fd00::/120}, or one address alone; bits behind the prefix do not matter.
	 *
	 * @param isLarge whether up to {@link #MOST_BITS} may differ
	 * @param isPublic whether addresses outside the private ranges may be asked
	 */
	public static Reading read(String text, boolean isLarge, boolean isPublic) {
		String[] parts = text.strip().split("/", -1);
		InetAddress within = literal(parts[0]).orElse(null);
		if (within == null || parts.length > 2) {
			return new Reading.Refused(Refusal.NO_RANGE);
		}
		int bits = within.getAddress().length * 8;
		OptionalInt prefix = parts.length == 1 ? OptionalInt.of(bits) : prefix(parts[1], bits);
		if (prefix.isEmpty()) {
			return new Reading.Refused(Refusal.NO_RANGE);
		}
		Range range = new Range(within, prefix.getAsInt());
		int open = bits - range.prefix;
		if (NOBODY.stream().anyMatch(block -> block.contains(range))) {
			return new Reading.Refused(Refusal.NOBODY);
		}
		if (!isPublic && !range.isPrivate()) {
			return new Reading.Refused(Refusal.PUBLIC);
		}
		if (open > MOST_BITS) {
			return new Reading.Refused(Refusal.FAR_TOO_LARGE);
		}
		return open > USUAL_BITS && !isLarge ? new Reading.Refused(Refusal.TOO_LARGE) : new Reading.Right(range);
	}

	private static Optional<InetAddress> literal(String text) {
		if (!DOTTED.matcher(text).matches() && (text.indexOf(':') < 0 || text.startsWith("["))) {
			return Optional.empty();
		}
		try {
			return Optional.of(InetAddress.ofLiteral(text));
		} catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	private static OptionalInt prefix(String text, int bits) {
		return PREFIX.matcher(text).matches() && Integer.parseInt(text) <= bits ? OptionalInt.of(Integer.parseInt(text))
				: OptionalInt.empty();
	}

	/** The IPv4 neighbours of an address whose first 24 bits are the same. */
	public static Range around(Inet4Address address) {
		return new Range(address, 24);
	}

	public boolean isPrivate() {
		return PRIVATE.stream().anyMatch(block -> block.contains(this));
	}

	private boolean contains(Range other) {
		return prefix <= other.prefix && network.getAddress().length == other.network.getAddress().length
				&& Arrays.equals(network.getAddress(), masked(other.network, prefix).getAddress());
	}

	/** How many addresses there are to ask: in IPv4 without that of the network and that for all (RFC 919). */
	public int size() {
		int all = 1 << network.getAddress().length * 8 - prefix;
		return hasEnds() ? all - 2 : all;
	}

	private boolean hasEnds() {
		return network instanceof Inet4Address && prefix < 31;
	}

	/** @param index from 0 */
	public InetAddress address(int index) {
		byte[] bytes = network.getAddress();
		int low = (bytes[bytes.length - 2] & 0xff) << 8 | bytes[bytes.length - 1] & 0xff;
		low += hasEnds() ? index + 1 : index;
		bytes[bytes.length - 2] = (byte) (low >> 8);
		bytes[bytes.length - 1] = (byte) low;
		return like(network, bytes);
	}

	private static InetAddress masked(InetAddress address, int prefix) {
		byte[] bytes = address.getAddress();
		for (int bit = prefix; bit < bytes.length * 8; bit++) {
			bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
		}
		return like(address, bytes);
	}

	/** With the same interface, where a link-local one names it. */
	private static InetAddress like(InetAddress address, byte[] bytes) {
		try {
			return address instanceof Inet6Address v6 && v6.getScopeId() > 0 ? Inet6Address.getByAddress(null, bytes, v6.getScopeId())
					: InetAddress.getByAddress(bytes);
		} catch (UnknownHostException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Range range && prefix == range.prefix && network.equals(range.network);
	}

	@Override
	public int hashCode() {
		return 31 * network.hashCode() + prefix;
	}

	@Override
	public String toString() {
		return network.getHostAddress() + "/" + prefix;
	}
}
