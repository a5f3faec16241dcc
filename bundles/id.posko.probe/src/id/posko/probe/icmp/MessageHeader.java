package id.posko.probe.icmp;

/** Offsets in {@code struct msghdr} and {@code struct mmsghdr} of 64-bit Linux. */
final class MessageHeader {

	static final long NAME = 0;
	static final long NAME_SIZE = 8;
	static final long VECTORS = 16;
	static final long VECTOR_COUNT = 24;
	static final long CONTROL = 32;
	static final long CONTROL_SIZE = 40;
	/** Of one {@code mmsghdr}: a header and the length of what was received. */
	static final long MMSG = 64;
	static final long LENGTH = 56;

	private MessageHeader() {
	}
}
