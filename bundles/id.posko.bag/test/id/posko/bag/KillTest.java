package id.posko.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.bag.Flaw.Kind;

/** A process that makes or renews a bag is killed at any moment. */
class KillTest {

	private static final int KILLS = Boolean.getBoolean("posko.long") ? 500 : 8;
	private static final long LONGEST_MICROS = 60_000;

	@TempDir
	Path folder;
	private final Random dice = new Random(7);

	@Test
	void killedWhileItIsMadeItIsNoBagUntilItIsGoneOnWith() throws Exception {
		int unfinished = 0;
		for (int i = 0; i < KILLS; i++) {
			Path bag = Files.createDirectory(folder.resolve("create" + i));
			Map<String, String> content = new TreeMap<>();
			for (int file = 0; file < 300; file++) {
				String name = "f" + file;
				Files.writeString(bag.resolve(name), name);
				content.put(name, name);
			}
			kill("create", bag);
			Verdict verdict = Bags.verify(bag);
			if (!verdict.isValid()) {
				unfinished++;
				assertTrue(verdict.counts().containsKey(Kind.NO_DECLARATION) || verdict.counts().containsKey(Kind.UNFINISHED),
						verdict::toString);
				assertInstanceOf(Bagged.Made.class, new Bagging(bag, Terms.usual(LocalDate.EPOCH), new BagInfo(List.of()), _ -> {
				}).inPlace());
			}
			assertEquals(List.of(), Bags.verify(bag).flaws());
			assertEquals(content, BaggingTest.contents(bag.resolve("data")), "nothing is lost and nothing added");
		}
		assertTrue(unfinished > 0, "some were cut off");
	}

	@Test
	void killedWhileItIsRenewedItIsNeverWrongInSilence() throws Exception {
		Path bag = Bags.whole(folder.resolve("renew"));
		int told = 0;
		for (int i = 0; i < KILLS; i++) {
			kill("renew", bag);
			Map<String, String> payload = BaggingTest.contents(bag.resolve("data"));
			Verdict verdict = Bags.verify(bag);
			told += verdict.isValid() ? 0 : 1;
			assertFalse(new Renewal(bag, Terms.usual(LocalDate.EPOCH), _ -> {
			}).renew() instanceof Bagged.Refused, verdict::toString);
			assertEquals(List.of(), Bags.verify(bag).flaws());
			assertEquals(payload, BaggingTest.contents(bag.resolve("data")));
		}
		assertTrue(told > 0, "some were cut off");
	}

	private void kill(String what, Path bag) throws Exception {
		Path errors = folder.resolve("errors");
		Process process = CutOff.start(errors, what, bag.toString(), Long.toString(dice.nextLong()));
		assertEquals('.', process.getInputStream().read());
		process.waitFor(dice.nextLong(LONGEST_MICROS), TimeUnit.MICROSECONDS);
		process.destroyForcibly().waitFor();
		assertEquals("", Files.readString(errors));
	}
}
