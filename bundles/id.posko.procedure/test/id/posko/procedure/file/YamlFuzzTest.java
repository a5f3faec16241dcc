package id.posko.procedure.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Broken and hostile YAML by the thousand: each ends in an outcome that can be said, none in an exception. */
class YamlFuzzTest {

	private static final int ROUNDS = Boolean.getBoolean("posko.long") ? 100_000 : 2_000;

	/** What means something to YAML, to the schema, or trouble to either. */
	private static final List<String> BITS = List.of("&a ",
			 "*a", "!!int ", "!x ", "---\n", "...\n", "%YAML 1.1\n", "<<: *a\n",
			"? ", ": ", "- ", "\n", "\t", "[", "]", "{", "}", "|\n", ">-\n", "'", "\"", "\\x00", "\"\\uD800\"", "#", "\u202E",
			"\0", "\u0085", "no: 1\n", "no: 99999999999\n", "waktu: 9999 tahun\n", "waktu: -1 hari\n", "kembali ke: 0\n",
			"pelaksana: []\n", "langkah: {}\n", "isian: {a: b}\n", "~", "null", "\uFEFF", "[[[[[[[[[[[[[[[[", "\uD83D\uDE00");

	private static byte[] seed(String name) throws IOException {
		try (InputStream in = Library.class.getResourceAsStream("/id/posko/procedure/sop/" + name + ".yaml")) {
			return in.readAllBytes();
		}
	}

	private static byte[] broken(byte[] whole, Random random) {
		byte[] bytes = whole.clone();
		for (int i = 1 + random.nextInt(5); i > 0; i--) {
			int at = random.nextInt(bytes.length);
			switch (random.nextInt(6)) {
				case 0 -> bytes[at] = (byte) random.nextInt(256);
				case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
				case 2 -> bytes = Arrays.copyOf(bytes, 1 + at);
				case 3 -> {
					int to = random.nextInt(bytes.length);
					System.arraycopy(bytes, at, bytes, to, Math.min(random.nextInt(60), bytes.length - Math.max(at, to)));
				}
				default -> {
					byte[] bit = BITS.get(random.nextInt(BITS.size())).getBytes(StandardCharsets.UTF_8);
					byte[] longer = Arrays.copyOf(bytes, bytes.length + bit.length);
					System.arraycopy(bytes, at, longer, at + bit.length, bytes.length - at);
					System.arraycopy(bit, 0, longer, at, bit.length);
					bytes = longer;
				}
			}
		}
		return bytes;
	}

	private static void fuzz(byte[] seed) {
		Map<String, Integer> outcomes = new TreeMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			byte[] bytes = broken(seed, new Random(round));
			try {
				switch (Yaml.read(bytes, Yaml.HEAD)) {
					case Parsed.Good good -> {
						outcomes.merge("good", 1, Integer::sum);
						assertEquals(good.procedure().steps().size(), good.steps().size());
					}
					case Parsed.Bad bad -> {
						assertFalse(bad.problems().isEmpty());
						outcomes.merge(bad.problems().getFirst().key(), 1, Integer::sum);
						bad.problems().getFirst().sentence(Locale.of("id"));
					}
				}
			} catch (RuntimeException | StackOverflowError e) {
				throw new AssertionError("round " + round + "\n" + new String(bytes, StandardCharsets.UTF_8), e);
			}
		}
		assertTrue(outcomes.containsKey("good") && outcomes.size() > 8, outcomes.toString());
	}

	@Test
	void aSmallSop() {
		fuzz(Yaml.SMALL.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aShippedSopWithItsOwnHeadSheet() throws IOException {
		fuzz(seed("buleleng-backup"));
	}
}
