package id.posko.notice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits comes back from its file as it was, or not at all. */
class QueueFileTest {

	@TempDir
	private Path folder;

	private static Waiting full() {
		Waiting waiting = new Waiting();
		waiting.add(Samples.modem(1, "down", Samples.MORNING), Samples.MORNING);
		waiting.add(Samples.afis(2, "é👆\n", Samples.MORNING.plusNanos(123)), Samples.MORNING);
		waiting.formed.add(new Dispatch("00000000-0000-0000-0000-000000000001", Dispatch.Kind.SUMMARY,
				List.of(Samples.modem(3, "back", Samples.MORNING)), List.of("a", "b"), new Omission(3, Samples.MORNING, Samples.MORNING),
				true, Samples.MORNING));
		waiting.threads.put("cause", "00000000-0000-0000-0000-000000000002");
		waiting.omitted = new Omission(5, Samples.MORNING, Samples.MORNING.plusSeconds(9));
		waiting.trouble = Optional.of(Trouble.of("silent", "mail.example"));
		waiting.sent = Optional.of(Samples.MORNING);
		return waiting;
	}

	@Test
	void whatIsWrittenIsRead() throws IOException {
		QueueFile file = new QueueFile(folder.resolve("queue"));
		assertEquals(0, file.read().size());
		Waiting before = full();
		file.write(QueueFile.bytes(before));
		Waiting after = file.read();
		assertEquals(new ArrayList<>(before.held), new ArrayList<>(after.held));
		assertEquals(before.formed, after.formed);
		assertEquals(before.threads, after.threads);
		assertEquals(before.omitted, after.omitted);
		assertEquals(before.trouble, after.trouble);
		assertEquals(before.sent, after.sent);
		assertArrayEquals(QueueFile.bytes(before), QueueFile.bytes(after));
		assertEquals(Omission.NONE, QueueFile.waiting(QueueFile.bytes(new Waiting())).omitted);
	}

	@Test
	void aDamagedFileIsSeenToBeOne() {
		byte[] bytes = QueueFile.bytes(full());
		for (int length = 0; length < bytes.length; length++) {
			byte[] cut = Arrays.copyOf(bytes, length);
			assertThrows(QueueFile.DamagedException.class, () -> QueueFile.waiting(cut));
		}
		Random random = new Random(7);
		int damaged = 0;
		int most = Boolean.getBoolean("posko.long") ? 100_000 : 10_000;
		for (int i = 0; i < most; i++) {
			byte[] other = bytes.clone();
			for (int left = random.nextInt(4); left >= 0; left--) {
				other[random.nextInt(other.length)] = (byte) random.nextInt(256);
			}
			try {
				Waiting read = QueueFile.waiting(other);
				assertTrue(read.size() <= 10_000);
				QueueFile.bytes(read);
			} catch (QueueFile.DamagedException _) {
				damaged++;
			}
		}
		assertTrue(damaged > most / 10, "damaged " + damaged);
	}
}
