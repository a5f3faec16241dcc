package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class JsonLineTest {

	@Test
	void anObjectIsOneLineWhateverItHolds() {
		assertEquals("{\"a\":\"\\\"\\\\\\n\\u0001\\u2028é\",\"b\":null,\"c\":1.5,\"d\":[1,\"x\"],\"e\":{\"f\":true}}",
				new JsonLine().put("a", "\"\\\n\u0001\u2028é").put("b", Optional.empty()).put("c", Duration.ofNanos(1_500_000))
						.put("d", List.of(1, "x")).put("e", new JsonLine().put("f", true)).toString());
	}

	@Test
	void aCharacterOutsideTheFirstPlaneIsASurrogatePair() {
		assertEquals("{\"a\":\"\\ud83d\\ude00\"}", new JsonLine().put("a", "\ud83d\ude00").toString());
	}
}
