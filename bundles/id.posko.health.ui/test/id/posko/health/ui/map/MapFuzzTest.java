package id.posko.health.ui.map;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Damaged maps: each ends as an answer, and one that is read can be drawn. 100,000 with -Dposko.long=true. */
class MapFuzzTest {

	private static final int INPUTS = Boolean.getBoolean("posko.long") ? 100_000 : 3_000;
	private static final List<String> GOOD = List.of(
			"{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"35.60.03\",\"properties\":{\"a\":[1,{\"b\":null}],"
					+ "\"kode\":356003},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[111.5,-7.5,3],[112e0,-7.5],"
					+ "[112,-7],[111.5,-7.5]],[[111.6,-7.4],[111.7,-7.4],[111.7,-7.3]]]]}}]}",
			"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><g id='a' transform='matrix(1,0,0,1,2,3) rotate(30)'>"
					+ "<path id='35.60.03' d='M0,0c1 2 3 4 5 6s7 8 9 10q1 2 3 4t5 6a5 4 30 0 1 7 8h9v-9l-1.5.5e1z'/>"
					+ "<polygon points='1,2 3 4,5,6'/><rect width='2' height='3'/></g></svg>");
	private static final List<String> WORDS = List.of("[", "]", "{", "}", ",", "-", "1e308", "1e-320", "NaN", "\"", "\\u0000", "M", "a",
			"z", "<g>", "</g>", "<!--", "&amp;", "&x;", "<![CDATA[", "transform=", "0", "9".repeat(40), "null", "é", " ");

	@Test
	void everyDamagedMapEndsAsAnAnswer() {
		Random random = new Random(60);
		assertTimeoutPreemptively(Duration.ofSeconds(20 + INPUTS / 500), () -> {
			for (int i = 0; i < INPUTS; i++) {
				byte[] text = damaged(GOOD.get(i % GOOD.size()), random);
				if (MapFile.read(text) instanceof MapReading.Read(var map)) {
					Drawing drawing = Drawing.of(map, 0, 0, 1 + random.nextInt(300), 1 + random.nextInt(300));
					drawing.shapes().forEach(shape -> shape.contains(random.nextInt(300), random.nextInt(300)));
				}
			}
		});
	}

	private static byte[] damaged(String good, Random random) {
		StringBuilder text = new StringBuilder(good);
		for (int times = 1 + random.nextInt(4); times > 0 && !text.isEmpty(); times--) {
			int at = random.nextInt(text.length());
			int end = Math.min(text.length(), at + random.nextInt(12));
			switch (random.nextInt(5)) {
				case 0 -> text.delete(at, end);
				case 1 -> text.insert(at, text.substring(at, end));
				case 2 -> text.setLength(at);
				case 3 -> text.setCharAt(at, (char) random.nextInt(128));
				default -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())).repeat(1 + random.nextInt(3)));
			}
		}
		byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		if (bytes.length > 0 && random.nextInt(3) == 0) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		return bytes;
	}
}
