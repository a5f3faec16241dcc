package id.posko.probe.icmp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Random;

import org.junit.jupiter.api.Test;

class EchoPacketTest {

	private final EchoPacket packet = new EchoPacket(Family.V4, 0xbeef, 0x8000_1234_ffff_0001L);

	private byte[] request(int slot, int generation) {
		byte[] bytes = new byte[EchoPacket.SIZE];
		packet.prepare(MemorySegment.ofArray(bytes), 0);
		packet.number(MemorySegment.ofArray(bytes), 0, slot, generation);
		return bytes;
	}

	@Test
	void theChecksumIsThatOfRfc1071() {
		Random random = new Random(1071);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = request(random.nextInt(EchoPacket.SLOTS), random.nextInt());
			assertEquals(0xffff, TunResponder.sum(bytes, 0, bytes.length));
		}
	}

	@Test
	void onlyAWholeReplyWithOurNonceNamesASlot() {
		byte[] reply = request(65_535, -7);
		assertEquals(-1, packet.slotOfReply(MemorySegment.ofArray(reply), 0, 64), "still a request");
		reply[0] = 0;
		assertEquals(65_535, packet.slotOfReply(MemorySegment.ofArray(reply), 0, 64));
		assertEquals(-7, packet.generation(MemorySegment.ofArray(reply), 0));
		assertEquals(-1, packet.slotOfReply(MemorySegment.ofArray(reply), 0, 23), "cut");
		for (int at : new int[] { 0, 1, 8, 15, 16 }) {
			byte[] changed = reply.clone();
			changed[at] ^= 0x40;
			assertEquals(-1, packet.slotOfReply(MemorySegment.ofArray(changed), 0, 64), "byte " + at);
		}
	}

	@Test
	void anErrorMayQuoteTheHeaderOnly() {
		MemorySegment quote = MemorySegment.ofArray(request(40_000, 3));
		assertEquals(40_000, packet.slotOfQuote(quote, 0, 64, true));
		assertEquals(40_000, packet.slotOfQuote(quote, 0, 8, true));
		assertEquals(-1, packet.slotOfQuote(quote, 0, 7, true));
		MemorySegment foreign = MemorySegment.ofArray(request(40_000, 3));
		foreign.set(JAVA_BYTE, 4, (byte) 1);
		assertEquals(-1, packet.slotOfQuote(foreign, 0, 8, true), "another program's ident");
		assertEquals(40_000, packet.slotOfQuote(foreign, 0, 8, false), "the kernel's ident");
	}

	@Test
	void randomBytesNeverNameASlot() {
		Random random = new Random(792);
		byte[] bytes = new byte[96];
		for (int i = 0; i < 200_000; i++) {
			random.nextBytes(bytes);
			bytes[0] = (byte) (i % 2 == 0 ? 0 : 8);
			bytes[1] = 0;
			int length = random.nextInt(65);
			MemorySegment memory = MemorySegment.ofArray(bytes);
			assertEquals(-1, packet.slotOfReply(memory, random.nextInt(32), length));
			assertEquals(-1, packet.slotOfQuote(memory, 0, Math.max(24, length), true));
		}
	}
}
