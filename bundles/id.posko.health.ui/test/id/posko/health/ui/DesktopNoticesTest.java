package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import id.posko.kit.Words;

/** A desktop notice is short, however much there is to tell. */
class DesktopNoticesTest {

	private final Words words = Words.of(DesktopNotices.class, Words.INDONESIAN);

	@Test
	void threeSentencesAreToldAndTheRestCounted() {
		assertEquals("a", DesktopNotices.text(List.of("a"), words));
		assertEquals("a\nb\nc", DesktopNotices.text(List.of("a", "b", "c"), words));
		assertEquals("a\nb\nc\ndan 1.997 lain", DesktopNotices.text(
				java.util.stream.Stream.concat(java.util.stream.Stream.of("a", "b", "c"),
						java.util.stream.Stream.generate(() -> "x").limit(1_997)).toList(), words));
	}
}
