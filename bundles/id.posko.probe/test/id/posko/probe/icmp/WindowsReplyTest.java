package id.posko.probe.icmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import id.posko.health.EchoAnswer;

/** Layouts of ipexport.h, constructed from documentation: no Windows was at hand. */
class WindowsReplyTest {

	private static final Duration TIMEOUT = Duration.ofSeconds(1);
	private static final Duration TOOK = Duration.ofMillis(7);
	private static final InetAddress TARGET = InetAddress.ofLiteral("10.1.2.3");
	private static final InetAddress TARGET6 = InetAddress.ofLiteral("fd00::5");

	private static EchoAnswer v4(String from, int status, int size, int replies, int lastError) {
		ByteBuffer b = ByteBuffer.allocateDirect(128).order(ByteOrder.LITTLE_ENDIAN);
		b.put(0, InetAddress.ofLiteral(from).getAddress()).putInt(4, status).putInt(8, 7).putShort(12, (short) size);
		return new WindowsReply(Family.V4, MemorySegment.ofBuffer(b)).judge(replies, lastError, TARGET, 32, TOOK,
				TIMEOUT);
	}

	private static EchoAnswer v6(String from, int status) {
		ByteBuffer b = ByteBuffer.allocateDirect(128).order(ByteOrder.LITTLE_ENDIAN);
		b.put(6, InetAddress.ofLiteral(from).getAddress()).putInt(28, status).putInt(32, 7);
		return new WindowsReply(Family.V6, MemorySegment.ofBuffer(b)).judge(1, 0, TARGET6, 32, TOOK, TIMEOUT);
	}

	@Test
	void aReplyOfTheTargetIsAReply() {
		assertEquals(new EchoAnswer.Replied(TOOK, TARGET, "icmp-dll"), v4("10.1.2.3", 0, 32, 1, 0));
		assertEquals(new EchoAnswer.Replied(TOOK, TARGET6, "icmp-dll"), v6("fd00::5", 0));
	}

	@Test
	void aReplyOfAnotherOrACutOneIsNone() {
		assertTrue(v4("10.1.2.4", 0, 32, 1, 0) instanceof EchoAnswer.Silent);
		assertTrue(v4("10.1.2.3", 0, 31, 1, 0) instanceof EchoAnswer.Silent);
		assertTrue(v6("fd00::6", 0) instanceof EchoAnswer.Silent);
	}

	@Test
	void aRefusalNamesWhoSaidIt() {
		assertEquals("host_unreachable 10.1.2.10", refusal(v4("10.1.2.10", 11003, 0, 1, 0)));
		assertEquals("net_unreachable 10.9.9.1", refusal(v4("10.9.9.1", 11002, 0, 1, 0)));
		assertEquals("protocol_unreachable 10.1.2.3", refusal(v4("10.1.2.3", 11004, 0, 1, 0)));
		assertEquals("ttl_exceeded 10.9.9.1", refusal(v4("10.9.9.1", 11013, 0, 1, 0)));
		assertEquals("prohibited fd00:0:0:0:0:0:0:1", refusal(v6("fd00::1", 11004)));
		assertEquals("net_unreachable 127.0.0.1", refusal(v4("0.0.0.0", 0, 0, 0, 1231)));
	}

	private static String refusal(EchoAnswer answer) {
		EchoAnswer.Refused refused = (EchoAnswer.Refused) answer;
		return refused.cause().code() + " " + refused.responder().getHostAddress();
	}

	@Test
	void aTimeOutIsSilenceAndAnythingElseSaysNothing() {
		assertTrue(v4("0.0.0.0", 0, 0, 0, 11010) instanceof EchoAnswer.Silent);
		assertTrue(v4("10.1.2.3", 11010, 0, 1, 0) instanceof EchoAnswer.Silent);
		assertTrue(v4("0.0.0.0", 0, 0, 0, 11050) instanceof EchoAnswer.NotSent);
		assertTrue(v4("0.0.0.0", 0, 0, 0, 5) instanceof EchoAnswer.NotSent);
	}

	@Test
	void addressesGoInNetworkOrder() {
		byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(WindowsAddress.ipAddr(TARGET))
				.array();
		assertArrayEquals(new byte[] { 10, 1, 2, 3 }, bytes);
		try (Arena arena = Arena.ofConfined()) {
			byte[] all = WindowsAddress.of(arena, (Inet6Address) TARGET6).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
			assertEquals(28, all.length);
			assertEquals(23, all[0]);
			assertArrayEquals(TARGET6.getAddress(), java.util.Arrays.copyOfRange(all, 8, 24));
		}
	}
}
